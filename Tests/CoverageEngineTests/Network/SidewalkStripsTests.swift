import Covering
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// Streets covered by the sidewalks beside them: by hand, and against points tried one by one.
@Suite struct SidewalkStripsTests {
  /// A street of 400 m with a sidewalk 6 m north and one 6 m south, joined to it at its ends alone.
  private func longStreet() -> Town {
    var town = Town()
    town.street(
      "street", "a", "b", [(0, 0), (400, 0)], name: "Rue Longue", sidewalk: .apart)
    town.street("north", "c", "d", [(0, 6), (400, 6)], isDemand: false, sidewalk: .isOne)
    town.street("south", "e", "f", [(400, -6), (0, -6)], isDemand: false, sidewalk: .isOne)
    for (id, from, to, x, y) in [
      ("ac", "a", "c", 0.0, 6.0), ("ae", "a", "f", 0, -6), ("bd", "b", "d", 400, 6),
      ("be", "b", "e", 400, -6),
    ] {
      town.street(id, from, to, [(x, 0), (x, y)], isDemand: false)
    }
    return town
  }

  /// Coverage by relays that attach to the nearest way, islets or not.
  private func run(
    _ town: Town, _ relays: [(Double, Double)], _ budget: Double, countsConnector: Bool = true
  ) throws -> AnalysisResult {
    var analysis = try CoverageAnalysis(
      town: town, relays: relays, budgets: [budget], countsConnector: countsConnector)
    analysis.parameters.snapping = .nearest
    return analysis.run(.gaps)
  }

  @Test func aStreetIsCoveredWhereItsSidewalkIs() throws {
    let result = try CoverageAnalysis(
      town: longStreet(), relays: [(200, 9)], budgets: [100]
    ).run(.everything)
    #expect(result.snaps[0]?.edge == EdgeID(1))
    #expect(result.covered(0) == [[103_000, 297_000]])
    #expect(result.covered(2) == [])
    #expect(result.main.gaps.map(\.length) == [Length(metres: 103), Length(metres: 103)])
    // From the end of the street the walk is over the crossing: 3 + 200 + 6.
    #expect(result.main.gaps[0].worstDistance == Length(metres: 203))
    #expect(result.fragility?.onlyOne == Length(metres: 194))
  }

  @Test func aSidewalkDrawnTheOtherWayCounts() throws {
    let result = try CoverageAnalysis(
      town: longStreet(), relays: [(100, -9)], budgets: [60]
    ).run(.gaps)
    #expect(result.snaps[0]?.edge == EdgeID(2))
    #expect(result.covered(0) == [[43_000, 157_000]])
  }

  @Test func explainingASpotSaysTheSame() throws {
    let town = longStreet()
    let analysis = try CoverageAnalysis(town: town, relays: [(200, 9)], budgets: [100])
    let spot = PlaceExplanation(
      of: Position(x: 260, y: 1), network: town.network, facilities: analysis.facilities,
      parameters: analysis.parameters)
    #expect(spot.snap?.edge == EdgeID(0))
    #expect(spot.distance == Length(metres: 63))
    #expect(spot.verdict == .covered(budget: analysis.parameters.mainBudget))
    #expect(spot.legs.map(\.length) == [Length(metres: 60)])
  }

  @Test func onlyNearAndParallelSidewalksStandForAStreet() throws {
    var town = Town()
    town.street("street", "a", "b", [(0, 0), (100, 0)], sidewalk: .apart)
    town.street("far", "c", "d", [(0, 20.5), (100, 20.5)], isDemand: false, sidewalk: .isOne)
    // A slope of one in two is steeper than 26 degrees and flatter than 30: it counts where it is near enough.
    town.street("slant", "e", "f", [(0, -5), (60, -35)], isDemand: false, sidewalk: .isOne)
    town.street("steep", "g", "h", [(70, -1), (80, -11)], isDemand: false, sidewalk: .isOne)
    let result = try run(
      town, [(50, 21), (0, -5), (75, -6)], 500, countsConnector: false)
    #expect(result.covered(1) == [[0, 100_000]])
    #expect(result.covered(2).count == 1 && result.covered(3).count == 1)
    // 15 m lower is reached after 30 m along the street.
    #expect(result.covered(0) == [[0, 30_000]])
  }

