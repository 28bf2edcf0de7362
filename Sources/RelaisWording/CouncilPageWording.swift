package import CoverageEngine
package import RelaisGeo

/// What the council's page says of its map, of the gaps to close first, and on paper.
extension Wording {
  // MARK: Map

  package var mapTime: String { say("council.mapTime") }
  package var allDay: String { say("council.allDay") }

  package func budgetShown(_ summary: BudgetSummary, timed: Bool) -> String {
    timed
      ? say(
        "council.budgetShown.timed",
        ["budget": .budget(summary.budget), "streetsShare": .number(summary.streetsShare)])
      : say(
        "council.budgetShown",
        ["budget": .budget(summary.budget), "streetsShare": .number(summary.streetsShare)])
  }

  package func windowShown(
    _ budget: Budget, _ window: SchoolRunWindow, certain: BudgetSummary, possible: BudgetSummary
  ) -> String {
    certain == possible
      ? say(
        "council.windowShown",
        [
          "budget": .budget(budget), "window": .text(name(window)),
          "hours": .text(hours(of: window)), "certain": .number(certain.streetsShare),
        ])
      : say(
        "council.windowShown.upTo",
        [
          "budget": .budget(budget), "window": .text(name(window)),
          "hours": .text(hours(of: window)), "certain": .number(certain.streetsShare),
          "possible": .number(possible.streetsShare),
        ])
  }
  package var schoolMark: String { say("council.schoolMark") }

  package func spoken(_ timed: TimedGap, when: String, perhaps: String) -> String {
    let gap = timed.gap
    let street = streetName(gap.street)
    return switch (when.isEmpty, perhaps.isEmpty) {
    case (true, true):
      say(
        "council.spoken.timed",
        ["rank": .integer(gap.rank), "street": .text(street), "length": .length(gap.length)])
    case (false, true):
      say(
        "council.spoken.timedWhen",
        [
          "rank": .integer(gap.rank), "street": .text(street), "length": .length(gap.length),
          "when": .text(when),
        ])
    case (true, false):
      say(
        "council.spoken.timedPerhaps",
        [
          "rank": .integer(gap.rank), "street": .text(street), "length": .length(gap.length),
          "perhaps": .text(perhaps),
        ])
    case (false, false):
      say(
        "council.spoken.timedBoth",
        [
          "rank": .integer(gap.rank), "street": .text(street), "length": .length(gap.length),
          "when": .text(when), "perhaps": .text(perhaps),
        ])
    }
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

  /// What is too short for the list, in one line.
  package func shortGaps(_ count: Int, _ length: Length, floor: Length) -> String {
    say(
      "council.firstGapsIntroduction.short",
      ["count": .integer(count), "floor": .length(floor), "length": .length(length)])
  }

  package func firstGapsCaption(_ budget: Budget, count: Int) -> String {
    say("council.firstGapsCaption", ["count": .integer(count), "budget": .budget(budget)])
  }

  package func firstGapsMark(_ count: Int) -> String {
    say("council.firstGapsMark")
  }

  /// The first of several names, and how many more.
  package func firstNames(_ names: [String], _ limit: Int) -> String {
    let (shown, rest) = (names.prefix(limit), names.count - limit)
    return rest > 0
      ? say("council.firstNames", ["names": .list(shown), "others": .integer(rest)])
      : shown.joined(separator: ", ")
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
    return say(
      "council.found",
      [
        "errors": .integer(count(.error)), "warnings": .integer(count(.warning)),
        "notes": .integer(count(.note)),
      ])
  }
}
