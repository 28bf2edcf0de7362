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

    /// The time of a request that says it by one of two members; `nil` without either.
    ///
    /// - Parameters:
    ///   - at: `2026-11-23T08:00`.
    ///   - window: A name.
    /// - Throws: ``RequestError/badMember(_:)``, ``RequestError/oneOf(_:_:)``.
    public init?(at: String?, window: String?) throws(RequestError) {
      switch (at, window) {
      case (nil, nil): return nil
      case (nil, let name?): self = .window(name)
      case (let text?, nil):
        guard let instant = LocalInstant(parsing: text) else { throw .badMember("at") }
        self = .instant(instant)
      case (_?, _?): throw .oneOf("at", "window")
      }
    }
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
      let windows = defaults?.windows ?? SchoolRunWindow.standard(in: zone)
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
