import RelaisGeo
import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// Towns small enough to work every route out by hand.
@Suite struct HandWorkedRoutesTests {
  /// Length, uncovered, longest uncovered run of each home's route, metres; `nil` without a way.
  private func walks(_ plan: RoutePlan) -> [[Double]?] {
    plan.byHome.map { found in
      found?.route.walk.map {
        [$0.length.metres, $0.uncovered.metres, $0.longestUncovered.metres]
      }
    }
  }

  private func schools(_ plan: RoutePlan) -> [Int?] { plan.byHome.map { $0?.school } }

  /// A straight street of 100 m.
  private var street: Town {
    var town = Town()
    town.street("a", "w", "e", [(0, 0), (100, 0)], name: "rue A")
    return town
  }

  @Test func legsToTheStreetCountAsWalkingAndAreNeitherCoveredNorUncovered() throws {
    let places = (relays: [(40.0, 0.0)], schools: [(90.0, 6.0)], homes: [(10.0, 5.0)])
    let counted = try RouteTown(
      street, relays: places.relays, schools: places.schools, homes: places.homes, budget: 20)
    // Covered: 20–60; walked: 10–90, and 5 m and 6 m off the street.
    #expect(walks(counted.planner.plan()) == [[91, 40, 30]])
    let left = try RouteTown(
      street, relays: places.relays, schools: places.schools, homes: places.homes, budget: 20,
      countsConnector: false)
    #expect(walks(left.planner.plan()) == [[80, 40, 30]])
  }

