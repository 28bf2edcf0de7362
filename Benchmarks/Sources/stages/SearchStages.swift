import CoverageEngine
import RelaisGeo

/// Snaps, distances, covered intervals.
enum SearchStages {
  static let budget = Budget(Length(metres: 300))

  static func run(
    _ network: StreetNetwork, _ options: Options, _ watch: Stopwatch
  ) throws {
    let places = RandomRelays.facilities(network, count: options.relays).map(\.position)
    let snaps = watch.stage("snap", of: "place") {
      let made = Snapper(network).snaps(of: places, within: Length(metres: 60))
      return (made, made.count)
    }
    let far = watch.stage("nearest relay", of: "arc") {
      let made = NetworkDistances(network, from: snaps, countsConnector: true)
      return (made, network.arcs.count)
    }
    let near = watch.stage("nearest relay, 300 m", of: "arc") {
      let made = NetworkDistances(
        network, from: snaps, countsConnector: true,
        within: budget.length)
      return (made, network.arcs.count)
    }
    let coverage = watch.stage("covered intervals", of: "edge") {
      let made = Coverage(network, near, budget: budget)
      return (made, network.edgeCount)
    }
    if let folder = options.export {
      try Export(folder: folder).graph(network, far, coverage)
    }
  }
}
