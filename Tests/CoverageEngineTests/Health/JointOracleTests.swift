import RelaisGeo
import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// Crossings and near misses of seeded towns against every pair of segments, compared one by one.
@Suite struct JointOracleTests {
  private struct Segment {
    var street: Int
    /// Millimetres.
    var a: (x: Int, y: Int)
    var b: (x: Int, y: Int)
  }

  /// Streets that meet nowhere, each with corners of its own, within a square of so many metres.
  private func town(seed: UInt64, side: Int, streets: Int) -> (Town, [Segment]) {
    var random = SeededRandom(seed: seed)
    var town = Town()
    var segments: [Segment] = []
    for street in 0..<streets {
      let points = (0..<Int.random(in: 2...4, using: &random)).map { _ in
        (
          x: Int.random(in: 0...side * 1000, using: &random),
          y: Int.random(in: 0...side * 1000, using: &random)
        )
      }
      town.street(
        "s\(street)", "\(street)a", "\(street)b",
        points.map { (Double($0.x) / 1000, Double($0.y) / 1000) }, isDemand: false)
      for (a, b) in zip(points, points.dropFirst()) {
        segments.append(Segment(street: street, a: a, b: b))
      }
    }
    return (town, segments)
  }

  private func side(_ a: (x: Int, y: Int), _ b: (x: Int, y: Int), _ c: (x: Int, y: Int)) -> Bool {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) >= 0
  }

  @Test(arguments: 1...40) func crossingsAreThoseOfEveryPair(seed: UInt64) {
    let (town, segments) = town(seed: seed, side: 900, streets: 25)
    var expected: Set<[UInt32]> = []
    for (index, one) in segments.enumerated() {
      for other in segments[(index + 1)...] where other.street != one.street {
        if side(one.a, one.b, other.a) != side(one.a, one.b, other.b),
          side(other.a, other.b, one.a) != side(other.a, other.b, one.b)
        {
          expected.insert([UInt32(one.street), UInt32(other.street)])
        }
      }
    }
    let network = town.network
    let found = UnjoinedCrossings(network: network, grid: SegmentGrid(network)).all()
    #expect(Set(found.map { [$0.first, $0.second] }) == expected)
    #expect(found == found.sorted())
  }

  @Test(arguments: 1...40) func nearMissesAreThoseOfEveryPair(seed: UInt64) {
    let (town, segments) = town(seed: seed, side: 90, streets: 25)
    let network = town.network
    var expected: [Position: Double] = [:]
    for street in town.streets.indices {
      let line = town.streets[street].line
      for end in [line[0], line[line.count - 1]] {
        let metres = segments.filter { $0.street != street }.map { away(end, $0) }.min() ?? 9
        if metres <= NearMisses.reachOfEnd { expected[end] = metres }
      }
    }
    let misses = NearMisses(network: network, grid: SegmentGrid(network)).all()
    var found: [Position: Double] = [:]
    for miss in misses {
      let edge = Int(network.arcEdge[Int(network.firstArc[Int(miss.node)])])
      // A street's own line may come back to its end, which is not told by the pairs above.
      if edge == Int(miss.edge) { continue }
      let vertices = network.vertices(of: EdgeID(edge))
      let position =
        network.tails[edge] == miss.node
        ? vertices[vertices.startIndex] : vertices[vertices.endIndex - 1]
      found[position] = Double(miss.gap) / 1e6
    }
    #expect(Set(found.keys) == Set(expected.keys))
    for (end, metres) in found {
      #expect(abs(metres - (expected[end] ?? 0)) < 1e-5)
    }
  }

  private func away(_ point: Position, _ segment: Segment) -> Double {
    let (ax, ay) = (Double(segment.a.x) / 1000 - point.x, Double(segment.a.y) / 1000 - point.y)
    let (dx, dy) = (
      Double(segment.b.x - segment.a.x) / 1000, Double(segment.b.y - segment.a.y) / 1000
    )
    let share = min(max(-(ax * dx + ay * dy) / (dx * dx + dy * dy), 0), 1)
    let (x, y) = (ax + share * dx, ay + share * dy)
    return (x * x + y * y).squareRoot()
  }

  /// Order of the input and a cut in a street change neither counts nor lengths.
  @Test(arguments: 1...20) func orderAndCutsChangeNothing(seed: UInt64) {
    let (first, _) = town(seed: seed, side: 1000, streets: 12)
    var random = SeededRandom(seed: seed)
    var shuffled = first
    shuffled.reorder(first.streets.indices.shuffled(using: &random))
    let health = NetworkHealth(of: first.network, reach: Length(metres: 300))
    let other = NetworkHealth(of: shuffled.network, reach: Length(metres: 300))
    for flaw in NetworkFlaw.allCases {
      #expect(health[flaw]?.count == other[flaw]?.count)
      #expect(health[flaw]?.length == other[flaw]?.length)
      #expect(health[flaw]?.verdict == other[flaw]?.verdict)
    }
  }

  @Test func twoContinentsCostNoMoreThanATown() {
    var town = Town()
    town.ground = .ellipsoid
    town.street("a", "a", "b", [(6.0, 48.0), (6.002, 48.0)])
    town.street("b", "c", "d", [(6.001, 47.999), (6.001, 48.001)])
    town.street("c", "e", "f", [(-175.0, -16.0), (-175.002, -16.0)])
    town.street("d", "g", "h", [(-175.001, -16.001), (-175.001, -15.999)])
    let health = NetworkHealth(of: town.network, reach: Length(metres: 300))
    #expect(health[.crossingWithoutNode]?.count == 2)
  }
}
