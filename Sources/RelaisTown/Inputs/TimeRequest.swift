public import CoverageEngine
import RelaisRegistry
import RelaisReports
import RelaisWording

/// The time a question is about, and the calendar opening hours are read by, as far as somebody asks.
public struct TimeRequest: Sendable {
  public enum Moment: Sendable {
    case instant(LocalInstant)
    /// A window by its name, over a period; `nil` for the territory's, else the last school year known.
    case window(String, SchoolPeriod? = nil)
  }

  /// `nil` for whatever the hours.
  public var moment: Moment?
  /// `nil` for that of the département.
  public var zone: SchoolZone?
  /// `nil` for the territory's.
  public var department: Department?
  /// Files that add years to the school calendar.
  public var schoolHolidays: [String] = []

  public init() {}

  /// - Throws: what reading calendars throws; ``RequestError/unknownWindow(_:among:)``.
  func read(over files: InputFiles) throws -> AskedTime {
    let holidays = try SchoolCalendarFiles.read(files.calendar + schoolHolidays)
    let defaults = files.configuration
    let calendar =
      defaults?.calendar(holidays.holidays, zone: zone, department: department)
      ?? FrenchCalendar(
        department: department?.code, zone: zone, schoolHolidays: holidays.holidays)
    return AskedTime(
      moment: try chosen(calendar, defaults), calendar: calendar, reports: holidays.reports)
  }

  /// - Throws: ``RequestError/unknownWindow(_:among:)``.
  func chosen(
    _ calendar: FrenchCalendar, _ defaults: TerritoryConfiguration?
  ) throws -> MomentCoverage.Moment? {
    switch moment {
    case nil: return nil
    case .instant(let instant)?: return .instant(instant)
    case .window(let name, let period)?:
      let windows = defaults?.windows ?? SchoolRunWindow.standard
      guard let found = Wording.window(called: name, among: windows) else {
        throw RequestError.unknownWindow(name, among: windows)
      }
      return .window(found, period ?? defaults?.period ?? SchoolPeriod(lastKnownTo: calendar))
    }
  }
}

/// A time that was asked for, found in its calendar.
struct AskedTime {
  var moment: MomentCoverage.Moment?
  var calendar: FrenchCalendar
  /// One per file that adds to the school calendar.
  var reports: [ImportReport]
}
