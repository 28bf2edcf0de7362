import CoverageEngine
import RelaisRegistry

/// The official school calendar with the years that files add to it.
struct SchoolCalendarFiles {
  var holidays = SchoolHolidays.official
  /// One per file.
  var reports: [ImportReport] = []

  static func read(_ files: [String]) throws -> SchoolCalendarFiles {
    var calendar = SchoolCalendarFiles()
    for file in files {
      let imported = try SchoolHolidaysImporter.read(file)
      calendar.holidays = calendar.holidays.adding(imported.value)
      calendar.reports.append(imported.report)
    }
    return calendar
  }
}
