import RelaisGeo
import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// Past quarters on today's streets, and the two effects told apart.
@Suite struct TrendTests {
  private static func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

  /// An adherent from a day on, and maybe gone from another; sequences count up.
  private struct Life {
    var id: String
    var x: Double
    var y = 0.0
    var from: String
    var to: String?
    var sequence: Int64
  }

  private func histories(_ lives: [Life]) throws -> [EstablishmentHistory] {
    try lives.map { life in
      var history = EstablishmentHistory(id: life.id)
      func event(
        _ sequence: Int64, _ day: String, _ changes: [EstablishmentField: String?]
      ) throws -> RegistryEvent {
        RegistryEvent(
          sequence: sequence, establishment: life.id, kind: .state, holdsFrom: try Self.day(day),
          recordedAt: "", author: "", changes: facts(changes))
      }
      history.append(
        try event(
          life.sequence, life.from,
          [.name: life.id, .state: "adherent", .position: "\(life.x) \(life.y)"]))
      if let to = life.to {
        history.append(try event(life.sequence + 1, to, [.state: "left"]))
      }
      return history
    }
  }

  /// rue A, 150 m from west to east, and a path that is no street to cover.
  private var town: Town {
    var town = Town()
    town.street("a", "w", "e", [(0, 0), (150, 0)], name: "rue A")
    town.street("p", "e", "n", [(150, 0), (150, 40)], isDemand: false)
    return town
  }

  private func analysis(
    _ town: Town, _ histories: [EstablishmentHistory], on day: String, _ budgets: [Double]
  ) throws -> CoverageAnalysis {
    CoverageAnalysis(
      network: town.network, facilities: histories.relays(on: try Self.day(day)),
      parameters: try AnalysisParameters(budgets: budgets, maximumSnap: 2))
  }

  private func record(
    _ day: String, ranOn: String? = nil, knowing last: Int64, _ parameters: AnalysisParameters,
    streets: Int64, covered: Int64
  ) throws -> RunRecord {
    RunRecord(
      asOf: try Self.day(day), ranOn: try Self.day(ranOn ?? day), program: "t",
      parameters: parameters, lastEvent: last, inputs: [],
      figures: parameters.budgets.flatMap {
        [
          .init(.streets, budget: $0, streets), .init(.streetsCovered, budget: $0, covered),
        ]
      })
  }

  /// A since 2025 at the west end; B since May at 60 m; C at 140 m left in June.
  private let lives = [
    Life(id: "A", x: 0, from: "2025-02-10", sequence: 1),
    Life(id: "B", x: 60, from: "2026-05-03", sequence: 5),
    Life(id: "C", x: 140, from: "2025-11-01", to: "2026-06-20", sequence: 2),
  ]

