/// The day a rule is asked about.
struct HoursDay {
  let number: Int
  let year: Int
  let month: Int
  let day: Int
  let weekday: Weekday
  let calendar: FrenchCalendar
  /// What days count as whose school holidays are not known.
  let assumesSchoolHoliday: Bool
  /// A rule asked for such a day.
  private(set) var hasAssumed = false

  init(number: Int, calendar: FrenchCalendar, assumesSchoolHoliday: Bool) {
    self.number = number
    (year, month, day) = CalendarDay.parts(ofNumber: number)
    weekday = CalendarDay.weekday(ofNumber: number)
    self.calendar = calendar
    self.assumesSchoolHoliday = assumesSchoolHoliday
  }

  /// The week by ISO 8601.
  var week: Int {
    // The week is that of its Thursday.
    let thursday = number - weekday.index + 3
    let year = CalendarDay.parts(ofNumber: thursday).year
    return (thursday - CalendarDay.number(year: year, month: 1, day: 1)) / 7 + 1
  }

  mutating func isSchoolHoliday(offset: Int) -> Bool {
    if let known = calendar.isSchoolHoliday(number: number + offset) { return known }
    hasAssumed = true
    return assumesSchoolHoliday
  }

  func isPublicHoliday(offset: Int) -> Bool { calendar.isPublicHoliday(number: number + offset) }
}
