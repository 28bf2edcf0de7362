package import CoverageEngine
package import RelaisGeo

/// What the council's page says of recruits to come, of what hangs on one relay, and of the quarters.
extension Wording {
  // MARK: Recruits

  package var recruitsHeading: String {
    say("council.recruitsHeading")
  }

  package func recruitsIntroduction(
    _ count: Int, of candidates: Int, from: Double, to: Double, bound: Double
  ) -> String {
    let text = say(
      "council.recruitsIntroduction.wellChosen",
      [
        "count": .integer(count), "candidates": .integer(candidates), "from": .number(from),
        "to": .number(to),
      ])
    let proof =
      share(to) == share(bound)
      ? say("council.recruitsIntroduction.noOther")
      : say("council.recruitsIntroduction.noSelection", ["bound": .number(bound)])
    return paragraph([text, proof])
  }

  /// - Parameter budget: Where there are several.
  package func recruitsChart(_ budget: Budget?) -> String {
    budget.map { say("council.recruitsChart.at", ["budget": .budget($0)]) }
      ?? say("council.recruitsChart")
  }
  package var recruitsAxis: String { say("council.recruitsAxis") }
  package var recruitsShareAxis: String { say("council.recruitsShareAxis") }
  package var recruitsFound: String { say("council.recruitsFound") }
  package var recruitsBound: String {
    say("council.recruitsBound")
  }
  package func recruitsCaption(_ budget: Budget?) -> String {
    budget.map { say("council.recruitsCaption.at", ["budget": .budget($0)]) }
      ?? say("council.recruitsCaption")
  }
  package var targetsCaption: String {
    say("council.targetsCaption")
  }
  package var otherBudgetsOnScreen: String {
    say("council.otherBudgetsOnScreen")
  }
  package var outOfReach: String { say("council.outOfReach") }

  package func unreachable(_ length: Length, longest: Gap?) -> String {
    let all = say("council.unreachable.ofStreets", ["length": .length(length)])
    guard let longest else { return all }
    return paragraph([
      all,
      say(
        "council.unreachable.theLongest",
        ["street": .text(streetName(longest.street)), "length": .length(longest.length)]),
    ])
  }

  // MARK: Fragility

  package var fragilityHeading: String {
    say("council.fragilityHeading")
  }

  package func fragilityIntroduction(_ onlyOne: Length, of covered: Length, toKeep: Int) -> String {
    let part = covered > .zero ? Double(onlyOne.millimetres) / Double(covered.millimetres) : 0
    return say(
      "council.fragilityIntroduction",
      ["onlyOne": .length(onlyOne), "part": .number(part), "toKeep": .integer(toKeep)])
  }
  package var fragilityCaption: String {
    say("council.fragilityCaption")
  }
  package func otherFragile(_ count: Int) -> String {
    say("council.otherFragile", ["count": .integer(count)])
  }

  // MARK: Trend

  package var trendHeading: String { say("council.trendHeading") }

  package var trendChart: String {
    say("council.trendChart")
  }
  package var trendAxis: String { say("council.trendAxis") }
  package var trendRecomputed: String {
    say("council.trendRecomputed")
  }
  package var trendRecorded: String { say("council.trendRecorded") }
  package func quarterCaption(_ budget: Budget) -> String {
    say("council.quarterCaption", ["budget": .budget(budget)])
  }

  /// `T3 2026`, `Q3 2026`.
  package func quarter(_ day: CalendarDay) -> String {
    say(
      "council.quarter", ["quarter": .digits((day.month + 2) / 3), "year": .digits(day.year)])
  }
}
