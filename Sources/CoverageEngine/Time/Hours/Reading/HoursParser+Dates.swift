/// Months and dates.
extension HoursParser {
  /// A year that belongs to a date: `2026 Dec`.
  var beginsDate: Bool { beginsDate(0) }

  func beginsDate(_ ahead: Int) -> Bool {
    guard case .number(_, digits: 4) = kind(ahead) else { return false }
    switch kind(ahead + 1) {
    case .word(.month), .word(.easter): return true
    default: return false
    }
  }

  /// `15 juin`, `1-15 août`, `24 et 25 décembre`.
  func beginsDayMonth(_ ahead: Int) -> Bool {
    guard isDayNumber(ahead) else { return false }
    if daysBeforeMonth(ahead) != nil { return true }
    if case .word(.month) = kind(ahead + 1) { return true }
    guard kind(ahead + 1) == .dash || kind(ahead + 1) == .word(.upTo), isDayNumber(ahead + 2),
      case .word(.month) = kind(ahead + 3)
    else { return false }
    return true
  }

  /// `24, 25 et 31 décembre`: how many days are listed before the month they share; `nil` where it is none or one.
  private func daysBeforeMonth(_ ahead: Int) -> Int? {
    var count = 1
    var here = ahead
    while isDayNumber(here), kind(here + 1) == .comma || kind(here + 1) == .word(.and) {
      count += 1
      here += 2
    }
    guard count > 1, isDayNumber(here), case .word(.month) = kind(here + 1) else { return nil }
    return count
  }

  private mutating func takeDaysBeforeMonth(_ count: Int) throws(OpeningHoursError) -> [DateRange] {
    guard case .word(.month(let month)) = kind(2 * count - 1) else { throw problem(.month) }
    var days: [DateRange] = []
    for number in 0..<count {
      guard case .number(let day, _) = kind else { throw problem(.dayOfMonth) }
      let point = try point(month: month, day: day)
      days.append(.days(from: point, to: point))
      // The day, and what joins it to the next or the month.
      at += number + 1 < count ? 2 : 1
    }
    at += 1
    return days
  }

  private func isDayNumber(_ ahead: Int) -> Bool {
    guard case .number(let value, let digits) = kind(ahead) else { return false }
    return digits <= 2 && (1...31).contains(value)
  }

  mutating func dates() throws(OpeningHoursError) -> [DateRange] {
    var dates: [DateRange] = []
    /// The month whose days a list goes on with: `Dec 24,25,31`.
    var month: (month: Int, year: Int?)?
    /// `2026 Jun,Jul`: a year holds for what follows in its list.
    var year: Int?
    repeat {
      if isDayNumber(0), !(isLenient && beginsDayMonth(0)), let (month, year) = month {
        dates.append(try days(of: month, year: year))
      } else if isLenient, let count = daysBeforeMonth(0) {
        dates += try takeDaysBeforeMonth(count)
        month = nil
      } else {
        let range = try dateRange(year: year, isListed: !dates.isEmpty)
        dates.append(range)
        year = range.year
        month = nil
        if case .days(_, let last) = range, case .date(let named, _) = last.anchor,
          last.weekday == nil, last.offset == 0
        {
          month = (named, last.year)
        }
      }
    } while takeComma(orWord: true) { parser in
      switch parser.kind(1) {
      case .word(.month), .word(.easter): true
      case .number(_, digits: 4): parser.beginsDate(1)
      default:
        parser.isLenient && parser.beginsDayMonth(1)
          || month != nil && parser.isDayNumber(1)
            && (!parser.isLenient || !parser.beginsSpan(1))
      }
    }
    return dates
  }

  /// `24`, `28-30`, after a month was named.
  private mutating func days(of month: Int, year: Int?) throws(OpeningHoursError) -> DateRange {
    let from = try dayPoint(month: month, year: year)
    guard kind == .dash, isDayNumber(1) else { return .days(from: from, to: from) }
    at += 1
    return .days(from: from, to: try dayPoint(month: month, year: year))
  }

  /// - Parameter year: That of the list, unless it has its own.
  private mutating func dateRange(
    year listed: Int?, isListed: Bool
  ) throws(OpeningHoursError) -> DateRange {
    if isLenient, isDayNumber(0) { return try dayMonthRange() }
    let year = try yearOfDate() ?? listed
    if case .word(.month(let month)) = kind, !isDayNumber(1), !isNthDate(1, isListed: isListed) {
      at += 1
      return try months(from: month, year: year)
    }
    var from = try datePoint(year: year)
    if kind == .plus, !isOffset {
      at += 1
      return .onward(from)
    }
    guard kind == .dash, !isOffset else { return .days(from: from, to: from) }
    at += 1
    var to: DatePoint
    if isDayNumber(0), case .date(let month, let first) = from.anchor {
      to = try dayPoint(month: month, year: from.year, isEnd: true)
      guard case .date(_, let last) = to.anchor, last >= first else { throw problem(.dayOfMonth) }
      try shift(&to)
    } else {
      to = try datePoint(year: try yearOfDate(), isEnd: true)
    }
    if from.year == nil, let year = to.year {
      from.year = from.isLater(than: to) ? year - 1 : year
    }
    return .days(from: from, to: to)
  }

  private mutating func yearOfDate() throws(OpeningHoursError) -> Int? {
    guard case .number(let value, digits: 4) = kind else { return nil }
    guard (1900...2999).contains(value) else { throw problem(.year) }
    at += 1
    return value
  }

