import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisWording

/// Where the street network is broken: a point for every place, and the streets that are cut off, doubled or cut short.
struct HealthLayers {
  let health: NetworkHealth
  let network: StreetNetwork
  let plane: OutputPlane
  let wording: Wording

  /// None for a network without flaws.
  func all() throws -> [GeoPackageLayer] {
    guard !health.problems.isEmpty else { return [] }
    return (try [lines()].filter { !$0.isEmpty }.map(\.layer)) + [try points()]
  }

  private static let columns: [GeoPackageLayer.Column] = [
    .init("code", .text), .init("verdict", .text), .init("street", .text),
    .init("length_m", .real), .init("finding", .text),
  ]

  private func values(_ problem: NetworkProblem, _ place: NetworkProblem.Place) -> [AttributeValue]
  {
    [
      .text(problem.flaw.rawValue), .text(problem.verdict.rawValue),
      place.street.map { .text($0) } ?? .null, .real(place.length.metres),
      .text(wording.title(problem.flaw.code)),
    ]
  }

  private func points() throws -> GeoPackageLayer {
    let rows = try health.problems.flatMap { problem in
      try problem.places.map { place in
        GeoPackageLayer.Row(
          .point(try plane.output([place.position])[0]), values(problem, place))
      }
    }
    return GeoPackageLayer(
      name: "network_health", identifier: wording.networkHealthLayer, geometryType: .point,
      columns: Self.columns, style: LayerStyle.flaws(wording), rows: rows)
  }

  private func lines() throws -> (layer: GeoPackageLayer, isEmpty: Bool) {
    let ofLines: [NetworkFlaw] = [.island, .doubledStreet, .cutAtEdge]
    let rows = try health.problems.filter { ofLines.contains($0.flaw) }.flatMap { problem in
      try problem.places.map { place in
        GeoPackageLayer.Row(
          .multiLineString(
            try place.edges.filter { network.length(of: $0) > .zero }.map {
              try plane.output(network.line(of: $0, from: .zero, to: network.length(of: $0)))
            }), values(problem, place))
      }
    }
    return (
      GeoPackageLayer(
        name: "network_health_lines", identifier: wording.networkHealthLinesLayer,
        geometryType: .multiLineString, columns: Self.columns, style: LayerStyle.flawedLines,
        rows: rows), rows.isEmpty
    )
  }
}
