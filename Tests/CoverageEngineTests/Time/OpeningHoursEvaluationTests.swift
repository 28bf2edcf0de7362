import RelaisGeo
import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// Open, closed or unknown: hand-worked instants, and an oracle that paints every minute of a day.
@Suite struct OpeningHoursEvaluationTests {
  private let nancy = HoursSetting(
    calendar: FrenchCalendar(department: "54"),
    position: Position(longitude: 6.18, latitude: 48.69))

  private func state(_ text: String, _ at: String) throws -> OpeningState {
    try OpeningHours(parsing: text).state(at: instant(at), in: nancy)
  }

  /// 23 November 2026 is a Monday in school time; Christmas a Friday, Toussaint a Sunday.
  @Test(arguments: [
    // Spans end before their last minute.
    ("Mo-Fr 08:00-18:00", "2026-11-23T07:59", OpeningState.closed),
    ("Mo-Fr 08:00-18:00", "2026-11-23T08:00", .open),
    ("Mo-Fr 08:00-18:00", "2026-11-23T17:59", .open),
    ("Mo-Fr 08:00-18:00", "2026-11-23T18:00", .closed),
    ("Mo-Fr 08:00-18:00", "2026-11-28T12:00", .closed),
    ("Mo-Fr", "2026-11-23T03:00", .open),
    ("24/7", "2026-11-23T03:00", .open),
    // `;` replaces a whole day, unless it closes; `,` adds.
    ("Mo-Fr 08:00-18:00; Tu 10:00-12:00", "2026-11-24T09:00", .closed),
    ("Mo-Fr 08:00-18:00, Tu 20:00-22:00", "2026-11-24T09:00", .open),
    ("Mo-Fr 08:00-18:00; Tu 12:00-14:00 off", "2026-11-24T09:00", .open),
    ("Mo-Fr 08:00-18:00; Tu 12:00-14:00 off", "2026-11-24T13:00", .closed),
    ("Mo-Fr 08:00-18:00; Tu off", "2026-11-24T09:00", .closed),
    ("Mo-Fr 08:00-18:00; Tu unknown", "2026-11-24T03:00", .unknown),
    ("Mo 08:00-12:00; 13:00-14:00", "2026-11-23T09:00", .closed),
    // Past midnight.
    ("Mo 22:00-02:00", "2026-11-24T01:59", .open),
    ("Mo 22:00-26:00", "2026-11-24T01:59", .open),
    ("Mo 22:00-02:00", "2026-11-24T02:00", .closed),
    ("Mo 22:00-02:00", "2026-11-23T01:00", .closed),
    ("Mo 10:00-10:00", "2026-11-24T09:59", .open),
    ("Mo-Th 17:00-01:00; Fr 19:00-02:00", "2026-11-27T00:30", .closed),
    ("Mo-Th 17:00-01:00, Fr 19:00-02:00", "2026-11-27T00:30", .open),
    ("Mo-Sa 07:00-02:00; Su 09:00-02:00", "2026-11-23T00:30", .open),
    ("Mo-We 22:00-02:00; Tu off", "2026-11-24T01:00", .closed),
    // `||`, instant by instant.
    ("Mo-Fr 08:00-18:00 || \"on call\"", "2026-11-23T12:00", .open),
    ("Mo-Fr 08:00-18:00 || \"on call\"", "2026-11-23T20:00", .unknown),
    ("Mo-Fr 08:00-18:00; PH off || unknown", "2026-12-25T12:00", .unknown),
    // Comments and open ends.
    ("\"sur rendez-vous\"", "2026-11-23T12:00", .unknown),
    ("Mo-Fr 09:00-12:00 \"ring\"", "2026-11-23T10:00", .unknown),
    ("Mo-Fr 09:00-12:00 open \"ring\"", "2026-11-23T10:00", .open),
    ("Mo 10:00-18:00+", "2026-11-23T17:59", .open),
    ("Mo 10:00-18:00+", "2026-11-23T18:00", .unknown),
    ("Mo 10:00-18:00+", "2026-11-24T03:59", .unknown),
    ("Mo 10:00-18:00+", "2026-11-24T04:00", .closed),
    ("Mo 10:00+", "2026-11-23T09:59", .closed),
    ("Mo 10:00+", "2026-11-23T10:00", .unknown),
    ("Mo 10:00+", "2026-11-24T00:00", .closed),
    ("Mo 22:00+", "2026-11-24T05:59", .unknown),
    ("Mo 07:00+,12:00-16:00", "2026-11-23T11:00", .unknown),
    ("Mo 07:00+,12:00-16:00", "2026-11-23T12:00", .open),
    ("Mo 07:00+,12:00-16:00", "2026-11-23T16:00", .closed),
    // Holidays and weekdays.
    ("Mo-Fr 08:00-18:00", "2026-12-25T12:00", .open),
    ("Mo-Fr 08:00-18:00; PH off", "2026-12-25T12:00", .closed),
    ("PH off; Mo-Fr 08:00-18:00", "2026-12-25T12:00", .open),
    ("PH,Su 09:00-12:00", "2026-12-25T10:00", .open),
    ("Mo-Fr 08:00-18:00; SH off", "2026-10-20T12:00", .closed),
    ("SH Mo-Fr 08:00-18:00", "2026-10-20T12:00", .open),
    ("SH Mo-Fr 08:00-18:00", "2026-10-18T12:00", .closed),
    ("SH Mo-Fr 08:00-18:00", "2026-11-23T12:00", .closed),
    ("SH,Mo-Fr 08:00-18:00", "2026-11-23T12:00", .open),
    ("PH -1 day 08:00-18:00", "2026-12-24T12:00", .open),
    // Dates.
    ("Nov-Feb 08:00-18:00", "2027-01-05T12:00", .open),
    ("Nov-Feb 08:00-18:00", "2026-10-31T12:00", .closed),
    ("Dec 24-Jan 02 off; 08:00-18:00", "2026-12-30T12:00", .open),
    ("08:00-18:00; Dec 24-Jan 02 off", "2026-12-30T12:00", .closed),
    ("08:00-18:00; Dec 24-Jan 02 off", "2027-01-02T12:00", .closed),
    ("08:00-18:00; Dec 24-Jan 02 off", "2027-01-03T12:00", .open),
    ("2026 Dec 24-2027 Jan 02 08:00-18:00", "2027-01-02T12:00", .open),
    ("2026 Dec 24-Jan 02 08:00-18:00", "2027-01-02T12:00", .open),
    ("2026 Dec 24-Jan 02 08:00-18:00", "2026-01-01T12:00", .closed),
    ("Feb 29 08:00-18:00", "2028-02-29T12:00", .open),
    ("Feb 29 08:00-18:00", "2027-03-01T12:00", .closed),
    ("2027 Jan 1-Feb 29 08:00-18:00", "2027-02-28T12:00", .open),
    ("2027 Jan 1-Feb 29 08:00-18:00", "2027-03-01T12:00", .closed),
    ("Mo-Su 06:00+,23:00-08:00", "2026-11-24T07:00", .open),
    ("easter -2 days 08:00-18:00", "2027-03-26T12:00", .open),
    ("easter -2 days-easter +1 day 08:00-18:00", "2027-03-29T12:00", .open),
    ("easter -2 days-easter +1 day 08:00-18:00", "2027-03-30T12:00", .closed),
    ("Mar Su[-1]-Oct Su[-1] 08:00-18:00", "2027-03-27T12:00", .closed),
    ("Mar Su[-1]-Oct Su[-1] 08:00-18:00", "2027-03-28T12:00", .open),
    ("Jan 1,May Mo[-1],Jul 4 08:00-18:00", "2027-05-31T12:00", .open),
    ("2026 Nov 24+ 08:00-18:00", "2027-06-01T12:00", .open),
    ("Nov 24+ 08:00-18:00", "2027-06-01T12:00", .closed),
    ("2026 08:00-18:00", "2027-01-01T12:00", .closed),
    ("2026+ 08:00-18:00", "2027-01-01T12:00", .open),
    ("2025-2031/2 08:00-18:00", "2027-01-01T12:00", .open),
    ("2025-2031/2 08:00-18:00", "2026-11-23T12:00", .closed),
    // 23 November 2026 lies in week 48, 1 January 2027 in week 53.
    ("week 48 08:00-18:00", "2026-11-23T12:00", .open),
    ("week 2-52/2 08:00-18:00", "2026-11-23T12:00", .open),
    ("week 1-53/2 08:00-18:00", "2026-11-23T12:00", .closed),
    ("week 53 08:00-18:00", "2027-01-01T12:00", .open),
    // The fourth and the last Monday.
    ("Mo[4] 08:00-18:00", "2026-11-23T12:00", .open),
    ("Mo[-2] 08:00-18:00", "2026-11-23T12:00", .open),
    ("Mo[-1] 08:00-18:00", "2026-11-23T12:00", .closed),
    ("Mo[5] 08:00-18:00", "2026-11-30T12:00", .open),
    ("Su[4] +1 day 08:00-18:00", "2026-11-23T12:00", .open),
    // The sun over Nancy: on 23 November it rises at 07:55 and sets at 16:47.
    ("sunrise-sunset", "2026-11-23T07:50", .closed),
    ("sunrise-sunset", "2026-11-23T08:00", .open),
    ("sunrise-sunset", "2026-11-23T16:50", .closed),
    ("(sunrise+01:00)-(sunset-00:30)", "2026-11-23T08:50", .closed),
    ("(sunrise+01:00)-(sunset-00:30)", "2026-11-23T16:10", .open),
    ("dawn-dusk", "2026-11-23T07:30", .open),
    ("sunset-sunrise", "2026-11-24T06:00", .open),
    ("sunset-02:00", "2026-11-24T01:00", .open),
    ("18:00-sunset", "2026-11-23T18:30", .closed),
    ("18:00-sunset", "2026-06-21T21:30", .open),
  ])
  func theStateIsThatOfTheSpecification(text: String, at: String, expected: OpeningState) throws {
    #expect(try state(text, at) == expected, "\(text) \(at)")
  }