  private mutating func months(from: Int, year: Int?) throws(OpeningHoursError) -> DateRange {
    guard kind == .dash || isLenient && kind == .word(.upTo) else {
      return .months(year: year, from: from, to: from)
    }
    if case .word(.month(let to)) = kind(1),
      !{ if case .number(_, let digits) = kind(2) { digits <= 2 } else { false } }()
    {
      at += 2
      return .months(year: year, from: from, to: to)
    }
    if case .number(let other, digits: 4) = kind(1), case .word(.month(let to)) = kind(2),
      let year, other > year
    {
      // `2026 Nov-2027 Mar`
      at += 3
      return .days(
        from: DatePoint(year: year, anchor: .date(month: from, day: 1)),
        to: DatePoint(
          year: other, anchor: .date(month: to, day: CalendarDay.length(ofMonth: to, other))))
    }
    at += 1
    throw problem(.month)
  }

  /// `15 juin au 15 septembre`, `1-15 août`, `25 décembre`.
  private mutating func dayMonthRange() throws(OpeningHoursError) -> DateRange {
    guard let first = takeNumber() else { throw problem(.dayOfMonth) }
    if case .word(.month(let month)) = kind {
      let from = try point(month: month, day: first)
      at += 1
      guard isDayNumber(1), case .word(.month(let end)) = kind(2), takeRange(),
        let last = takeNumber()
      else { return .days(from: from, to: from) }
      let to = try point(month: end, day: last)
      at += 1
      return .days(from: from, to: to)
    }
    guard takeRange(), let last = takeNumber(), case .word(.month(let month)) = kind, last >= first
    else { throw problem(.month) }
    let range = DateRange.days(
      from: try point(month: month, day: first), to: try point(month: month, day: last))
    at += 1
    return range
  }

  private func point(month: Int, day: Int) throws(OpeningHoursError) -> DatePoint {
    // Of a leap year.
    guard day <= CalendarDay.length(ofMonth: month, 2024) else { throw problem(.dayOfMonth) }
    return DatePoint(anchor: .date(month: month, day: day))
  }

  // MARK: Points

  private mutating func datePoint(
    year: Int?, isEnd: Bool = false
  ) throws(OpeningHoursError) -> DatePoint {
    var point: DatePoint
    switch kind {
    case .word(.easter):
      at += 1
      point = DatePoint(year: year, anchor: .easter)
    case .word(.month(let month)):
      at += 1
      if case .word(.weekday(let weekday)) = kind, kind(1) == .openingBracket {
        at += 2
        let isFromEnd = take(.dash)
        let place = try place()
        guard take(.closingBracket) else { throw problem(.number) }
        point = DatePoint(
          year: year,
          anchor: .nth(month: month, weekday: weekday, place: isFromEnd ? -place : place))
      } else {
        point = try dayPoint(month: month, year: year, isEnd: isEnd)
      }
    default: throw problem(.month)
    }
    try shift(&point)
    return point
  }

  /// - Parameter isEnd: Of a range, where `Apr 31` can only be the end of April.
  private mutating func dayPoint(
    month: Int, year: Int?, isEnd: Bool = false
  ) throws(OpeningHoursError) -> DatePoint {
    let length = CalendarDay.length(ofMonth: month, year ?? 2024)
    guard case .number(let day, let digits) = kind, digits <= 2,
      (1...(isLenient && isEnd ? 31 : length)).contains(day)
    else { throw problem(.dayOfMonth) }
    at += 1
    return DatePoint(year: year, anchor: .date(month: month, day: min(day, length)))
  }

  /// Takes ` +Su`, ` -2 days` after a date.
  private mutating func shift(_ point: inout DatePoint) throws(OpeningHoursError) {
    if isWeekdayShift, case .word(.weekday(let weekday)) = kind(1) {
      point.weekday = DatePoint.WeekdayShift(weekday: weekday, isForward: kind == .plus)
      at += 2
    }
    point.offset = try dayOffset()
  }

  private var isWeekdayShift: Bool {
    guard kind == .plus || kind == .dash, tokens[at].isApart, case .word(.weekday) = kind(1) else {
      return false
    }
    return !tokens[at + 1].isApart
  }

  private var isOffset: Bool {
    if isWeekdayShift { return true }
    guard kind == .plus || kind == .dash, case .number = kind(1) else { return false }
    return kind(2) == .word(.day)
  }

  /// `Mar Su[-1]-Oct Su[-1]`, `Jan 1,May Mo[-1]`: in a range or a list of dates the weekday is part
  /// of a date, which in `Mar Su[-1]` alone it need not be.
  private func isNthDate(_ ahead: Int, isListed: Bool) -> Bool {
    guard case .word(.weekday) = kind(ahead), kind(ahead + 1) == .openingBracket else {
      return false
    }
    var here = ahead + 2
    if kind(here) == .dash { here += 1 }
    guard case .number = kind(here), kind(here + 1) == .closingBracket else { return false }
    here += 2
    if kind(here) == .plus || kind(here) == .dash, kind(here + 2) == .word(.day) { here += 3 }
    if isListed { return true }
    guard kind(here) == .dash || kind(here) == .comma else { return false }
    switch kind(here + 1) {
    case .word(.month), .word(.easter): return true
    case .number(_, digits: 4): return beginsDate(here + 1)
    default: return false
    }
  }
}

extension DateRange {
  fileprivate var year: Int? {
    switch self {
    case .months(let year, _, _): year
    case .days(let from, _): from.year
    case .onward(let from): from.year
    }
  }
}

extension DatePoint {
  /// Within one year, as far as the dates alone say.
  fileprivate func isLater(than other: DatePoint) -> Bool {
    guard let here = number(in: 2024),
      let there = DatePoint(
        year: nil, anchor: other.anchor, weekday: other.weekday, offset: other.offset
      ).number(in: 2024)
    else { return false }
    return here > there
  }
}
