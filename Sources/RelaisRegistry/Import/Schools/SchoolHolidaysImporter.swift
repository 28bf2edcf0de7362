package import CoverageEngine
import RelaisFormats
import RelaisGeo

/// A further year of the school calendar, or a calendar of one's own: CSV with `zone`, `debut`, and
/// `reprise` or `fin`.
///
/// `zone` is A, B or C, several of them (`ABC`), an académie (`Réunion`), a Land (`DE-BW`), or empty for the territory's own, one
/// of the three or a Land; `debut` is the first day without lessons, `reprise` the day lessons begin
/// again, `fin` the last day without them.
package enum SchoolHolidaysImporter {
  package static func read(_ path: String) throws -> Imported<[SchoolHolidays.Break]> {
    let table = try CSVReader.read(InputFile(path: path))
    var find = ColumnFinder(table.headers, as: .calendar)
    let zone = find(.zone)
    let (first, again, last) = (find(.holidaysOn), find(.lessonsOn), find(.holidaysTo))
    guard let first, let end = again ?? last else {
      throw FormatError.missing(file: path, what: ["debut", "reprise"], found: table.headers)
    }
    var rejected = RejectedRow.rows(table.rejected)
    var breaks: [SchoolHolidays.Break] = []
    for row in table.rows {
      func reject(_ reason: RejectedRow.Reason) {
        rejected.append(RejectedRow(place: row.place, reason: reason))
      }
      guard let firstText = row.text(first), let endText = row.text(end) else {
        reject(.missingValue(row.text(first) == nil ? "debut" : again == nil ? "fin" : "reprise"))
        continue
      }
      guard let firstDay = CalendarDay(firstText), let endDay = CalendarDay(endText),
        let lessonsAgain = again == nil ? endDay.adding(days: 1) : endDay
      else {
        reject(.invalidText(CalendarDay(firstText) == nil ? firstText : endText))
        continue
      }
      guard firstDay < lessonsAgain else {
        reject(.invalidText("\(firstText) – \(endText)"))
        continue
      }
      let zones = SchoolHolidaysImporter.zones(row.text(zone))
      guard !zones.isEmpty else {
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

  /// None for what names no zone.
  private static func zones(_ text: String?) -> [SchoolZone] {
    guard let text else { return SchoolZone.unnamed }
    if let one = SchoolZone(parsing: text) { return [one] }
    let letters = text.filter(\.isLetter)
    let zones = letters.compactMap { SchoolZone(parsing: String($0)) }
    return zones.count == letters.count ? zones : []
  }
}
