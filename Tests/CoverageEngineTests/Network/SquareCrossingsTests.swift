import Foundation
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// Squares walked across: by hand, and against every straight line tried point by point.
@Suite struct SquareCrossingsTests {
  /// A square of rings, with a street of 10 m to be covered at some of its vertices, numbered ring after ring.
  private func network(
    _ rings: [[(Double, Double)]], entries: [Int], name: String = "Place"
  ) -> StreetNetwork {
    var sections = StreetSections(
      ground: .plane, identifiers: .ways([1] + entries.map { Int64(100 + $0) }))
    let all = rings.joined().map { Position(x: $0.0, y: $0.1) }
    sections.beginLine(StreetAttributes(name: sections.number(ofName: name), isDemand: false))
    var next: UInt32 = 0
    var corners: [[StreetSections.Square.Vertex]] = []
    for ring in rings {
      let first = next
      var own: [StreetSections.Square.Vertex] = []
      for index in ring.indices {
        own.append(.init(all[Int(first) + index], junction: first + UInt32(index)))
      }
      for vertex in own + [own[0]] {
        sections.addVertex(vertex.position, junction: vertex.junction)
      }
      sections.endSection()
      corners.append(own)
      next += UInt32(ring.count)
    }
    sections.addSquare(corners)
    for (number, entry) in entries.enumerated() {
      sections.beginLine(StreetAttributes(name: 0, isDemand: true))
      sections.addVertex(all[entry], junction: UInt32(entry))
      sections.addVertex(
        Position(x: all[entry].x, y: all[entry].y + 10), junction: next + UInt32(number))
      sections.endSection()
    }
    return NetworkBuilder.network(of: sections)
  }

  /// The walk from the far end of one entry's street to that of another, without these two streets.
  private func walk(_ network: StreetNetwork, _ from: Int, _ to: Int, entries: [Int]) -> Double? {
    let first = network.streetEdgeCount - entries.count
    let snap = Snap(
      edge: EdgeID(first + from), offset: Length(metres: 10), connector: .zero,
      point: Position(x: 0, y: 0))
    let distances = NetworkDistances(network, from: [snap], countsConnector: true)
    return distances.nearest(
      in: network, to: EdgeID(first + to), at: Length(metres: 10)
    ).map { $0.distance.metres - 20 }
  }

  private static let square = [(0.0, 0.0), (100, 0), (100, 60), (0, 60)]

  @Test func anEmptySquareIsCrossedStraight() {
    let network = network([Self.square], entries: [0, 2])
    #expect(network.squareEdgeCount == 1)
    #expect(network.identifier(of: EdgeID(network.streetEdgeCount)) == "way/1/across/0")
    let straight = (100.0 * 100 + 60 * 60).squareRoot()
    #expect(abs((walk(network, 0, 1, entries: [0, 2]) ?? 0) - straight) < 0.001)
    // The outline and the two streets are what is counted.
    #expect(network.totalLength == Length(metres: 340))
    #expect(network.components.lengths == [Length(metres: 340)])
  }

  @Test func neighboursAlongTheOutlineNeedNoLine() {
    #expect(network([Self.square], entries: [0, 1]).squareEdgeCount == 0)
    #expect(network([Self.square], entries: [0]).squareEdgeCount == 0)
  }

  @Test func aHoleIsWalkedRound() {
    // A fountain of 20 by 20 in the middle of 100 by 60, in either direction.
    let hole = [(40.0, 20.0), (60, 20), (60, 40), (40, 40)]
    for ring in [hole, hole.reversed()] {
      let network = network([Self.square, ring], entries: [0, 2])
      let over = { (a: (Double, Double), b: (Double, Double)) in
        ((a.0 - b.0) * (a.0 - b.0) + (a.1 - b.1) * (a.1 - b.1)).squareRoot()
      }
      // By the corner (60, 20), or by (40, 40): alike.
      let round = over((0, 0), (60, 20)) + over((60, 20), (100, 60))
      #expect(abs((walk(network, 0, 1, entries: [0, 2]) ?? 0) - round) < 0.003)
    }
  }

