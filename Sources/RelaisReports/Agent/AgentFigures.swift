import CoverageEngine
import RelaisGeo
import RelaisWording

/// Figures and columns of the agent’s page, and how its tasks are grouped.
extension Wording {
  func name(_ urgency: AgentTask.Urgency) -> String {
    switch urgency {
    case .now: say("À faire maintenant", "To do now")
    case .soon: say("Avant la fin du trimestre", "Before the quarter ends")
    case .later: say("Quand vous pourrez", "When you can")
    }
  }
  func explained(_ urgency: AgentTask.Urgency) -> String {
    switch urgency {
    case .now:
      say(
        "Un enfant pourrait trouver porte close, ou une règle n’est pas tenue.",
        "A child could find a closed door, or a rule is not kept.")
    case .soon: say("Suivis, vérifications, rappels.", "Follow-ups, checks, calls.")
    case .later: say("Ce qui manque ou paraît double.", "What is missing or seems double.")
    }
  }
  func adherentsFigure(_ count: Int) -> ReportDocument.KeyFigure {
    .init(
      label: say("Adhérents", "Adherents"), value: integer(count),
      explanation: say("À ce jour.", "As of the day of this page."))
  }
  func stickersFigure(_ stock: StickerStock) -> ReportDocument.KeyFigure {
    .init(
      label: say("Autocollants en réserve", "Stickers in stock"), value: integer(stock.remaining),
      explanation: stock.remaining < 0
        ? say(
          "Plus d’autocollants remis qu’achetés : notez les achats.",
          "More stickers given out than bought: record what was bought.")
        : say(
          "\(integer(stock.toRecover.count)) à récupérer.",
          "\(integer(stock.toRecover.count)) to get back."
        ))
  }

  func tasksCaption(_ urgency: AgentTask.Urgency, _ count: Int) -> String {
    name(urgency) + " (\(integer(count)))"
  }
  var taskColumns: [Table.Column] {
    [
      .init(say("Établissement", "Establishment"), namesRow: true),
      .init("Code", fold: .init(under: 0, label: say("code", "code"))),
      .init(say("À faire", "To do")),
      .init(say("Depuis", "Since")),
      .init(say("Commande", "Command")),
    ]
  }
  var retentionTask: String {
    typographic(
      say(
        "Contact gardé au-delà de \(AgentFile.retentionYears) ans après le départ ou le refus : à effacer.",
        "Contact kept more than \(AgentFile.retentionYears) years after leaving or refusing: to be erased."
      ))
  }
  var stickerColumns: [Table.Column] {
    [
      .init(say("Autocollants", "Stickers"), namesRow: true),
      .init(say("Nombre", "Number"), kind: .number),
    ]
  }
}
