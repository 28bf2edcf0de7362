/// Public holidays by rule and school holidays by zone, as one place in France has them.
public struct FrenchCalendar: Hashable, Sendable {
  public let department: Department?
  /// The zone given, else that of the département; `nil` where neither says it.
  public let zone: SchoolZone?
  public let schoolHolidays: SchoolHolidays
  private let publicHolidays: PublicHolidays

  /// - Parameters:
  ///   - department: Its code, for the days only some départements keep; `nil`, or a code that is
  ///     none, counts the national ones.
  ///   - zone: `nil` takes that of the département.
  ///   - schoolHolidays: The official calendar, or one with more years.
  public init(
    department: String? = nil, zone: SchoolZone? = nil,
    schoolHolidays: SchoolHolidays = .official
  ) {
    let department = department.flatMap { Department($0) }
    self.department = department
    self.zone = zone ?? department.flatMap { SchoolZone(department: $0) }
    self.schoolHolidays = schoolHolidays
    publicHolidays = PublicHolidays(department: department)
  }

  public func isPublicHoliday(_ day: CalendarDay) -> Bool {
    publicHolidays.contains(number: day.number, year: day.year, month: day.month, day: day.day)
  }

  func isPublicHoliday(number: Int) -> Bool {
    let (year, month, day) = CalendarDay.parts(ofNumber: number)
    return publicHolidays.contains(number: number, year: year, month: month, day: day)
  }

  /// `nil` without a zone, and beyond the reach of its calendar.
  public func isSchoolHoliday(_ day: CalendarDay) -> Bool? { isSchoolHoliday(number: day.number) }

  func isSchoolHoliday(number: Int) -> Bool? {
    zone.flatMap { schoolHolidays.contains(number: number, zone: $0) }
  }

  /// The days whose school holidays are known.
  public var reach: ClosedRange<CalendarDay>? { zone.flatMap { schoolHolidays.reach(of: $0) } }
}
