package import CoverageEngine

/// The agent's page: what is to be done, and why.
extension Wording {
  package var agentTitle: String { say("Suivi des adhérents", "Keeping up with adherents") }

  package func agentAnswer(now: Int, soon: Int) -> String {
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

  package var noRegistry: String {
    typographic(
      say(
        "Le fichier des adhérents n’est pas encore tenu dans ce territoire.",
        "This territory does not keep the adherents’ file yet."))
  }
  package var startHeading: String { say("Pour commencer", "To begin") }
  package var startWithImport: String {
    typographic(
      say(
        "Importez le tableur existant ; Relais dira ensuite qui suivre, quoi vérifier, quels autocollants récupérer.",
        "Import the existing spreadsheet; Relais will then tell whom to follow up, what to check, which stickers to get back."
      ))
  }
  package var agentHeaders: [String] {
    [
      say("urgence", "urgency"), say("tâche", "task"), "code", say("nom", "name"),
      say("à faire", "to do"), say("depuis", "since"), say("commande", "command"), "id",
    ]
  }

  package func followUpTask(_ due: FollowUps.Due) -> String {
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
  package func recoverStickerTask(_ one: Establishment) -> String {
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
  package func callBackTask(_ day: CalendarDay) -> String {
    typographic(say("À rappeler le \(date(day)).", "To be called back on \(date(day))."))
  }
  package func conditionUnmetTask(_ fields: [EstablishmentField]) -> String {
    typographic(
      say(
        "Condition non remplie : \(names(fields)). À suspendre tant qu’elle ne l’est pas.",
        "Condition not met: \(names(fields)). To be suspended as long as it is not."))
  }
  package func conditionUncheckedTask(_ fields: [EstablishmentField]) -> String {
    typographic(say("À vérifier : \(names(fields)).", "To be checked: \(names(fields))."))
  }
  package func conditionOldTask(_ fields: [EstablishmentField], years: Int) -> String {
    typographic(
      say(
        "Vérifié il y a plus de \(years) ans, à revoir : \(names(fields)).",
        "Checked more than \(years) years ago, to be looked at again: \(names(fields))."))
  }
  package var unlocatedTask: String {
    typographic(
      say(
        "Sans position : ne compte pas dans la couverture.",
        "Without a position: does not count in coverage."))
  }
  package func positionDoubtfulTask(_ address: String) -> String {
    typographic(
      say(
        "Position trouvée par l’adresse, à confirmer : \(address).",
        "Position found by its address, to be confirmed: \(address)."))
  }
  package var foundClosedTask: String {
    typographic(
      say(
        "La dernière visite a trouvé porte close.", "The last visit found the door closed."))
  }
  package func duplicateTask(_ other: Establishment, _ reasons: [DuplicatePair.Reason]) -> String {
    let why = reasons.map { name($0) }.joined(separator: ", ")
    return typographic(
      say(
        "Peut-être le même que « \(other.name) » (\(other.code)) : \(why).",
        "Perhaps the same as “\(other.name)” (\(other.code)): \(why)."))
  }
  package func missingTask(_ facts: [String]) -> String {
    typographic(
      say(
        "Manque : \(facts.joined(separator: ", ")).",
        "Missing: \(facts.joined(separator: ", "))."))
  }
  package var contactFact: String { say("contact", "contact") }
  package var dayPattern: String { say("AAAA-MM-JJ", "YYYY-MM-DD") }
  package var namePattern: String { say("NOM", "NAME") }

  private func names(_ fields: [EstablishmentField]) -> String {
    fields.map { name($0) }.joined(separator: ", ")
  }

  package var stickersHeading: String { say("Autocollants", "Stickers") }
  package var stickersCaption: String { say("Où sont les autocollants", "Where the stickers are") }
  package func stickerRows(_ stock: StickerStock) -> [(String, Int)] {
    [
      (say("achetés", "bought"), stock.bought), (say("remis", "given out"), stock.issued),
      (say("récupérés", "recovered"), stock.recovered), (say("perdus", "lost"), stock.lost),
      (say("en réserve", "in stock"), stock.remaining),
      (say("à récupérer", "to recover"), stock.toRecover.count),
    ]
  }
  package var doubtfulRowsHeading: String {
    say("Lignes de fichiers qui n’ont pas été prises", "Rows of files that were not taken")
  }
}