  @Test func aSidewalkStandsForTheNearestStreetAlone() throws {
    var town = Town()
    // Two carriageways 10 m apart, and a side street.
    town.street("one", "a", "b", [(0, 0), (100, 0)], name: "Boulevard", sidewalk: .apart)
    town.street("two", "c", "d", [(100, 10), (0, 10)], name: "Boulevard", sidewalk: .apart)
    town.street("side", "s", "t", [(50, -20), (50, 0)], name: "Rue", sidewalk: .apart)
    town.street("walk", "e", "f", [(0, -4), (100, -4)], isDemand: false, sidewalk: .isOne)
    let result = try run(town, [(10, -4)], 500)
    // Within 4 m of the side street the sidewalk is nearer to that.
    #expect(result.covered(0) == [[0, 46_000], [54_000, 100_000]])
    #expect(result.covered(1) == [])
    #expect(result.covered(2) == [])
  }

  @Test func aStreetThatDoesNotSaySoIsNotCoveredByAPathBeside() throws {
    var town = Town()
    town.street("street", "a", "b", [(0, 0), (100, 0)])
    town.street("walk", "e", "f", [(0, -4), (100, -4)], isDemand: false, sidewalk: .isOne)
    let result = try run(town, [(10, -4)], 500)
    #expect(result.covered(0) == [])
  }

  // MARK: Against single points

