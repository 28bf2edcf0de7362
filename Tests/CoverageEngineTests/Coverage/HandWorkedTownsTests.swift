import CoverageEngine
import RelaisGeo
import RelaisTestSupport
import Testing

/// Towns small enough to work out by hand; all numbers are millimetres.
@Suite struct HandWorkedTownsTests {
  /// One street of 100 m along the x axis.
  private func oneStreet() -> Town {
    var town = Town()
    town.street("a", "w", "e", [(0, 0), (100, 0)], name: "rue A")
    return town
  }

  @Test func aRelayMidEdgeCoversBothWaysLessItsConnector() throws {
    let result = try CoverageAnalysis(town: oneStreet(), relays: [(40, 10)], budgets: [30]).run(
      .everything)
    #expect(result.snaps[0]?.offset == Length(metres: 40))
    #expect(result.snaps[0]?.connector == Length(metres: 10))
    #expect(result.covered(0) == [[20_000, 60_000]])
    #expect(result.summaries[0].covered == Length(metres: 40))
    #expect(result.summaries[0].edgesPartly == 1)
  }

  @Test func theConnectorIsLeftOutWhenAsked() throws {
    let result = try CoverageAnalysis(
      town: oneStreet(), relays: [(40, 10)], budgets: [30], countsConnector: false
    ).run(.everything)
    #expect(result.covered(0) == [[10_000, 70_000]])
  }

  @Test func aConnectorLongerThanTheBudgetCoversNothing() throws {
    let result = try CoverageAnalysis(town: oneStreet(), relays: [(40, 10)], budgets: [9.999]).run(
      .everything)
    #expect(result.covered(0) == [])
    #expect(result.summaries[0].edgesUncovered == 1)
  }

  @Test func twoRelaysMeetMidEdge() throws {
    let town = oneStreet()
    let meeting = try CoverageAnalysis(town: town, relays: [(20, 0), (80, 0)], budgets: [30]).run(
      .everything)
    #expect(meeting.covered(0) == [[0, 100_000]])
    let apart = try CoverageAnalysis(town: town, relays: [(20, 0), (80, 0)], budgets: [29.999])
      .run(.everything)
    #expect(apart.covered(0) == [[0, 49_999], [50_001, 100_000]])
    #expect(apart.gaps.map(\.length) == [Length(millimetres: 2)])
  }

  @Test func severalBudgetsComeFromOneSearch() throws {
    let result = try CoverageAnalysis(town: oneStreet(), relays: [(0, 0)], budgets: [60, 20, 60])
      .run(.everything)
    #expect(result.parameters.budgets.map(\.metres) == [20, 60])
    #expect(result.parameters.mainBudget.length == Length(metres: 60))
    #expect(result.covered(0, budget: 0) == [[0, 20_000]])
    #expect(result.covered(0, budget: 1) == [[0, 60_000]])
  }

  @Test func aRelayOnANodeReachesAllItsStreetsAndSnapsToTheFirst() throws {
    var town = Town()
    town.street("b", "c", "n", [(0, 0), (0, 50)])
    town.street("a", "w", "c", [(-50, 0), (0, 0)])
    town.street("c", "c", "e", [(0, 0), (50, 0)])
    let result = try CoverageAnalysis(town: town, relays: [(0, 0)], budgets: [10]).run(.everything)
    #expect(result.snaps[0]?.edge == EdgeID(0))
    #expect(result.snaps[0]?.offset == .zero)
    #expect(result.covered(0) == [[0, 10_000]])
    #expect(result.covered(1) == [[40_000, 50_000]])
    #expect(result.covered(2) == [[0, 10_000]])
  }

  @Test func aBudgetEndingExactlyOnANodeCoversNothingBeyond() throws {
    var town = Town()
    town.street("a", "w", "c", [(0, 0), (50, 0)])
    town.street("b", "c", "e", [(50, 0), (90, 0)])
    let result = try CoverageAnalysis(town: town, relays: [(0, 0)], budgets: [50]).run(.everything)
    #expect(result.covered(0) == [[0, 50_000]])
    #expect(result.covered(1) == [])
    #expect(result.summaries[0].edgesCovered == 1)
    #expect(result.summaries[0].edgesUncovered == 1)
  }

