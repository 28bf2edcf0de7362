import RelaisGeo
import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// Ways laid out by edge, against plans under each coverage.
@Suite struct SchoolWaysTests {
  @Test(arguments: 0..<200 as Range<UInt64>)
  func coveredMetresAreThoseOfThePlan(seed: UInt64) throws {
    let town = try RouteTown(seed: seed)
    let plan = town.planner.plan()
    let ways = SchoolWays(plan)
    let network = town.planner.network
    let covered = ways.covered(by: town.planner.coverage, in: network)
    #expect(covered == plan.figures.map(\.coveredChildMillimetres), "seed \(seed)")

    // Other relays: the same ways, covered otherwise.
    var random = SeededRandom(seed: seed &+ 77)
    let places = (0..<2).map { _ in
      Position(x: .random(in: 0...12, using: &random), y: .random(in: 0...12, using: &random))
    }
    let budget = town.planner.coverage.budget
    let distances = NetworkDistances(
      network, from: Snapper(network).snaps(of: places, within: Length(metres: 2)),
      countsConnector: true)
    let other = Coverage(network, distances, budget: budget)
    var planner = town.planner
    planner.coverage = other
    let difference = CoverageDifference(from: town.planner.coverage, to: other, in: network)
    #expect(
      ways.covered(covered, after: difference)
        == planner.plan().figures.map(\.coveredChildMillimetres), "seed \(seed)")
  }
}
