import RelaisGeo
import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// Coverage when children walk, in a street worked by hand: 400 m, a relay at 100 m, one at 300 m.
@Suite struct CoverageInTimeTests {
  private let calendar = FrenchCalendar(department: "54", zone: nil)

  private func street() -> Town {
    var town = Town()
    town.street("a", "w", "e", [(0, 0), (400, 0)], name: "rue A")
    return town
  }

  private func analysis(
    _ hours: [String?], windows: [String], from: String = "2026-11-02", to: String = "2026-11-29",
    budgets: [Double] = [80]
  ) throws -> CoverageAnalysis {
    var analysis = try CoverageAnalysis(
      town: street(), relays: [(100, 0), (300, 0)], budgets: budgets)
    for (index, value) in hours.enumerated() { analysis.facilities[index].openingHours = value }
    analysis.calendar = calendar
    analysis.times = TimeQuestion(
      windows: try windows.map { try #require(SchoolRunWindow(name: $0, parsing: $0)) },
      period: SchoolPeriod(
        first: try #require(CalendarDay(from)), last: try #require(CalendarDay(to))),
      calendar: calendar)
    return analysis
  }

  private func metres(_ summary: BudgetSummary) -> Double { summary.streetsCovered.metres }

  @Test func eachWindowCoversWhatItsOpenRelaysReach() throws {
    let result = try analysis(
      ["Mo-Fr 07:30-19:00", "Mo-Fr 10:00-19:00"],
      windows: ["Mo-Fr 07:45-08:30", "Mo-Fr 16:15-17:45", "Sa 14:00-18:00"]
    ).run(.everything)
    let inTime = try #require(result.inTime)
    // Each relay covers 80 m each way: 20…180 and 220…380.
    #expect(inTime.windows.map { metres($0.bounds.certain[0]) } == [160, 320, 0])
    #expect(inTime.windows.map { metres($0.bounds.possible[0]) } == [160, 320, 0])
    #expect(
      inTime.windows.map(\.states) == [[.open, .closed], [.open, .open], [.closed, .closed]])
    // 0…20, 180…220, 380…400 are gaps at any time; 220…380 opens in the morning and on Saturday.
    #expect(inTime.windows.map(\.gaps.count) == [1, 0, 2])
    #expect(inTime.windows.map(\.gaps.length.metres) == [160, 0, 320])
    #expect(inTime.gaps.map(\.gap.length.metres) == [160, 160])
    #expect(
      inTime.gaps.map { [$0.windows.isUncovered(0), $0.windows.isUncovered(2)] } == [
        [false, true], [true, true],
      ])
    #expect(inTime.gaps[1].gap.pieces.map { [$0.from.metres, $0.to.metres] } == [[220, 380]])
    #expect(inTime.gaps[1].gap.nearestFacility == 1)
    #expect(result.gaps.reduce(Length.zero) { $0 + $1.length } == Length(metres: 80))
  }

  @Test func unknownHoursGiveTwoBounds() throws {
    let result = try analysis(
      ["Mo-Fr 07:30-19:00", nil], windows: ["Mo-Fr 07:45-08:30"]
    ).run(.everything)
    let window = try #require(result.inTime?.windows.first)
    #expect(window.states == [.open, .unknown])
    #expect(metres(window.bounds.certain[0]) == 160)
    #expect(metres(window.bounds.possible[0]) == 320)
    #expect(window.gaps.length.metres == 160)
    #expect(window.gapsIfUnknownOpen.count == 0)
    let gap = try #require(result.inTime?.gaps.first)
    #expect(gap.windows.isUncertain(0) && !gap.windows.isUncovered(0))
    #expect(result.findings.map(\.code) == [.hoursMissing])
  }

