package import CoverageEngine
package import RelaisGeo

/// What is said of past days, of quarters, and of what changed between two days.
extension Wording {
  // MARK: The command line

  package var pastTitle: String { say("trend.pastTitle") }
  package var pastDayHelp: String {
    say("trend.pastDayHelp")
  }
  package var sinceHelp: String {
    say("trend.sinceHelp")
  }
  package func dayToCome(_ day: CalendarDay) -> String {
    say("trend.dayToCome", ["day": .date(day)])
  }
  package func sinceTooLate(_ since: CalendarDay, _ day: CalendarDay) -> String {
    say("trend.sinceTooLate", ["since": .date(since), "day": .date(day)])
  }
  package var asOfNeedsRegistry: String {
    say("trend.asOfNeedsRegistry")
  }
  /// Why a run has no trend.
  package func streetsBeyond(_ rows: Int) -> String {
    say("trend.streetsBeyond", ["rows": .integer(rows)])
  }

  package var noTrend: String {
    say("trend.noTrend")
  }
  /// - Parameter reason: The registry's error, as a sentence.
  package func runNotKept(_ reason: String) -> String {
    say("trend.runNotKept", ["reason": .text(reason)])
  }

  package var reportAbstract: String {
    say("trend.reportAbstract")
  }
  package var reportDiscussion: String {
    say("trend.reportDiscussion")
  }
  package func readerHelp(_ readers: [String]) -> String {
    say("trend.readerHelp", ["readers": .list(readers)])
  }
  package func unknownReader(_ reader: String, _ readers: [String]) -> String {
    say("trend.unknownReader", ["reader": .text(reader), "readers": .list(readers)])
  }
  package var reportOutHelp: String {
    say("trend.reportOutHelp")
  }
  package var runOutHelp: String {
    say("trend.runOutHelp")
  }
  package func wroteReport(_ file: String) -> String {
    say("trend.wroteReport", ["file": .text(file)])
  }

  // MARK: On pages

  /// Says on a page that it is about a past day.
  package func asOf(_ day: CalendarDay) -> String {
    say("trend.asOf", ["day": .date(day)])
  }

  package func asOfLine(_ day: CalendarDay) -> String {
    say("trend.asOfLine", ["day": .date(day)])
  }

  /// What changed, in a sentence or two, within one budget.
  package func sentence(_ change: CoverageChange, _ budget: Budget) -> String {
    let effects = change.effects[budget]
    let people = [
      part(change.joined.count, "trend.sentence.joined"),
      part(change.left.count, "trend.sentence.left"),
      part(change.moved.count, "trend.sentence.moved"),
    ].compactMap { $0 }
    let who =
      people.isEmpty
      ? say("trend.sentence.noneCame") : people.joined(separator: ", ")
    let day = date(change.since)
    guard let total = effects.total, let streets = effects.streets else {
      if people.isEmpty {
        return say("trend.sentence.sinceNo", ["day": .text(day)])
      }
      return say(
        "trend.sentence.sinceOf",
        [
          "day": .text(day), "effects": .text(signed(effects.members)), "budget": .budget(budget),
          "who": .text(who),
        ])
    }
    return say(
      "trend.sentence.sinceOfStreetsCovered",
      [
        "day": .text(day), "total": .text(signed(total)), "budget": .budget(budget),
        "effects": .text(signed(effects.members)), "who": .text(who),
        "streets": .text(signed(streets)),
      ])
  }

  private func part(_ count: Int, _ key: String) -> String? {
    count == 0 ? nil : say(key, ["number": .integer(count)])
  }

  /// A difference of lengths with its sign: `+1,2 km`, `−340 m`, `0 m`.
  package func signed(_ length: Length) -> String {
    if length == .zero { return distance(.zero) }
    let size = distance(Length(millimetres: Int64(length.millimetres.magnitude)))
    return (length < .zero ? "−" : "+") + size
  }

  /// The same of the percentages as they are printed, in points: `+1,2 point`.
  package func signedPoints(_ before: Double, _ after: Double) -> String {
    let points = roundedPercent(after) - roundedPercent(before)
    let sign = points >= 0.05 ? "+" : points <= -0.05 ? "−" : ""
    let text = sign + decimal(abs(points), places: 1)
    return abs(points) < 2
      ? say("trend.signedPoints.points", ["points": .text(text)])
      : say("trend.signedPoints", ["points": .text(text)])
  }

  // MARK: Tables and layers

  package var trendIntroduction: String {
    say("trend.trendIntroduction")
  }
  package var trendCaption: String {
    say("trend.trendCaption")
  }
  package func effectsCaption(_ since: CalendarDay) -> String {
    say("trend.effectsCaption", ["since": .date(since)])
  }
  package func changesCaption(_ since: CalendarDay, _ budget: Budget) -> String {
    say("trend.changesCaption", ["budget": .budget(budget), "since": .date(since)])
  }
  package var sinceHeader: String { say("trend.sinceHeader") }
  package func changesRemainder(_ count: Int, _ length: Length) -> String {
    say("trend.changesRemainder", ["count": .integer(count), "length": .length(length)])
  }
  package func name(_ kind: CoverageChange.Stretch.Kind) -> String {
    switch kind {
    case .gained: say("trend.name.gained")
    case .lost: say("trend.name.lost")
    }
  }
  package func legend(_ kind: CoverageChange.Stretch.Kind) -> String {
    switch kind {
    case .gained: say("trend.legend.gained")
    case .lost: say("trend.legend.lost")
    }
  }
  package func changesLayer(_ since: CalendarDay) -> String {
    say("trend.changesLayer", ["since": .date(since)])
  }
  package func changesHeading(_ since: CalendarDay) -> String {
    say("trend.changesHeading", ["since": .date(since)])
  }
  package func changesIntroduction(_ budget: Budget) -> String {
    say("trend.changesIntroduction", ["budget": .budget(budget)])
  }
  package func changesSummary(gained: Length, lost: Length, _ budget: Budget) -> String {
    say(
      "trend.changesSummary",
      ["budget": .budget(budget), "gained": .length(gained), "lost": .length(lost)])
  }
  package func changesView(_ since: CalendarDay) -> String {
    say("trend.changesView", ["since": .date(since)])
  }
}
