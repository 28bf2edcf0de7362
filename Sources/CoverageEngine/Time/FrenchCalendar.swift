/// Public holidays by rule and school holidays by zone, as one place has them: in France, or in Germany where the zone is a Land.
public struct FrenchCalendar: Hashable, Sendable {
  public let department: Department?
  /// The zone given, else that of the département; `nil` where neither says it.
  public let zone: SchoolZone?
  public let schoolHolidays: SchoolHolidays
  /// Whether holidays count at all; ``none`` knows every day as a working and school day.
  public let hasHolidays: Bool
  private let publicHolidays: PublicHolidays
  private let germanHolidays: GermanHolidays?

  /// A calendar without any holiday, for towns elsewhere: the weekday alone says whether children go to school.
  public static let none = FrenchCalendar(hasHolidays: false)

  private init(hasHolidays: Bool) {
    self.hasHolidays = hasHolidays
    department = nil
    zone = nil
    schoolHolidays = .official
    publicHolidays = PublicHolidays(department: nil)
    germanHolidays = nil
  }

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
    hasHolidays = true
    publicHolidays = PublicHolidays(department: department)
    germanHolidays = self.zone?.land.map { GermanHolidays(land: $0) }
  }

  public func isPublicHoliday(_ day: CalendarDay) -> Bool {
    isPublicHoliday(day.number, day.year, day.month, day.day)
  }

  func isPublicHoliday(number: Int) -> Bool {
    guard hasHolidays else { return false }
    let (year, month, day) = CalendarDay.parts(ofNumber: number)
    return isPublicHoliday(number, year, month, day)
  }

  private func isPublicHoliday(_ number: Int, _ year: Int, _ month: Int, _ day: Int) -> Bool {
    guard hasHolidays, zone != .local else { return false }
    if let germanHolidays {
      return germanHolidays.contains(number: number, year: year, month: month, day: day)
    }
    return publicHolidays.contains(number: number, year: year, month: month, day: day)
  }

  /// `nil` without a zone, and beyond the reach of its calendar.
  public func isSchoolHoliday(_ day: CalendarDay) -> Bool? { isSchoolHoliday(number: day.number) }

  func isSchoolHoliday(number: Int) -> Bool? {
    hasHolidays ? zone.flatMap { schoolHolidays.contains(number: number, zone: $0) } : false
  }

  /// The days whose school holidays are known.
  public var reach: ClosedRange<CalendarDay>? { zone.flatMap { schoolHolidays.reach(of: $0) } }
}
