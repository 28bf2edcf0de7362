import CoverageEngine
import Testing

/// Windows as they are written, and the days they fall on.
@Suite struct SchoolRunWindowTests {
  private let nancy = FrenchCalendar(department: "54", zone: nil)

  private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

  private func period(_ first: String, _ last: String) throws -> SchoolPeriod {
    try #require(SchoolPeriod(first: day(first), last: day(last)))
  }

  @Test func theStandardWindowsAreThoseOfASchoolWeek() {
    #expect(
      SchoolRunWindow.standard.map(\.text) == [
        "Mo,Tu,Th,Fr 07:45-08:30", "Mo,Tu,Th,Fr 11:30-12:15", "Mo,Tu,Th,Fr 13:15-13:45",
        "Mo,Tu,Th,Fr 16:15-17:45", "We 07:45-08:30", "We 11:30-12:15",
        "Mo,Tu,We,Th,Fr 17:45-19:30", "Sa 14:00-18:00",
      ])
  }

  @Test(arguments: [
    ("Mo-Fr 8:00-9:00", "Mo,Tu,We,Th,Fr 08:00-09:00"),
    ("lu,Ma,JE,ve 07:45–08:30", "Mo,Tu,Th,Fr 07:45-08:30"),
    (
      "We 07:45-08:30, 11:30-12:15; Sa 14:00-24:00",
      "We 07:45-08:30; We 11:30-12:15; Sa 14:00-24:00"
    ),
  ])
  func spansAreReadAsWritten(text: String, read: String) {
    #expect(SchoolRunWindow(name: "x", parsing: text)?.text == read)
  }

  @Test(arguments: [
    "", "Mo", "08:00-09:00", "Mo 08:00", "Mo 09:00-08:00", "Mo 08:00-08:00", "Mo 08:00-24:01",
    "Mo 8-9", "Fr-Mo 08:00-09:00", "Xx 08:00-09:00", "Mo 08:00-09:00;", "Mo 08:60-09:00",
    "Mo 08:00-09:00,", "Mo 08:00-09:00-10:00", "Mo,,Tu 08:00-09:00", "Mo ٠٨:٠٠-٠٩:٠٠",
  ])
  func otherTextsAreRefused(text: String) {
    #expect(SchoolRunWindow(name: "x", parsing: text) == nil)
  }

  @Test func schoolAndPublicHolidaysAreLeftOut() throws {
    // November 2026 in zone B: All Saints' holidays end with the 1st; Armistice Day is a Wednesday.
    let november = try period("2026-11-01", "2026-11-30")
    let wednesdays = try #require(SchoolRunWindow(name: "x", parsing: "We 08:00-09:00"))
    let days = WindowDays(of: wednesdays, over: november, in: nancy)
    #expect(days.count == 3 && days.certain == 3)
    let autumn = try period("2026-10-12", "2026-11-08")
    let mondays = try #require(SchoolRunWindow(name: "x", parsing: "Mo 08:00-09:00,16:00-17:00"))
    // 12 October and 2 November; the 19th and 26th are holidays. Two spans fall on the same days.
    #expect(WindowDays(of: mondays, over: autumn, in: nancy).count == 2)
  }

  @Test func withoutAZoneDaysAreCountedAndNotCertain() throws {
    let nowhere = FrenchCalendar(department: nil, zone: nil)
    let mondays = try #require(SchoolRunWindow(name: "x", parsing: "Mo 08:00-09:00"))
    let days = WindowDays(of: mondays, over: try period("2026-10-12", "2026-11-08"), in: nowhere)
    #expect(days.count == 4 && days.certain == 0)
  }

  @Test func theDefaultPeriodIsTheLastSchoolYearKnown() {
    let period = SchoolPeriod(lastKnownTo: nancy)
    #expect(period.first.month == 9 && period.first.day == 1)
    #expect(period.last.month == 8 && period.last.day == 31)
    #expect(period.last.year == period.first.year + 1)
    #expect(nancy.isSchoolHoliday(period.first) == false)
  }

  @Test func theDefaultWeekIsTheFirstWholeOne() throws {
    // 1 September 2026 is a Tuesday.
    #expect(
      try period("2026-09-01", "2027-07-02").firstWholeWeek(in: nancy) == day("2026-09-07"))
    // Armistice Day cuts the week of 9 November.
    #expect(
      try period("2026-11-09", "2027-07-02").firstWholeWeek(in: nancy) == day("2026-11-16"))
    #expect(try period("2026-10-17", "2026-11-01").firstWholeWeek(in: nancy) == nil)
    #expect(
      TimeQuestion(week: try day("2026-11-26"), calendar: nancy).week == (try day("2026-11-23")))
  }

  @Test func periodsBackwardsOrWithoutEndAreRefused() throws {
    #expect(SchoolPeriod(first: try day("2026-09-02"), last: try day("2026-09-01")) == nil)
    #expect(SchoolPeriod(first: try day("2020-09-01"), last: try day("2026-09-01")) == nil)
    #expect(SchoolPeriod(first: try day("2998-12-01"), last: try day("2999-01-01")) == nil)
  }
}