  private func random(_ random: inout SeededRandom) -> Town {
    var town = Town()
    func number(_ range: ClosedRange<Double>) -> Double {
      (.random(in: range, using: &random) * 1000).rounded() / 1000
    }
    for number1 in 0..<Int.random(in: 2...4, using: &random) {
      var points: [(Double, Double)] = [(number(0...120), number(0...120))]
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let last = points[points.count - 1]
        points.append((last.0 + number(-60...60), last.1 + number(-60...60)))
      }
      let (a, b) = ("s\(number1)a", "s\(number1)b")
      town.street(
        "s\(number1)", a, b, points, name: "rue \(number1 % 2)",
        sidewalk: Int.random(in: 0..<4, using: &random) > 0 ? .apart : .unsaid)
      for side in 0..<Int.random(in: 1...2, using: &random) {
        let (dx, dy) = (number(-14...14), number(-14...14))
        var walk = points.map { ($0.0 + dx + number(-2...2), $0.1 + dy + number(-2...2)) }
        if Bool.random(using: &random) { walk.reverse() }
        let (c, d) = ("w\(number1)\(side)c", "w\(number1)\(side)d")
        town.street(
          "w\(number1)\(side)", c, d, walk, isDemand: false, sidewalk: .isOne)
        if Bool.random(using: &random) {
          town.street("x\(number1)\(side)", a, c, [points[0], walk[0]], isDemand: false)
        }
      }
    }
    return town
  }

  /// Whether a sidewalk stands for a point of a street and is covered there, by the rule itself.
  private func isCovered(
    _ network: StreetNetwork, _ own: [IntervalSet], _ street: Int, at offset: Double
  ) -> Bool {
    func segments(_ edge: Int) -> [(Position, Position)] {
      let line = Array(network.vertices(of: EdgeID(edge)))
      return Array(zip(line, line.dropFirst()))
    }
    func distance(_ p: Position, _ edge: Int) -> Double {
      segments(edge).map { a, b in
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let share = min(
          max(((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy), 0), 1)
        let (x, y) = (a.x + share * dx - p.x, a.y + share * dy - p.y)
        return (x * x + y * y).squareRoot()
      }.min() ?? .infinity
    }
    var before = 0.0
    for (c, d) in segments(street) {
      let (ex, ey) = (d.x - c.x, d.y - c.y)
      let length = (ex * ex + ey * ey).squareRoot()
      defer { before += length }
      let along = offset / 1000 - before
      guard along >= 0, along <= length else { continue }
      for walk in 0..<network.edgeCount where network.sidewalk(of: EdgeID(walk)) == .isOne {
        var walked = 0.0
        for (a, b) in segments(walk) {
          let (dx, dy) = (b.x - a.x, b.y - a.y)
          let own1 = (dx * dx + dy * dy).squareRoot()
          defer { walked += own1 }
          let (first, step) = (
            ((a.x - c.x) * ex + (a.y - c.y) * ey) / length, (dx * ex + dy * ey) / length
          )
          guard step != 0, abs(step) >= own1 * 0.75.squareRoot() else { continue }
          let share = (along - first) / step
          guard share >= 0, share <= 1 else { continue }
          let p = Position(x: a.x + share * dx, y: a.y + share * dy)
          let away = abs(ex * (p.y - c.y) - ey * (p.x - c.x)) / length
          guard away <= 20 else { continue }
          let mine = distance(p, street)
          let others = (0..<network.edgeCount).filter { $0 != street && network.isDemand[$0] }
          guard others.allSatisfy({ distance(p, $0) >= mine }) else { continue }
          let place = (walked + share * own1) * 1000
          if own[walk].portions.contains(where: {
            Double($0.from) <= place && place <= Double($0.to)
          }) {
            return true
          }
        }
      }
    }
    return false
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func streetsAreCoveredWhereTheRuleSays(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let network = self.random(&random).network
    let places = (0..<4).map { _ in
      Position(
        x: .random(in: 0...150, using: &random), y: .random(in: 0...150, using: &random))
    }
    let snaps = Snapper(network, .nearest).snaps(of: places, within: Length(metres: 60))
    let distances = NetworkDistances(network, from: snaps, countsConnector: true)
    let coverage = Coverage(network, distances, budget: try Budgets(metres: [45]).main)
    var without = network
    without.strips = .none
    let alone = Coverage(without, distances, budget: coverage.budget)
    let own = (0..<network.edgeCount).map { alone.set(of: $0, in: network) }
    for edge in 0..<network.edgeCount {
      let set = coverage.set(of: edge, in: network)
      if network.sidewalk(of: EdgeID(edge)) != .apart {
        #expect(set == own[edge], "seed \(seed)")
        continue
      }
      let length = Int64(network.lengths[edge])
      for _ in 0..<60 where length > 10 {
        let offset = Int64.random(in: 5...length - 5, using: &random)
        func rule(_ offset: Int64) -> Bool {
          own[edge].portions.contains { $0.from <= offset && offset <= $0.to }
            || isCovered(network, own, edge, at: Double(offset))
        }
        let expected = rule(offset)
        // Within two millimetres of an end, rounding may say either.
        guard (-3...3).allSatisfy({ rule(offset + $0) == expected }) else { continue }
        let isIn = set.portions.contains { $0.from <= offset && offset <= $0.to }
        #expect(isIn == expected, "seed \(seed), edge \(edge), at \(offset)")
        // What is covered is what is near enough on foot.
        let walk = distances.nearest(
          in: network, to: EdgeID(edge), at: Length(millimetres: offset))
        let isNear = walk.map { $0.distance <= coverage.budget.length } ?? false
        #expect(isNear == expected, "seed \(seed), edge \(edge), at \(offset)")
      }
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func eachRelayAloneAndAllTogetherAgree(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let town = self.random(&random)
    let network = town.network
    let places = (0..<4).map { _ in
      (Double.random(in: 0...150, using: &random), Double.random(in: 0...150, using: &random))
    }
    let parameters = try AnalysisParameters(budgets: [45, 20])
    let snaps = Snapper(network).snaps(
      of: places.map { Position(x: $0.0, y: $0.1) }, within: parameters.maximumSnap)
    for areas in ServiceArea.areas(
      network, snaps: snaps, budgets: parameters.budgets, countsConnector: true)
    {
      for area in areas {
        let distances = NetworkDistances(
          network, from: [snaps[area.facility]], countsConnector: true)
        let alone = Coverage(network, distances, budget: area.budget)
        let expected = (0..<network.edgeCount).flatMap {
          alone.intervals(of: EdgeID($0), in: network)
        }
        #expect(
          area.pieces.filter { $0.length > .zero } == expected.filter { $0.length > .zero },
          "seed \(seed)")
      }
    }
    // A candidate's gain is what is covered with it and not without.
    let analysis = try CoverageAnalysis(town: town, relays: [places[0]], budgets: [45])
    let with = try CoverageAnalysis(town: town, relays: [places[0], places[1]], budgets: [45])
    let gain =
      with.run(.figures).main.summary.streetsCovered
      - analysis.run(.figures).main.summary.streetsCovered
    let problem = ProspectionProblem(
      network, relays: [snaps[0]], candidates: [with.facilities[1]], count: 1,
      parameters: analysis.parameters)
    let list = RecruitmentList(problem.matrix, count: 1)
    #expect(list.recruits.last?.cumulative ?? 0 == gain.millimetres, "seed \(seed)")
    // The longest walk of a gap is that of no point of it surpassed.
    let result = analysis.run(.gaps)
    for gap in result.main.gaps {
      for piece in gap.pieces where piece.length > .zero {
        for offset in stride(from: piece.from.millimetres, through: piece.to.millimetres, by: 997) {
          let walk = result.distances.nearest(
            in: network, to: piece.edge, at: Length(millimetres: offset))
          guard let worst = gap.worstDistance else { continue }
          let own = try #require(walk?.distance, "seed \(seed)")
          #expect(own <= worst + Length(millimetres: 2), "seed \(seed)")
        }
      }
    }
  }
}