  @Test func aRelayClosedOnOneSchoolDayDoesNotCount() throws {
    func states(_ hours: String) throws -> [OpeningState] {
      let result = try analysis([hours], windows: ["Mo,Tu,Th,Fr 16:00-17:00"]).run(.everything)
      return try #require(result.inTime?.windows.first).states
    }
    #expect(try states("Mo-Fr 08:00-19:00")[0] == .open)
    #expect(try states("Tu-Fr 08:00-19:00")[0] == .closed)
    #expect(try states("Mo-Fr 08:00-19:00; 2026 Nov 17 off")[0] == .closed)
    // Armistice Day is no school day, nor is a Wednesday in this window.
    #expect(try states("Mo-Fr 08:00-19:00; PH off; We off")[0] == .open)
    // Closed for one minute of the window, or in the holidays only.
    #expect(try states("Mo-Fr 08:00-16:59")[0] == .closed)
    #expect(try states("Mo-Fr 08:00-19:00; SH off")[0] == .open)
    #expect(try states("Mo-Fr 08:00-12:00; Mo-Fr \"sur rendez-vous\"")[0] == .unknown)
  }

  @Test func withoutAZoneOnlyWhatHolidaysCannotChangeIsCertain() throws {
    func state(_ hours: String) throws -> OpeningState? {
      var analysis = try analysis([hours], windows: ["Mo-Fr 16:00-17:00"], from: "2026-10-05")
      analysis.calendar = FrenchCalendar(department: nil, zone: nil)
      let result = analysis.run(.everything)
      #expect(result.findings.contains { $0.code == .schoolCalendarUnknown })
      return result.inTime?.windows[0].states[0]
    }
    #expect(try state("Mo-Fr 08:00-19:00") == .open)
    #expect(try state("Tu-Fr 08:00-19:00") == .closed)
    // Closed in some weeks, which may or may not be the holidays.
    #expect(try state("Mo-Fr 08:00-19:00; Oct 19-Oct 23 off") == .unknown)
  }

  @Test func aWindowWithoutASchoolDayIsUnknownAndSaid() throws {
    let result = try analysis(
      ["24/7", "24/7"], windows: ["We 08:00-09:00"], from: "2026-11-11", to: "2026-11-11"
    ).run(.everything)
    let window = try #require(result.inTime?.windows.first)
    #expect(window.days == 0)
    #expect(window.states == [.unknown, .unknown])
    #expect(result.findings.map(\.code) == [.windowWithoutDays])
  }