  @Test func anAngleIsWalkedRoundItsCorner() {
    // An L: the corner at (50, 50) stands in.
    let ring = [(0.0, 0.0), (100, 0), (100, 50), (50, 50), (50, 100), (0, 100)]
    let network = network([ring], entries: [2, 4])
    #expect(abs((walk(network, 0, 1, entries: [2, 4]) ?? 0) - 100) < 0.001)
    // Seen from the other ends the corner is touched by straight lines.
    let far = self.network([ring], entries: [1, 5])
    let leg = (50.0 * 50 + 50 * 50).squareRoot()
    #expect(abs((walk(far, 0, 1, entries: [1, 5]) ?? 0) - 2 * leg) < 0.003)
  }

  @Test func linesAcrossAreNoMetresOfCoverage() throws {
    let network = network([Self.square], entries: [0, 2])
    let relays = [Facility(id: "r", position: Position(x: 0, y: 10))]
    let result = CoverageAnalysis(
      network: network, facilities: relays, parameters: try AnalysisParameters(budgets: [500])
    ).run(.everything)
    #expect(result.main.summary.covered == Length(metres: 340))
    #expect(result.main.summary.uncovered == .zero)
    #expect(
      result.main.summary.edgesCovered + result.main.summary.edgesUncovered
        + result.main.summary.edgesPartly == network.streetEdgeCount)
    let spot = PlaceExplanation(
      of: Position(x: 100, y: 70), network: network, facilities: relays,
      parameters: result.parameters)
    #expect(spot.legs.filter(\.isAcross).map(\.street) == ["Place"])
  }

  // MARK: Against every line

  /// A star of whole decimetres around a middle.
  private func star(
    _ random: inout SeededRandom, _ count: Int, _ radii: ClosedRange<Double>
  ) -> [(Double, Double)] {
    (0..<count).map { index in
      let angle = (Double(index) + .random(in: 0.1...0.9, using: &random)) / Double(count) * 2 * .pi
      let radius = Double.random(in: radii, using: &random)
      return (
        (100 + radius * cos(angle)).rounded(.toNearestOrEven),
        (100 + radius * sin(angle)).rounded(.toNearestOrEven)
      )
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func walksAcrossAreAsShortAsAny(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let outer = star(&random, Int.random(in: 5...14, using: &random), 30...90)
    var rings = [outer]
    if Bool.random(using: &random) {
      rings.append(star(&random, Int.random(in: 3...6, using: &random), 6...14))
    }
    let entries = outer.indices.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
    guard entries.count > 1 else { return }
    let network = network(rings, entries: entries)
    let points = rings.flatMap { $0 }
    func isInside(_ p: (Double, Double)) -> Bool {
      // Even-odd, and near enough to a border is in.
      var isIn = false
      for ring in rings {
        for (index, a) in ring.enumerated() {
          let b = ring[(index + 1) % ring.count]
          let (dx, dy) = (b.0 - a.0, b.1 - a.1)
          let share = min(
            max(((p.0 - a.0) * dx + (p.1 - a.1) * dy) / (dx * dx + dy * dy), 0), 1)
          let (x, y) = (a.0 + share * dx - p.0, a.1 + share * dy - p.1)
          if x * x + y * y < 1e-10 { return true }
          if (a.1 > p.1) != (b.1 > p.1), p.0 < a.0 + (p.1 - a.1) / (b.1 - a.1) * (b.0 - a.0) {
            isIn.toggle()
          }
        }
      }
      return isIn
    }
    // Every pair of vertices that see each other at two thousand points between.
    var least = [[Double]](
      repeating: [Double](repeating: .infinity, count: points.count), count: points.count)
    for a in points.indices {
      least[a][a] = 0
      for b in points.indices where b > a {
        let (p, q) = (points[a], points[b])
        let sees = (1..<2000).allSatisfy { step in
          let share = Double(step) / 2000
          return isInside((p.0 + (q.0 - p.0) * share, p.1 + (q.1 - p.1) * share))
        }
        guard sees else { continue }
        least[a][b] = ((p.0 - q.0) * (p.0 - q.0) + (p.1 - q.1) * (p.1 - q.1)).squareRoot()
        least[b][a] = least[a][b]
      }
    }
    for k in points.indices {
      for a in points.indices {
        for b in points.indices {
          least[a][b] = min(least[a][b], least[a][k] + least[k][b])
        }
      }
    }
    for from in entries.indices {
      for to in entries.indices where to != from {
        let own = try #require(walk(network, from, to, entries: entries), "seed \(seed)")
        let best = least[entries[from]][entries[to]]
        #expect(abs(own - best) < 0.02, "seed \(seed): \(own) against \(best)")
      }
    }
  }
}
