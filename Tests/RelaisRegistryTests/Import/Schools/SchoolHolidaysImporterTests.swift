import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// A further year of the school calendar.
@Suite struct SchoolHolidaysImporterTests {
  @Test func everyRowIsTakenForItsZonesOrRejectedWithAReason() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      Zone;Début;Reprise
      A;2028-02-19;2028-03-06
      B C;05/02/2028;21/02/2028
      ;2028-07-04;2028-09-01
      D;2028-02-05;2028-02-21
      B;2028-02-30;2028-03-01
      B;2028-02-21;2028-02-05
      B;;2028-02-05

      """.utf8, "2028.csv")
    let imported = try SchoolHolidaysImporter.read(folder.path + "/2028.csv")
    let own = [SchoolZone.a, .b, .c, .local] + Land.allCases.map { SchoolZone.land($0) }
    #expect(imported.value.map(\.zone) == [.a, .b, .c] + own)
    #expect(imported.report.rows == 7)
    #expect(imported.report.taken == 3)
    #expect(
      imported.report.rejected.map(\.code) == [
        .invalidText, .invalidText, .invalidText, .missingValue,
      ])
    let day = CalendarDay(year: 2028, month: 2, day: 20)
    #expect(day.map { SchoolHolidays(imported.value).contains($0, zone: .c) } == .some(true))
  }

  @Test func aCalendarOfOnesOwnNamesItsLastDays() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "name,from,to\nAutomne,2026-10-12,2026-10-23\nNoël,2026-12-24,2026-12-01\n".utf8, "ge.csv")
    let imported = try SchoolHolidaysImporter.read(folder.path + "/ge.csv")
    #expect(imported.report.rejected.map(\.code) == [.invalidText])
    let own = SchoolHolidays(imported.value)
    #expect(CalendarDay("2026-10-23").map { own.contains($0, zone: .local) } == .some(true))
    #expect(CalendarDay("2026-10-24").map { own.contains($0, zone: .local) } == .some(nil))
  }

  @Test func aFileWithoutItsColumnsIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("zone;nom\nA;Hiver\n".utf8, "bad.csv")
    #expect(throws: FormatError.self) {
      try SchoolHolidaysImporter.read(folder.path + "/bad.csv")
    }
  }
}
