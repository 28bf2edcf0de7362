import CoverageEngine
import RelaisGeo

/// Bounded searches, one a relay, and the polygons around what they reach.
enum AreaStages {
  static func run(_ network: StreetNetwork, _ options: Options, _ watch: Stopwatch) throws {
    let parameters = try AnalysisParameters(budgets: [300])
    let facilities = RandomRelays.facilities(network, count: options.relays)
    let result = CoverageAnalysis(
      network: network, facilities: facilities, parameters: parameters
    ).run(.figures)
    let areas = watch.stage("service areas, 300 m", of: "relay") {
      let made = ServiceArea.areas(
        network, snaps: result.snaps, budgets: parameters.budgets, countsConnector: true
      ).map(\.main)
      return (made, made.count)
    }
    let system = ReferenceSystem.suited(to: network.envelope.centre)
    let plane = try OutputPlane(system, network: network)
    let lines = try areas.map { area in
      try area.pieces.map { piece in
        try plane.metric(network.line(of: piece.edge, from: piece.from, to: piece.to))
      }
    }
    var buffer = StreetBuffer()
    let outlines = try watch.stage("polygons of given pieces, one core", of: "relay") {
      let made = try lines.map { try buffer.outline(of: $0, radius: 25, quadrantSegments: 8) }
      return (made, made.count)
    }
    _ = try watch.stage("search, pieces, polygons and circles", of: "relay") {
      let made = try ServiceAreaShapes.shapes(of: result, in: system)
      return (made, made.count)
    }
    if let folder = options.export {
      try Export(folder: folder).pieces(lines, outlines)
    }
  }
}
