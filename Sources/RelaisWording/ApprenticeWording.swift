package import CoverageEngine
package import RelaisGeo

/// What the apprentice's page says.
extension Wording {
  package var apprenticeTitle: String {
    say(
      "Points Relais Sécurité : les portes de la semaine",
      "Points Relais Sécurité: this week’s doors")
  }

  package var noDoorsHeading: String {
    say("Rien à proposer pour l’instant", "Nothing to propose as yet")
  }
  package var noCandidates: String {
    say(
      "Aucun commerce à démarcher n’est connu : mettez-en la liste dans sources/candidates/, puis relancez « relais run ».",
      "No shop to ask is known: put a list of them into sources/candidates/ and run “relais run” again."
    )
  }
  package var nothingToGain: String {
    say(
      "Aucun des commerces connus ne couvrirait de rue que personne ne couvre déjà.",
      "None of the shops known would cover any street that nobody covers yet.")
  }

  package func roundHeading(_ number: Int, doors: Int, minutes: Double) -> String {
    let count = self.count(doors, ("porte", "portes"), ("door", "doors"))
    let name =
      number == 1
      ? say("La tournée de la semaine", "This week’s round") : roundName(number)
    return typographic(name + say(" : ", ": ") + count + ", " + self.minutes(minutes))
  }

  package func roundIntroduction(_ round: VisitRounds.Round, start: String, gain: Length) -> String
  {
    let refused =
      round.minutesIfRefused > round.minutes
      ? say(
        " Si chaque porte refuse et que vous essayez la première voisine : \(minutes(round.minutesIfRefused)).",
        " If every door refuses and you try the first one near by: \(minutes(round.minutesIfRefused))."
      )
      : ""
    return typographic(
      say(
        "Départ et retour : \(start). \(distance(round.walk)) à pied, \(minutes(round.minutes)) visites comprises ; jusqu’à \(distance(gain)) de rue de plus avec un relais.",
        "From and back to: \(start). \(distance(round.walk)) on foot, \(minutes(round.minutes)) visits included; up to \(distance(gain)) more of street with a relay."
      ) + refused)
  }

  package func doorNumber(_ number: Int) -> String { say("Porte \(number)", "Door \(number)") }

  package func walkTo(_ way: VisitRounds.Way, minutes: Double, from start: String?) -> String {
    let lead =
      start.map { say("Depuis \($0) : ", "From \($0): ") }
      ?? say("Depuis la porte précédente : ", "From the door before: ")
    let streets = self.way(way)
    return typographic(
      lead + metres(way.length) + ", " + self.minutes(minutes)
        + (streets.isEmpty ? "" : say(", par ", ", by ") + streets) + ".")
  }

  package func alternativeSummary(
    _ walk: Length?, minutes: Double?, regained: Length, of lost: Length
  ) -> String {
    let there = zip2(walk, minutes).map { walk, minutes in
      say(
        "À \(metres(walk)), \(self.minutes(minutes)) ; ",
        "\(metres(walk)) away, \(self.minutes(minutes)); ")
    }
    return typographic(sentence((there ?? "") + regains(regained, of: lost)))
  }

  private func zip2<A, B>(_ a: A?, _ b: B?) -> (A, B)? {
    guard let a, let b else { return nil }
    return (a, b)
  }

  /// A clause as a sentence: a capital, a full stop.
  package func sentence(_ clause: String) -> String {
    capitalised(clause) + (clause.hasSuffix(".") ? "" : ".")
  }

  package var whyThisDoor: String { say("Pourquoi cette porte", "Why this door") }
  package var toLookAt: String { say("À regarder sur place", "To look at there") }
  package var answerLegend: String { say("Réponse", "Answer") }
  package var noteLater: String {
    say("Noter la réponse au bureau", "Note the answer at the office")
  }

  package func othersIfRefused(_ number: Int) -> String {
    typographic(
      say("Si c’est non : ", "If it is no: ")
        + count(number, ("porte voisine", "portes voisines"), ("door near by", "doors near by")))
  }

  /// What every adherent must fulfil, by keys that stay.
  package var doorChecks: [(key: String, label: String)] {
    [
      ("ground", say("Rez-de-chaussée", "Ground floor")),
      ("front", say("Vitrine sur rue", "Street front")),
      ("minors", say("Mineurs admis", "Minors admitted")),
      ("bell", say("Sans sonnette", "No bell to ring")),
    ]
  }

  package var doorAnswers: [(key: String, label: String)] {
    [
      ("yes", say("Oui", "Yes")), ("no", say("Non", "No")),
      ("call-back", say("À rappeler", "Call back")),
    ]
  }

