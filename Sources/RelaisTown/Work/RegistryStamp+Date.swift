public import CoverageEngine
public import Foundation
public import RelaisRegistry

extension RegistryStamp {
  /// Who writes at an instant. The caller looks at the clock: `RegistryStamp(author: "…", at: Date())`.
  ///
  /// - Parameter zone: Says what day it is there.
  public init(author: String, at instant: Date, in zone: TimeZone = .current) {
    let format = ISO8601DateFormatter()
    format.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
    self.init(
      author: author.isEmpty ? "?" : author, recordedAt: format.string(from: instant),
      today: CalendarDay(of: instant, in: zone))
  }
}

extension CalendarDay {
  /// The day it is somewhere at an instant.
  ///
  /// - Precondition: The instant is before the year 3000.
  public init(of instant: Date, in zone: TimeZone = .current) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let parts = calendar.dateComponents([.year, .month, .day], from: instant)
    guard let year = parts.year, let month = parts.month, let day = parts.day,
      let today = CalendarDay(year: year, month: month, day: day)
    else { preconditionFailure("the clock is past the year 2999") }
    self = today
  }
}
