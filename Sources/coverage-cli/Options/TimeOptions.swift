import ArgumentParser
import CoverageEngine
import RelaisReports

/// The calendar that opening hours are read by: whose school holidays, whose public holidays.
struct CalendarOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp(words.zoneHelp, valueName: "A|B|C"))
  var zone: SchoolZone?

  @Option(name: .long, help: ArgumentHelp(words.departmentHelp, valueName: "54"))
  var department: Department?

  @Option(
    name: .customLong("school-holidays"),
    help: ArgumentHelp(words.schoolHolidaysHelp, valueName: "file"))
  var schoolHolidays: [String] = []

  /// What was asked, over what a territory's configuration says.
  func calendar(
    _ holidays: SchoolHolidays, defaults: TerritoryConfiguration?
  ) -> FrenchCalendar {
    FrenchCalendar(
      department: (department ?? defaults?.department)?.code, zone: zone ?? defaults?.zone,
      schoolHolidays: holidays)
  }
}

/// The time coverage is asked for: an instant, or a window over a period.
struct MomentOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp(words.atHelp, valueName: "instant"))
  var at: LocalInstant?

  @Option(name: .long, help: ArgumentHelp(words.windowHelp, valueName: "name"))
  var window: String?

  @Option(name: .long, help: ArgumentHelp(words.periodStartHelp, valueName: "date"))
  var from: CalendarDay?

  @Option(name: .long, help: ArgumentHelp(words.periodEndHelp, valueName: "date"))
  var to: CalendarDay?

  @OptionGroup var calendar: CalendarOptions

  func validate() throws {
    if at != nil, window != nil { throw ValidationError(words.atOrWindow) }
    if (from == nil) != (to == nil) || from != nil && window == nil {
      throw ValidationError(words.periodOfWindow)
    }
    if let from, let to, SchoolPeriod(first: from, last: to) == nil {
      throw ValidationError(words.badPeriod)
    }
  }

  /// `nil` where neither was asked for.
  func moment(
    _ calendar: FrenchCalendar, defaults: TerritoryConfiguration?
  ) throws -> MomentCoverage.Moment? {
    if let at { return .instant(at) }
    guard let window else { return nil }
    let windows = defaults?.windows ?? SchoolRunWindow.standard
    guard let found = Wording.window(called: window, among: windows) else {
      throw ValidationError(words.unknownWindow(window, among: windows))
    }
    let asked = from.flatMap { from in to.flatMap { SchoolPeriod(first: from, last: $0) } }
    return .window(
      found, asked ?? defaults?.period ?? SchoolPeriod(lastKnownTo: calendar))
  }
}
