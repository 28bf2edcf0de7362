import CoverageEngine
import RelaisGeo

/// Ten thousand homes to the nearest of twenty schools.
enum RouteStages {
  static let schools = 20
  static let homes = 10_000

  static func run(
    _ network: StreetNetwork, _ options: Options, _ watch: Stopwatch
  ) throws {
    let places = RandomRelays.facilities(network, count: schools + homes + options.relays)
    let parameters = try AnalysisParameters(budgets: [300])
    let result = CoverageAnalysis(
      network: network, facilities: Array(places[(schools + homes)...]), parameters: parameters
    ).run(.figures)
    let planner = RoutePlanner(
      result, schools: places[..<schools].map { School(id: $0.id, position: $0.position) },
      homes: places[schools..<(schools + homes)].map { Home(id: $0.id, position: $0.position) })
    let snapper = Snapper(network)
    _ = watch.stage("snap of homes and schools", of: "place") {
      let made = snapper.snaps(
        of: planner.schools.map(\.position) + planner.homes.map(\.position),
        within: parameters.maximumSnap)
      return (made, made.count)
    }
    let plan = watch.stage("school routes, snap included", of: "home") {
      (planner.plan(), homes)
    }
    if let folder = options.export {
      try Export(folder: folder).routes(network, plan)
    }
  }
}
