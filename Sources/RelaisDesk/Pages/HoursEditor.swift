import CoverageEngine
import RelaisWording

/// Opening hours as rows, one a weekday and one for public holidays: what the sheet's script lets a person change.
enum HoursEditor {
  /// The day's name in opening hours, and on the page.
  static func days(_ wording: Wording) -> [(code: String, name: String)] {
    let codes = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
    return zip(codes, Weekday.allCases).map { ($0, wording.weekday($1)) }
      + [("PH", wording.say("desk.hours.holidays"))]
  }

  /// What each row holds: `08:00-12:30 14:00-19:00`, the word for closed, nothing where nothing is said.
  ///
  /// - Returns: `nil` for hours that are not a plain week, which rows cannot hold.
  static func rows(_ text: String?, _ wording: Wording) -> [String]? {
    guard let text, !text.isEmpty else { return Array(repeating: "", count: 8) }
    guard let week = (try? OpeningHours(parsing: text))?.week else { return nil }
    let closed = wording.say("desk.hours.closed")
    func row(_ stretches: [Range<Int>]) -> String {
      stretches.isEmpty ? closed : stretches.map(HoursEditor.text).joined(separator: " ")
    }
    let holidays =
      switch week.publicHolidays {
      case .unsaid: ""
      case .closed: closed
      case .during(let stretches): row(stretches)
      }
    return Weekday.allCases.map { week.unsaid.contains($0) ? "" : row(week.days[$0.index]) }
      + [holidays]
  }

  private static func text(_ stretch: Range<Int>) -> String {
    func clock(_ minutes: Int) -> String {
      // Midnight that ends a day is 24:00.
      let minutes = minutes > 1440 ? minutes - 1440 : minutes
      let (hour, minute) = (minutes / 60, minutes % 60)
      return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
    }
    return clock(stretch.lowerBound) + "-" + clock(stretch.upperBound)
  }
}
