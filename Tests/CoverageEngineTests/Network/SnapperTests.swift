import RelaisGeo
import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// Snaps against every segment tried in turn.
@Suite struct SnapperTests {
  /// The least distance from a place to each edge, by ternary search along every segment.
  private func distances(_ network: StreetNetwork, _ place: Position) -> [Double] {
    (0..<network.edgeCount).map { edge in
      let line = network.vertices(of: EdgeID(edge))
      return zip(line, line.dropFirst()).reduce(.infinity) { best, segment in
        let (a, b) = segment
        func away(_ share: Double) -> Double {
          network.ground.length(
            from: place,
            to: Position(x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share))
        }
        var low = 0.0
        var high = 1.0
        for _ in 0..<70 {
          let left = low + (high - low) / 3
          let right = high - (high - low) / 3
          if away(left) < away(right) { high = right } else { low = left }
        }
        return min(best, away((low + high) / 2))
      }
    }
  }

  /// Moves a plane town of a few hundred metres to a place on earth.
  private func placed(
    _ town: Town, latitude: Double
  ) -> Town {
    var moved = Town()
    moved.ground = .ellipsoid
    let scale = Ground.metresPerDegree(atLatitude: latitude)
    for street in town.streets {
      moved.street(
        street.id, street.from, street.to,
        street.line.map { (6 + $0.x * 20 / scale.x, latitude + $0.y * 20 / scale.y) })
    }
    return moved
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func theNearestEdgeIsFoundOnPlaneAndEarth(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let latitude: Double? = [nil, 0.0, 48.7, -21.1, 68][Int(seed % 5)]
    let plane = Town.random(&random)
    let town = latitude.map { placed(plane, latitude: $0) } ?? plane
    let network = town.network
    let scale = network.ground.metresPerUnit(at: Position(x: 6, y: latitude ?? 0))
    let box = network.envelope
    let margin = latitude == nil ? 5.0 : 90
    let places = (0..<40).map { _ in
      Position(
        x: .random(in: box.minX - margin / scale.x...box.maxX + margin / scale.x, using: &random),
        y: .random(in: box.minY - margin / scale.y...box.maxY + margin / scale.y, using: &random))
    }
    let reach = latitude == nil ? 3.0 : 60
    let snaps = Snapper(network).snaps(of: places, within: Length(metres: reach))
    // Many at once are asked with a short reach first.
    let many = (0..<15).flatMap { _ in places }
    #expect(
      Snapper(network).snaps(of: many, within: Length(metres: reach))
        == (0..<15).flatMap { _ in snaps }, "seed \(seed)")
    for (place, snap) in zip(places, snaps) {
      let all = distances(network, place)
      let least = all.min() ?? .infinity
      guard let snap else {
        #expect(least > reach - 0.001, "seed \(seed)")
        continue
      }
      #expect(abs(snap.connector.metres - least) < 0.0015, "seed \(seed)")
      #expect(all[snap.edge.position] < least + 0.0015, "seed \(seed)")
      // No earlier edge is as near.
      #expect(all[..<snap.edge.position].allSatisfy { $0 > least - 1e-7 }, "seed \(seed)")
      #expect(abs(network.ground.length(from: place, to: snap.point) - least) < 0.0015)
      let back = network.position(on: snap.edge, at: snap.offset)
      if network.length(of: snap.edge).metres > 0.01 {
        // The offset leads to the same point, to a millimetre of the stretched line.
        let drawn = network.ground.length(of: network.vertices(of: snap.edge))
        let stretch = max(1, drawn / network.length(of: snap.edge).metres)
        #expect(
          network.ground.length(from: back, to: snap.point) < 0.002 * stretch, "seed \(seed)")
      }
    }
  }

  @Test func anEquallyNearEdgeGoesToTheFirstInTheInput() {
    var town = Town()
    town.street("b", "c", "d", [(0, 20), (100, 20)])
    town.street("a", "e", "f", [(0, 0), (100, 0)])
    #expect(Snapper(town.network).nearest(to: Position(x: 50, y: 10))?.edge == EdgeID(0))
    town.reorder([1, 0])
    let network = town.network
    let edge = Snapper(network).nearest(to: Position(x: 50, y: 10))?.edge
    #expect(edge.map { network.identifier(of: $0) } == "a")
  }

  @Test func atASharedNodeTheFirstEdgeWinsWhicheverWayItRuns() {
    for reversed in [false, true] {
      var town = Town()
      if reversed {
        town.street("a", "e", "c", [(37.3, 11.9), (0.1, 0.7)])
      } else {
        town.street("a", "c", "e", [(0.1, 0.7), (37.3, 11.9)])
      }
      town.street("b", "c", "n", [(0.1, 0.7), (-3.7, 41.3)])
      let snap = Snapper(town.network).nearest(to: Position(x: -20, y: -15))
      #expect(snap?.edge == EdgeID(0))
      #expect(snap?.offset == (reversed ? town.network.length(of: EdgeID(0)) : .zero))
    }
  }

  @Test func anEdgeThatPassesTwiceTakesTheLowerOffset() {
    var town = Town()
    town.street("u", "a", "b", [(0, 0), (100, 0), (100, 20), (0, 20)])
    let snap = Snapper(town.network).nearest(to: Position(x: 30, y: 10))
    #expect(snap?.offset == Length(metres: 30))
  }

  @Test func theReachCountsToTheMillimetre() {
    var town = Town()
    town.street("a", "w", "e", [(0, 0), (100, 0)])
    town.street("b", "w", "x", [(0, 0), (-100, 300)])
    let places = [60, 60.0004, 60.0006, 59.9996].map { Position(x: 50, y: -$0) }
    let snaps = Snapper(town.network).snaps(of: places, within: Length(metres: 60))
    #expect(
      snaps.map { $0?.connector } == [
        Length(metres: 60), Length(metres: 60), nil, Length(metres: 60),
      ])
  }

  @Test func placesThatLieNowhereStayUnattached() {
    var town = Town()
    town.street("a", "w", "e", [(0, 0), (100, 0)])
    let places = [Double.nan, .infinity, -.infinity, 1e300].map { Position(x: $0, y: 0) }
    #expect(
      Snapper(town.network).snaps(of: places, within: Length(metres: 60)) == [nil, nil, nil, nil])
    #expect(Snapper(town.network).nearest(to: places[0]) == nil)
    #expect(Snapper(Town().network).nearest(to: Position(x: 0, y: 0)) == nil)
  }

  /// A street of 100 m to be covered, and paths that lead nowhere.
  private func archipelago() -> Town {
    var town = Town()
    town.street("street", "a", "b", [(0, 0), (100, 0)])
    town.street("islet", "c", "d", [(40, 10), (60, 10)], isDemand: false)
    town.street("long", "e", "f", [(0, 100), (200, 100)], isDemand: false)
    town.street("far", "g", "h", [(500, 0), (520, 0)], isDemand: false)
    return town
  }

  @Test func anIsletIsPassedOverWhereAStreetIsNearEnough() {
    let network = archipelago().network
    let places = [(50.0, 12.0), (50, 70), (510, 5), (50, 62)].map { Position(x: $0.0, y: $0.1) }
    let maximum = Length(metres: 60)
    let snapper = Snapper(network)
    let snaps = snapper.snaps(of: places, within: maximum)
    #expect(snaps.map { $0?.edge.position } == [0, 2, 3, 2])
    #expect(snaps[0]?.connector == Length(metres: 12))
    #expect(
      Snapper(network, .nearest).snaps(of: places, within: maximum).map { $0?.edge.position }
        == [1, 2, 3, 2])
    let passed = snapper.passedOver(by: snaps, of: places, within: maximum)
    #expect(passed.map { $0?.edge.position } == [1, nil, nil, nil])
    // Beyond the street's reach the islet is what there is.
    #expect(
      snapper.snaps(of: places, within: Length(metres: 11)).map { $0?.edge.position }
        == [1, nil, 3, nil])
    #expect(snapper.nearest(to: places[0], preferringWithin: maximum)?.edge == EdgeID(0))
    #expect(
      snapper.nearest(to: places[0], preferringWithin: Length(metres: 11))?.edge == EdgeID(1))
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func isletsAreSkippedAsIfTheyWereNotThere(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let town = Town.random(&random)
    let network = town.network
    // Pieces without a street to cover; none of these towns is 200 m long but by its given lengths.
    let lengths = network.components.lengths
    let good = (0..<network.edgeCount).filter { edge in
      let piece = network.components.ofNode[Int(network.tails[edge])]
      return lengths[Int(piece)] >= Length(metres: 200)
        || (0..<network.edgeCount).contains {
          network.isDemand[$0] && network.components.ofNode[Int(network.tails[$0])] == piece
        }
    }
    let places = (0..<40).map { _ in
      Position(
        x: .random(in: -3...15, using: &random), y: .random(in: -3...15, using: &random))
    }
    let reach = Length(metres: 4)
    let snaps = Snapper(network).snaps(of: places, within: reach)
    let all = Snapper(network, .nearest).snaps(of: places, within: reach)
    var only = town.without(Set(0..<network.edgeCount).subtracting(good))
    only.ground = town.ground
    let rest = Snapper(only.network, .nearest).snaps(of: places, within: reach)
    for index in places.indices {
      if let snap = rest[index] {
        #expect(snaps[index]?.edge.position == good[snap.edge.position], "seed \(seed)")
        #expect(snaps[index]?.offset == snap.offset && snaps[index]?.connector == snap.connector)
      } else {
        #expect(snaps[index] == all[index], "seed \(seed)")
      }
    }
  }
}
