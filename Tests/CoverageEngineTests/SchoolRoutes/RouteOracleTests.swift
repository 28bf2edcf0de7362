import RelaisGeo
import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// Random towns against the walker that tries every way.
@Suite struct RouteOracleTests {
  @Test(arguments: 0..<120 as Range<UInt64>)
  func everyHomeGoesToItsNearestSchoolByAShortestWay(seed: UInt64) throws {
    let town = try RouteTown(seed: seed)
    let plan = town.planner.plan()
    let walker = town.walker
    let byHome = plan.byHome
    for (home, snap) in plan.homeSnaps.enumerated() {
      let found = try #require(byHome[home], "seed \(seed), home \(home)")
      let walks = plan.doors.map { doors in
        snap.flatMap { snap in doors[0].flatMap { walker.length(from: snap, to: $0) } }
      }
      guard let shortest = walks.compactMap({ $0 }).min() else {
        #expect(found.route.walk == nil, "seed \(seed), home \(home)")
        continue
      }
      let walk = try #require(found.route.walk, "seed \(seed), home \(home)")
      #expect(found.school == walks.firstIndex(of: shortest), "seed \(seed), home \(home)")
      #expect(walk.length.millimetres == shortest, "seed \(seed), home \(home)")
      let home = try #require(snap)
      let door = try #require(plan.doors[found.school][0])
      let ways = walker.ways(from: home, to: door, within: shortest)
      #expect(ways.contains(walk.figures), "seed \(seed): \(walk.figures) not among \(ways)")
    }
  }

  /// By catchment every school has a tree of its own; without, all share one.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func oneTreeForAllSchoolsHoldsTheWaysOfEachAlone(seed: UInt64) throws {
    var town = try RouteTown(seed: seed)
    town.planner.leastHomes = Int(seed % 3) + 1
    let shared = town.planner.plan()
    town.planner.catchments = shared.byHome.enumerated().compactMap { home, found in
      found.map {
        SchoolCatchment(
          school: "S\($0.school)",
          extent: .numbers(street: "h\(home)", from: nil, to: nil, parity: .both))
      }
    }
    let alone = town.planner.plan()
    #expect(alone.outcomes[0].byCatchment == Children(town.planner.homes.count))
    #expect(shared.routes == alone.routes, "seed \(seed)")
    #expect(shared.figures == alone.figures, "seed \(seed)")
    #expect(shared.flows() == alone.flows(), "seed \(seed)")
    #expect(shared.gapShares == alone.gapShares, "seed \(seed)")
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func noArcImprovesADistanceAndEveryDistanceHasAWitness(seed: UInt64) throws {
    let town = try RouteTown(seed: seed)
    let planner = town.planner
    let network = planner.network
    let plan = planner.plan()
    var tree = RouteTree(network, planner.coverage)
    tree.grow(
      to: SchoolEntrances(
        Array(planner.schools.indices), snaps: plan.doors,
        countsConnector: planner.parameters.countsConnector))
    var position = [UInt32: Int]()
    for (index, node) in tree.order.enumerated() { position[node] = index }
    for edge in 0..<network.edgeCount {
      let ends = [tree.label(of: network.tails[edge]), tree.label(of: network.heads[edge])]
      for (a, b) in [(ends[0], ends[1]), (ends[1], ends[0])] where a != .max {
        #expect(b <= a + UInt64(network.lengths[edge]) << 32, "seed \(seed), edge \(edge)")
      }
    }
    for node in tree.order {
      let step = tree.step(from: node)
      guard let next = tree.next(after: node) else {
        let walked = UInt64(abs(step.to - step.from))
        let door = Int(UInt32(truncatingIfNeeded: tree.label(of: node)))
        let connector =
          planner.parameters.countsConnector
          ? UInt64(plan.doors[door][0]?.connector.millimetres ?? 0) : 0
        #expect(tree.label(of: node) >> 32 == walked + connector, "seed \(seed)")
        continue
      }
      #expect(
        tree.label(of: node)
          == tree.label(of: next) + UInt64(network.lengths[step.edge.position]) << 32)
      let own = try #require(position[node])
      let after = try #require(position[next])
      #expect(after < own, "seed \(seed): no way runs in a circle")
    }
  }

  @Test(arguments: 0..<25 as Range<UInt64>)
  func flowsAreThoseOfEveryRouteWalkedByItself(seed: UInt64) throws {
    let town = try RouteTown(seed: seed)
    let planner = town.planner
    let network = planner.network
    let plan = planner.plan()
    // Per school, edge and millimetre: who walks there.
    var expected: [[Int]: Int64] = [:]
    for (school, routes) in plan.routes.enumerated() {
      var tree = RouteTree(network, planner.coverage)
      tree.grow(
        to: SchoolEntrances(
          [school], snaps: plan.doors, countsConnector: planner.parameters.countsConnector))
      for route in routes where route.walk != nil {
        let snap = try #require(plan.homeSnaps[route.home])
        let found = tree.departure(from: snap.edge, at: snap.offset.millimetres)
        let departure = try #require(found)
        tree.forEachStep(of: departure) { step in
          for at in min(step.from, step.to)..<max(step.from, step.to) {
            expected[[school, step.edge.position, Int(at)], default: 0] += 1
          }
        }
      }
    }
    var found: [[Int]: Int64] = [:]
    for flow in plan.flows() {
      for at in flow.interval.from.millimetres..<flow.interval.to.millimetres {
        let key = [flow.school, flow.interval.edge.position, Int(at)]
        #expect(found[key] == nil, "seed \(seed): stretches of a school overlap")
        found[key] = flow.children.millionths / Children.unit
        #expect(flow.homes == Int(found[key] ?? 0))
      }
    }
    #expect(found == expected, "seed \(seed)")
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func childMetresAreTheSumOfRoutesAndOfFlows(seed: UInt64) throws {
    let plan = try RouteTown(seed: seed).planner.plan()
    let walked = plan.figures.reduce(Int128(0)) { $0 + $1.childMillimetres }
    let flowed = plan.flows().reduce(Int128(0)) {
      $0 + Int128($1.children.millionths * $1.interval.length.millimetres)
    }
    #expect(walked == flowed, "seed \(seed)")
  }
}
