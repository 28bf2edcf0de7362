/// `2026`, `2024-2026`, `2020-2030/2`, `2026+`.
struct YearRange: Hashable, Sendable {
  var from: Int
  /// `nil` without end.
  var to: Int?
  var step = 1

  func contains(_ year: Int) -> Bool {
    year >= from && year <= to ?? .max && (year - from) % step == 0
  }
}

/// `week 10`, `week 2-52/2`; one that ends before it begins goes over the new year.
struct WeekRange: Hashable, Sendable {
  var from: Int
  var to: Int
  var step = 1

  func contains(_ week: Int) -> Bool {
    if from <= to { return week >= from && week <= to && (week - from) % step == 0 }
    if week >= from { return (week - from) % step == 0 }
    return week <= to && (week + 53 - from) % step == 0
  }
}

/// `Sa[1]`, `Sa[-1]`, `Th[2] +1 day`.
struct NthWeekday: Hashable, Sendable {
  var weekday: Weekday
  /// Bits 1 to 5 count from the month's beginning, bits 6 to 10 from its end.
  var places: UInt16
  var offset = 0

  func contains(_ day: HoursDay) -> Bool {
    let number = day.number - offset
    guard CalendarDay.weekday(ofNumber: number) == weekday else { return false }
    let (year, month, dayOfMonth) =
      offset == 0 ? (day.year, day.month, day.day) : CalendarDay.parts(ofNumber: number)
    let fromEnd = CalendarDay.length(ofMonth: month, year) - dayOfMonth
    return places & (1 << UInt16((dayOfMonth + 6) / 7) | 1 << UInt16(6 + fromEnd / 7)) != 0
  }
}

/// `PH`, `SH`, `PH -1 day`.
struct HolidaySelector: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case `public`
    case school
  }

  var kind: Kind
  var offset = 0

  func contains(_ day: inout HoursDay) -> Bool {
    switch kind {
    case .public: day.isPublicHoliday(offset: -offset)
    case .school: day.isSchoolHoliday(offset: -offset)
    }
  }
}
