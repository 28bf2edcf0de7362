import RelaisGeo
import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// What circles on a map would claim.
@Suite struct CrowFlyCirclesTests {
  private func claimed(
    _ town: Town, _ centres: [(Double, Double)], _ radius: Double, edge: Int = 0
  ) -> [[Int64]] {
    let network = town.network
    return CrowFlyCircles.claimed(
      network, around: centres.map { Position(x: $0.0, y: $0.1) }, radius: Length(metres: radius)
    ).portions(of: edge, length: Int64(network.lengths[edge])).portions.map { [$0.from, $0.to] }
  }

  private func lengths(
    _ town: Town, _ centres: [(Double, Double)], _ radius: Double
  ) -> [Double] {
    CrowFlyCircles.lengths(
      town.network, around: centres.map { Position(x: $0.0, y: $0.1) },
      radius: Length(metres: radius)
    ).map(\.metres)
  }

  private func street(_ points: [(Double, Double)]) -> Town {
    var town = Town()
    town.street("a", "u", "v", points)
    return town
  }

  @Test func aStreetIsCutWithACircle() {
    let town = street([(0, 0), (100, 0)])
    // 3-4-5: 40 m off the street, a circle of 50 m takes 30 m either side.
    #expect(claimed(town, [(50, 40)], 50) == [[20_000, 80_000]])
    #expect(lengths(town, [(50, 40)], 50) == [60])
    #expect(claimed(town, [(50, 40)], 39.9) == [])
    #expect(claimed(town, [(50, 40)], 200) == [[0, 100_000]])
    #expect(claimed(town, [], 50) == [])
  }

  @Test func circlesThatOverlapClaimAStreetOnceTogetherAndEachAlone() {
    let town = street([(0, 0), (100, 0)])
    #expect(claimed(town, [(30, 0), (50, 0)], 20) == [[10_000, 70_000]])
    #expect(lengths(town, [(30, 0), (50, 0)], 20) == [40, 40])
  }

  @Test func aCircleEnteredExactlyAtAVertexClaimsWhatLiesBeyond() {
    let town = street([(0, 0), (50, 0), (100, 0)])
    #expect(claimed(town, [(100, 0)], 50) == [[50_000, 100_000]])
    #expect(lengths(town, [(100, 0)], 50) == [50])
    #expect(lengths(town, [(0, 0)], 50) == [50])
  }

  @Test func aStreetThatComesBackIsClaimedTwice() {
    let town = street([(0, 0), (100, 0), (100, 10), (0, 10)])
    #expect(claimed(town, [(0, 5)], 13) == [[0, 12_000], [198_000, 210_000]])
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func circlesClaimWhatLiesWithinThem(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let network = Town.random(&random).network
    let centres = (0..<4).map { _ in
      Position(x: .random(in: -2...14, using: &random), y: .random(in: -2...14, using: &random))
    }
    let radius = Double.random(in: 0.5...6, using: &random)
    let claimed = CrowFlyCircles.claimed(
      network, around: centres, radius: Length(metres: radius))
    for edge in 0..<network.edgeCount {
      let length = Int64(network.lengths[edge])
      let set = claimed.portions(of: edge, length: length)
      for step in stride(from: Int64(2), to: length, by: 37) {
        let position = network.position(on: EdgeID(edge), at: Length(millimetres: step))
        let away = centres.map { Ground.plane.length(from: $0, to: position) }.min() ?? 0
        // A long stretch of a short line moves a millimetre's rounding.
        guard abs(away - radius) > 0.02 else { continue }
        #expect(
          set.portions.contains { $0.from <= step && step <= $0.to } == (away < radius),
          "seed \(seed), edge \(edge), \(step) mm")
      }
    }
    let alone = CrowFlyCircles.lengths(network, around: centres, radius: Length(metres: radius))
    for (centre, sum) in zip(centres, alone) {
      let own = CrowFlyCircles.claimed(network, around: [centre], radius: Length(metres: radius))
      let expected = (0..<network.edgeCount).filter { network.isDemand[$0] }.reduce(Int64(0)) {
        $0 + own.portions(of: $1, length: Int64(network.lengths[$1])).length
      }
      #expect(abs(sum.millimetres - expected) <= Int64(4 * network.edgeCount), "seed \(seed)")
    }
  }
}
