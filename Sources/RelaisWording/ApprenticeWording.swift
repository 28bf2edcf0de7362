package import CoverageEngine
package import RelaisGeo

/// What the apprentice's page says.
extension Wording {
  package var apprenticeTitle: String {
    say("apprentice.apprenticeTitle")
  }

  package var noDoorsHeading: String {
    say("apprentice.noDoorsHeading")
  }
  package var noCandidates: String {
    say("apprentice.noCandidates")
  }
  package var nothingToGain: String {
    say("apprentice.nothingToGain")
  }

  package func roundHeading(_ number: Int, doors: Int, minutes: Double) -> String {
    let count = say("count.doors", ["number": .integer(doors)])
    let name =
      number == 1
      ? say("apprentice.roundHeading.thisWeeks") : roundName(number)
    return name + say("punctuation.colon") + count + ", " + self.minutes(minutes)
  }

  package func roundIntroduction(_ round: VisitRounds.Round, start: String, gain: Length) -> String
  {
    let refused =
      round.minutesIfRefused > round.minutes
      ? say(
        "apprentice.roundIntroduction.ifEvery",
        ["minutesIfRefused": .number(round.minutesIfRefused)])
      : ""
    return say(
      "apprentice.roundIntroduction.fromAnd",
      [
        "start": .text(start), "walk": .length(round.walk), "minutes": .number(round.minutes),
        "gain": .length(gain),
      ]) + refused
  }

  package func doorNumber(_ number: Int) -> String {
    say("apprentice.doorNumber", ["number": .digits(number)])
  }

  package func walkTo(_ way: VisitRounds.Way, minutes: Double, from start: String?) -> String {
    let lead =
      start.map { say("apprentice.walkTo.from", ["value": .text($0)]) }
      ?? say("apprentice.walkTo.fromThe")
    let streets = self.way(way)
    return lead + metres(way.length) + ", " + self.minutes(minutes)
      + (streets.isEmpty ? "" : say("apprentice.walkTo.by") + streets) + "."
  }

  package func alternativeSummary(
    _ walk: Length?, minutes: Double?, regained: Length, of lost: Length
  ) -> String {
    let there = zip2(walk, minutes).map { walk, minutes in
      say("apprentice.alternativeSummary", ["walk": .length(walk), "minutes": .number(minutes)])
    }
    return sentence((there ?? "") + regains(regained, of: lost))
  }

  private func zip2<A, B>(_ a: A?, _ b: B?) -> (A, B)? {
    guard let a, let b else { return nil }
    return (a, b)
  }

  /// A clause as a sentence: a capital, a full stop.
  package func sentence(_ clause: String) -> String {
    capitalised(clause) + (clause.hasSuffix(".") ? "" : ".")
  }

  package var whyThisDoor: String { say("apprentice.whyThisDoor") }
  package var toLookAt: String { say("apprentice.toLookAt") }
  package var answerLegend: String { say("apprentice.answerLegend") }
  package var noteLater: String {
    say("apprentice.noteLater")
  }

  package func othersIfRefused(_ number: Int) -> String {
    say("apprentice.othersIfRefused")
      + say("count.doorsNearBy", ["number": .integer(number)])
  }

  /// What every adherent must fulfil, by keys that stay.
  package var doorChecks: [(key: String, label: String)] {
    [
      ("ground", say("apprentice.doorChecks.groundFloor")),
      ("front", say("apprentice.doorChecks.streetFront")),
      ("minors", say("apprentice.doorChecks.minorsAdmitted")),
      ("bell", say("apprentice.doorChecks.noBell")),
    ]
  }

  package var doorAnswers: [(key: String, label: String)] {
    [
      ("yes", say("apprentice.doorAnswers.yes")), ("no", say("apprentice.doorAnswers.no")),
      ("call-back", say("apprentice.doorAnswers.callBack")),
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
      + say("apprentice.visitCommand")
  }

  package var sheetNumber: String { say("apprentice.sheetNumber") }
  package var sheetDoor: String { say("apprentice.sheetDoor") }

  package var wayLegend: String { say("apprentice.wayLegend") }
  package var startLegend: String { say("apprentice.startLegend") }
  package var stopLegend: String { say("apprentice.stopLegend") }

  package func sketchSummary(_ round: VisitRounds.Round) -> String {
    say(
      "apprentice.sketchSummary",
      ["stops": .integer(round.stops.count), "walk": .length(round.walk)])
  }

  package func itineraryCaption(_ number: Int) -> String {
    say("apprentice.itineraryCaption", ["number": .digits(number)])
  }

  package var beyondHeading: String { say("apprentice.beyondHeading") }

  package func beyondIntroduction(_ parameters: VisitParameters) -> String {
    say("apprentice.beyondIntroduction", ["roundMinutes": .number(parameters.roundMinutes)])
  }

  package func beyond(_ name: String, _ walk: Length?) -> String {
    name
      + (walk.map { say("apprentice.beyond.fromThe", ["value": .length($0)]) }
        ?? say("apprentice.beyond.noWay"))
  }

  package var wholeListHeading: String { say("apprentice.wholeListHeading") }

  package func outcomeSentence(of result: ProspectionResult) -> String {
    outcome(of: result).replacing("\n", with: ". ")
  }

  package func prospectsCaption(_ count: Int) -> String {
    say("apprentice.prospectsCaption", ["count": .integer(count)])
  }

  package func moreProspects(_ count: Int) -> String {
    say("apprentice.moreProspects", ["count": .integer(count)])
  }

  package func visitMethod(_ plan: VisitPlan, _ parameters: AnalysisParameters) -> [String] {
    var items = [
      say("apprentice.visitMethod.aDoor", ["mainBudget": .budget(parameters.mainBudget)]),
      say("apprentice.visitMethod.theDoors"),
    ]
    if let rounds = plan.rounds {
      let own = rounds.parameters
      items.append(
        say(
          "apprentice.visitMethod.aRound",
          [
            "roundMinutes": .number(own.roundMinutes), "walkingSpeed": .number(own.walkingSpeed),
            "doorMinutes": .number(own.doorMinutes),
          ]))
      items.append(
        say("apprentice.visitMethod.waysFollow"))
    }
    if plan.picks.count > VisitRounds.limit {
      items.append(
        say("apprentice.visitMethod.roundsTake", ["limit": .digits(VisitRounds.limit)]))
    }
    items.append(
      say("apprentice.visitMethod.childrenAre"))
    return items
  }
}
