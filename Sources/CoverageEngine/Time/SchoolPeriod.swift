/// The days over which a relay must be open to count in a window.
public struct SchoolPeriod: Hashable, Sendable {
  public let first: CalendarDay
  public let last: CalendarDay

  /// Days a period may have: two years, so that a slip in a year does not ask for ten centuries.
  public static let longest = 731

  /// `nil` where it ends before it begins, has more than ``longest`` days, or touches the year 2999.
  public init?(first: CalendarDay, last: CalendarDay) {
    guard first <= last, last.number - first.number < SchoolPeriod.longest, last.year < 2999 else {
      return nil
    }
    self.first = first
    self.last = last
  }

  /// A day on which lessons are held, or may be.
  struct Day: Hashable, Sendable {
    var day: CalendarDay
    /// Whether the calendar knows that it is no school holiday.
    var isCertain: Bool
  }

  /// The days of some weekday that are no public holiday and not known as school holiday.
  func days(on weekday: Weekday, in calendar: FrenchCalendar) -> [Day] {
    (first.number...last.number).compactMap { number in
      guard CalendarDay.weekday(ofNumber: number) == weekday,
        !calendar.isPublicHoliday(number: number), let day = CalendarDay(number: number)
      else { return nil }
      switch calendar.isSchoolHoliday(number: number) {
      case true?: return nil
      case false?: return Day(day: day, isCertain: true)
      case nil: return Day(day: day, isCertain: false)
      }
    }
  }

  /// The last school year the calendar reaches the end of, 1 September to 31 August.
  ///
  /// No clock is asked: the same program gives the same period on any day. Without a zone it is the
  /// one common to all three.
  public init(lastKnownTo calendar: FrenchCalendar) {
    let reach =
      calendar.reach
      ?? SchoolZone.lettered.compactMap { calendar.schoolHolidays.reach(of: $0) }
      .min { $0.upperBound < $1.upperBound }
    let end = reach?.upperBound
    // A calendar that ends before the summer does not know its last school year whole.
    let year = end.map { $0.month >= 7 ? $0.year : $0.year - 1 } ?? 2027
    guard let first = CalendarDay(year: year - 1, month: 9, day: 1),
      let last = CalendarDay(year: year, month: 8, day: 31),
      let period = SchoolPeriod(first: first, last: last)
    else { preconditionFailure("a school year the calendar lacks") }
    self = period
  }

  /// The Monday of the first week of the period whose five first days are school days, or may be;
  /// `nil` if it has none.
  public func firstWholeWeek(in calendar: FrenchCalendar) -> CalendarDay? {
    let monday = first.number + (7 - first.weekday.index) % 7
    return stride(from: monday, through: last.number - 4, by: 7).first { start in
      (start..<start + 5).allSatisfy {
        !calendar.isPublicHoliday(number: $0) && calendar.isSchoolHoliday(number: $0) != true
      }
    }.flatMap { CalendarDay(number: $0) }
  }
}
