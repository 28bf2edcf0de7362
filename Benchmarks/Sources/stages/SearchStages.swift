import CoverageEngine
import RelaisGeo

/// Snaps, distances, covered intervals.
enum SearchStages {
  static let budget = Length(metres: 300)

  static func run(
    _ network: StreetNetwork, _ options: Options, _ watch: Stopwatch
  ) throws {
    let places = RandomRelays.facilities(network, count: options.relays).map(\.position)
    let snaps = watch.stage("snap", units: { $0.count }, of: "place") {
      Snapper(network).snaps(of: places, within: Length(metres: 60))
    }
    let far = watch.stage("nearest relay", units: { _ in network.arcs.count }, of: "arc") {
      NetworkDistances(network, from: snaps, countsConnector: true)
    }
    let near = watch.stage(
      "nearest relay, 300 m", units: { _ in network.arcs.count }, of: "arc"
    ) {
      NetworkDistances(network, from: snaps, countsConnector: true, within: budget)
    }
    let coverage = watch.stage(
      "covered intervals", units: { _ in network.edgeCount }, of: "edge"
    ) {
      Coverage(network, near, budget: budget)
    }
    if let folder = options.export {
      try Export(folder: folder).graph(network, far, coverage)
    }
  }
}
