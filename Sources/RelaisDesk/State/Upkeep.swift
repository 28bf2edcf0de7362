import CoverageEngine
import RelaisRegistry
import RelaisTown

/// What the desk does by itself while it runs: it notices what other programs change, and makes the nightly copy.
struct Upkeep: Sendable {
  let state: DeskState

  /// Seconds between two looks.
  private static let step = 1
  /// Looks between two looks at files of streets, areas, schools and addresses.
  private static let inputs = 5
  /// Looks between two questions whether a copy is due.
  private static let between = 60

  func run() async throws {
    // Read before anybody asks for the map.
    Task { _ = try? await state.town.town(state.work(by: "")) }
    var last = RegistryMark(of: state.territory.registryFile)
    var files = state.territory.inputState
    var looks = 0
    while true {
      let mark = RegistryMark(of: state.territory.registryFile)
      if mark != last {
        last = mark
        await state.registryChanged()
      }
      if looks % Upkeep.inputs == 0 {
        let now = (try? Territory(at: state.territory.folder))?.inputState ?? files
        if now != files {
          files = now
          if await state.town.reopen(state.work(by: "")) { await state.feed.tell(.coverage) }
        }
      }
      if looks % Upkeep.between == 0 {
        await state.uploads.sweep(at: state.seconds)
        await copy()
      }
      looks += 1
      try await Task.sleep(for: .seconds(Upkeep.step))
    }
  }

  /// The day's copy, where there is something to copy.
  private func copy() async {
    guard state.settings.makesCopies else { return }
    let registry = TownRegistry(of: state.territory, state.work(by: ""))
    let copies = NightlyCopies(territory: state.territory)
    guard (try? registry.isThere) == true, copies.isDue(registry.today) else { return }
    do {
      let name = try await Blocking.writing.run { try copies.make(registry.today, registry) }
      await state.note(.copyMade, name, by: "")
    } catch {
      await state.note(.copyFailed, "", by: "")
    }
  }
}
