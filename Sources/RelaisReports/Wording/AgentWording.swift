import CoverageEngine

/// The agent's page: what is to be done, and why.
extension Wording {
  var agentTitle: String { say("Suivi des adhérents", "Keeping up with adherents") }

  func agentAnswer(now: Int, soon: Int) -> String {
    if now == 0, soon == 0 {
      return typographic(
        say("Le fichier est à jour : rien à faire.", "The file is up to date: nothing to do."))
    }
    return typographic(
      say(
        "\(count(now, ("chose", "choses"), ("", ""))) à faire maintenant, \(integer(soon)) avant la fin du trimestre.",
        "\(count(now, ("", ""), ("thing", "things"))) to do now, \(integer(soon)) before the quarter ends."
      ))
  }

  var noRegistry: String {
    typographic(
      say(
        "Le fichier des adhérents n’est pas encore tenu dans ce territoire.",
        "This territory does not keep the adherents’ file yet."))
  }
  var startHeading: String { say("Pour commencer", "To begin") }
  var startWithImport: String {
    typographic(
      say(
        "Importez le tableur existant ; Relais dira ensuite qui suivre, quoi vérifier, quels autocollants récupérer.",
        "Import the existing spreadsheet; Relais will then tell whom to follow up, what to check, which stickers to get back."
      ))
  }

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
  var agentHeaders: [String] {
    [
      say("urgence", "urgency"), say("tâche", "task"), "code", say("nom", "name"),
      say("à faire", "to do"), say("depuis", "since"), say("commande", "command"), "id",
    ]
  }

  func followUpTask(_ due: FollowUps.Due) -> String {
    guard let last = due.last else {
      return typographic(
        say("Suivi trimestriel : jamais fait.", "Quarterly follow-up: never made."))
    }
    let kind =
      due.isOverdue
      ? say("Suivi trimestriel en retard", "Quarterly follow-up overdue")
      : say("Suivi de ce trimestre", "This quarter’s follow-up")
    let isCharter = due.establishment.day(.followedUpOn) != last
    return typographic(
      isCharter
        ? say(
          "\(kind) : aucun depuis la charte, signée le \(date(last)).",
          "\(kind): none since the charter, signed on \(date(last)).")
        : say("\(kind) : dernier le \(date(last)).", "\(kind): last on \(date(last))."))
  }
  var retentionTask: String {
    typographic(
      say(
        "Contact gardé au-delà de \(AgentFile.retentionYears) ans après le départ ou le refus : à effacer.",
        "Contact kept more than \(AgentFile.retentionYears) years after leaving or refusing: to be erased."
      ))
  }
  func recoverStickerTask(_ one: Establishment) -> String {
    let number = one[.sticker] ?? ""
    return typographic(
      one.state == .suspended
        ? say(
          "Suspendu : récupérer l’autocollant n° \(number).",
          "Suspended: get sticker no. \(number) back.")
        : say(
          "Ne participe plus : récupérer l’autocollant n° \(number).",
          "No longer takes part: get sticker no. \(number) back."))
  }
  func callBackTask(_ day: CalendarDay) -> String {
    typographic(say("À rappeler le \(date(day)).", "To be called back on \(date(day))."))
  }
  func conditionUnmetTask(_ fields: [EstablishmentField]) -> String {
    typographic(
      say(
        "Condition non remplie : \(names(fields)). À suspendre tant qu’elle ne l’est pas.",
        "Condition not met: \(names(fields)). To be suspended as long as it is not."))
  }
  func conditionUncheckedTask(_ fields: [EstablishmentField]) -> String {
    typographic(say("À vérifier : \(names(fields)).", "To be checked: \(names(fields))."))
  }
  func conditionOldTask(_ fields: [EstablishmentField], years: Int) -> String {
    typographic(
      say(
        "Vérifié il y a plus de \(years) ans, à revoir : \(names(fields)).",
        "Checked more than \(years) years ago, to be looked at again: \(names(fields))."))
  }
  var unlocatedTask: String {
    typographic(
      say(
        "Sans position : ne compte pas dans la couverture.",
        "Without a position: does not count in coverage."))
  }
  func positionDoubtfulTask(_ address: String) -> String {
    typographic(
      say(
        "Position trouvée par l’adresse, à confirmer : \(address).",
        "Position found by its address, to be confirmed: \(address)."))
  }
  var foundClosedTask: String {
    typographic(
      say(
        "La dernière visite a trouvé porte close.", "The last visit found the door closed."))
  }
  func duplicateTask(_ other: Establishment, _ reasons: [DuplicatePair.Reason]) -> String {
    let why = reasons.map { name($0) }.joined(separator: ", ")
    return typographic(
      say(
        "Peut-être le même que « \(other.name) » (\(other.code)) : \(why).",
        "Perhaps the same as “\(other.name)” (\(other.code)): \(why)."))
  }
  func missingTask(_ facts: [String]) -> String {
    typographic(
      say(
        "Manque : \(facts.joined(separator: ", ")).",
        "Missing: \(facts.joined(separator: ", "))."))
  }
  var contactFact: String { say("contact", "contact") }
  var dayPattern: String { say("AAAA-MM-JJ", "YYYY-MM-DD") }
  var namePattern: String { say("NOM", "NAME") }

  private func names(_ fields: [EstablishmentField]) -> String {
    fields.map { name($0) }.joined(separator: ", ")
  }

  var stickersHeading: String { say("Autocollants", "Stickers") }
  var stickersCaption: String { say("Où sont les autocollants", "Where the stickers are") }
  var stickerColumns: [Table.Column] {
    [
      .init(say("Autocollants", "Stickers"), namesRow: true),
      .init(say("Nombre", "Number"), kind: .number),
    ]
  }
  func stickerRows(_ stock: StickerStock) -> [(String, Int)] {
    [
      (say("achetés", "bought"), stock.bought), (say("remis", "given out"), stock.issued),
      (say("récupérés", "recovered"), stock.recovered), (say("perdus", "lost"), stock.lost),
      (say("en réserve", "in stock"), stock.remaining),
      (say("à récupérer", "to recover"), stock.toRecover.count),
    ]
  }
  var doubtfulRowsHeading: String {
    say("Lignes de fichiers qui n’ont pas été prises", "Rows of files that were not taken")
  }
}
