import Testing

@testable import CoverageEngine

/// Public and school holidays, against published dates.
@Suite struct FrenchCalendarTests {
  private func publicHolidays(_ department: String?, in year: Int) -> [String] {
    let calendar = FrenchCalendar(department: department)
    return (1...12).flatMap { month in
      (1...31).compactMap { CalendarDay(year: year, month: month, day: $0) }
    }.filter(calendar.isPublicHoliday).map { String($0.iso.dropFirst(5)) }
  }

  @Test(arguments: [
    "1961-04-02", "2000-04-23", "2008-03-23", "2024-03-31", "2025-04-20", "2026-04-05",
    "2027-03-28", "2038-04-25", "2285-03-22",
  ])
  func easterFallsAsPublished(text: String) {
    #expect(EasterSunday.number(in: day(text).year) == day(text).number)
  }

  @Test func theElevenNationalHolidaysOf2026() {
    let national = [
      "01-01", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15", "11-01", "11-11",
      "12-25",
    ]
    #expect(publicHolidays("54", in: 2026) == national)
    #expect(publicHolidays(nil, in: 2026) == national)
    #expect(publicHolidays("2A", in: 2026) == national)
  }

  @Test(arguments: ["57", "67", "68"])
  func alsaceAndMoselleKeepTwoMore(department: String) {
    let more = Set(publicHolidays(department, in: 2027)).subtracting(publicHolidays("54", in: 2027))
    #expect(more == ["03-26", "12-26"])
  }

  @Test(arguments: [
    ("971", "05-27"), ("972", "05-22"), ("973", "06-10"), ("974", "12-20"), ("976", "04-27"),
    ("977", "10-09"), ("978", "05-28"),
  ])
  func overseasTheAbolitionOfSlaveryIsAHoliday(department: String, date: String) {
    let more = Set(publicHolidays(department, in: 2026)).subtracting(publicHolidays(nil, in: 2026))
    #expect(more == [date])
  }

  @Test func zonesAreThoseOfTheDecree() {
    let zones = Department.all.map { SchoolZone(department: $0) }
    #expect(zones.count { $0 == .a } == 32)
    #expect(zones.count { $0 == .b } == 41)
    #expect(zones.count { $0 == .c } == 21)
    #expect(FrenchCalendar(department: "54").zone == .b)
    #expect(FrenchCalendar(department: "92").zone == .c)
    #expect(FrenchCalendar(department: "2B").zone == .corsica)
    #expect(FrenchCalendar(department: "975").zone == nil)
    #expect(FrenchCalendar(department: "54", zone: .a).zone == .a)
    #expect(Department("1")?.code == "01")
    #expect(Department("20") == nil)
    #expect(Department(commune: "54395")?.code == "54")
    #expect(Department(commune: "97411")?.code == "974")
    #expect(Department(commune: "2A004")?.code == "2A")
  }

  @Test(arguments: [
    (SchoolZone.a, "2026-02-07", "2026-02-22"), (.b, "2026-02-14", "2026-03-01"),
    (.c, "2026-02-21", "2026-03-08"), (.a, "2027-02-13", "2027-02-28"),
    (.b, "2027-02-20", "2027-03-07"), (.c, "2027-02-06", "2027-02-21"),
    (.b, "2025-04-05", "2025-04-21"), (.b, "2026-10-17", "2026-11-01"),
    (.c, "2026-12-19", "2027-01-03"), (.a, "2026-07-04", "2026-08-31"),
    (.b, "2026-05-14", "2026-05-17"),
  ])
  func schoolHolidaysBeginAndEndAsPublished(zone: SchoolZone, first: String, last: String) {
    let calendar = FrenchCalendar(zone: zone)
    #expect(calendar.isSchoolHoliday(day(first)) == true)
    #expect(calendar.isSchoolHoliday(day(last)) == true)
    #expect(day(first).adding(days: -1).map(calendar.isSchoolHoliday) == .some(false))
    #expect(day(last).adding(days: 1).map(calendar.isSchoolHoliday) == .some(false))
  }

