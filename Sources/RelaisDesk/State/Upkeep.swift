/// What the desk does by itself while it runs: it notices what other programs change, and makes the nightly copy.
struct Upkeep: Sendable {
  let state: DeskState

  /// Seconds between two looks.
  private static let step = 1

  func run() async throws {
    var last = RegistryMark(of: state.territory.registryFile)
    while true {
      try await Task.sleep(for: .seconds(Upkeep.step))
      let mark = RegistryMark(of: state.territory.registryFile)
      if mark != last {
        last = mark
        await state.feed.tell(.registry)
      }
    }
  }
}
