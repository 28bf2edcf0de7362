package import CoverageEngine
import RelaisFormats
import RelaisGeo
package import RelaisWording

/// The agent's tasks as tables, for the page and for `agent.csv`.
package enum AgentTasksTable {
  /// All tasks, the most urgent first; none without a registry.
  package static func tasks(of material: ReportMaterial, _ wording: Wording) -> [AgentTask] {
    material.agent.map { AgentTasks($0, findings: material.findings, wording).all() } ?? []
  }

  /// All tasks of a file, likewise.
  package static func tasks(
    of file: AgentFile, findings: [Finding], _ wording: Wording
  ) -> [AgentTask] {
    AgentTasks(file, findings: findings, wording).all()
  }

  /// `agent.csv`: every task with its urgency and kind.
  package static func csv(_ tasks: [AgentTask], _ wording: Wording) -> [UInt8] {
    var writer = CSVWriter(headers: wording.agentHeaders)
    for task in tasks {
      writer.append([
        .text(wording.name(task.urgency)), .text(task.kind.rawValue), .text(task.code),
        .text(task.name), .text(task.text), task.since.map { .text($0.iso) } ?? .empty,
        .text(task.command), .text(task.id),
      ])
    }
    return writer.bytes
  }

  static func table(
    _ tasks: [AgentTask], id: String, _ wording: Wording, _ kind: AgentTask.Kind
  ) -> Table {
    Table(
      id: id, caption: wording.tasksCaption(kind, tasks.count), columns: wording.taskColumns,
      rows: tasks.map { task in
        Table.Row([
          .text(task.name), .text(task.code), .text(task.text),
          task.since.map { Table.Cell(wording.date($0), .text($0.iso)) } ?? Table.Cell("—", .empty),
          .text(task.command),
        ])
      })
  }

  static func stickers(_ stock: StickerStock, _ wording: Wording) -> Table {
    Table(
      id: "stickers-table", caption: wording.stickersCaption, columns: wording.stickerColumns,
      rows: wording.stickerRows(stock).map { Table.Row([.text($0), wording.integerCell($1)]) })
  }
}
