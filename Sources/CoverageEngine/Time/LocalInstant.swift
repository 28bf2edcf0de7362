/// A minute of a day as the clock on the wall shows it: `2026-11-23T08:00`, without a time zone.
///
/// Opening hours are written in wall-clock time, so the hour that daylight saving repeats or skips
/// does not count: minutes are the clock's.
public struct LocalInstant: Hashable, Comparable, Sendable {
  public let day: CalendarDay
  /// Since midnight, below 1440.
  public let minute: Int

  public init(day: CalendarDay, minute: Int) {
    precondition((0..<1440).contains(minute), "a minute outside the day")
    self.day = day
    self.minute = minute
  }

  /// `2026-11-23T08:00`, a blank in place of the T, seconds or not; seconds are left out.
  public init?(parsing text: some StringProtocol) {
    let halves = text.split(whereSeparator: { $0 == "T" || $0 == "t" || $0 == " " })
    guard halves.count == 2 else { return nil }
    let date = halves[0].split(separator: "-", omittingEmptySubsequences: false)
    let time = halves[1].split(separator: ":", omittingEmptySubsequences: false)
    guard date.count == 3, date[0].count == 4, (2...3).contains(time.count),
      let year = LocalInstant.digits(date[0]), let month = LocalInstant.digits(date[1]),
      let dayOfMonth = LocalInstant.digits(date[2]), let hour = LocalInstant.digits(time[0]),
      let minute = LocalInstant.digits(time[1]), hour < 24, minute < 60, time[1].count == 2,
      time.count == 2 || (LocalInstant.digits(time[2]).map { $0 < 60 } ?? false),
      let day = CalendarDay(year: year, month: month, day: dayOfMonth)
    else { return nil }
    self.init(day: day, minute: hour * 60 + minute)
  }

  /// So many minutes later, earlier if negative; `nil` outside the years 1900 to 2999.
  public func adding(minutes: Int) -> LocalInstant? {
    let total = minute + minutes
    let days = total >= 0 ? total / 1440 : (total - 1439) / 1440
    return day.adding(days: days).map { LocalInstant(day: $0, minute: total - days * 1440) }
  }

  /// `2026-11-23T08:00`.
  public var iso: String { day.iso + "T" + LocalInstant.clock(minute) }

  /// `08:00`; past midnight it goes on, `26:00`.
  static func clock(_ minute: Int) -> String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return padded(minute / 60) + ":" + padded(minute % 60)
  }

  public static func < (a: LocalInstant, b: LocalInstant) -> Bool {
    a.day != b.day ? a.day < b.day : a.minute < b.minute
  }

  private static func digits(_ text: some StringProtocol) -> Int? {
    guard (1...4).contains(text.count), text.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      return nil
    }
    return Int(text)
  }
}
