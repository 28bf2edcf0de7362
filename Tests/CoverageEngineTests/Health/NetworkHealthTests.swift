import CoverageEngine
import RelaisGeo
import RelaisTestSupport
import Testing

/// Flaws of tiny towns, counted by hand. All are drawn in metres.
@Suite struct NetworkHealthTests {
  private func health(_ town: Town, studyArea: MultiPolygon? = nil) -> NetworkHealth {
    NetworkHealth(of: town.network, studyArea: studyArea, reach: Length(metres: 300))
  }

  /// A street of 200 m with a crossroads in its middle, and one of 100 m that leads north from there.
  private var crossroads: Town {
    var town = Town()
    town.street("a", "w", "m", [(0, 0), (100, 0)], name: "rue A")
    town.street("b", "m", "e", [(100, 0), (200, 0)], name: "rue A")
    town.street("c", "m", "n", [(100, 0), (100, 100)], name: "rue C")
    return town
  }

  @Test func streetsThatMeetAreSound() {
    let health = health(crossroads)
    #expect(health.problems.isEmpty)
    #expect(health.verdict == .sound)
  }

  @Test func anEndBesideAStreetIsANearMissAndItsPieceAnIsland() throws {
    var town = Town()
    town.street("a", "w", "e", [(0, 0), (200, 0)], name: "rue A")
    town.street("c", "m", "n", [(100, 0.5), (100, 100)], name: "rue C")
    let health = health(town)
    let miss = try #require(health[.nearMiss])
    #expect(miss.count == 1)
    #expect(miss.places[0].position == Position(x: 100, y: 0))
    #expect(miss.places[0].edges == [EdgeID(0), EdgeID(1)])
    #expect(miss.places[0].street == "rue A")
    // 200 m of rue A and 99.5 m of rue C.
    #expect(miss.length == Length(metres: 299.5))
    let island = try #require(health[.island])
    #expect(island.count == 1)
    #expect(island.length == Length(metres: 99.5))
    #expect(island.places[0].street == "rue C")
    #expect(health.verdict == .unsound)
  }

  @Test func anEndUponAStreetWithoutACornerIsANearMiss() {
    var town = Town()
    town.street("a", "w", "e", [(0, 0), (200, 0)])
    town.street("c", "m", "n", [(100, 0), (100, 100)])
    #expect(health(town)[.nearMiss]?.count == 1)
    #expect(health(town)[.crossingWithoutNode] == nil)
  }

  @Test func twoMetresAreNearAndMoreAreNot() {
    for (gap, count) in [(1.9, 1), (2.1, 0)] {
      var town = Town()
      town.street("a", "w", "e", [(0, 0), (200, 0)])
      town.street("c", "m", "n", [(100, gap), (100, 100)])
      #expect(health(town)[.nearMiss]?.count ?? 0 == count)
    }
  }

  /// A path that stops 1 m short of the street it left a few steps before costs nobody anything.
  @Test func aShortWalkRoundIsNoNearMiss() {
    var town = crossroads
    // From its end to (190, 0): 9 + 10 + 10 + 10 m.
    town.street("p", "e", "x", [(200, 0), (200, 10), (190, 10), (190, 1)])
    #expect(health(town)[.nearMiss] == nil)
    // 29 + 10 + 30 + 10 m.
    town = crossroads
    town.street("p", "e", "x", [(200, 0), (200, 30), (190, 30), (190, 1)])
    #expect(health(town)[.nearMiss]?.count == 1)
  }

  @Test func linesOfOneLevelCrossWithoutANode() throws {
    var town = Town()
    town.street("a", "w", "e", [(0, 0), (200, 0)], name: "rue A")
    town.street("b", "s", "n", [(100, -100), (100, 100)], name: "rue B")
    let crossing = try #require(health(town)[.crossingWithoutNode])
    #expect(crossing.count == 1)
    #expect(crossing.places[0].position == Position(x: 100, y: 0))
    #expect(crossing.length == Length(metres: 400))
    #expect(health(town)[.nearMiss] == nil)
  }

  @Test func aBridgeCrossesNothing() {
    var town = Town()
    town.street("a", "w", "e", [(0, 0), (200, 0)])
    town.street("b", "s", "n", [(100, -100), (100, 100)], level: 1)
    #expect(health(town)[.crossingWithoutNode] == nil)
    #expect(health(town)[.nearMiss] == nil)
  }

  /// Each line has a vertex where they cross, and neither is cut there.
  @Test func linesThroughOneVertexCrossOnce() {
    var town = Town()
    town.street("a", "w", "e", [(0, 0), (100, 0), (200, 0)])
    town.street("b", "s", "n", [(100, -100), (100, 0), (100, 100)])
    #expect(health(town)[.crossingWithoutNode]?.count == 1)
  }

  @Test func anEndThatOvershootsIsOneNearMiss() {
    var town = Town()
    town.street("a", "w", "e", [(0, 0), (200, 0)])
    town.street("c", "m", "n", [(100, -0.5), (100, 100)])
    #expect(health(town)[.nearMiss]?.count == 1)
    #expect(health(town)[.crossingWithoutNode] == nil)
  }

  @Test func aStreetUponAnotherCountsOnceAsDoubled() throws {
    var town = crossroads
    // The other way round, with corners of its own.
    town.street("d", "e2", "w2", [(200, 0), (0, 0)], name: "rue A")
    let doubled = try #require(health(town)[.doubledStreet])
    #expect(doubled.count == 1)
    #expect(doubled.length == Length(metres: 200))
    #expect(doubled.places[0].edges == [EdgeID(3)])
    // It counts once, and figures stand.
    #expect(health(town).verdict == .doubtful)
    let network = town.network.countingDoublesOnce()
    #expect(network.isDemand == [true, true, true, false])
    #expect(network.countingDoublesOnce().isDemand == network.isDemand)
  }

