import RelaisTown
import RelaisWording

/// The territory in memory: opened once, brought up to date when the registry changes.
actor TownHolder {
  private let folder: String
  private var opening: Task<LiveTown, any Error>?
  private var isReloading = false
  private var isStale = false

  init(_ territory: Territory) { folder = territory.folder }

  /// The town; whoever asks first waits until it is read.
  ///
  /// - Throws: what readers throw; the next who asks tries anew.
  func town(_ work: Work) async throws -> LiveTown {
    let task =
      opening
      ?? Task { [folder] in
        // Its configuration may be another than when the desk started.
        try await Blocking.long.run { try LiveTown(Territory(at: folder), work) }
      }
    opening = task
    do {
      let town = try await task.value
      opened = opened ?? town
      return town
    } catch {
      opening = nil
      throw error
    }
  }

  /// The town where it is read already, for what can do without.
  private(set) var opened: LiveTown?

  /// Reads everything anew: streets, areas, schools or addresses were changed. Whoever asks meanwhile is answered from
  /// those before; where the new ones cannot be read they stay.
  ///
  /// - Returns: Whether it could.
  func reopen(_ work: Work) async -> Bool {
    guard opening != nil else { return false }
    let town = try? await Blocking.long.run { [folder] in
      try LiveTown(Territory(at: folder), work)
    }
    guard let town else { return false }
    opening = Task { town }
    opened = town
    return true
  }

  /// Takes up relays anew, once however many changes came meanwhile.
  ///
  /// - Returns: Whether figures may have changed.
  func refresh(_ work: Work) async -> Bool {
    guard let opening else { return false }
    isStale = true
    guard !isReloading else { return false }
    isReloading = true
    defer { isReloading = false }
    guard let town = try? await opening.value else { return false }
    var isDone = false
    while isStale {
      isStale = false
      isDone = (try? await Blocking.long.run { try town.reload(work) }) != nil || isDone
    }
    return isDone
  }
}
