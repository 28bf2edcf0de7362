import Testing

@testable import CoverageEngine

/// Public holidays by Land, against the laws of the Länder; school holidays by a territory's own table.
@Suite struct GermanHolidaysTests {
  private func days(_ land: Land, in year: Int) -> Set<String> {
    let calendar = FrenchCalendar(zone: .land(land))
    return Set(
      (1...12).flatMap { month in
        (1...31).compactMap { CalendarDay(year: year, month: month, day: $0) }
      }.filter(calendar.isPublicHoliday).map { String($0.iso.dropFirst(5)) })
  }

  /// Easter 2026 is on 5 April.
  private static let national: Set<String> = [
    "01-01", "04-03", "04-06", "05-01", "05-14", "05-25", "10-03", "12-25", "12-26",
  ]

  private static let further: [Land: Set<String>] = [
    .badenWuerttemberg: ["01-06", "06-04", "11-01"], .bayern: ["01-06", "06-04", "11-01"],
    .berlin: ["03-08"], .brandenburg: ["04-05", "05-24", "10-31"], .bremen: ["10-31"],
    .hamburg: ["10-31"], .hessen: ["06-04"], .mecklenburgVorpommern: ["03-08", "10-31"],
    .niedersachsen: ["10-31"], .nordrheinWestfalen: ["06-04", "11-01"],
    .rheinlandPfalz: ["06-04", "11-01"], .saarland: ["06-04", "08-15", "11-01"],
    .sachsen: ["10-31", "11-18"], .sachsenAnhalt: ["01-06", "10-31"],
    .schleswigHolstein: ["10-31"], .thueringen: ["09-20", "10-31"],
  ]

  @Test(arguments: Land.allCases) func holidaysOf2026(land: Land) throws {
    let further = try #require(GermanHolidaysTests.further[land])
    #expect(days(land, in: 2026) == GermanHolidaysTests.national.union(further))
  }

  @Test func holidaysBeginWithTheirLaw() {
    #expect(!days(.berlin, in: 2018).contains("03-08") && days(.berlin, in: 2019).contains("03-08"))
    #expect(!days(.mecklenburgVorpommern, in: 2022).contains("03-08"))
    #expect(!days(.thueringen, in: 2018).contains("09-20"))
    #expect(
      !days(.hamburg, in: 2016).contains("10-31") && days(.hamburg, in: 2018).contains("10-31"))
    #expect(Land.allCases.allSatisfy { days($0, in: 2017).contains("10-31") })
    #expect(days(.berlin, in: 2025).contains("05-08") && !days(.berlin, in: 2026).contains("05-08"))
    #expect(days(.berlin, in: 2028).contains("06-17"))
  }

  /// Between 16 and 22 November, a Wednesday.
  @Test(arguments: [(2022, "11-16"), (2023, "11-22"), (2027, "11-17"), (2028, "11-22")])
  func repentanceDayOfSaxony(year: Int, date: String) {
    #expect(days(.sachsen, in: year).filter { $0.hasPrefix("11") } == [date])
  }

  /// A French holiday is none there, and schools of no French zone break with a Land's.
  @Test func nothingOfFranceHolds() {
    let calendar = FrenchCalendar(zone: .land(.hessen))
    #expect(!calendar.isPublicHoliday(day("2026-07-14")))
    #expect(!calendar.isPublicHoliday(day("2026-11-11")))
    #expect(calendar.isSchoolHoliday(day("2026-08-10")) == nil)
    #expect(calendar.reach == nil && calendar.department == nil)
  }

  @Test func schoolHolidaysAreThoseOfAnOwnTable() {
    let land = SchoolZone.land(.hessen)
    let own = SchoolHolidays([
      .init(zone: land, firstDay: day("2026-10-05"), lessonsAgain: day("2026-10-19")),
      .init(zone: land, firstDay: day("2026-12-23"), lessonsAgain: day("2027-01-13")),
    ])
    let calendar = FrenchCalendar(zone: land, schoolHolidays: own)
    #expect(calendar.isSchoolHoliday(day("2026-10-18")) == true)
    #expect(calendar.isSchoolHoliday(day("2026-10-19")) == false)
    #expect(calendar.isSchoolHoliday(day("2027-02-01")) == nil)
    #expect(FrenchCalendar(zone: .b, schoolHolidays: own).isSchoolHoliday(day("2026-10-10")) == nil)
  }

  @Test(arguments: [
    ("DE-BW", Land.badenWuerttemberg), ("de-by", .bayern),
    ("Baden-Württemberg", .badenWuerttemberg),
    ("thüringen", .thueringen), ("NORDRHEIN-WESTFALEN", .nordrheinWestfalen),
  ])
  func aLandIsKnownByItsCodeAndName(text: String, land: Land) {
    #expect(SchoolZone(parsing: text) == .land(land))
  }

  @Test(arguments: ["DE", "DE-XX", "BW", "Baden", "D"]) func nothingElseIsALand(text: String) {
    #expect(SchoolZone(parsing: text)?.land == nil)
  }

  @Test func aGermanSchoolHasFiveMornings() {
    #expect(
      SchoolRunWindow.standard(in: .land(.bayern)).first?.text == "Mo,Tu,We,Th,Fr 07:15-08:15")
    #expect(SchoolRunWindow.standard(in: .b) == SchoolRunWindow.standard)
  }

  /// `Di` is a Sunday in French and a Tuesday in German.
  @Test func windowsTakeDaysOfOneLanguage() {
    func text(_ days: String) -> String? { SchoolRunWindow(name: "x", parsing: days)?.text }
    #expect(text("Mo,Di,Mi,Do,Fr 07:30-08:00") == "Mo,Tu,We,Th,Fr 07:30-08:00")
    #expect(
      text("Mo-Fr 07:30-08:00; Sa 9:00-10:00") == "Mo,Tu,We,Th,Fr 07:30-08:00; Sa 09:00-10:00")
    #expect(text("Lu,Di 07:30-08:00") == "Mo,Su 07:30-08:00")
    #expect(text("Di 07:30-08:00") == nil)
    #expect(text("Mo,Me 07:30-08:00") == nil)
  }
}
