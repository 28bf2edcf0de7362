package import CoverageEngine

/// The adherent's page, stickers and shelterings: what is said of them, and their help.
extension Wording {
  package var kitTitle: String { say("Point Relais Sécurité", "Safety relay") }
  package func kitSticker(_ number: String) -> String {
    say("autocollant n° \(number)", "sticker no. \(number)")
  }
  package var kitCharter: String {
    say("Ce que dit la charte de votre local", "What the charter says of your premises")
  }
  package func kitCondition(_ field: EstablishmentField) -> String {
    switch field {
    case .groundFloor: say("Il est en rez-de-chaussée.", "They are on the ground floor.")
    case .streetFront: say("Il donne sur la rue.", "They are on the street front.")
    default:
      say("Les moins de 18 ans peuvent y entrer.", "People under 18 may come in.")
    }
  }
  package var kitWhatToDo: String { say("Quand un enfant entre", "When a child comes in") }
  package var kitSteps: [String] {
    [
      say(
        "Accueillez-le et rassurez-le ; gardez-le à l’intérieur, avec vous.",
        "Welcome and reassure the child; keep them inside, with you."),
      say("Demandez-lui pourquoi il est entré.", "Ask why they came in."),
      say("Demandez-lui comment joindre ses parents.", "Ask how to reach their parents."),
      say(
        "Appelez l’un d’eux, et vérifiez que c’est bien cette personne qui vient le chercher.",
        "Call one of them, and check that the person who comes is the one you called."),
      say(
        "Appelez la police municipale si aucun numéro n’est connu, ou si l’enfant a été suivi ou agressé.",
        "Call the municipal police when no number is known, or when the child was followed or attacked."
      ),
    ].map(typographic)
  }
  package var kitNumbers: String { say("Qui appeler", "Whom to call") }
  package var kitNumberHeaders: [String] {
    [say("Service", "Service"), say("Numéro", "Number"), say("Quand", "When")]
  }
  package var kitNoNumbers: String {
    typographic(
      say(
        "Numéros à écrire ici à la main : ………………………………………………",
        "Numbers to be written here by hand: ………………………………………………"))
  }

  package var kitAbstract: String {
    say(
      "La fiche d’un adhérent, à imprimer : que faire, qui appeler.",
      "An adherent’s page, to print: what to do, whom to call.")
  }
  package var kitOutHelp: String {
    say(
      "La page HTML à écrire, ou « - » (par défaut, out/kit-CODE.html).",
      "The HTML page to write, or - (by default out/kit-CODE.html).")
  }
  package var stickersAbstract: String {
    say(
      "Autocollants : achetés, remis, à récupérer, en réserve.",
      "Stickers: bought, given out, to recover, in stock.")
  }
  package var stickersBoughtHelp: String {
    say("En noter autant d’achetés.", "Record so many bought.")
  }
  package var stickersLostHelp: String { say("En noter autant de perdus.", "Record so many lost.") }
  package var stickersRecoveredHelp: String {
    say("Cet établissement a rendu le sien.", "This establishment gave its own back.")
  }
  package var wholeNumberNeeded: String {
    say("Un nombre entier, à partir de 1.", "A whole number, from 1.")
  }
  package var shelteredAbstract: String {
    say(
      "Note qu’un enfant a été accueilli, ou donne le bilan par année.",
      "Records that a child was sheltered, or gives the yearly balance.")
  }
  package var shelteredDiscussion: String {
    say(
      """
      Ne sont gardés que le jour, la tranche horaire et l’issue : ni l’enfant, ni le relais. Sous \
      cinq cas, l’issue n’est pas détaillée.
      """,
      """
      Only the day, a band of hours and the outcome are kept: neither the child nor the relay. Below \
      five cases, outcomes are not told apart.
      """)
  }
  package var shelteredHourHelp: String { say("L’heure, de 0 à 23.", "The hour, 0 to 23.") }
  package var shelteredOutcomeHelp: String { say("L’issue.", "The outcome.") }
  package var shelteredTogether: String {
    say("--hour et --outcome vont ensemble.", "--hour and --outcome go together.")
  }

  package func name(_ outcome: Sheltering.Outcome) -> String {
    switch outcome {
    case .parentCalled: say("parent appelé", "parent called")
    case .policeCalled: say("police appelée", "police called")
    }
  }

  package func stock(_ stock: StickerStock) -> String {
    let colon = say(" : ", ": ")
    var lines = [
      say("achetés", "bought") + colon + integer(stock.bought),
      say("remis", "given out") + colon + integer(stock.issued),
      say("récupérés", "recovered") + colon + integer(stock.recovered),
      say("perdus", "lost") + colon + integer(stock.lost),
      say("en réserve", "in stock") + colon + integer(stock.remaining),
      say("à récupérer", "to recover") + colon + integer(stock.toRecover.count),
    ]
    lines += stock.toRecover.map { one in
      "  \(one.code)  \(one.name)" + say(", n° ", ", no. ") + (one[.sticker] ?? "")
    }
    return lines.map(typographic).joined(separator: "\n")
  }

  package func shelterings(_ years: [Sheltering.Year]) -> String {
    guard !years.isEmpty else { return say("Aucun accueil noté.", "No sheltering recorded.") }
    return years.map { year in
      var line =
        "\(year.year)" + say(" : ", ": ")
        + count(year.count, ("accueil", "accueils"), ("sheltering", "shelterings"))
      if let outcomes = year.outcomes {
        let parts = Sheltering.Outcome.allCases.map { "\(name($0)) \(outcomes[$0] ?? 0)" }
        line += " (" + parts.joined(separator: ", ") + ")"
      }
      return typographic(line)
    }.joined(separator: "\n")
  }
}
