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
  public var demands = [RouteDemand.everyAddress]
  /// Those of the same coverage, to count who passes them.
  public var gaps: [Gap] = []

  /// Over the streets and relays of an analysis, at its main budget.
  public init(_ result: AnalysisResult, schools: [School], homes: [Home]) {
    network = result.network
    let main = result.parameters.mainBudget
    coverage = result.coverage[result.parameters.budgets.firstIndex(of: main) ?? 0]
    distances = result.distances
    parameters = result.parameters
    gaps = result.gaps.filter { $0.budget == main }
    self.schools = schools
    self.homes = homes
  }

  /// - Complexity: one search per demand and one per school, each about linear in the arcs within
  ///   reach; one search in all where every home goes to its nearest school.
  public func plan() -> RoutePlan {
    let doors = attachedDoors()
    let homes = Homes(homes, on: network, parameters: parameters)
    let lookup = CatchmentLookup(catchments, schools: schools)
    var tree = RouteTree(network, coverage)
    let assignment = SchoolAssignment(
      self, homes: homes, doors: doors, lookup: lookup, tree: &tree)
    let collector = RouteCollector(
      network, homes: homes, gapPieces: GapPieces(gaps), distances: distances)
    let collected =
      assignment.isByNearestAlone
      ? fromOneTree(assignment.shares, tree, collector)
      : schoolBySchool(assignment.shares, homes, doors, collector)

    var routes = [[SchoolRoute]](repeating: [], count: schools.count)
    var figures = [SchoolFigures](repeating: SchoolFigures([]), count: schools.count)
    var gapChildren = [Children](repeating: .zero, count: gaps.count)
    for result in collected.results {
      routes[result.school] = result.routes
      figures[result.school] = result.figures
      for share in result.gaps { gapChildren[share.gap] += share.children }
    }
    return RoutePlan(
      schools: schools, homes: self.homes, doors: doors, homeSnaps: homes.snaps,
      outcomes: assignment.outcomes, routes: routes, figures: figures, gapChildren: gapChildren,
      findings: RouteFindings(
        planner: self, doors: doors, homes: homes, lookup: lookup, routes: routes
      ).all(), pieces: collected.pieces, network: network)
  }

  private func attachedDoors() -> [[Snap?]] {
    let all = Snapper(network).snaps(
      of: schools.flatMap(\.entrances), within: parameters.maximumSnap)
    var next = 0
    return schools.map { school in
      defer { next += school.entrances.count }
      return Array(all[next..<next + school.entrances.count])
    }
  }

  private typealias Collected = (results: [RouteCollector.Result], pieces: [FlowPiece])

  private func fromOneTree(
    _ shares: [SchoolAssignment.Share], _ tree: borrowing RouteTree, _ collector: RouteCollector
  ) -> Collected {
    var collector = collector
    var collected: Collected = ([], [])
    for own in RoutePlanner.bySchool(shares) {
      collected.results.append(collector.collect(own, tree, into: &collected.pieces))
    }
    collector.sweep(tree, into: &collected.pieces)
    return collected
  }

  private func schoolBySchool(
    _ shares: [SchoolAssignment.Share], _ homes: Homes, _ doors: [[Snap?]],
    _ collector: RouteCollector
  ) -> Collected {
    let groups = RoutePlanner.bySchool(shares)
    let parts = Parallel.map(groups.count, grain: 4) { range in
      var collector = collector
      var collected: Collected = ([], [])
      var tree = RouteTree(network, coverage)
      for own in groups[range] {
        tree.grow(
          to: SchoolEntrances(
            [own[own.startIndex].school], snaps: doors, countsConnector: homes.countsConnector))
        collected.results.append(collector.collect(own, tree, into: &collected.pieces))
        collector.sweep(tree, into: &collected.pieces)
      }
      return [collected]
    }.flatMap { $0 }
    return (parts.flatMap(\.results), parts.flatMap(\.pieces))
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
