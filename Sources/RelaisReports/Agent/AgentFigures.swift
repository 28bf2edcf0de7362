import CoverageEngine
import RelaisGeo
package import RelaisWording

/// Figures and columns of the agent’s page, and how its tasks are grouped.
extension Wording {
  package func name(_ urgency: AgentTask.Urgency) -> String {
    switch urgency {
    case .now: say("agent.name.now")
    case .soon: say("agent.name.soon")
    case .later: say("agent.name.later")
    }
  }
  func explained(_ urgency: AgentTask.Urgency) -> String {
    switch urgency {
    case .now:
      say("agent.explained.now")
    case .soon: say("agent.explained.soon")
    case .later: say("agent.explained.later")
    }
  }
  func adherentsFigure(_ count: Int) -> ReportDocument.KeyFigure {
    .init(
      label: say("agent.adherentsFigure.adherents"), value: integer(count),
      explanation: say("agent.adherentsFigure.asOf"))
  }
  func stickersFigure(_ stock: StickerStock) -> ReportDocument.KeyFigure {
    .init(
      label: say("agent.stickersFigure.stickersIn"),
      value: stock.remaining < 0 ? say("agent.stickersFigure.unknown") : integer(stock.remaining),
      explanation: stock.remaining < 0
        ? say("agent.stickersFigure.moreStickers")
        : say("agent.stickersFigure.toGet", ["toRecover": .integer(stock.toRecover.count)]))
  }

  package func tasksCaption(_ kind: AgentTask.Kind, _ count: Int) -> String {
    name(kind) + " (\(integer(count)))"
  }
  private func name(_ kind: AgentTask.Kind) -> String {
    switch kind {
    case .closed: say("agent.kind.closed")
    case .conditionUnmet: say("agent.kind.conditionUnmet")
    case .foundClosed: say("agent.kind.foundClosed")
    case .unlocated: say("agent.kind.unlocated")
    case .unattached: say("agent.kind.unattached")
    case .retention: say("agent.kind.retention")
    case .followUp: say("agent.kind.followUp")
    case .callBack: say("agent.kind.callBack")
    case .recoverSticker: say("agent.kind.recoverSticker")
    case .hoursUnreadable: say("agent.kind.hoursUnreadable")
    case .conditionUnchecked: say("agent.kind.conditionUnchecked")
    case .conditionOld: say("agent.kind.conditionOld")
    case .positionDoubtful: say("agent.kind.positionDoubtful")
    case .duplicate: say("agent.kind.duplicate")
    case .missing: say("agent.kind.missing")
    case .other: say("agent.kind.other")
    }
  }
  var taskColumns: [Table.Column] {
    [
      .init(say("agent.taskColumns.establishment"), namesRow: true),
      .init(
        say("agent.taskColumns.codeTitle"),
        fold: .init(under: 0, label: say("agent.taskColumns.code"))),
      .init(say("agent.taskColumns.toDo")),
      .init(say("agent.taskColumns.since")),
      .init(say("agent.taskColumns.command")),
    ]
  }
  var retentionTask: String {
    say("agent.retentionTask", ["retentionYears": .digits(AgentFile.retentionYears)])
  }
  var stickerColumns: [Table.Column] {
    [
      .init(say("agent.stickersHeading"), namesRow: true),
      .init(say("agent.stickerColumns.number"), kind: .number),
    ]
  }
}