  @Test func aLoopIsEnteredFromBothItsEnds() throws {
    var town = Town()
    town.street("a", "w", "c", [(0, 0), (10, 0)])
    town.street("loop", "c", "c", [(10, 0), (10, 10), (20, 10), (20, 0), (10, 0)])
    let result = try CoverageAnalysis(town: town, relays: [(0, 0)], budgets: [25]).run(.everything)
    #expect(result.covered(1) == [[0, 15_000], [25_000, 40_000]])
    let all = try CoverageAnalysis(town: town, relays: [(0, 0)], budgets: [30]).run(.everything)
    #expect(all.covered(1) == [[0, 40_000]])
  }

  @Test func parallelEdgesAreTwoEdges() throws {
    var town = Town()
    town.street("short", "w", "e", [(0, 0), (40, 0)])
    town.street("long", "w", "e", [(0, 0), (20, 60), (40, 0)], length: 130)
    let result = try CoverageAnalysis(town: town, relays: [(0, 0)], budgets: [50]).run(.everything)
    #expect(result.covered(0) == [[0, 40_000]])
    #expect(result.covered(1) == [[0, 50_000], [120_000, 130_000]])
  }

  @Test func anEdgeOfNoLengthIsCoveredOrNot() throws {
    var town = Town()
    town.street("a", "w", "c", [(0, 0), (50, 0)])
    town.street("lift", "c", "d", [(50, 0), (50, 0)])
    town.street("b", "d", "e", [(50, 0), (90, 0)])
    let reached = try CoverageAnalysis(town: town, relays: [(0, 0)], budgets: [60]).run(.everything)
    #expect(reached.network.lengths[1] == 0)
    #expect(reached.covered(1) == [[0, 0]])
    #expect(reached.covered(2) == [[0, 10_000]])
    #expect(reached.summaries[0].edgesCovered == 2)
    let short = try CoverageAnalysis(town: town, relays: [(0, 0)], budgets: [40]).run(.everything)
    #expect(short.covered(1) == [])
    #expect(short.summaries[0].edgesUncovered == 2)
  }

  @Test func aDetourShorterThanTheEdgeItselfIsTaken() throws {
    var town = Town()
    town.street("winding", "w", "e", [(0, 0), (0, 30), (40, 30), (40, 0)], length: 200)
    town.street("straight", "w", "e", [(0, 0), (40, 0)])
    let result = try CoverageAnalysis(town: town, relays: [(0, 0)], budgets: [90]).run(.everything)
    // 90 m from the tail; 40 m over the straight street leave 50 m from the head.
    #expect(result.covered(0) == [[0, 90_000], [150_000, 200_000]])
  }

  @Test func aRelayReachesTheFarEndOfItsOwnEdgeByTheShorterWay() throws {
    var town = Town()
    town.street("winding", "w", "e", [(0, 0), (0, 50), (40, 50), (40, 0)], length: 140)
    town.street("straight", "w", "e", [(0, 0), (40, 0)])
    let result = try CoverageAnalysis(town: town, relays: [(0, 10)], budgets: [70]).run(.everything)
    // Along its edge 10…80; by the tail and the straight street 10 + 40 to the head, 20 m left.
    #expect(result.covered(0) == [[0, 80_000], [120_000, 140_000]])
    #expect(result.covered(1) == [[0, 40_000]])
  }

  @Test func aBridgeDoesNotJoinTheStreetBelow() throws {
    var town = Town()
    town.street("below", "w", "e", [(-50, 0), (50, 0)])
    town.street("bridge", "s", "n", [(0, -50), (0, 50)])
    let result = try CoverageAnalysis(town: town, relays: [(-50, 0)], budgets: [500]).run(
      .everything)
    #expect(result.covered(0) == [[0, 100_000]])
    #expect(result.covered(1) == [])
    #expect(result.network.components.count == 2)
    #expect(result.gaps[0].worstDistance == nil)
    #expect(result.gaps[0].nearestFacility == nil)
  }

