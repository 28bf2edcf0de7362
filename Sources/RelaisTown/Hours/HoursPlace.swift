public import CoverageEngine
public import RelaisGeo
import RelaisRegistry

/// Where opening hours hold: whose holidays, and where the sun rises.
public struct HoursPlace: Sendable {
  /// A territory's folder, whose calendar and configuration count where nothing else is said.
  public var territory: String?
  public var zone: SchoolZone?
  public var department: Department?
  /// Where the sun rises and sets.
  public var position: Position?
  /// Files that add years to the school calendar.
  public var schoolHolidays: [String] = []

  public init() {}

  /// What hours are evaluated in, and the rows of calendars that were not taken.
  ///
  /// - Throws: `TerritoryError`, `FormatError`.
  public func setting() throws -> (
    setting: HoursSetting, rejected: [(file: String, row: RejectedRow)]
  ) {
    let territory = try territory.map { try Territory(at: $0) }
    let calendar = try SchoolCalendarFiles.read(
      (territory?.calendarFiles ?? []) + schoolHolidays)
    let configuration = territory?.configuration
    let setting = HoursSetting(
      calendar: configuration?.calendar(
        calendar.holidays, zone: zone, department: department)
        ?? FrenchCalendar(
          department: department?.code, zone: zone, schoolHolidays: calendar.holidays),
      position: position)
    return (
      setting, calendar.reports.flatMap { report in report.rejected.map { (report.file, $0) } }
    )
  }
}