  @Test func twoPlacesOnOneEdgeMeetWithoutPassingANode() throws {
    let town = try RouteTown(
      street, relays: [], schools: [(30, 0), (70, 0)],
      homes: [(30, 0), (40, 0), (50, 0), (60, 0), (100, 0)], budget: 10)
    let plan = town.planner.plan()
    // At 50 both are 20 m away: the lower school.
    #expect(schools(plan) == [0, 0, 0, 1, 1])
    #expect(
      walks(plan) == [[0, 0, 0], [10, 10, 10], [20, 20, 20], [10, 10, 10], [30, 30, 30]])
  }

  @Test func aRunGoesOnAcrossCrossingsAndAPointCoveredIsNoBreak() throws {
    var town = Town()
    town.street("a", "w", "c", [(0, 0), (100, 0)])
    town.street("b", "c", "e", [(100, 0), (200, 0)])
    town.street("r", "c", "n", [(100, 0), (100, 50)])
    // The relay's 50 m end exactly at the crossing: nothing of the way is covered.
    let touched = try RouteTown(
      town, relays: [(100, 50)], schools: [(200, 0)], homes: [(0, 0)], budget: 50)
    #expect(walks(touched.planner.plan()) == [[200, 200, 200]])
    let broken = try RouteTown(
      town, relays: [(100, 50)], schools: [(200, 0)], homes: [(0, 0)], budget: 51)
    #expect(walks(broken.planner.plan()) == [[200, 198, 99]])
  }

  @Test func aLoopIsWalkedTheShorterWayRoundByItsTailOnATie() throws {
    var town = Town()
    town.street("l", "c", "c", [(0, 0), (40, 0), (40, 40), (0, 40), (0, 0)], name: "rond")
    town.street("s", "c", "s", [(0, 0), (-20, 0)])
    // Covered: the loop's last 60 m, from the relay at offset 130 with 30 m to either side.
    let town30 = try RouteTown(
      town, relays: [(0, 30)], schools: [(-20, 0)],
      homes: [(30, 0), (40, 40), (0, 30)], budget: 30)
    let plan = town30.planner.plan()
    // Offset 30 walks back to the tail; 80 is half way round and leaves by the tail too; 130 goes on.
    // The crossing itself is 30 m from the relay, so the street beyond is uncovered.
    #expect(walks(plan) == [[50, 50, 50], [100, 100, 100], [50, 20, 20]])
  }

  @Test func amongWaysAsLongTheLowestEdgeIsTaken() throws {
    // A square: two ways of 200 m round; a relay on the second of them.
    func plan(_ order: [Int]) throws -> RoutePlan {
      var town = Town()
      town.street("south", "h", "se", [(0, 0), (100, 0)])
      town.street("east", "se", "s", [(100, 0), (100, 100)])
      town.street("west", "h", "nw", [(0, 0), (0, 100)])
      town.street("north", "nw", "s", [(0, 100), (100, 100)])
      town.street("home", "h", "x", [(0, 0), (-10, -10)], length: 10)
      town.street("school", "s", "y", [(100, 100), (110, 110)], length: 10)
      town.reorder(order)
      return try RouteTown(
        town, relays: [(0, 50)], schools: [(110, 110)], homes: [(-10, -10)], budget: 50
      ).planner.plan()
    }
    // By the south nothing is covered; by the west, its 100 m are.
    #expect(walks(try plan([0, 1, 2, 3, 4, 5])) == [[220, 220, 220]])
    #expect(walks(try plan([2, 3, 0, 1, 4, 5])) == [[220, 120, 110]])
  }

  @Test func edgesOfNoLengthLeadOnAndNeverInACircle() throws {
    var town = Town()
    town.street("a", "h", "p", [(0, 0), (10, 0)])
    town.street("z1", "p", "q", [(10, 0), (10, 0)], length: 0)
    town.street("z2", "q", "r", [(10, 0), (10, 0)], length: 0)
    town.street("z3", "r", "p", [(10, 0), (10, 0)], length: 0)
    town.street("b", "r", "s", [(10, 0), (30, 0)])
    let routes = try RouteTown(
      town, relays: [], schools: [(30, 0)], homes: [(0, 0)], budget: 5)
    #expect(walks(routes.planner.plan()) == [[30, 30, 30]])
  }

  @Test func whoCannotReachASchoolIsKeptAndSaid() throws {
    var town = street
    town.street("i", "x", "y", [(0, 500), (50, 500)])
    let routes = try RouteTown(
      town, relays: [], schools: [(0, 0), (0, 400), (0, 700)],
      homes: [(50, 0), (20, 505), (20, 250), (20, 630)], budget: 30)
    let plan = routes.planner.plan()
    // An island's home and a home far from any street belong to the school that lies nearest.
    #expect(schools(plan) == [0, 1, 1, 2])
    #expect(walks(plan) == [[50, 50, 50], nil, nil, nil])
    #expect(plan.figures.map(\.children) == [Children(1), Children(2), Children(1)])
    #expect(plan.figures.map(\.unreachable) == [.zero, Children(2), Children(1)])
    #expect(
      plan.findings.map(\.code) == [
        .schoolUnattached, .schoolsElsewhere, .homesUnattached, .homesWithoutWay,
      ])
    #expect(plan.findings[2].kind == .homesUnattached(2, of: 4, allowed: Length(metres: 60)))
    #expect(plan.findings[3].kind == .homesWithoutWay(1))
  }

  @Test func theNearerGateServesASchoolOfSeveral() throws {
    var routes = try RouteTown(street, relays: [], schools: [(50, 40)], homes: [], budget: 10)
    routes.planner.schools[0].entrances = [Position(x: 10, y: 0), Position(x: 90, y: 0)]
    routes.planner.homes = [20.0, 50, 60].map {
      Home(id: "\($0)", position: Position(x: $0, y: 0))
    }
    #expect(walks(routes.planner.plan()).map { $0?[0] } == [10, 40, 30])
  }

  // MARK: Levels and catchments

  private func townOfLevels() throws -> RoutePlanner {
    var town = Town()
    town.street("a", "w", "e", [(0, 0), (4000, 0)], name: "rue A")
    var planner = try RouteTown(
      town, relays: [], schools: [(0, 0), (1000, 0), (3900, 0)], homes: [], budget: 100
    ).planner
    planner.schools[0].levels = SchoolLevels([.nursery, .elementary])
    planner.schools[1].levels = SchoolLevels([.elementary])
    planner.schools[2].levels = SchoolLevels([.lowerSecondary])
    planner.demands = RouteDemand.ofTown
    planner.homes = [
      Home(
        id: "near", position: Position(x: 900, y: 0), street: "Rue A", number: 9,
        children: [Children(millionths: 250_000), Children(2), Children(3), .zero]),
      Home(
        id: "far", position: Position(x: 2600, y: 0), street: "Rue A", number: 26,
        children: [Children(1), Children(4), Children(5), Children(7)]),
    ]
    return planner
  }

  @Test func eachLevelGoesToANearSchoolOfItsOwnOrIsCounted() throws {
    let plan = try townOfLevels().plan()
    #expect(plan.figures.map(\.children.millionths) == [250_000, 2_000_000, 8_000_000])
    #expect(plan.outcomes.map(\.children.millionths) == [1_250_000, 6_000_000, 8_000_000])
    #expect(plan.outcomes.map(\.unassigned) == [Children(1), Children(4), .zero])
    #expect(plan.outcomes.map(\.unassignedHomes) == [1, 1, 0])
    for outcome in plan.outcomes {
      #expect(
        outcome.children == outcome.byCatchment + outcome.byNearest + outcome.unassigned)
    }
    // Three walk 3,000 m and five 1,300 m: half go no farther than 1,300, nine in ten than 3,000.
    #expect(plan.figures[2].medianWalk == Length(metres: 1300))
    #expect(plan.figures[2].longWalk == Length(metres: 3000))
  }

  @Test func catchmentsGoBeforeDistanceOddAndEven() throws {
    var planner = try townOfLevels()
    planner.catchments = [
      SchoolCatchment(
        school: "S0", extent: .numbers(street: "RUE A", from: 1, to: 25, parity: .odd)),
      SchoolCatchment(
        school: "S1", extent: .numbers(street: "rue a", from: 1, to: 25, parity: .even)),
      SchoolCatchment(
        school: "S1",
        extent: .area(
          MultiPolygon([
            Polygon(shell: [
              Position(x: 2000, y: -10), Position(x: 3000, y: -10), Position(x: 3000, y: 10),
              Position(x: 2000, y: 10), Position(x: 2000, y: -10),
            ])
          ]))),
      SchoolCatchment(
        school: "nobody", extent: .numbers(street: "rue a", from: nil, to: nil, parity: .both)),
    ]
    let plan = planner.plan()
    // Number 9 is odd: both its levels go to S0; 26 lies in S1's area, which teaches no nursery.
    #expect(plan.routes[0].map(\.children.millionths) == [2_250_000])
    #expect(plan.routes[1].map(\.children.millionths) == [4_000_000])
    #expect(plan.outcomes[0].byCatchment.millionths == 250_000)
    #expect(plan.outcomes[0].unassigned == Children(1))
    #expect(plan.outcomes[1].byCatchment == Children(6))
    #expect(plan.findings.map(\.code) == [.catchmentWithoutSchool])
  }

  @Test func severalSchoolsOfACatchmentGoToTheNearest() throws {
    var planner = try townOfLevels()
    planner.demands = [RouteDemand.ofTown[1]]
    let all = planner.plan()
    let levels = planner.schools.indices.filter { planner.schools[$0].levels.holds(.elementary) }
    try #require(levels.count > 1)
    let ids = levels.map { planner.schools[$0].id }
    planner.catchments = [
      SchoolCatchment(school: ids[0], alternatives: Array(ids.dropFirst()), extent: .commune)
    ]
    let plan = planner.plan()
    #expect(plan.outcomes[0].byCatchment == all.outcomes[0].children)
    #expect(plan.findings.isEmpty)
    for (school, routes) in plan.routes.enumerated() where levels.contains(school) {
      for route in routes {
        let home = planner.homes[route.home].position
        func away(_ school: Int) -> Double {
          abs(planner.schools[school].position.x - home.x)
        }
        #expect(levels.allSatisfy { away(school) <= away($0) })
      }
    }
  }

  @Test func catchmentsOfAnotherCommuneHoldNobodyAndAreSaid() throws {
    var planner = try townOfLevels()
    for index in planner.homes.indices { planner.homes[index].commune = "54001" }
    planner.catchments = [
      SchoolCatchment(
        school: "S0", extent: .numbers(street: "rue a", from: nil, to: nil, parity: .both),
        commune: "54002"),
      SchoolCatchment(school: "S0", extent: .commune, commune: "54002"),
    ]
    let plan = planner.plan()
    #expect(plan.outcomes.allSatisfy { $0.byCatchment == .zero })
    planner.catchments.removeFirst()
    #expect(planner.plan().findings.map(\.kind) == [.catchmentsElsewhere(1)])
  }

  /// What is published rests on the number of homes: none may stand for two.
  @Test func aHomeWithTwoSchoolsIsOneHomeInTheSumOfAll() throws {
    var routes = try RouteTown(
      street, relays: [], schools: [(90, 0), (100, 0)],
      homes: (0..<8).map { (Double($0), 0) }, budget: 10)
    routes.planner.schools[0].levels = SchoolLevels([.nursery])
    routes.planner.schools[1].levels = SchoolLevels([.lowerSecondary])
    routes.planner.demands = RouteDemand.ofTown
    let plan = routes.planner.plan()
    let flows = plan.totalFlows()
    #expect(flows.map(\.homes).max() == 8)
    #expect(flows.map(\.children).max() == Children(16))
    #expect(plan.gapShares.map(\.homes) == [8])
    #expect(plan.gapShares.map(\.children) == [Children(16)])
  }

  // MARK: Figures

  @Test func figuresOfASchoolAddUpItsRoutes() throws {
    var town = Town()
    town.street("a", "w", "c", [(0, 0), (600, 0)], name: "rue A")
    town.street("b", "c", "e", [(600, 0), (1000, 0)], name: "rue B")
    let routes = try RouteTown(
      town, relays: [(1000, 0)], schools: [(1000, 0)],
      homes: [(0, 0), (500, 0), (850, 0), (950, 0)], budget: 200)
    var planner = routes.planner
    planner.leastHomes = 1
    let plan = planner.plan()
    let figures = plan.figures[0]
    // Covered: the last 200 m. Walked: 1000, 500, 150, 50 m.
    #expect(walks(plan) == [[1000, 800, 800], [500, 300, 300], [150, 0, 0], [50, 0, 0]])
    #expect(figures.medianWalk == Length(metres: 150))
    #expect(figures.longWalk == Length(metres: 1000))
    #expect(figures.childMillimetres == 1_700_000 * Int128(Children.unit))
    #expect(figures.coveredChildMillimetres == 600_000 * Int128(Children.unit))
    // More than 300 m: 300 is not.
    #expect(figures.exposed == Children(1))
    let run = try #require(figures.longest)
    #expect(run.length == Length(metres: 800))
    #expect(run.street == "rue A")
    #expect(run.worst == Position(x: 0, y: 0))
    #expect(run.worstDistance == Length(metres: 1000))
    // Two gaps: rue A (600 m) and 200 m of rue B; two children pass each.
    #expect(plan.gapShares.map(\.children) == [Children(2), Children(2)])
    #expect(figures.worstGaps.map(\.gap) == [0, 1])
    // Children pass in growing number towards the school.
    #expect(
      plan.flows().map { [$0.interval.from.metres, $0.interval.to.metres, $0.children.number] }
        == [[0, 500, 1], [500, 600, 2], [0, 250, 2], [250, 350, 3], [350, 400, 4]])
  }

  @Test func sharesOfACellAddUpToItExactly() {
    let cell = Children(millionths: 116_000_001)
    let shares = cell.shared(by: 7)
    #expect(shares.reduce(.zero, +) == cell)
    #expect(shares.map(\.millionths).max()! - shares.map(\.millionths).min()! <= 1)
  }
}

