package import CoverageEngine
import RelaisFormats
import RelaisGeo

/// A further year of the school calendar: CSV with `zone`, `debut`, `reprise`.
///
/// `zone` is A, B or C, several of them (`ABC`), or empty for all; `debut` is the first day without
/// lessons, `reprise` the day lessons begin again.
package enum SchoolHolidaysImporter {
  package static func read(_ path: String) throws -> Imported<[SchoolHolidays.Break]> {
    let table = try CSVReader.read(InputFile(path: path))
    var find = ColumnFinder(table.headers, as: .calendar)
    let zone = find(.zone)
    guard let first = find(.holidaysOn), let again = find(.lessonsOn) else {
      throw FormatError.missing(file: path, what: ["debut", "reprise"], found: table.headers)
    }
    var rejected = RejectedRow.rows(table.rejected)
    var breaks: [SchoolHolidays.Break] = []
    for row in table.rows {
      func reject(_ reason: RejectedRow.Reason) {
        rejected.append(RejectedRow(place: row.place, reason: reason))
      }
      guard let firstText = row.text(first), let againText = row.text(again) else {
        reject(.missingValue(row.text(first) == nil ? "debut" : "reprise"))
        continue
      }
      guard let firstDay = CalendarDay(firstText), let lessonsAgain = CalendarDay(againText) else {
        reject(.invalidText(CalendarDay(firstText) == nil ? firstText : againText))
        continue
      }
      guard firstDay < lessonsAgain else {
        reject(.invalidText("\(firstText) – \(againText)"))
        continue
      }
      let letters = (row.text(zone) ?? "ABC").filter { $0.isLetter }
      let zones = letters.compactMap { SchoolZone(parsing: String($0)) }
      guard !zones.isEmpty, zones.count == letters.count else {
        reject(.invalidText(row.text(zone) ?? ""))
        continue
      }
      breaks += zones.map {
        SchoolHolidays.Break(zone: $0, firstDay: firstDay, lessonsAgain: lessonsAgain)
      }
    }
    return Imported(
      breaks,
      ImportReport(
        file: path, format: .schoolHolidays, rows: table.rowCount, rejected: rejected))
  }
}
