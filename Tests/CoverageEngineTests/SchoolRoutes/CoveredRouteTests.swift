import RelaisGeo
import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// Covered routes against every way there is, and by hand.
@Suite struct CoveredRouteTests {
  @Test(arguments: 0..<120 as Range<UInt64>)
  func theCoveredRouteIsTheLeastUncoveredOfAllWaysLittleLonger(seed: UInt64) throws {
    var town = try RouteTown(seed: seed)
    town.planner.isThorough = true
    let plan = town.planner.plan()
    let walker = town.walker
    for (home, found) in plan.byHome.enumerated() {
      guard let found, let walk = found.route.walk else { continue }
      let covered = try #require(found.route.covered, "seed \(seed), home \(home)")
      let allowed = walk.length.millimetres * 115 / 100
      let ways = walker.ways(
        from: try #require(plan.homeSnaps[home]), to: try #require(plan.doors[found.school][0]),
        within: allowed)
      let least = try #require(
        ways.map { [$0.uncovered, $0.length] }.min { $0.lexicographicallyPrecedes($1) })
      #expect(covered.uncovered.millimetres == least[0], "seed \(seed), home \(home)")
      #expect(covered.length.millimetres == least[1], "seed \(seed), home \(home)")
      #expect(ways.contains(covered.figures), "seed \(seed), home \(home)")
      #expect(covered.length.millimetres <= allowed)
      #expect(covered.uncovered <= walk.uncovered)
    }
    // Who walks where adds up to how far they walk.
    let flowed = plan.coveredFlows().reduce(Int64(0)) {
      $0 + $1.children.millionths * $1.interval.length.millimetres
    }
    let walked = plan.routes.joined().reduce(Int64(0)) {
      $0 + $1.children.millionths * ($1.covered?.onStreets.millimetres ?? 0)
    }
    #expect(flowed == walked, "seed \(seed)")
  }

  /// Two ways round a block: 200 m uncovered, or 230 m of which 200 covered.
  private func block(detour: Double) throws -> RoutePlan {
    var town = Town()
    town.street("south", "h", "s", [(0, 0), (100, 0), (100, 100)], length: 200)
    town.street("north", "h", "s", [(0, 0), (0, 100), (100, 100)], length: detour)
    var routes = try RouteTown(
      town, relays: [(0, 100)], schools: [(100, 100)], homes: [(0, 0)], budget: 100)
    routes.planner.isThorough = true
    return routes.planner.plan()
  }

  @Test func aDetourOfFifteenPerCentIsTakenAndOneOfMoreIsNot() throws {
    let taken = try block(detour: 230)
    let walk = try #require(taken.byHome[0]?.route.covered)
    #expect(walk.length == Length(metres: 230))
    #expect(walk.uncovered == Length(metres: 30))
    #expect(taken.figures[0].savedChildMillimetres == 170_000 * Int128(Children.unit))
    #expect(taken.figures[0].helped == Children(1))
    let left = try block(detour: 230.001)
    #expect(left.byHome[0]?.route.covered == left.byHome[0]?.route.walk)
    #expect(left.figures[0].savedChildMillimetres == 0)
  }
}