  @Test func quartersAreComputedAgainOnTheStreetsOfToday() throws {
    let histories = try histories(lives)
    let result = try analysis(town, histories, on: "2026-11-21", [30]).run(.everything)
    let trend = TrendAnalysis(
      result: result, houseNumbers: nil, histories: histories, runs: [],
      day: try Self.day("2026-11-21")
    ).run()
    // Before the first relay there is nothing to tell.
    #expect(
      trend.points.map(\.day.iso) == [
        "2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31", "2026-03-31", "2026-06-30",
        "2026-09-30", "2026-11-21",
      ])
    #expect(trend.points.map(\.relays) == [1, 1, 1, 2, 2, 2, 2, 2])
    // A covers 30 m, C 40 m (30 west of it, 10 to the end), B 60 m.
    #expect(
      trend.points.map { $0.figures[0].covered.metres } == [30, 30, 30, 70, 70, 90, 90, 90])
    #expect(trend.points.allSatisfy { $0.figures[0].streets.metres == 150 })
    // Without a run, the last quarter's end is compared with, and streets are not known.
    let change = try #require(trend.change)
    #expect(change.since.iso == "2026-09-30")
    #expect(change.run == nil && change.effects[0].streets == nil)
    #expect(change.stretches.allSatisfy { $0.isEmpty })
  }

  @Test func membersAndStreetsAreToldApartAndAddUp() throws {
    let histories = try histories(lives)
    let analysis = try analysis(town, histories, on: "2026-11-21", [30])
    let result = analysis.run(.everything)
    // The run of February knew A and C, and found 55 m of 120 m: the street was shorter.
    let run = try record(
      "2026-02-01", knowing: 2, analysis.parameters, streets: 120_000, covered: 55_000)
    let trend = TrendAnalysis(
      result: result, houseNumbers: nil, histories: histories, runs: [run],
      day: try Self.day("2026-11-21")
    ).run()
    let change = try #require(trend.change)
    #expect(change.since.iso == "2026-02-01")
    let effects = change.effects[0]
    #expect(effects.then.covered.metres == 70)
    #expect(effects.streets?.metres == 15)
    #expect(effects.members.metres == 20)
    #expect(effects.total?.metres == 35)
    #expect(change.joined.map(\.id) == ["B"])
    #expect(change.left.map(\.id) == ["C"])
    #expect(change.moved.isEmpty)
    // B's 60 m from 30 to 90 were gained; C's 40 m at the end lost.
    #expect(change.stretches.joined().map(\.kind) == [.gained, .lost])
    #expect(change.stretches.joined().map { $0.run.length.metres } == [60, 40])
    #expect(change.stretches.joined().map { $0.run.pieces[0].from.metres } == [30, 110])
    #expect(
      change.length(.gained, effects.budget) - change.length(.lost, effects.budget)
        == effects.members)
    // The point of that quarter bears what was found then.
    #expect(trend.points.filter { $0.recorded != nil }.map(\.day.iso) == ["2026-03-31"])
  }

  @Test func whatWasRecordedLateCountsAsMembersNotAsStreets() throws {
    // B holds from 2025 but was noted after the run of February.
    var late = lives
    late[1].from = "2025-06-01"
    let histories = try histories(late)
    let analysis = try analysis(town, histories, on: "2026-11-21", [30])
    let run = try record(
      "2026-02-01", knowing: 2, analysis.parameters, streets: 150_000, covered: 70_000)
    let trend = TrendAnalysis(
      result: analysis.run(.everything), houseNumbers: nil, histories: histories, runs: [run],
      day: try Self.day("2026-11-21")
    ).run()
    let effects = try #require(trend.change?.effects.main)
    #expect(effects.streets == .zero)
    #expect(effects.members.metres == 20)
  }

  @Test func onlyRunsOfTheirOwnDayAskedTheSameAreComparedWith() throws {
    let histories = try histories(lives)
    let analysis = try analysis(town, histories, on: "2026-11-21", [30])
    let parameters = analysis.parameters
    let other = try AnalysisParameters(budgets: [40], maximumSnap: 2)
    let runs = [
      try record("2026-02-01", knowing: 2, parameters, streets: 1, covered: 1),
      try record("2026-03-01", knowing: 2, parameters, streets: 2, covered: 2),
      try record("2026-03-01", knowing: 2, parameters, streets: 3, covered: 3),
      // Computed long after; asked otherwise; of the report's own day.
      try record("2026-08-01", ranOn: "2026-11-01", knowing: 9, parameters, streets: 4, covered: 4),
      try record("2026-09-01", knowing: 9, other, streets: 5, covered: 5),
      try record("2026-11-21", knowing: 9, parameters, streets: 6, covered: 6),
    ]
    func change(since: String?) throws -> CoverageChange? {
      TrendAnalysis(
        result: analysis.run(.everything), houseNumbers: nil, histories: histories, runs: runs,
        day: try Self.day("2026-11-21"), since: try since.map(Self.day)
      ).run().change
    }
    let last = try #require(try change(since: nil))
    #expect(last.since.iso == "2026-03-01")
    // Of two runs of a day, the later one.
    #expect(last.effects[0].recorded?.covered.millimetres == 3)
    #expect(try change(since: "2026-02-14")?.since.iso == "2026-02-01")
    // A quarter without a run is compared with by its relays alone, on the very day asked for.
    let alone = try #require(try change(since: "2025-12-31"))
    #expect(alone.since.iso == "2025-12-31" && alone.run == nil)
    #expect(alone.effects[0].members.metres == 20)
  }

  @Test func aMovedRelayIsNeitherComeNorGone() throws {
    var history = try histories([lives[0]])[0]
    history.append(
      RegistryEvent(
        sequence: 8, establishment: "A", kind: .changed, holdsFrom: try Self.day("2026-10-10"),
        recordedAt: "", author: "", changes: facts([.position: "75.0 0.0"])))
    let result = try analysis(town, [history], on: "2026-11-21", [30]).run(.everything)
    let change = try #require(
      TrendAnalysis(
        result: result, houseNumbers: nil, histories: [history], runs: [],
        day: try Self.day("2026-11-21")
      ).run().change)
    #expect(change.joined.isEmpty && change.left.isEmpty)
    #expect(change.moved.map(\.id) == ["A"])
    #expect(change.effects[0].members.metres == 30)
  }

  @Test func withoutAnyRelayThereIsOnlyToday() throws {
    let result = try analysis(town, [], on: "2026-11-21", [30]).run(.everything)
    let trend = TrendAnalysis(
      result: result, houseNumbers: nil, histories: [], runs: [], day: try Self.day("2026-11-21")
    ).run()
    #expect(trend.points.count == 1)
    #expect(trend.change == nil)
  }

  /// Every point agrees with an analysis of its day, and every millimetre is gained, lost or neither
  /// as two whole analyses say.
  @Test(arguments: 0..<60)
  func randomTownsAgreeWithWholeAnalyses(seed: UInt64) throws {
    var random = SeededRandom(seed: seed &+ 4400)
    let town = Town.random(&random)
    let days = ["2026-01-05", "2026-04-20", "2026-08-01", "2026-10-30"]
    let lives = (0..<Int.random(in: 1...5, using: &random)).map { index in
      let from = Int.random(in: 0..<4, using: &random)
      let leaves = from < 3 && Bool.random(using: &random)
      return Life(
        id: "R\(index)", x: .random(in: -1...13, using: &random),
        y: .random(in: -1...13, using: &random), from: days[from],
        to: leaves ? days[Int.random(in: from + 1..<4, using: &random)] : nil,
        sequence: Int64(index * 2 + 1))
    }
    let histories = try histories(lives)
    let budgets = [Double.random(in: 0.5...9, using: &random), 12]
    var analysis = try analysis(town, histories, on: "2026-11-21", budgets)
    if Bool.random(using: &random) {
      analysis.studyArea = Area(
        id: "z", name: "z",
        shape: MultiPolygon([
          Polygon(
            shell: [(1, 1), (9, 1), (9, 9), (1, 9), (1, 1)].map { Position(x: $0.0, y: $0.1) })
        ]))
    }
    let since = try Self.day("2026-06-30")
    let result = analysis.run(.everything)
    let trend = TrendAnalysis(
      result: result, houseNumbers: nil, histories: histories, runs: [],
      day: try Self.day("2026-11-21"), since: since
    ).run()
    for point in trend.points {
      var own = analysis
      own.facilities = histories.relays(on: point.day)
      let whole = own.run(.figures)
      #expect(point.attached == whole.snaps.count { $0 != nil }, "seed \(seed)")
      #expect(point.figures == whole.summaries.mapValues(Trend.Figures.init), "seed \(seed)")
    }
    var before = analysis
    before.facilities = histories.relays(on: since)
    let then = before.run(.everything)
    guard let change = trend.change else {
      #expect(before.facilities.isEmpty, "seed \(seed)")
      return
    }
    for (index, effects) in change.effects.enumerated() {
      #expect(effects.then == Trend.Figures(then.summaries[index]), "seed \(seed)")
      #expect(
        change.length(.gained, effects.budget) - change.length(.lost, effects.budget)
          == effects.members, "seed \(seed)")
      let runs = change.stretches[effects.budget]
      for edge in 0..<result.network.edgeCount where result.network.lengths[edge] > 0 {
        let length = Int64(result.network.lengths[edge])
        let (old, new) = (then.covered(edge, budget: index), result.covered(edge, budget: index))
        func holds(_ set: [[Int64]], _ at: Int64) -> Bool {
          set.contains { $0[0] <= at && at + 1 <= $0[1] }
        }
        func told(_ kind: CoverageChange.Stretch.Kind, _ at: Int64) -> Bool {
          runs.contains { stretch in
            stretch.kind == kind
              && stretch.run.pieces.contains {
                $0.edge.position == edge && $0.from.millimetres <= at
                  && at + 1 <= $0.to.millimetres
              }
          }
        }
        var counts: [[Int64]] = []
        if result.network.isDemand[edge] {
          counts =
            result.studyClip.map { clip in
              clip.set(of: edge, length: length).portions.map { [$0.from, $0.to] }
            } ?? [[0, length]]
        }
        // Every 97th millimetre: prime, so that no regular pattern hides between.
        for at in stride(from: 0, to: length, by: 97) {
          let isThere = holds(counts, at)
          #expect(
            told(.gained, at) == (isThere && holds(new, at) && !holds(old, at)), "seed \(seed)")
          #expect(
            told(.lost, at) == (isThere && holds(old, at) && !holds(new, at)), "seed \(seed)")
        }
      }
    }
  }
}
