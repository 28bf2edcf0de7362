/// On which days a rule holds. Kinds of selectors narrow each other; within one kind, any will do.
struct DaySelector: Hashable, Sendable {
  var years: [YearRange] = [] { didSet { isEveryDate = hasNoDates } }
  var dates: [DateRange] = [] { didSet { isEveryDate = hasNoDates } }
  var weeks: [WeekRange] = [] { didSet { isEveryDate = hasNoDates } }
  /// Whole weekdays as bits, Monday the lowest.
  var weekdays: UInt8 = 0
  var nthWeekdays: [NthWeekday] = []
  /// Holidays in addition to the weekdays: `PH,Su`.
  var holidays: [HolidaySelector] = []
  /// Holidays the weekdays narrow: `SH Mo-Fr`.
  var within: [HolidaySelector] = []

  private(set) var isEveryDate = true

  static let everyDay = DaySelector()

  private var hasNoDates: Bool { years.isEmpty && dates.isEmpty && weeks.isEmpty }

  var hasWeekdays: Bool { weekdays != 0 || !nthWeekdays.isEmpty || !holidays.isEmpty }

  var isEveryDay: Bool { isEveryDate && !hasWeekdays && within.isEmpty }

  var isWeekly: Bool {
    isEveryDate && nthWeekdays.isEmpty && holidays.isEmpty && within.isEmpty
  }

  func names(_ kind: HolidaySelector.Kind) -> Bool {
    holidays.contains { $0.kind == kind } || within.contains { $0.kind == kind }
  }

  /// - Complexity: O(1) for weekdays alone; else O(n) in the selectors.
  func matches(_ day: inout HoursDay) -> Bool {
    if !isEveryDate {
      guard years.isEmpty || years.contains(where: { $0.contains(day.year) }),
        weeks.isEmpty || weeks.contains(where: { $0.contains(day.week) })
      else { return false }
      guard dates.isEmpty || dates.contains(where: { $0.contains(day) }) else { return false }
    }
    if hasWeekdays {
      var isNamed = weekdays & (1 << UInt8(truncatingIfNeeded: day.weekday.index)) != 0
      if !isNamed { isNamed = nthWeekdays.contains { $0.contains(day) } }
      if !isNamed {
        for holiday in holidays where holiday.contains(&day) {
          isNamed = true
          break
        }
      }
      guard isNamed else { return false }
    }
    guard !within.isEmpty else { return true }
    for holiday in within where holiday.contains(&day) { return true }
    return false
  }
}