/// Lines children could walk together.
@Suite struct SharedWayTests {
  @Test func aLineFollowsTheBusiestBranchAndStopsAtCrossings() throws {
    var town = Town()
    // The school stands at 0; a trunk of 1,000 m with side streets at 100, 400 and 700.
    let crossings = [0.0, 100, 400, 700, 1000]
    for (index, pair) in zip(crossings, crossings.dropFirst()).enumerated() {
      town.street("t\(index)", "\(pair.0)", "\(pair.1)", [(pair.0, 0), (pair.1, 0)], name: "Tronc")
    }
    for crossing in [100.0, 400, 700] {
      town.street(
        "s\(crossing)", "\(crossing)", "n\(crossing)", [(crossing, 0), (crossing, 50)],
        name: "Rue \(Int(crossing))")
    }
    var planner = try RouteTown(
      town, relays: [], schools: [(0, 0)], homes: [], budget: 10
    ).planner
    planner.schools[0].levels = SchoolLevels([.elementary])
    planner.demands = [RouteDemand(level: .elementary, maximum: nil)]
    planner.isThorough = true
    func homes(_ count: Int, _ x: Double, _ y: Double) -> [Home] {
      (0..<count).map {
        Home(id: "\(x) \(y) \($0)", position: Position(x: x, y: y + Double($0) / 10))
      }
    }
    // 12 beyond 700, 20 up the side street at 700, 5 at 400, 30 at 100, and 4 on the trunk at 550.
    planner.homes =
      homes(12, 1000, 0) + homes(20, 700, 20) + homes(5, 400, 20) + homes(30, 100, 20)
      + homes(4, 550, 0)
    let line = try #require(planner.plan().sharedWays.first)
    // At the end of the trunk 12 of 71 are less than a quarter; the side street's 20 snap to it and
    // pass no node before the crossing at 700.
    #expect(line.stops.map(\.distance.metres) == [700, 400])
    #expect(line.stops.map(\.children) == [Children(32), Children(9)])
    #expect(line.stops.map(\.homes) == [32, 9])
    #expect(line.stops[0].streets == ["Rue 700", "Tronc"])
    #expect(line.length == Length(metres: 700))
    #expect(line.children == Children(41))
    #expect(line.pieces.reduce(.zero) { $0 + $1.length } == Length(metres: 700))
    // A collège's pupils go by themselves.
    planner.schools[0].levels = SchoolLevels([.lowerSecondary])
    planner.demands = [RouteDemand(level: .lowerSecondary, maximum: nil)]
    #expect(planner.plan().sharedWays.isEmpty)
  }
}

