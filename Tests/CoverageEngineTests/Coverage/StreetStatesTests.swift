import RelaisGeo
import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// The streets cut by what covers them, in every budget and window at once.
@Suite struct StreetStatesTests {
  private func analysis(
    _ town: Town, relays: [(Double, Double)], hours: [String?], budgets: [Double]
  ) throws -> CoverageAnalysis {
    var analysis = try CoverageAnalysis(town: town, relays: relays, budgets: budgets)
    for (index, value) in hours.enumerated() { analysis.facilities[index].openingHours = value }
    analysis.calendar = FrenchCalendar(department: "54", zone: nil)
    analysis.times = TimeQuestion(
      windows: [
        try #require(SchoolRunWindow(name: "a", parsing: "Mo-Fr 07:45-08:30")),
        try #require(SchoolRunWindow(name: "b", parsing: "Sa 14:00-18:00")),
      ],
      period: SchoolPeriod(
        first: try #require(CalendarDay("2026-11-02")),
        last: try #require(CalendarDay("2026-11-29"))), calendar: analysis.calendar)
    return analysis
  }

  @Test func aStreetIsCutWhereAnyViewChanges() throws {
    var town = Town()
    town.street("a", "w", "e", [(0, 0), (400, 0)], name: "rue A")
    let result = try analysis(
      town, relays: [(100, 0), (300, 0)], hours: ["Mo-Fr 07:30-19:00", nil], budgets: [80, 120]
    ).run(.everything)
    let states = StreetStates(result)
    #expect(
      states.views
        == result.parameters.budgets.flatMap { budget in
          [nil, 0, 1].map { StreetStates.View(budget: budget, window: $0) }
        })
    // 80 m: 20…180 and 220…380; 120 m: 0…220 and 180…400. The second relay's hours are unknown.
    let rows = states.stretches.map { stretch in
      let letters = states.kinds[stretch.kind].map { ["-", "?", "+"][Int($0.rawValue)] }
      return "\(Int(stretch.interval.from.metres))–\(Int(stretch.interval.to.metres)) "
        + letters.joined()
    }
    #expect(
      rows == [
        "0–20 ---++-", "20–180 ++-++-", "180–220 ---++?", "220–380 +??+??", "380–400 ---+??",
      ])
  }

  @Test func withoutHoursThereIsAViewABudget() throws {
    var town = Town()
    town.street("a", "w", "e", [(0, 0), (400, 0)], name: "rue A")
    let result = try CoverageAnalysis(town: town, relays: [(100, 0)], budgets: [80])
      .run(.everything)
    let states = StreetStates(result)
    #expect(states.views == [.init(budget: result.parameters.mainBudget)])
    #expect(states.kinds == [[.uncovered], [.covered]])
    #expect(states.stretches.map(\.kind) == [0, 1, 0])
  }

  @Test(arguments: 0..<60) func stretchesAddUpToTheSummaries(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let town = Town.random(&random)
    let count = Int.random(in: 0...5, using: &random)
    let relays = (0..<count).map { _ in
      (Double.random(in: 0...12, using: &random), Double.random(in: 0...12, using: &random))
    }
    let all = ["Mo-Fr 07:30-19:00", "Sa 10:00-19:00", nil, "24/7", "Mo-Fr 10:00-12:00"]
    var analysis = try analysis(
      town, relays: relays, hours: relays.indices.map { _ in all.randomElement(using: &random)! },
      budgets: [3, 7])
    if Bool.random(using: &random) {
      let ring = [(2, 2), (9, 1), (10, 8), (3, 9), (2, 2)].map {
        Position(x: Double($0.0), y: Double($0.1))
      }
      analysis.studyArea = Area(id: "s", name: "s", shape: MultiPolygon([Polygon(shell: ring)]))
    }
    let result = analysis.run(.everything)
    let states = StreetStates(result)
    for (index, view) in states.views.enumerated() {
      func length(_ wanted: (StreetStates.State) -> Bool) -> Length {
        states.stretches.filter { wanted(states.kinds[$0.kind][index]) }
          .reduce(.zero) { $0 + $1.interval.length }
      }
      #expect(length { _ in true } == result[view.budget].summary.streets, "seed \(seed)")
      guard let window = view.window else {
        #expect(
          length { $0 == .covered } == result[view.budget].summary.streetsCovered,
          "seed \(seed)")
        continue
      }
      let bounds = try #require(result.inTime).windows[window].bounds
      #expect(
        length { $0 == .covered } == bounds.certain[view.budget].streetsCovered, "seed \(seed)")
      #expect(
        length { $0 != .uncovered } == bounds.possible[view.budget].streetsCovered,
        "seed \(seed)")
    }
  }
}
