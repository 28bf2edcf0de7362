import RelaisGeo

/// Who goes to which school: by catchment where one is given, else to the nearest on foot.
struct SchoolAssignment {
  /// Children of one home who go to one school.
  struct Share: Hashable {
    var school: Int
    var home: Int
    var children: Children
    /// How far the door is from where the home attaches, millimetres; the farthest there is where
    /// nobody has looked yet.
    var reach: UInt64
  }

  /// By school, then home; one share for each pair.
  private(set) var shares: [Share] = []
  /// One per demand.
  private(set) var outcomes: [RoutePlan.Outcome] = []
  /// Whether every share comes from the one nearest-school tree of a single demand.
  private(set) var isByNearestAlone = true

  /// - Parameter tree: Left holding the ways of the last demand.
  init(
    _ planner: RoutePlanner, homes: Homes, doors: [[Snap?]], lookup: CatchmentLookup,
    tree: inout RouteTree
  ) {
    isByNearestAlone = planner.demands.count == 1
    for demand in planner.demands {
      assign(demand, planner, homes, doors, lookup, &tree)
    }
    shares.sort { ($0.school, $0.home) < ($1.school, $1.home) }
    var merged: [Share] = []
    merged.reserveCapacity(shares.count)
    for share in shares {
      if let last = merged.last, last.school == share.school, last.home == share.home {
        merged[merged.count - 1].children += share.children
        merged[merged.count - 1].reach = max(last.reach, share.reach)
      } else {
        merged.append(share)
      }
    }
    shares = merged
  }

  private mutating func assign(
    _ demand: RouteDemand, _ planner: RoutePlanner, _ homes: Homes, _ doors: [[Snap?]],
    _ lookup: CatchmentLookup, _ tree: inout RouteTree
  ) {
    let takes = planner.schools.map(demand.takes)
    let schools = takes.indices.filter { takes[$0] }
    let maximum = demand.maximum?.millimetres
    tree.grow(
      to: SchoolEntrances(schools, snaps: doors, countsConnector: homes.countsConnector),
      within: maximum.map { UInt64(max(0, $0)) } ?? .max)
    var outcome = RoutePlan.Outcome(demand: demand)
    for (index, home) in homes.homes.enumerated() {
      let children = demand.children(of: home)
      guard children > .zero else { continue }
      outcome.children += children
      if let school = lookup.school(of: home, among: { takes[$0] }) {
        isByNearestAlone = false
        outcome.byCatchment += children
        shares.append(Share(school: school, home: index, children: children, reach: .max))
        continue
      }
      if let snap = homes.snaps[index],
        let departure = tree.departure(from: snap.edge, at: snap.offset.millimetres),
        departure.length + homes.connector(snap) <= maximum ?? .max
      {
        outcome.byNearest += children
        shares.append(
          Share(
            school: tree.entrances.school(of: departure.label), home: index, children: children,
            reach: UInt64(departure.length)))
      } else if demand.maximum == nil, let school = planner.nearestAsTheCrowFlies(home, schools) {
        // No way leads to any school: it is still somebody's pupil, and is counted as such.
        outcome.byNearest += children
        shares.append(Share(school: school, home: index, children: children, reach: 0))
      } else {
        outcome.unassigned += children
        outcome.unassignedHomes += 1
      }
    }
    outcomes.append(outcome)
  }
}

extension RoutePlanner {
  /// The school nearest in a straight line, the first on a tie.
  func nearestAsTheCrowFlies(_ home: Home, _ among: [Int]) -> Int? {
    among.map { (metres: network.ground.length(from: home.position, to: schools[$0].position), $0) }
      .min { $0.metres < $1.metres }?.1
  }
}