/// What one more relay would change.
@Suite struct ExtraRelayTests {
  @Test func itStandsWhereItCoversMostOfTheWayWalked() throws {
    var town = Town()
    town.street("a", "w", "c", [(0, 0), (600, 0)], name: "rue A")
    town.street("b", "c", "e", [(600, 0), (1000, 0)], name: "rue B")
    var planner = try RouteTown(
      town, relays: [(1000, 0)], schools: [(1000, 0)], homes: [(0, 0), (500, 0), (850, 0)],
      budget: 200
    ).planner
    planner.isThorough = true
    // Rue B's 200 uncovered metres are worst at 600, whence 200 m reach back to 400: two children
    // gain 200 m each there, and on rue A one gains 200 m and the other 100. Rue A is worst at its
    // far end, where one child gains 200 m.
    let relay = try #require(planner.plan().figures[0].extraRelay)
    #expect(planner.gaps[relay.gap].street == "rue B")
    #expect(relay.position == Position(x: 600, y: 0))
    #expect(relay.childMillimetres == 700_000 * Int128(Children.unit))
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func itCoversWhatARelayReallyThereCovers(seed: UInt64) throws {
    var routes = try RouteTown(seed: seed)
    routes.planner.isThorough = true
    let plan = routes.planner.plan()
    for (school, figures) in plan.figures.enumerated() {
      guard let relay = figures.extraRelay else { continue }
      var analysis = CoverageAnalysis(
        network: routes.planner.network, facilities: routes.result.facilities,
        parameters: routes.planner.parameters)
      analysis.facilities.append(Facility(id: "new", position: relay.position))
      let after = RoutePlanner(
        analysis.run(.everything), schools: routes.planner.schools, homes: routes.planner.homes
      ).plan()
      let gained =
        after.figures[school].coveredChildMillimetres - figures.coveredChildMillimetres
      #expect(relay.childMillimetres == gained, "seed \(seed), school \(school)")
    }
  }
}
