import CoverageEngine
import Testing

/// Hours as a week: what they tell is what an evaluation of every minute tells.
@Suite struct WeeklyHoursTests {
  @Test(arguments: [
    "Mo-Fr 08:00-12:00,14:00-19:00; Sa 09:00-12:00", "24/7", "Mo-Su 00:00-24:00",
    "Fr,Sa 20:00-02:00", "Su 22:00-06:00; Mo 05:00-07:30", "Mo-Sa 07:00-20:00; We off",
    "Mo-Fr 09:00-17:00, We 18:00-20:00", "Tu-Th 10:00-10:30 || Th 12:00-13:00",
    "Mo-Fr 08:15-19:45; PH off", "Sa 23:30-12:00",
  ])
  func aWeekSaysWhatEveryMinuteSays(value: String) throws {
    let hours = try OpeningHours(parsing: value)
    let week = try #require(hours.week)
    let setting = HoursSetting(calendar: FrenchCalendar())
    let monday = try #require(CalendarDay(year: 2027, month: 6, day: 7))
    for day in 0..<7 {
      let date = try #require(monday.adding(days: day))
      for minute in 0..<1440 {
        let told =
          week.days[day].contains { $0.contains(minute) }
          || week.days[(day + 6) % 7].contains { $0.contains(minute + 1440) }
        let isOpen = hours.state(at: LocalInstant(day: date, minute: minute), in: setting) == .open
        if told != isOpen { Issue.record("\(value): \(date.iso) \(minute)") }
      }
    }
  }

  @Test func whatPublicHolidaysDoIsTold() throws {
    #expect(try OpeningHours(parsing: "Mo-Sa 09:00-19:00").week?.publicHolidays == .unsaid)
    #expect(try OpeningHours(parsing: "Mo-Sa 09:00-19:00; PH off").week?.publicHolidays == .closed)
    #expect(
      try OpeningHours(parsing: "Mo-Sa 09:00-19:00; PH 10:00-12:00").week?.publicHolidays
        == .during([600..<720]))
  }

  @Test(arguments: [
    "Mo-Fr sunrise-sunset", "Apr-Sep Mo-Fr 08:00-18:00", "Sa[1] 10:00-12:00",
    "SH off; Mo 08:00-09:00",
    "Mo-Fr 08:00-18:00 \"on appointment\"", "Mo 18:00+", "Mo-Fr 08:00-18:00 unknown",
    "2026 Mo 08:00-12:00", "PH -1 day 08:00-12:00",
  ])
  func whatMoreThanTheWeekdayDecidesIsNoWeek(value: String) throws {
    #expect(try OpeningHours(parsing: value).week == nil)
  }
}