  /// The dates the académies publish for 2025-2026.
  @Test(arguments: [
    ("2A", "2026-02-14", "2026-03-01"), ("971", "2026-02-07", "2026-02-22"),
    ("972", "2026-03-28", "2026-04-12"), ("973", "2026-04-02", "2026-04-15"),
    ("974", "2026-02-28", "2026-03-15"), ("974", "2026-10-10", "2026-10-25"),
    ("976", "2025-12-13", "2026-01-11"), ("978", "2025-10-18", "2025-11-02"),
  ])
  func anAcademieOfItsOwnHasItsOwnHolidays(department: String, first: String, last: String) {
    let calendar = FrenchCalendar(department: department)
    #expect(calendar.isSchoolHoliday(day(first)) == true)
    #expect(calendar.isSchoolHoliday(day(last)) == true)
    #expect(day(first).adding(days: -1).map(calendar.isSchoolHoliday) == .some(false))
    #expect(day(last).adding(days: 1).map(calendar.isSchoolHoliday) == .some(false))
  }

  @Test func whereDatesAreNotCertainTheReachEnds() {
    #expect(FrenchCalendar(department: "974").reach?.upperBound == day("2027-01-31"))
    #expect(FrenchCalendar(department: "2A").isSchoolHoliday(day("2026-10-20")) == nil)
    #expect(FrenchCalendar(department: "975").isSchoolHoliday(day("2026-02-20")) == nil)
  }

  @Test(arguments: ["b", "Zone B", "la réunion", "REUNION", "corse", "local"])
  func aZoneIsKnownByItsName(text: String) { #expect(SchoolZone(parsing: text) != nil) }

  @Test func aCalendarOfOnesOwnHasNoOtherHolidays() {
    let own = SchoolHolidays([
      .init(zone: .local, firstDay: day("2026-10-12"), lessonsAgain: day("2026-10-26")),
      .init(zone: .local, firstDay: day("2026-12-24"), lessonsAgain: day("2027-01-11")),
    ])
    let calendar = FrenchCalendar(zone: .local, schoolHolidays: own)
    #expect(!calendar.isPublicHoliday(day("2026-11-11")))
    #expect(calendar.isSchoolHoliday(day("2026-10-13")) == true)
    #expect(calendar.isSchoolHoliday(day("2026-11-11")) == false)
    #expect(calendar.isSchoolHoliday(day("2027-03-01")) == nil)
  }

  @Test func eachZoneHasSixteenDaysOfWinterAndOfSpring() {
    for zone in SchoolZone.lettered {
      let calendar = FrenchCalendar(zone: zone)
      let days = (day("2026-01-06").number..<day("2026-05-10").number).count {
        calendar.isSchoolHoliday(number: $0) == true
      }
      #expect(days == 32)
    }
  }

  @Test func beyondItsReachTheCalendarSaysItDoesNotKnow() {
    let calendar = FrenchCalendar(department: "54")
    #expect(calendar.reach == day("2022-07-07")...day("2028-01-02"))
    #expect(calendar.isSchoolHoliday(day("2028-01-02")) == true)
    #expect(calendar.isSchoolHoliday(day("2028-01-03")) == nil)
    #expect(calendar.isSchoolHoliday(day("2022-07-06")) == nil)
    #expect(FrenchCalendar().isSchoolHoliday(day("2026-11-23")) == nil)
    #expect(FrenchCalendar().reach == nil)
  }

  @Test func aYearIsAddedAndAHoleStaysUnknown() {
    func holiday(_ first: String, _ again: String) -> SchoolHolidays.Break {
      SchoolHolidays.Break(zone: .b, firstDay: day(first), lessonsAgain: day(again))
    }
    let more = SchoolHolidays.official.adding([
      holiday("2028-02-05", "2028-02-21"), holiday("2029-02-05", "2029-02-21"),
    ])
    #expect(more.contains(day("2028-01-20"), zone: .b) == false)
    #expect(more.contains(day("2028-02-20"), zone: .b) == true)
    #expect(more.contains(day("2028-06-01"), zone: .b) == nil)
    #expect(more.contains(day("2029-02-10"), zone: .b) == true)
    #expect(more.contains(day("2028-01-20"), zone: .a) == nil)
  }
}
