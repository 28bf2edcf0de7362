package import CoverageEngine
package import RelaisGeo

/// What the council's page says of its map, of the gaps to close first, and on paper.
extension Wording {
  // MARK: Map

  package var mapTime: String { say("council.mapTime") }
  package var allDay: String { say("council.allDay") }

  package func budgetShown(_ summary: BudgetSummary, timed: Bool) -> String {
    say(
      "council.budgetShown.mapWithin",
      ["budget": .budget(summary.budget), "streetsShare": .number(summary.streetsShare)])
      + (timed
        ? say("council.budgetShown.countingAll")
        : ".")
  }

  package func windowShown(
    _ budget: Budget, _ window: SchoolRunWindow, certain: BudgetSummary, possible: BudgetSummary
  ) -> String {
    say(
      "council.windowShown",
      [
        "budget": .budget(budget), "window": .text(name(window)), "of": .text(hours(of: window)),
        "streetsShare": .number(certain.streetsShare),
      ]) + (certain == possible ? "." : upTo(possible.streetsShare) + ".")
  }
  package var schoolMark: String { say("council.schoolMark") }

  package func spoken(_ timed: TimedGap, when: String, perhaps: String) -> String {
    let gap = timed.gap
    let place =
      say("council.spoken.gapNo") + integer(gap.rank) + say("punctuation.colon")
      + streetName(gap.street) + ", " + metres(gap.length)
      + say("council.spoken.withoutAn")
    return place + (when.isEmpty ? "" : say("punctuation.colon") + when)
      + (perhaps.isEmpty
        ? "" : say("council.spoken.hoursUnknown") + perhaps) + "."
  }

  // MARK: Gaps to close first

  package var firstGapsHeading: String {
    say("council.firstGapsHeading")
  }

  package func firstGapsIntroduction(_ count: Int, of all: Int, length: Length, byChildren: Bool)
    -> String
  {
    guard all > 0 else {
      return say("council.firstGapsIntroduction.noStreet")
    }
    let order =
      byChildren
      ? say("council.firstGapsIntroduction.firstThose")
      : say("council.firstGapsIntroduction.theLongest")
    return say(
      "council.firstGapsIntroduction.aGap",
      [
        "all": .integer(all), "length": .length(length), "count": .integer(count),
        "order": .text(order),
      ])
  }

  package func firstGapsCaption(_ budget: Budget, count: Int) -> String {
    say("council.firstGapsCaption", ["count": .integer(count), "budget": .budget(budget)])
  }

  package func firstGapsMark(_ count: Int) -> String {
    say("council.firstGapsMark")
  }

  /// The first of several names, and how many more.
  package func firstNames(_ names: [String], _ limit: Int) -> String {
    let shown = names.prefix(limit).joined(separator: ", ")
    let rest = names.count - limit
    return rest > 0
      ? shown + say("council.firstNames") + say("count.others2", ["number": .integer(rest)]) : shown
  }

  // MARK: Paper

  package func elsewhere(_ file: String) -> String {
    say("council.elsewhere", ["file": .text(file)])
  }

  package func elsewhere(_ count: Int, _ file: String) -> String {
    say("council.elsewhere.andThe", ["count": .integer(count), "file": .text(file)])
  }

  package var pageOnScreen: String { say("council.pageOnScreen") }

  /// What the printed pages leave out, and where it is.
  package func leftOnScreen(relays: Int) -> String {
    say("council.leftOnScreen", ["relays": .integer(relays)])
  }
}

/// The limits of the figures, said plainly.
extension Wording {
  package func found(_ findings: [Finding]) -> String {
    let own = findings.filter { $0.code != .inputMissing }
    func count(_ severity: Finding.Severity) -> Int { own.count { $0.severity == severity } }
    return say("council.found.foundIn")
      + say("count.errors", ["number": .integer(count(.error))]) + ", "
      + say("count.pointsToCheck", ["number": .integer(count(.warning))])
      + ", "
      + say("count.notes", ["number": .integer(count(.note))])
      + say("council.found.theList")
  }
}
