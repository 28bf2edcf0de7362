package import CoverageEngine
import RelaisRegistry
package import RelaisReports

extension TownRegistry {
  /// What is to be done in the adherents' file, the most urgent first, and the file it was found in.
  ///
  /// - Parameter findings: What was noticed of adherents elsewhere, on the map for one.
  /// - Throws: `RegistryError`.
  package func tasks(findings: [Finding] = []) throws -> (tasks: [AgentTask], file: AgentFile) {
    let file = try reading { store in
      AgentFile(
        histories: try store.histories(), movements: try store.stickerMovements(),
        contacts: try store.contacts(), today: work.today)
    }
    return (AgentTasksTable.tasks(of: file, findings: findings, work.wording), file)
  }
}