  @Test func refusedHoursAreUnknownAndNamed() throws {
    let result = try analysis(
      ["24/7", "Mo-Fr 25 o'clock <b>"], windows: ["Mo 08:00-09:00"]
    ).run(.everything)
    #expect(result.inTime?.windows[0].states == [.open, .unknown])
    let finding = try #require(result.findings.first { $0.code == .hoursNotUnderstood })
    #expect(
      finding.kind
        == .hoursNotUnderstood(
          relay: "R1", hours: "Mo-Fr 25 o'clock <b>",
          OpeningHoursError(offset: 6, expected: .time)))
  }

  @Test func theWeekFollowsTheClock() throws {
    let result = try analysis(
      ["Mo-Fr 07:30-19:00", "Sa 10:00-12:00"], windows: ["Mo 08:00-09:00"]
    ).run(.everything)
    let inTime = try #require(result.inTime)
    #expect(inTime.question.week == CalendarDay("2026-11-02"))
    let covered = inTime.week.map { metres($0.bounds.certain[0]) }
    #expect(covered.count == 168)
    // Half past seven is not the whole hour from seven.
    #expect(covered[7] == 0 && covered[8] == 160 && covered[18] == 160 && covered[19] == 0)
    #expect(covered[5 * 24 + 9] == 0 && covered[5 * 24 + 10] == 160 && covered[5 * 24 + 12] == 0)
    #expect(covered[6 * 24..<168].allSatisfy { $0 == 0 })
    // Armistice Day falls in another week; nobody, the first, the second.
    #expect(inTime.openSets == 3)
    #expect(inTime.searches == 2)
  }

  @Test(arguments: UInt64(1)...6)
  func sharedSearchesGiveWhatOneSearchAnHourGives(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let town = Town.random(&random)
    let relays = (0..<Int.random(in: 1...6, using: &random)).map { _ in
      (Double.random(in: 0...12, using: &random), Double.random(in: 0...12, using: &random))
    }
    let values = [
      "Mo-Fr 08:00-12:00,14:00-18:00", "Mo-Sa 09:00-19:00", "24/7", "Tu-Sa 10:00-19:00", nil,
      "Mo-Fr 07:30-09:00; Sa 08:00-12:00", "We 08:00-20:00; \"sur rendez-vous\"",
    ]
    var analysis = try CoverageAnalysis(
      town: town, relays: relays, budgets: [4, 7.5], maximumSnap: 3)
    if seed.isMultiple(of: 2) {
      let ring = [(2, 1), (11, 2), (10, 11), (1, 9), (2, 1)].map {
        Position(x: Double($0.0), y: Double($0.1))
      }
      analysis.studyArea = Area(
        id: "1", name: "A", shape: MultiPolygon([Polygon(shell: ring)]))
    }
    for index in analysis.facilities.indices {
      analysis.facilities[index].openingHours = values.randomElement(using: &random) ?? nil
    }
    analysis.calendar = calendar
    analysis.times = TimeQuestion(
      period: SchoolPeriod(lastKnownTo: calendar), calendar: calendar)
    let result = analysis.run(.everything)
    let inTime = try #require(result.inTime)
    for hour in inTime.week {
      let end = try #require(hour.start.adding(minutes: 60))
      let states = inTime.hours.states(throughout: hour.start..<end)
      for (summaries, counts) in [
        (hour.bounds.certain, states.map { $0 == .open }),
        (hour.bounds.possible, states.map { $0 != .closed }),
      ] {
        let expected = alone(analysis, counts)
        for (own, other) in zip(summaries, expected) {
          #expect(own.isSame(as: other), "seed \(seed), \(hour.start.iso)")
        }
      }
      for (low, high) in zip(hour.bounds.certain, hour.bounds.possible) {
        #expect(low.streetsCovered <= high.streetsCovered)
      }
    }
    // Gaps at any time and gaps in a window make up what the window leaves uncovered.
    let always = result.gaps.filter { $0.budget == result.parameters.mainBudget }
      .reduce(Length.zero) { $0 + $1.length }
    let main = try #require(
      result.parameters.budgets.firstIndex(of: result.parameters.mainBudget))
    for (index, window) in inTime.windows.enumerated() {
      let certain = window.bounds.certain[main]
      #expect(always + window.gaps.length == certain.streets - certain.streetsCovered)
      let possible = window.bounds.possible[main]
      #expect(
        always + window.gapsIfUnknownOpen.length == possible.streets - possible.streetsCovered)
      let own = inTime.gaps.filter {
        $0.windows.isUncovered(index) || $0.windows.isUncertain(index)
      }
      #expect(own.reduce(Length.zero) { $0 + $1.gap.length } == window.gaps.length)
    }
  }

  /// The figures of some relays alone, as an analysis without any other has them.
  private func alone(_ analysis: CoverageAnalysis, _ isCounted: [Bool]) -> PerBudget<BudgetSummary>
  {
    var own = CoverageAnalysis(
      network: analysis.network,
      facilities: zip(analysis.facilities, isCounted).filter(\.1).map(\.0),
      parameters: analysis.parameters)
    own.studyArea = analysis.studyArea
    return own.run(.figures).summaries
  }

  @Test func aMomentCountsOnlyTheRelaysOpenThen() throws {
    var analysis = try CoverageAnalysis(
      town: street(), relays: [(100, 0), (300, 0)], budgets: [80])
    analysis.facilities[0].openingHours = "Mo-Fr 08:00-12:00"
    analysis.calendar = calendar
    func covered(_ instant: String) throws -> [Double] {
      analysis.moment = .instant(try #require(LocalInstant(parsing: instant)))
      let result = analysis.run(.everything)
      let moment = try #require(result.moment)
      #expect(
        result.gaps.reduce(Length.zero) { $0 + $1.length }.metres == 400
          - metres(result.summaries[0]))
      return [metres(result.summaries[0]), metres(try #require(moment.possible).main)]
    }
    #expect(try covered("2026-11-23T08:00") == [160, 320])
    #expect(try covered("2026-11-23T07:59") == [0, 160])
    #expect(try covered("2026-11-23T12:00") == [0, 160])
  }
}

extension BudgetSummary {
  /// Alike in every length and count, and in weights but for rounding.
  fileprivate func isSame(as other: BudgetSummary) -> Bool {
    var copy = other
    copy.streetsInCircles = streetsInCircles
    copy.coveredWeight = coveredWeight
    return self == copy
      && abs(coveredWeight - other.coveredWeight) <= 1e-9 * max(1, abs(coveredWeight))
  }
}
