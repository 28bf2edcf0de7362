/// Days of the year: months, or from one date to another.
enum DateRange: Hashable, Sendable {
  /// One that ends before it begins goes over the new year. With a year, months of that year.
  case months(year: Int?, from: Int, to: Int)
  case days(from: DatePoint, to: DatePoint)
  /// `Nov 24+`: to the end of the year; with a year, for ever.
  case onward(DatePoint)

  /// The months that are summer or winter for everybody; where one ends nobody says.
  static func season(isSummer: Bool) -> DateRange {
    isSummer ? .months(year: nil, from: 6, to: 8) : .months(year: nil, from: 12, to: 2)
  }

  func contains(_ day: HoursDay) -> Bool {
    switch self {
    case .months(let year, let from, let to):
      if let year, year != day.year { return false }
      return from <= to
        ? day.month >= from && day.month <= to : day.month >= from || day.month <= to
    case .days(let from, let to):
      return DateRange.contains(day, from: from, to: to)
    case .onward(let from):
      return from.number(in: day.year).map { day.number >= $0 } ?? false
    }
  }

  private static func contains(_ day: HoursDay, from: DatePoint, to: DatePoint) -> Bool {
    if from == to {
      // A shifted date may fall into the year before or after its own.
      return from.years(around: day.year).contains { from.number(in: $0) == day.number }
    }
    if let start = from.plainDate, let end = to.plainDate {
      let here = day.month * 32 + day.day
      return start <= end ? here >= start && here <= end : here >= start || here <= end
    }
    for year in from.years(around: day.year) {
      guard let start = from.number(in: year), start <= day.number else { continue }
      // The end is the first one at or after the beginning.
      let ends = (to.year.map { $0...$0 } ?? year...(year + 1)).compactMap {
        to.number(in: $0, isEnd: true)
      }
      if let end = ends.first(where: { $0 >= start }), day.number <= end { return true }
    }
    return false
  }
}

/// A date a range begins or ends with: `Dec 25`, `2026 Dec 25`, `easter -2 days`, `Nov 1 +Su`.
struct DatePoint: Hashable, Sendable {
  enum Anchor: Hashable, Sendable {
    case date(month: Int, day: Int)
    case easter
    /// `Mar Su[-1]`; counted from the month's end if negative.
    case nth(month: Int, weekday: Weekday, place: Int)
  }

  var year: Int?
  var anchor: Anchor
  /// The weekday to go on to, or back to.
  var weekday: WeekdayShift?
  var offset = 0

  struct WeekdayShift: Hashable, Sendable {
    var weekday: Weekday
    var isForward: Bool
  }

  /// Month and day in order, where nothing else gives the date.
  var plainDate: Int? {
    guard year == nil, weekday == nil, offset == 0, case .date(let month, let day) = anchor else {
      return nil
    }
    return month * 32 + day
  }

  /// Its year, or those whose date may fall near a year's days.
  func years(around year: Int) -> ClosedRange<Int> {
    self.year.map { $0...$0 } ?? (year - 1)...(year + 1)
  }

  /// The number of its day in a year; `nil` for a 29 February the year lacks, unless a range ends
  /// with it.
  func number(in year: Int, isEnd: Bool = false) -> Int? {
    let year = self.year ?? year
    var number: Int
    switch anchor {
    case .easter:
      guard (1900...2999).contains(year) else { return nil }
      number = EasterSunday.number(in: year)
    case .date(let month, let day):
      let length = CalendarDay.length(ofMonth: month, year)
      guard day <= length || isEnd else { return nil }
      number = CalendarDay.number(year: year, month: month, day: min(day, length))
    case .nth(let month, let named, let place):
      let edge = CalendarDay.number(
        year: year, month: month, day: place > 0 ? 1 : CalendarDay.length(ofMonth: month, year))
      let away = named.index - CalendarDay.weekday(ofNumber: edge).index
      number =
        place > 0
        ? edge + (away + 7) % 7 + 7 * (place - 1) : edge - (7 - away) % 7 + 7 * (place + 1)
      guard CalendarDay.parts(ofNumber: number).month == month else { return nil }
    }
    if let weekday {
      let here = CalendarDay.weekday(ofNumber: number).index
      let away = weekday.weekday.index - here
      number += weekday.isForward ? (away + 7) % 7 : -((7 - away) % 7)
    }
    return number + offset
  }
}