  @Test func aDeadEndIsCoveredFromItsOnlyEnd() throws {
    var town = Town()
    town.street("a", "w", "c", [(0, 0), (50, 0)], name: "rue A")
    town.street("dead", "c", "x", [(50, 0), (50, 80)], name: "impasse B")
    let result = try CoverageAnalysis(town: town, relays: [(50, 0)], budgets: [60]).run(.everything)
    #expect(result.covered(1) == [[0, 60_000]])
    let gap = try #require(result.gaps.first)
    #expect(gap.street == "impasse B")
    #expect(gap.length == Length(metres: 20))
    #expect(gap.worstDistance == Length(metres: 80))
    #expect([gap.from, gap.to].contains(.deadEnd))
    #expect([gap.from, gap.to].contains(.crossing(["rue A"])))
  }

  @Test func aRelayBeyondTheMaximumSnapIsAFindingAndCoversNothing() throws {
    let town = oneStreet()
    let near = try CoverageAnalysis(town: town, relays: [(40, 60)], budgets: [100]).run(.everything)
    #expect(near.snaps[0] != nil)
    let far = try CoverageAnalysis(town: town, relays: [(40, 60.001)], budgets: [100]).run(
      .everything)
    #expect(far.snaps[0] == nil)
    #expect(far.covered(0) == [])
    #expect(
      far.findings.map(\.kind) == [
        .placeUnattached(
          .relay("R0"), away: Length(millimetres: 60_001), allowed: Length(metres: 60)),
        .noRelayAttached(of: 1),
      ])
  }

  @Test func areasThatMeetNoStreetAreAnError() throws {
    var analysis = try CoverageAnalysis(town: oneStreet(), relays: [(0, 0)], budgets: [100])
    func square(at x: Double) -> Area {
      let shell = [(x, 0.0), (x + 9, 0.0), (x + 9, 9.0), (x, 0.0)]
      return Area(
        id: "a", name: "A",
        shape: MultiPolygon([Polygon(shell: shell.map { Position(x: $0.0, y: $0.1) })]))
    }
    analysis.priorityAreas = [square(at: 5000)]
    func kinds() -> [Finding.Kind] {
      analysis.run(.everything).findings.map(\.kind).filter { Finding($0).code == .areasElsewhere }
    }
    #expect(kinds() == [.areasElsewhere(.priorityAreas, areas: 1)])
    analysis.priorityAreas.append(square(at: 10))
    #expect(kinds() == [])
  }

  @Test func noRelayAtAllLeavesEveryStreetAGap() throws {
    let result = try CoverageAnalysis(town: oneStreet(), relays: [], budgets: [300]).run(
      .everything)
    #expect(result.summaries[0].covered == .zero)
    #expect(result.summaries[0].uncovered == Length(metres: 100))
    #expect(result.gaps.map(\.length) == [Length(metres: 100)])
  }

  @Test func aNetworkWithoutStreetsIsNoError() throws {
    let result = try CoverageAnalysis(town: Town(), relays: [(0, 0)], budgets: [300]).run(
      .everything)
    #expect(result.summaries[0].share == 0)
    #expect(result.snaps == [nil])
  }

  @Test func weightsCountMetresByTheirWorth() throws {
    var town = Town()
    town.street("a", "w", "c", [(0, 0), (50, 0)], weight: 2)
    town.street("b", "c", "e", [(50, 0), (90, 0)], weight: 0.5)
    let result = try CoverageAnalysis(town: town, relays: [(0, 0)], budgets: [60]).run(.everything)
    #expect(result.summaries[0].coveredWeight == 50 * 2 + 10 * 0.5)
  }

  @Test func walkableWaysThatAreNoStreetsCarryWalkersButAreNoGap() throws {
    var town = Town()
    town.street("a", "w", "c", [(0, 0), (50, 0)], name: "rue A")
    town.street("path", "c", "d", [(50, 0), (50, 200)], isDemand: false)
    let result = try CoverageAnalysis(town: town, relays: [(50, 200)], budgets: [220]).run(
      .everything)
    #expect(result.covered(0) == [[30_000, 50_000]])
    #expect(result.summaries[0].streets == Length(metres: 50))
    #expect(result.summaries[0].streetsCovered == Length(metres: 20))
    #expect(result.gaps.map(\.length) == [Length(metres: 30)])
  }
}
