import CoverageEngine
import RelaisGeo
import RelaisWording

/// Lays out the agent's page: what to do first, then the stickers, then rows nobody could take.
struct AgentComposer {
  let material: ReportMaterial
  let wording: Wording

  /// Tasks of one kind that stand open; more are folded under their heading.
  static let most = 12

  func document() -> ReportDocument {
    let tasks = AgentTasksTable.tasks(of: material, wording)
    return ReportDocument(
      language: wording.language, title: wording.agentTitle,
      subtitle: wording.place(material.territory, insee: material.insee),
      answer: wording.warned(
        material.result.health,
        material.agent == nil
          ? wording.noRegistry
          : wording.agentAnswer(
            now: tasks.count { $0.urgency == .now }, soon: tasks.count { $0.urgency == .soon })),
      sections: material.agent.map { sections($0, tasks) } ?? [start()],
      credits: [],
      generator: wording.generatedBy(material.generator, date: material.agent?.today))
  }

  private func start() -> ReportDocument.Section {
    .init(
      id: "start", heading: wording.startHeading,
      blocks: [.paragraph(wording.startWithImport), .list([wording.importCommand])])
  }

  private func sections(_ file: AgentFile, _ tasks: [AgentTask]) -> [ReportDocument.Section] {
    let adherents = file.establishments.count { $0.state == .adherent }
    var sections = [
      ReportDocument.Section(
        id: "summary", heading: wording.summaryHeading, showsHeading: false,
        blocks: [
          .figures(
            AgentTask.Urgency.allCases.map { urgency in
              .init(
                label: wording.name(urgency),
                value: wording.integer(tasks.count { $0.urgency == urgency }),
                explanation: wording.explained(urgency))
            } + [wording.adherentsFigure(adherents), wording.stickersFigure(file.stock)])
        ])
    ]
    for urgency in AgentTask.Urgency.allCases {
      let own = tasks.filter { $0.urgency == urgency }
      guard !own.isEmpty else { continue }
      sections.append(
        .init(
          id: urgency.rawValue, heading: wording.name(urgency),
          blocks: AgentTask.Kind.allCases.compactMap { kind in
            let tasks = own.filter { $0.kind == kind }
            guard !tasks.isEmpty else { return nil }
            let table = AgentTasksTable.table(
              tasks, id: "tasks-\(urgency.rawValue)-\(kind.rawValue)", wording, kind)
            return .group(
              heading: table.caption, isFolded: tasks.count > AgentComposer.most, [.table(table)])
          }))
    }
    sections.append(
      .init(
        id: "stickers", heading: wording.stickersHeading,
        blocks: (file.stock.remaining < 0 ? [.paragraph(wording.overdrawn(file.stock))] : [])
          + [.table(AgentTasksTable.stickers(file.stock, wording))]))
    let rows = material.findings.filter { $0.code == .rowsRejected }
    if !rows.isEmpty {
      sections.append(
        .init(
          id: "rows", heading: wording.doubtfulRowsHeading,
          blocks: [
            .statements(
              FindingStatements(
                findings: rows, names: material.findingNames, wording: wording
              ).statements())
          ]))
    }
    return sections
  }
}
