import Computing
import RelaisGeo

/// Sends homes to their schools and follows the ways: the whole computation, in one call.
public struct RoutePlanner: Sendable {
  public var network: StreetNetwork
  /// What is covered when the ways are walked.
  public var coverage: Coverage
  /// The walk to the nearest relay, for the worst point of a run.
  public var distances: NetworkDistances
  public var schools: [School]
  public var homes: [Home]
  public var parameters: AnalysisParameters
  public var catchments: [SchoolCatchment] = []
  /// Schools that were left out since they lie beyond what was read around the study area.
  public var schoolsBeyond = 0
  /// A school outside it that no street leads to is no defect.
  public var studyArea: Area?
  public var demands = [RouteDemand.everyAddress]
  /// Whether to look for covered routes too, shared ways, and the relay each school would gain most
  /// by: seconds in a city.
  public var isThorough = false
  /// When the ways are walked, in addition to the coverage above.
  public var windows = RouteWindows.none
  /// A stretch that fewer homes walk appears in ``RoutePlan/routes`` alone. Eleven households
  /// are what INSEE asks for below which no figure of a grid is published.
  public var leastHomes = 11
  /// Those of the same coverage, to count who passes them.
  public var gaps: [Gap] = []

  /// Over the streets and relays of an analysis, at its main budget.
  public init(_ result: AnalysisResult, schools: [School], homes: [Home]) {
    network = result.network
    coverage = result.main.coverage
    distances = result.distances
    parameters = result.parameters
    gaps = result.main.gaps
    studyArea = result.studyArea
    self.schools = schools
    self.homes = homes
  }

  /// - Complexity: one search per demand and one per school, each about linear in the arcs within
  ///   reach; one search in all where every home goes to its nearest school.
  public func plan() -> RoutePlan {
    let (doors, homes) = attached()
    let lookup = CatchmentLookup(catchments, schools: schools, on: network.ground)
    var tree = RouteTree(network, coverage)
    let assignment = SchoolAssignment(
      self, homes: homes, doors: doors, lookup: lookup, tree: &tree)
    let collector = RouteCollector(
      network, homes: homes, gapPieces: GapPieces(gaps), distances: distances,
      leastHomes: leastHomes)
    let collected =
      assignment.isByNearestAlone && !isThorough && windows.windows.isEmpty
      ? fromOneTree(assignment.shares, tree, collector)
      : schoolBySchool(assignment.shares, homes, doors, collector)

    var routes = [[SchoolRoute]](repeating: [], count: schools.count)
    var figures = [SchoolFigures](repeating: SchoolFigures([]), count: schools.count)
    var cut = 0
    var gapsBySchool = [[SchoolFigures.GapShare]](repeating: [], count: schools.count)
    var gapShares = gaps.indices.map {
      SchoolFigures.GapShare(gap: $0, children: .zero, homes: 0)
    }
    for result in collected.results {
      routes[result.school] = result.routes
      figures[result.school] = result.figures
      if result.isCut { cut += 1 }
      gapsBySchool[result.school] = result.gaps
      for share in result.gaps {
        gapShares[share.gap].children += share.children
        // A home with several schools is one home: no fewer than those of the school with most.
        gapShares[share.gap].homes = max(gapShares[share.gap].homes, share.homes)
      }
    }
    if isThorough {
      let extra = ExtraRelay.best(planner: self, collected.results, collected.pieces)
      for (school, relay) in extra { figures[school].extraRelay = relay }
    }
    return RoutePlan(
      schools: schools, homes: self.homes, doors: doors, homeSnaps: homes.snaps,
      outcomes: assignment.outcomes, routes: routes, figures: figures, gapShares: gapShares,
      gapsBySchool: gapsBySchool,
      windows: windows.windows,
      findings: RouteFindings(
        planner: self, doors: doors, homes: homes, lookup: lookup, routes: routes, cut: cut
      ).all(), pieces: collected.pieces, coveredPieces: collected.coveredPieces,
      sharedWays: collected.sharedWays, network: network)
  }

  /// The snaps of all entrances, by school, and of all homes: the streets stream past once.
  private func attached() -> (doors: [[Snap?]], homes: Homes) {
    let places = schools.flatMap(\.entrances) + homes.map(\.position)
    var snaps = Snapper(network, parameters.snapping).snaps(
      of: places, within: parameters.maximumSnap)[...]
    let doors: [[Snap?]] = schools.map { school in
      let doors = snaps.prefix(school.entrances.count)
      snaps = snaps.dropFirst(school.entrances.count)
      return RoutePlanner.doors(Array(doors), of: school)
    }
    return (doors, Homes(homes, snaps: Array(snaps), countsConnector: parameters.countsConnector))
  }

  /// Of the snaps of all its entrances, those of a school that are doors.
  private static func doors(_ snaps: [Snap?], of school: School) -> [Snap?] {
    // The first of those as near.
    school.entersNearest ? [snaps.compactMap { $0 }.min { $0.connector < $1.connector }] : snaps
  }