  @Test func anEvaluationNamesItsRuleCommentAndDoubt() throws {
    let hours = try OpeningHours(parsing: "Mo-Fr 08:00-18:00 open \"ring\"; Sa 10:00+")
    let monday = hours.evaluation(at: instant("2026-11-23T09:00"), in: nancy)
    #expect(monday == OpeningEvaluation(state: .open, comment: "ring", rule: 0))
    #expect(hours.text(ofRule: 0) == "Mo-Fr 08:00-18:00 open \"ring\"")
    let saturday = hours.evaluation(at: instant("2026-11-28T11:00"), in: nancy)
    #expect(saturday == OpeningEvaluation(state: .unknown, rule: 1, doubt: .openEnd))
    let sunday = hours.evaluation(at: instant("2026-11-29T12:00"), in: nancy)
    #expect(sunday == OpeningEvaluation(state: .closed))
  }

  @Test func unknownSchoolHolidaysMatterOnlyWhereTheyDecide() throws {
    let anywhere = HoursSetting(calendar: FrenchCalendar())
    let hours = try OpeningHours(parsing: "Mo-Fr 08:00-18:00; SH 10:00-12:00")
    func state(_ at: String) -> OpeningState { hours.state(at: instant(at), in: anywhere) }
    #expect(state("2026-11-23T11:00") == .open)
    #expect(state("2026-11-23T09:00") == .unknown)
    #expect(state("2026-11-23T20:00") == .closed)
    #expect(
      hours.evaluation(at: instant("2026-11-23T09:00"), in: anywhere).doubt == .schoolHolidays)
    let night = try OpeningHours(parsing: "SH 22:00-02:00")
    #expect(night.state(at: instant("2026-11-23T01:00"), in: anywhere) == .unknown)
  }

  @Test func withoutAPositionTheSunLeavesOnlyWhatIsCertain() throws {
    let anywhere = HoursSetting(calendar: FrenchCalendar(department: "54"))
    let hours = try OpeningHours(parsing: "10:00-sunset")
    func state(_ at: String) -> OpeningState { hours.state(at: instant(at), in: anywhere) }
    #expect(state("2026-11-23T09:59") == .closed)
    #expect(state("2026-11-23T11:00") == .open)
    #expect(state("2026-11-23T16:00") == .unknown)
    #expect(hours.evaluation(at: instant("2026-11-23T16:00"), in: anywhere).doubt == .sun)
    let closure = try OpeningHours(parsing: "08:00-20:00; sunset-24:00 off")
    #expect(closure.state(at: instant("2026-11-23T11:00"), in: anywhere) == .open)
    #expect(closure.state(at: instant("2026-11-23T17:00"), in: anywhere) == .unknown)
    #expect(closure.state(at: instant("2026-11-23T21:00"), in: anywhere) == .closed)
  }

  @Test func aPaintedDayAgrees() throws {
    for seed in 0..<600 as Range<UInt64> {
      var random = SeededRandom(seed: seed)
      let drawn = RandomHours(&random)
      let hours = try OpeningHours(parsing: drawn.text)
      for _ in 0..<4 {
        let number = Int.random(in: 20_000..<22_000, using: &random)
        guard let day = CalendarDay(number: number) else { continue }
        let painted = drawn.states(of: day, in: nancy.calendar)
        let stretches = hours.stretches(of: day, in: nancy)
        let found = stretches.flatMap { stretch in
          [OpeningState](repeating: stretch.evaluation.state, count: stretch.minutes.count)
        }
        let first = zip(found, painted).enumerated().first { $0.element.0 != $0.element.1 }
        #expect(found.count == 1440)
        #expect(
          first == nil, "seed \(seed), \(day.iso), minute \(first?.offset ?? 0): \(drawn.text)")
        let minute = Int.random(in: 0..<1440, using: &random)
        #expect(
          hours.state(at: LocalInstant(day: day, minute: minute), in: nancy) == painted[minute])
      }
    }
  }

  @Test func aWindowIsOpenOnlyIfEveryMinuteIs() throws {
    for seed in 0..<300 as Range<UInt64> {
      var random = SeededRandom(seed: seed)
      let drawn = RandomHours(&random)
      let hours = try OpeningHours(parsing: drawn.text)
      guard let day = CalendarDay(number: Int.random(in: 20_000..<22_000, using: &random)),
        let next = day.adding(days: 1)
      else { continue }
      let minutes =
        drawn.states(of: day, in: nancy.calendar) + drawn.states(of: next, in: nancy.calendar)
      let from = Int.random(in: 0..<1440, using: &random)
      let length = Int.random(in: 1...300, using: &random)
      let start = LocalInstant(day: day, minute: from)
      guard let end = start.adding(minutes: length) else { continue }
      let inside = minutes[from..<from + length]
      let expected: OpeningState =
        inside.contains(.closed) ? .closed : inside.contains(.unknown) ? .unknown : .open
      #expect(
        hours.state(throughout: start..<end, in: nancy) == expected, "seed \(seed): \(drawn.text)")
    }
  }

  @Test func aWindowMayEndAtMidnightAndCrossIt() throws {
    let hours = try OpeningHours(parsing: "Mo 20:00-02:00")
    let evening = instant("2026-11-23T21:00")
    #expect(hours.state(throughout: evening..<instant("2026-11-24T00:00"), in: nancy) == .open)
    #expect(hours.state(throughout: evening..<instant("2026-11-24T02:00"), in: nancy) == .open)
    #expect(hours.state(throughout: evening..<instant("2026-11-24T02:01"), in: nancy) == .closed)
  }
}