  /// The command that records an answer; the identifier cannot be taken for anything else by a shell.
  package func visitCommand(_ id: String) -> String {
    let plain = id.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
        || "._-/:@".unicodeScalars.contains($0)
    }
    let quoted =
      plain && !id.hasPrefix("-") && !id.isEmpty
      ? id : "'" + id.replacing("'", with: "'\\''") + "'"
    return "relais adherents visit \(quoted) --outcome "
      + say(
        "oui | non | rappeler --call-back-on 2026-12-31",
        "yes | no | call-back --call-back-on 2026-12-31")
  }

  package var sheetNumber: String { say("N°", "No.") }
  package var sheetDoor: String { say("Porte", "Door") }

  package var wayLegend: String { say("Chemin de la tournée", "Way of the round") }
  package var startLegend: String { say("Départ et retour", "Start and end") }
  package var stopLegend: String { say("Porte, dans l’ordre", "Door, in order") }

  package func sketchSummary(_ round: VisitRounds.Round) -> String {
    typographic(
      say(
        "Plan de la tournée : \(count(round.stops.count, ("porte", "portes"), ("", ""))), \(distance(round.walk)) à pied. Le tableau de l’itinéraire dit la même chose.",
        "Map of the round: \(count(round.stops.count, ("", ""), ("door", "doors"))), \(distance(round.walk)) on foot. The table of the way says the same."
      ))
  }

  package func itineraryCaption(_ number: Int) -> String {
    say("Itinéraire de la tournée \(number)", "Way of round \(number)")
  }

  package var beyondHeading: String { say("Trop loin à pied", "Too far on foot") }

  package func beyondIntroduction(_ parameters: VisitParameters) -> String {
    typographic(
      say(
        "L’aller et retour depuis le départ ne tient pas dans une tournée de \(minutes(parameters.roundMinutes)) : à faire autrement, ou à partir d’ailleurs.",
        "There and back from the start does not fit a round of \(minutes(parameters.roundMinutes)): to be done otherwise, or from elsewhere."
      ))
  }

  package func beyond(_ name: String, _ walk: Length?) -> String {
    typographic(
      name
        + (walk.map { say(" : à \(distance($0)) du départ", ": \(distance($0)) from the start") }
          ?? say(" : aucun chemin à pied n’y mène", ": no way on foot leads there")))
  }

  package var wholeListHeading: String { say("Toute la liste", "The whole list") }

  package func outcomeSentence(of result: ProspectionResult) -> String {
    outcome(of: result).replacing("\n", with: ". ")
  }

  package func prospectsCaption(_ count: Int) -> String {
    say(
      "Portes où frapper, par rang (\(integer(count)))",
      "Doors to knock on, by rank (\(integer(count)))")
  }

  package func moreProspects(_ count: Int) -> String {
    say(
      "Non montrées ici, dans prospects.csv : \(self.count(count, ("autre porte", "autres portes"), ("", ""))).",
      "Not shown here, in prospects.csv: \(self.count(count, ("", ""), ("other door", "other doors")))."
    )
  }

  package func visitMethod(_ plan: VisitPlan, _ parameters: AnalysisParameters) -> [String] {
    var items = [
      say(
        "Une porte est choisie pour ce qu’elle couvre à moins de \(budget(parameters.mainBudget)) à pied et que ni un relais ni les portes mieux classées ne couvrent.",
        "A door is chosen for what it covers within a \(budget(parameters.mainBudget)) walk and neither a relay nor a door ranked before it does."
      ),
      say(
        "Les portes voisines sont celles qui rattrapent le plus de ce qu’un refus laisserait découvert.",
        "The doors near by are those that make up most for what a refusal would leave uncovered."),
    ]
    if let rounds = plan.rounds {
      let own = rounds.parameters
      items.append(
        say(
          "Une tournée tient en \(minutes(own.roundMinutes)), à \(decimal(own.walkingSpeed, places: 1)) km/h, avec \(minutes(own.doorMinutes)) par porte ; elle garde le temps d’aller, à chaque refus, à la première porte voisine et d’en revenir. Chacune part de la meilleure porte qui reste et prend avec elle celles qui rapportent le plus pour le temps qu’elles ajoutent.",
          "A round takes at most \(minutes(own.roundMinutes)), at \(decimal(own.walkingSpeed, places: 1)) km/h, with \(minutes(own.doorMinutes)) a door; it keeps time to go, at every refusal, to the first door near by and back. Each is made for the best door left, and takes along those that bring most for the time they add."
        ))
      items.append(
        say(
          "Les chemins suivent les rues et passages ouverts aux piétons ; l’ordre des portes est celui qui fait le moins marcher.",
          "Ways follow the streets and passages open to pedestrians; doors are in the order that makes for least walking."
        ))
    }
    if plan.picks.count > VisitRounds.limit {
      items.append(
        say(
          "Les tournées prennent les \(VisitRounds.limit) premières portes de la liste.",
          "Rounds take the first \(VisitRounds.limit) doors of the list."))
    }
    items.append(
      say(
        "Les enfants sont comptés sur le plus court chemin de l’école, à l’endroit le plus passant ; arrondis à cinq, tus en dessous de onze foyers.",
        "Children are counted on the shortest way to school, where most of them pass; rounded to five, withheld below eleven homes."
      ))
    return items.map(typographic)
  }
}