  private struct Collected: Sendable {
    var results: [RouteCollector.Result] = []
    var pieces: [FlowPiece] = []
    var coveredPieces: [FlowPiece] = []
    var sharedWays: [SharedWay] = []
  }

  private func fromOneTree(
    _ shares: [SchoolAssignment.Share], _ tree: borrowing RouteTree, _ collector: RouteCollector
  ) -> Collected {
    var collector = collector
    var collected = Collected()
    for own in RoutePlanner.bySchool(shares) {
      collected.results.append(collector.collect(own, tree, into: &collected.pieces))
    }
    _ = collector.sweep(tree, &collected.results, into: &collected.pieces)
    return collected
  }

  private func schoolBySchool(
    _ shares: [SchoolAssignment.Share], _ homes: Homes, _ doors: [[Snap?]],
    _ collector: RouteCollector
  ) -> Collected {
    let groups = RoutePlanner.bySchool(shares)
    let parts = Parallel.map(groups.count, grain: 4) { range in
      var collector = collector
      var collected = Collected()
      var tree = RouteTree(network, coverage)
      var search = CoveredRouteSearch(network, coverage)
      for own in groups[range] {
        tree.grow(
          to: SchoolEntrances(
            [own[own.startIndex].school], snaps: doors, countsConnector: homes.countsConnector),
          within: bound(own.reduce(0) { max($0, $1.reach) }))
        var result = collector.collect(own, tree, into: &collected.pieces)
        var results = [result]
        let shared = collector.sweep(tree, &results, into: &collected.pieces)
        result = results[0]
        if walksTogether(result.school), let shared { collected.sharedWays.append(shared) }
        if isThorough {
          collector.cover(&result, tree, &search, into: &collected.coveredPieces)
        }
        if !windows.windows.isEmpty {
          result.measure(windows, &tree) { network, coverage in
            exposure(of: own, homes, doors, on: network, under: coverage)
          }
          tree.expose(under: coverage)
        }
        result.forgetWays()
        collected.results.append(result)
      }
      return [collected]
    }.flatMap { $0 }
    return Collected(
      results: parts.flatMap(\.results), pieces: parts.flatMap(\.pieces),
      coveredPieces: parts.flatMap(\.coveredPieces),
      sharedWays: parts.flatMap(\.sharedWays))
  }

  /// How exposed the ways of one school are where some streets are closed.
  private func exposure(
    of shares: ArraySlice<SchoolAssignment.Share>, _ homes: Homes, _ doors: [[Snap?]],
    on network: StreetNetwork, under coverage: Coverage
  ) -> SchoolFigures.Exposure {
    let snapper = Snapper(network, parameters.snapping)
    let school = shares[shares.startIndex].school
    var open = doors
    if doors[school].contains(where: { $0.map { network.isClosed($0.edge) } ?? false }) {
      open[school] = RoutePlanner.doors(
        snapper.snaps(of: schools[school].entrances, within: parameters.maximumSnap),
        of: schools[school])
    }
    var tree = RouteTree(network, coverage)
    tree.grow(
      to: SchoolEntrances([school], snaps: open, countsConnector: homes.countsConnector))
    var collector = RouteCollector(
      network,
      homes: Homes(
        homes.homes,
        snaps: snapper.renewed(
          homes.snaps, of: homes.homes.map(\.position), within: parameters.maximumSnap),
        countsConnector: homes.countsConnector),
      gapPieces: GapPieces([]), distances: nil, leastHomes: leastHomes)
    var pieces: [FlowPiece] = []
    var results = [collector.collect(shares, tree, into: &pieces)]
    _ = collector.sweep(tree, &results, into: &pieces)
    var exposure = results[0].exposure(tree)
    exposure.walkedChildMillimetres = results[0].figures.childMillimetres
    return exposure
  }

  /// Lines are for the young, where a town's levels are known.
  private func walksTogether(_ school: Int) -> Bool {
    let levels = schools[school].levels
    return demands.contains { $0.level != nil }
      && (levels.holds(.nursery) || levels.holds(.elementary))
  }

  /// How far a school's tree must reach for homes whose doors are at most so far: a covered route may
  /// lead farther out than any shortest one, and is measured with the home's own leg.
  private func bound(_ reach: UInt64) -> UInt64 {
    guard isThorough, reach < SearchWorkspace.farthest else { return reach }
    return UInt64(
      CoveredRoute.allowed(Int64(reach) + parameters.maximumSnap.millimetres))
  }

  private static func bySchool(
    _ shares: [SchoolAssignment.Share]
  ) -> [ArraySlice<SchoolAssignment.Share>] {
    var groups: [ArraySlice<SchoolAssignment.Share>] = []
    var start = 0
    for index in shares.indices
    where index + 1 == shares.count || shares[index + 1].school != shares[index].school {
      groups.append(shares[start...index])
      start = index + 1
    }
    return groups
  }
}
