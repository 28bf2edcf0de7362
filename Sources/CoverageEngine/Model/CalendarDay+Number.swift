/// Counting days.
extension CalendarDay {
  /// Days since 1 January 1970, negative before.
  public var number: Int { CalendarDay.number(year: year, month: month, day: day) }

  /// The same for any date from the year 0 on; one its month lacks is counted on into the next.
  ///
  /// Years are taken to begin in March, so that the leap day ends them (Hinnant, *chrono-Compatible
  /// Low-Level Date Algorithms*, 2013).
  static func number(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// `nil` outside the years 1900 to 2999.
  public init?(number: Int) {
    let (year, month, day) = CalendarDay.parts(ofNumber: number)
    self.init(year: year, month: month, day: day)
  }

  /// Year, month and day of any number from the year 0 on.
  static func parts(ofNumber number: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  public var weekday: Weekday { CalendarDay.weekday(ofNumber: number) }

  /// The weekday of a day by its number; 1 January 1970 was a Thursday.
  static func weekday(ofNumber number: Int) -> Weekday {
    let index = (number + 3) % 7
    return Weekday(rawValue: index < 0 ? index + 7 : index).unsafelyUnwrapped
  }

  /// So many days later, earlier if negative; `nil` outside the years 1900 to 2999.
  public func adding(days: Int) -> CalendarDay? { CalendarDay(number: number + days) }
}
