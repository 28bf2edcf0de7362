import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// Counting days and minutes.
@Suite struct CalendarDayTests {
  @Test func everyDayOfElevenCenturiesHasItsNumberAndWeekday() throws {
    // 1 January 1900 was a Monday, 25,567 days before 1970.
    var number = -25_567
    var weekday = 0
    for year in 1900...2999 {
      for month in 1...12 {
        for day in 1...31 {
          guard let one = CalendarDay(year: year, month: month, day: day) else { continue }
          guard one.number == number, one.weekday.rawValue == weekday,
            day % 9 != 0 || CalendarDay(number: number) == one
          else {
            Issue.record("\(one.iso)")
            return
          }
          number += 1
          weekday = (weekday + 1) % 7
        }
      }
    }
    #expect(CalendarDay(number: number) == nil)
    #expect(CalendarDay(number: -25_568) == nil)
  }

  @Test func daysAreReadAsRegistriesAndPeopleWriteThem() {
    #expect(day("2018-11-20").iso == "2018-11-20" && day("2005-03-04").iso == "2005-03-04")
    for text in ["20/11/2018", "20.11.2018", "2018/11/20", "2018-11-20T08:00", "2018-11-20 8h"] {
      #expect(CalendarDay(text) == day("2018-11-20"), "\(text)")
    }
    #expect(CalendarDay("2018-3-4") == day("2018-03-04"))
    for text in [
      "", "2018-11-2x", "2018-11-31", "2018-00-10", "1899-01-01", "2018-11-200", "20181120",
      "2018–11–20", "20/11/18", "2018-11", "٢٠١٨-11-20",
    ] {
      #expect(CalendarDay(text) == nil, "\(text)")
    }
  }

  @Test func daysAreAddedOverMonthsAndYears() {
    #expect(day("2026-12-31").adding(days: 1) == day("2027-01-01"))
    #expect(day("2024-03-01").adding(days: -1) == day("2024-02-29"))
    #expect(day("2999-12-31").adding(days: 1) == nil)
    #expect(day("2026-11-23").weekday == .monday)
  }

  @Test func instantsAreReadAsPeopleAndProgramsWriteThem() {
    let eight = LocalInstant(day: day("2026-11-23"), minute: 480)
    for text in ["2026-11-23T08:00", "2026-11-23 08:00", "2026-11-23T8:00", "2026-11-23T08:00:59"] {
      #expect(LocalInstant(parsing: text) == eight, "\(text)")
    }
    for text in [
      "", "2026-11-23", "08:00", "2026-11-31T08:00", "2026-11-23T24:00", "2026-11-23T08:60",
      "2026-11-23T08", "2026-11-23T08:0", "2026-11-23T-8:00", "23/11/2026 08:00",
      "2026-11-23T08:00:99", "2026-11-23T08:00+01:00",
    ] {
      #expect(LocalInstant(parsing: text) == nil, "\(text)")
    }
    #expect(eight.iso == "2026-11-23T08:00")
  }

  @Test func minutesAreAddedOverMidnight() {
    let late = instant("2026-12-31T23:50")
    #expect(late.adding(minutes: 20) == instant("2027-01-01T00:10"))
    #expect(late.adding(minutes: -1431) == instant("2026-12-30T23:59"))
    #expect(instant("2999-12-31T23:59").adding(minutes: 1) == nil)
    #expect(late < instant("2027-01-01T00:00"))
  }
}

/// A day of a test.
func day(_ text: String) -> CalendarDay {
  guard let day = CalendarDay(text) else { preconditionFailure("no day: \(text)") }
  return day
}

/// An instant of a test.
func instant(_ text: String) -> LocalInstant {
  guard let instant = LocalInstant(parsing: text) else {
    preconditionFailure("no instant: \(text)")
  }
  return instant
}