  @Test func theDoubleIsTheOneThatJoinsLess() {
    var town = Town()
    town.street("d", "e2", "w2", [(200, 0), (0, 0)])
    town.street("a", "w", "e", [(0, 0), (200, 0)])
    town.street("c", "e", "n", [(200, 0), (200, 50)])
    #expect(town.network.countingDoublesOnce().isDemand == [false, true, true])
  }

  /// A relay 0.2 m from the double, which joins nothing, and 0.6 m from the street covers both ways.
  @Test func aRelayBesideADoubleIsAttachedToTheStreet() throws {
    var town = Town()
    town.street("a", "w", "e", [(0, 0), (200, 0)])
    town.street("c", "e", "n", [(200, 0), (200, 50)])
    town.street("d", "e2", "w2", [(0, 0.4), (200, 0.4)])
    let network = town.network.countingDoublesOnce()
    let snap = try #require(
      Snapper(network).snaps(of: [Position(x: 50, y: 0.6)], within: Length(metres: 60))[0])
    #expect(snap.edge == EdgeID(0))
    #expect(snap.connector == Length(metres: 0.6))
  }

  /// Where lengths are given, edges drawn alike may be different ways.
  @Test func edgesWithLengthsOfTheirOwnCountEach() {
    var town = Town()
    town.street("a", "w", "e", [(0, 0), (200, 0)], length: 200)
    town.street("b", "w", "e", [(0, 0), (200, 0)], length: 260)
    let network = town.network.countingDoublesOnce()
    #expect(network.isDemand == [true, true])
    #expect(health(town)[.doubledStreet]?.count == 1)
  }

  @Test func partOfAStreetUponAnotherIsDoubledWhereItIsMoreThanHalf() {
    for (from, length) in [(50.0, Length(metres: 150)), (150.0, nil)] {
      var town = Town()
      town.street("a", "w", "e", [(0, 0), (200, 0)])
      town.street("b", "x", "y", [(from, 0), (from + 200, 0)])
      #expect(health(town)[.doubledStreet]?.length == length)
    }
  }

  @Test func aStreetRightBesideAnotherIsDoubledAndACarriagewayIsNot() {
    for (beside, count) in [(0.5, 1), (0.9, 1), (1.5, 0), (6.0, 0)] {
      var town = Town()
      town.street("a", "w", "e", [(0, 0), (200, 0)])
      town.street("b", "x", "y", [(0, beside), (200, beside)])
      #expect(health(town)[.doubledStreet]?.count ?? 0 == count)
    }
  }

  @Test func aPavementBesideItsStreetIsNotDoubled() {
    var town = Town()
    town.street("a", "w", "e", [(0, 0), (200, 0)])
    town.street("b", "w", "e", [(0, 0), (1, 0.5), (199, 0.5), (200, 0)], isDemand: false)
    #expect(health(town)[.doubledStreet] == nil)
  }

  @Test func aPathOnItsOwnIsNoIsland() {
    var town = crossroads
    town.street("p", "p", "q", [(0, 500), (100, 500)], isDemand: false)
    #expect(health(town)[.island] == nil)
    town.street("s", "s", "t", [(0, 600), (70, 600)])
    #expect(health(town)[.island]?.length == Length(metres: 70))
  }

  @Test func onlyWhatLiesNearTheStudyAreaIsTold() {
    var town = crossroads
    town.street("d", "x", "y", [(1000, 0), (1100, 0)])
    town.street("f", "z", "u", [(1050, -50), (1050, 50)])
    let area = MultiPolygon([
      Polygon(shell: [(-10, -10), (300, -10), (300, 200), (-10, 200), (-10, -10)].map(point))
    ])
    #expect(health(town)[.crossingWithoutNode]?.count == 1)
    #expect(health(town, studyArea: area).problems.isEmpty)
  }

  /// Three streets leave the area and stop; with streets beyond, they lead on.
  @Test func streetsThatStopBeyondTheBorderAreCut() {
    var town = Town()
    town.street("a", "c", "e", [(0, 0), (120, 0)])
    town.street("b", "c", "n", [(0, 0), (0, 120)])
    town.street("d", "c", "w", [(0, 0), (-120, 0)])
    let area = MultiPolygon([
      Polygon(shell: [(-100, -100), (100, -100), (100, 100), (-100, 100), (-100, -100)].map(point))
    ])
    #expect(health(town, studyArea: area)[.cutAtEdge]?.count == 3)
    town.street("r", "e", "n", [(120, 0), (120, 120), (0, 120)])
    town.street("s", "n", "w", [(0, 120), (-120, 120), (-120, 0)])
    #expect(health(town, studyArea: area)[.cutAtEdge] == nil)
  }

  @Test func housesFarFromEveryStreetSayThatTheAreaIsNotFilled() throws {
    let houses = (0..<20).map { Position(x: Double($0) * 10, y: $0 < 15 ? 20 : 900) }
    let health = NetworkHealth(
      of: crossroads.network, houses: houses, reach: Length(metres: 300))
    let void = try #require(health[.boundaryNotFilled])
    #expect(void.count == 5)
    #expect(void.verdict == .unsound)
  }

  private func point(_ x: Double, _ y: Double) -> Position { Position(x: x, y: y) }
}
