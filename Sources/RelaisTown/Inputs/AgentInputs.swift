import CoverageEngine
import RelaisRegistry
import RelaisReports

/// What the agent's report needs of the registry.
enum AgentInputs {
  /// `nil` where the territory keeps no registry.
  static func file(_ files: InputFiles, asOf day: CalendarDay?) throws -> AgentFile? {
    guard let registry = files.registry else { return nil }
    let store = try RegistryStore(path: registry.file, for: .reading)
    defer { store.close() }
    return AgentFile(
      histories: try store.histories(), movements: try store.stickerMovements(),
      contacts: try store.contacts(), today: day ?? registry.stamp.today)
  }
}
