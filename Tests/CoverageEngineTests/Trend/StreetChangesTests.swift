import RelaisGeo
import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// Streets to cover of two days, compared: what is new, gone, renamed, and what only looks so.
@Suite struct StreetChangesTests {
  private static func map(_ town: Town, within area: MultiPolygon? = nil) throws -> StreetMap {
    var analysis = CoverageAnalysis(
      network: town.network, facilities: [], parameters: try AnalysisParameters(budgets: [30]))
    analysis.studyArea = area.map { Area(id: "t", name: "t", shape: $0) }
    let result = analysis.run(.figures)
    let map = StreetMap(of: result)
    #expect(map.length == result.main.summary.streets)
    return map
  }

  private func changes(_ then: Town, _ now: Town) throws -> StreetChanges {
    let day = try #require(CalendarDay("2026-03-01"))
    let changes = StreetChanges(from: try Self.map(then), of: day, to: try Self.map(now))
    for kind in StreetChanges.Stretch.Kind.allCases {
      #expect(
        changes.stretches.filter { $0.kind == kind }.allSatisfy { stretch in
          stretch.lines.allSatisfy { $0.count > 1 } && stretch.length > .zero
        })
    }
    return changes
  }

  private func metres(_ changes: StreetChanges) -> [Double] {
    StreetChanges.Stretch.Kind.allCases.map { changes.length($0).metres }
  }

  /// One street after another, of an identifier, a name and its points.
  private func town(
    _ streets: (id: String, name: String, points: [(Double, Double)])...
  ) -> Town {
    var town = Town()
    for street in streets {
      let ends = [street.points[0], street.points[street.points.count - 1]].map { "\($0)" }
      town.street(street.id, ends[0], ends[1], street.points, name: street.name)
    }
    return town
  }

  @Test func newGoneAndRenamedStreetsAreCountedToTheMillimetre() throws {
    let found = try changes(
      town(
        ("a", "rue A", [(0, 0), (100, 0)]), ("b", "rue B", [(100, 0), (100, 80.001)]),
        ("c", "", [(0, 0), (0, 30)])),
      town(
        ("a", "rue Z", [(0, 0), (100, 0)]), ("c", "rue C", [(0, 0), (0, 30)]),
        ("d", "rue D", [(100, 0), (160, 0), (160, 5.5)])))
    #expect(metres(found) == [65.5, 80.001, 130])
    #expect(found.stretches.map(\.kind) == [.new, .gone, .renamed, .renamed])
    #expect(found.stretches.map(\.street) == ["rue D", "rue B", "rue Z", "rue C"])
    #expect(found.stretches.map(\.formerName) == [nil, nil, "rue A", nil])
    #expect(
      found.stretches[0].lines == [
        [Position(x: 100, y: 0), Position(x: 160, y: 0), Position(x: 160, y: 5.5)]
      ])
    #expect(found.then.metres == 210.001 && found.now.metres == 195.5 && found.areLarge)
    #expect(found.findings.map(\.code) == [.streetsChanged])
  }

  @Test func aStreetThatIsOnlyCutTurnedOrNumberedOtherwiseDidNotChange() throws {
    let then = town(
      ("a", "rue A", [(0, 0), (40, 0), (100, 0)]), ("b", "rue B", [(100, 0), (100, 80)]))
    for now in [
      then,
      // Cut at a vertex there was; numbered otherwise; turned round.
      town(
        ("a", "rue A", [(0, 0), (40, 0)]), ("z", "rue A", [(40, 0), (100, 0)]),
        ("b", "rue B", [(100, 80), (100, 0)])),
      // Cut at a new vertex, which lies a centimetre beside the line.
      town(
        ("a", "rue A", [(0, 0), (40, 0), (100, 0)]), ("y", "rue B", [(100, 0), (100.01, 30)]),
        ("b", "rue B", [(100.01, 30), (100, 80)])),
      // Without a vertex that lay on a straight line; joined to one.
      town(("x", "rue A", [(0, 0), (100, 0)]), ("b", "rue B", [(100, 0), (100, 80)])),
    ] {
      let found = try changes(then, now)
      #expect(found.stretches == [] && found.redrawn == .zero && found.findings == [])
    }
  }

  @Test func aLineThatEndsEarlierIsGoneFromThere() throws {
    // As where an extract is cut out of the map: the way ends at a vertex of its own.
    let found = try changes(
      town(("a", "rue A", [(0, 0), (60, 0), (100, 0)]), ("b", "rue B", [(0, 0), (0, 9)])),
      town(("a", "rue A", [(0, 0), (25, 0)]), ("b", "rue B", [(0, 0), (0, 9)])))
    #expect(metres(found) == [0, 75, 0])
    #expect(
      found.stretches[0].lines == [
        [Position(x: 25, y: 0), Position(x: 60, y: 0), Position(x: 100, y: 0)]
      ])
  }

  @Test func aLineDrawnOtherwiseIsNeitherNewNorGone() throws {
    let then = town(("a", "rue A", [(0, 0), (100, 0)]))
    let found = try changes(then, town(("a", "rue B", [(0, 0), (50, 5), (100, 0)])))
    // Twice the root of 2525: 100.499 m.
    #expect(metres(found) == [0, 0, 100.499] && found.redrawn.metres == 0.499)
    #expect(found.stretches[0].formerName == "rue A" && !found.areLarge)
    // Under another identifier nothing says that it is the same.
    let other = try changes(then, town(("b", "rue A", [(0, 0), (50, 5), (100, 0)])))
    #expect(metres(other) == [100.499, 100, 0])
    // Nor where it is much shorter, or elsewhere: rows of a file that bear their number alone.
    let short = try changes(then, town(("a", "rue A", [(0, 0), (20, 5)])))
    #expect(metres(short) == [20.616, 100, 0])
    let elsewhere = try changes(then, town(("a", "rue A", [(0, 51), (100, 51)])))
    #expect(metres(elsewhere) == [100, 100, 0])
  }

  @Test func streetsNoLongerToBeCoveredOrOutsideTheStudyAreaAreNone() throws {
    var then = Town()
    then.street("a", "w", "e", [(0, 0), (100, 0)], name: "rue A")
    var now = Town()
    now.street("a", "w", "e", [(0, 0), (100, 0)], name: "rue A", isDemand: false)
    #expect(metres(try changes(then, now)) == [0, 100, 0])
    let half = MultiPolygon([
      Polygon(shell: [
        Position(x: -9, y: -9), Position(x: 40, y: -9), Position(x: 40, y: 9),
        Position(x: -9, y: 9), Position(x: -9, y: -9),
      ])
    ])
    let map = try Self.map(then, within: half)
    #expect(map.length.metres == 40)
    #expect(map.lines.map(\.id) == ["a"])
    let day = try #require(CalendarDay("2026-03-01"))
    let found = StreetChanges(from: map, of: day, to: try Self.map(then))
    #expect(metres(found) == [60, 0, 0])
  }

  @Test func whatIsTakenOutOfATownIsGoneAndPutBackItIsNew() throws {
    let seed: UInt64 = 35
    var random = SeededRandom(seed: seed)
    for round in 0..<200 {
      let whole = Town.random(&random)
      var rest = Town()
      for street in whole.streets where Bool.random(using: &random) {
        rest.street(
          street.id, street.from, street.to, street.line.map { ($0.x, $0.y) },
          length: street.length, name: street.name, isDemand: street.isDemand)
      }
      let taken = try Self.map(whole).length - Self.map(rest).length
      let gone = try changes(whole, rest)
      let back = try changes(rest, whole)
      #expect(gone.length(.gone) == taken, "seed \(seed), round \(round)")
      #expect(back.length(.new) == taken, "seed \(seed), round \(round)")
      #expect(gone.stretches.allSatisfy { $0.kind == .gone } && gone.redrawn == .zero)
      #expect(back.stretches.allSatisfy { $0.kind == .new } && back.redrawn == .zero)
      var shuffled = rest
      shuffled.reorder(rest.streets.indices.shuffled(using: &random))
      #expect(metres(try changes(whole, shuffled)) == metres(gone), "seed \(seed), round \(round)")
    }
  }
}
