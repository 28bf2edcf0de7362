package import CoverageEngine
import RelaisGeo

/// What the council's report says.
extension Wording {
  package var councilTitle: String {
    say("council.councilTitle")
  }

  package func place(_ town: String, insee: String?) -> String {
    insee.map { say("council.place", ["town": .text(town), "code": .text($0)]) } ?? town
  }

  /// The one sentence a reader takes away.
  package func answer(_ summary: BudgetSummary, town: String, relays: Int) -> String {
    let at = budget(summary.budget)
    guard summary.streets > .zero else {
      return say("council.answer.noStreet")
    }
    let left = summary.streets - summary.streetsCovered
    let text =
      if relays == 0 {
        say("council.answer.hasNo", ["town": .text(town), "streets": .length(summary.streets)])
      } else if left == .zero {
        say("council.answer.withinA", ["at": .text(at), "town": .text(town)])
      } else {
        say(
          "council.answer.withinAWalkOf",
          [
            "at": .text(at), "streetsShare": .number(summary.streetsShare), "town": .text(town),
            "left": .length(left),
          ])
      }
    return text
  }

  /// A distance as the minutes a child walks, an estimate.
  ///
  /// - Parameter pace: Metres a second.
  package func minutes(of budget: Budget, atPace pace: Double) -> String {
    say(
      "council.answer.minutes",
      ["budget": .budget(budget), "minutes": .number(budget.metres / pace / 60)])
  }

  /// The best and the least covered district; `nil` where there are not two to compare.
  package func bestAndWorst(_ districts: [DistrictSummary], _ budget: Budget) -> String? {
    let known = districts.filter { $0.streets > .zero }.map { district in
      (name: district.name, share: district.covered[budget].metres / district.streets.metres)
    }
    guard known.count > 1, let best = known.max(by: { $0.share < $1.share }),
      let worst = known.min(by: { $0.share < $1.share }), best.share > worst.share
    else { return nil }
    return say(
      "council.districtsLead",
      [
        "budget": .budget(budget), "best": .text(best.name), "most": .number(best.share),
        "worst": .text(worst.name), "least": .number(worst.share),
      ])
  }

  package func relaysLead(_ count: Int, attached: Int) -> String {
    attached == count
      ? say("council.relaysLead", ["count": .integer(count)])
      : say(
        "council.relaysLead.tooFar",
        ["count": .integer(count), "far": .integer(count - attached)])
  }

  package func generatedBy(_ generator: String, date: CalendarDay?) -> String {
    guard let date else {
      return say("council.generatedBy.reportMade", ["generator": .text(generator)])
    }
    return say("council.generatedBy.dated", ["generator": .text(generator), "day": .date(date)])
  }

  package var summaryHeading: String { say("council.summaryHeading") }

  package func gapsHeading(_ budget: Budget) -> String {
    say("council.gapsHeading")
  }

  package var gapsIntroduction: String {
    say("council.gapsIntroduction")
  }

  package var mapTitle: String {
    say("council.mapTitle")
  }

  package func mapSummary(_ summary: BudgetSummary?) -> String {
    guard let summary, summary.streets > .zero else {
      return say("council.mapSummary.noStreet")
    }
    return say(
      "council.mapSummary.atOf",
      [
        "budget": .budget(summary.budget), "streetsCovered": .length(summary.streetsCovered),
        "streets": .length(summary.streets - summary.streetsCovered),
      ])
  }

  package var coveredStreets: String { say("council.coveredStreets") }
  package var uncoveredStreets: String { say("council.uncoveredStreets") }
  package var otherWays: String {
    say("council.otherWays")
  }
  package var longestGaps: String { say("council.longestGaps") }
  package var attachedRelays: String { say("council.attachedRelays") }
  package var unattachedRelays: String {
    say("council.unattachedRelays")
  }
  /// What lies under the streets of a map.
  package var sceneryLegend: String { say("council.scenery") }
  package var studyArea: String { say("council.studyArea") }
  package var districtLimits: String { say("council.districtLimits") }

  package func relayState(_ snap: Snap?, street: String?) -> String {
    guard let snap else {
      return say("council.relayState.tooFar")
    }
    return say(
      "council.relayState.relayAttached",
      ["street": .text(streetName(street)), "connector": .length(snap.connector)])
  }

  package var budgetsHeading: String { say("council.budgetsHeading") }

  /// What circles on a map would have said, and why it is not so.
  package func circlesExplained(_ summary: BudgetSummary) -> String {
    guard summary.streets > .zero else { return say("council.circlesExplained.nothingTo") }
    let points = roundedPercent(summary.circlesShare) - roundedPercent(summary.streetsShare)
    guard points >= 0.05 else {
      return say("council.circlesExplained.hereCircles")
    }
    let claimed = share(summary.circlesShare)
    return say(
      "council.circlesExplained.circlesOf",
      [
        "budget": .budget(summary.budget), "claimed": .text(claimed),
        "streetsShare": .number(summary.streetsShare), "points": .number(points),
      ])
  }

  package var communesHeading: String { say("council.communesHeading") }
  package var districtsHeading: String { say("council.districtsHeading") }
  package var relaysHeading: String { say("council.relaysHeading") }
  package var noRelays: String { say("council.noRelays") }
  package var findingsHeading: String { say("council.findingsHeading") }
  package var noFindings: String {
    say("council.noFindings")
  }
  package var findingsIntroduction: String {
    say("council.findingsIntroduction")
  }
  package func moreFindings(_ count: Int) -> String {
    say("council.moreFindings", ["count": .integer(count)])
  }
  package var missingHeading: String {
    say("council.missingHeading")
  }
  package var missingLabel: String { say("council.missingLabel") }

  package var methodHeading: String { say("council.methodHeading") }

  package func method(_ parameters: AnalysisParameters, knowsHours: Bool) -> [String] {
    [
      say("council.method.oneWalks"),
      say("council.method.theDistance"),
      parameters.countsConnector
        ? say("council.method.theConnector")
        : say("council.method.theConnectorFromThe"),
      say("council.method.aRelay", ["maximumSnap": .length(parameters.maximumSnap)]),
      knowsHours
        ? say("council.method.theMap")
        : say("council.method.allRelays"),
      say("council.method.theseFigures"),
    ]
  }
}
