import ArgumentParser
import CoverageEngine
import RelaisReports
import RelaisTown
import RelaisWording

/// The calendar that opening hours are read by: whose school holidays, whose public holidays.
struct CalendarOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp(Help.words.zoneHelp, valueName: "A|B|C|DE-BW"))
  var zone: SchoolZone?

  @Option(name: .long, help: ArgumentHelp(Help.words.departmentHelp, valueName: "54"))
  var department: Department?

  @Option(
    name: .customLong("school-holidays"),
    help: ArgumentHelp(Help.words.schoolHolidaysHelp, valueName: "file"))
  var schoolHolidays: [String] = []
}

/// The time coverage is asked for: an instant, or a window over a period.
struct MomentOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp(Help.words.atHelp, valueName: "instant"))
  var at: LocalInstant?

  @Option(name: .long, help: ArgumentHelp(Help.words.windowHelp, valueName: "name"))
  var window: String?

  @Option(name: .long, help: ArgumentHelp(Help.words.periodStartHelp, valueName: "date"))
  var from: CalendarDay?

  @Option(name: .long, help: ArgumentHelp(Help.words.periodEndHelp, valueName: "date"))
  var to: CalendarDay?

  @OptionGroup var calendar: CalendarOptions

  func validate() throws {
    if at != nil, window != nil { throw ValidationError(Help.words.atOrWindow) }
    if (from == nil) != (to == nil) || from != nil && window == nil {
      throw ValidationError(Help.words.periodOfWindow)
    }
    if let from, let to, SchoolPeriod(first: from, last: to) == nil {
      throw ValidationError(Help.words.badPeriod)
    }
  }

  var request: TimeRequest {
    var request = TimeRequest()
    let period = from.flatMap { from in to.flatMap { SchoolPeriod(first: from, last: $0) } }
    request.moment = at.map { .instant($0) } ?? window.map { .window($0, period) }
    request.zone = calendar.zone
    request.department = calendar.department
    request.schoolHolidays = calendar.schoolHolidays
    return request
  }
}
