package import CoverageEngine
package import RelaisGeo

/// What a school's own page says.
extension Wording {
  package func schoolTitle(town: String) -> String {
    say("schools.schoolTitle", ["town": .text(town)])
  }

  package func schoolMapTitle(_ school: School) -> String {
    let name = school.name ?? school.id
    return say("schools.schoolMapTitle", ["name": .text(name)])
  }

  package func schoolAnswer(_ figures: SchoolFigures, budget: Budget) -> String {
    guard let share = figures.coveredShare else {
      return say("schools.schoolAnswer.noWay")
    }
    return say("schools.schoolAnswer.ofThe", ["share": .number(share), "budget": .budget(budget)])
  }

  package var childrenLabel: String { say("schools.childrenLabel") }
  package var childrenExplained: String {
    say("schools.childrenExplained")
  }
  package var medianWalkLabel: String { say("schools.medianWalkLabel") }

  package func longWalkExplained(_ length: Length?) -> String {
    guard let length else { return "" }
    return say("schools.longWalkExplained", ["length": .length(length)])
  }

  package var exposedLabel: String { say("schools.exposedLabel") }
  package var exposedExplained: String {
    say("schools.exposedExplained")
  }
  package var longestLabel: String { say("schools.longestLabel") }

  /// Where it is, and whose way it may be.
  package func longestExplained(_ run: SchoolFigures.Run?) -> String {
    run.map { say("schools.longestExplained.street", ["street": .text(streetName($0.street))]) }
      ?? say("schools.longestExplained")
  }

  package var schoolMapHeading: String { say("schools.schoolMapHeading") }
  package var schoolMapIntroduction: String {
    say("schools.schoolMapIntroduction")
  }

  package func schoolMapSummary(_ figures: SchoolFigures) -> String {
    guard let share = figures.coveredShare else { return "" }
    return say("schools.schoolMapSummary", ["share": .number(share)])
  }

  package var coveredWay: String { say("schools.coveredWay") }
  package var uncoveredWay: String { say("schools.uncoveredWay") }
  package var otherStreets: String { say("schools.otherStreets") }
  package var schoolLabel: String { say("schools.schoolLabel") }
  package var worstGapsLabel: String { say("schools.worstGapsLabel") }

  package var extraRelayHeading: String { say("schools.extraRelayHeading") }

  package func extraRelay(_ gap: Gap, now: Double, then: Double) -> String {
    if let place = singlePlace(from: gap.from, to: gap.to) {
      return say(
        "schools.extraRelay.at",
        [
          "street": .text(streetName(gap.street)), "place": .text(place), "now": .number(now),
          "then": .number(then),
        ])
    }
    return say(
      "schools.extraRelay",
      [
        "street": .text(streetName(gap.street)), "from": .text(gapEnd(gap.from)),
        "to": .text(gapEnd(gap.to)), "now": .number(now), "then": .number(then),
      ])
  }

  package var wayShown: String { say("schools.wayShown") }
  package var shortestWay: String { say("schools.shortestWay") }
  package var saferWay: String { say("schools.saferWay") }
  package var saferWayCaption: String { say("schools.saferWayCaption") }
  package var schoolRelaysHeading: String { say("schools.schoolRelaysHeading") }
  package var noSchoolRelay: String { say("schools.noSchoolRelay") }

  package func schoolRelaysCaption(_ count: Int) -> String {
    say("schools.schoolRelaysCaption", ["count": .integer(count)])
  }

  package var parentsHeading: String { say("schools.parentsHeading") }

  package var parentsAdvice: [String] {
    [
      say("schools.parentsAdvice.show"), say("schools.parentsAdvice.enter"),
      say("schools.parentsAdvice.number"),
    ]
  }

  package var schoolIndexCaption: String { say("schools.indexCaption") }

  package func schoolIndexAnswer(_ count: Int) -> String {
    say("schools.indexAnswer", ["schools": .integer(count)])
  }

  package var coveredRoutesHeading: String { say("schools.coveredRoutesHeading") }

  package var sharedWayHeading: String { say("schools.sharedWayHeading") }

  package var stopsCaption: String {
    say("schools.stopsCaption")
  }

  /// A crossing by its streets, the first three.
  package func stop(_ stop: SharedWay.Stop) -> String {
    stop.streets.isEmpty
      ? say("schools.stop")
      : stop.streets.prefix(3).joined(separator: " / ")
  }
}
