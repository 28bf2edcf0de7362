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
    let name = number == 1 ? say("apprentice.roundHeading.thisWeeks") : roundName(number)
    return say(
      "apprentice.roundHeading",
      ["round": .text(name), "doors": .integer(doors), "minutes": .number(minutes)])
  }

  package func roundIntroduction(
    _ round: VisitRounds.Round, start: String, gain: Length, ifYes: Length?
  ) -> String {
    let accepted =
      if let ifYes {
        say(
          "apprentice.roundIntroduction.average",
          [
            "start": .text(start), "walk": .length(round.walk), "minutes": .number(round.minutes),
            "gain": .length(gain), "ifYes": .length(ifYes),
          ])
      } else {
        say(
          "apprentice.roundIntroduction.fromAnd",
          [
            "start": .text(start), "walk": .length(round.walk), "minutes": .number(round.minutes),
            "gain": .length(gain),
          ])
      }
    guard round.minutesIfRefused > round.minutes else { return accepted }
    return paragraph([
      accepted,
      say(
        "apprentice.roundIntroduction.ifEvery",
        ["minutesIfRefused": .number(round.minutesIfRefused)]),
    ])
  }

  package func doorNumber(_ number: Int) -> String {
    say("apprentice.doorNumber", ["number": .digits(number)])
  }

  package func walkTo(_ way: VisitRounds.Way, minutes: Double, from start: String?) -> String {
    let streets = self.way(way)
    return switch (start, streets.isEmpty) {
    case (let start?, true):
      say(
        "apprentice.walkTo.from",
        ["start": .text(start), "walk": .length(way.length), "minutes": .number(minutes)])
    case (let start?, false):
      say(
        "apprentice.walkTo.fromAlong",
        [
          "start": .text(start), "walk": .length(way.length), "minutes": .number(minutes),
          "streets": .text(streets),
        ])
    case (nil, true):
      say(
        "apprentice.walkTo.fromThe",
        ["walk": .length(way.length), "minutes": .number(minutes)])
    case (nil, false):
      say(
        "apprentice.walkTo.fromTheAlong",
        [
          "walk": .length(way.length), "minutes": .number(minutes), "streets": .text(streets),
        ])
    }
  }

  package func alternativeSummary(
    _ walk: Length?, minutes: Double?, regained: Length, of lost: Length
  ) -> String {
    let regains = regains(regained, of: lost)
    guard let walk, let minutes else { return sentence(regains) }
    return sentence(
      say(
        "apprentice.alternativeSummary",
        ["walk": .length(walk), "minutes": .number(minutes), "regains": .text(regains)]))
  }

  package func nearDoors(_ number: Int) -> String {
    say("apprentice.nearDoors", ["doors": .integer(number)])
  }

  package func nearSummary(_ detour: Length, gain: Length) -> String {
    say("apprentice.nearSummary", ["detour": .length(detour), "gain": .length(gain)])
  }

  /// A clause as a sentence: a capital, a full stop.
  package func sentence(_ clause: String) -> String {
    capitalised(clause) + (clause.hasSuffix(".") ? "" : ".")
  }

  package var whyThisDoor: String { say("apprentice.whyThisDoor") }
  package var noteLater: String {
    say("apprentice.noteLater")
  }

  package func othersIfRefused(_ number: Int) -> String {
    say("apprentice.othersIfRefused", ["doors": .integer(number)])
  }

  /// What every adherent must fulfil, by keys that stay.
  package var doorChecks: [(key: StreetAnswer.Condition, label: String)] {
    [
      (.groundFloor, say("apprentice.doorChecks.groundFloor")),
      (.streetFront, say("apprentice.doorChecks.streetFront")),
      (.minorsAdmitted, say("apprentice.doorChecks.minorsAdmitted")),
      (.noBell, say("apprentice.doorChecks.noBell")),
    ]
  }

  package var doorAnswers: [(key: VisitOutcome, label: String)] {
    [
      (.yes, say("apprentice.doorAnswers.yes")), (.no, say("apprentice.doorAnswers.no")),
      (.callBack, say("apprentice.doorAnswers.callBack")),
    ]
  }

  /// The command that records an answer, which is left open; the identifier cannot be taken for anything else by a shell.
  package func visitCommand(_ id: String) -> String {
    let plain = id.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
        || "._-/:@".unicodeScalars.contains($0)
    }
    let quoted =
      plain && !id.hasPrefix("-") && !id.isEmpty
      ? id : "'" + id.replacing("'", with: "'\\''") + "'"
    return "relais adherents visit \(quoted) --outcome"
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
    walk.map { say("apprentice.beyond.fromThe", ["door": .text(name), "walk": .length($0)]) }
      ?? say("apprentice.beyond.noWay", ["door": .text(name)])
  }

  package var wholeListHeading: String { say("apprentice.wholeListHeading") }

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
      if let round = rounds.rounds.first {
        items.append(
          say(
            "apprentice.visitMethod.proven",
            ["share": .number((100 * (1 - round.optimalityGap)).rounded(.down) / 100)]))
      }
    }
    items.append(
      say("apprentice.visitMethod.childrenAre"))
    return items
  }
}
