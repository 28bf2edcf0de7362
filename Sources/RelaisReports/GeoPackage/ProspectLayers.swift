import CoverageEngine
import RelaisGeo

/// The layers of a prospection in `coverage.gpkg`. Gains are REAL weighted metres.
struct ProspectLayers {
  let prospection: ProspectionResult
  let plane: OutputPlane
  let wording: Wording

  /// The candidates to recruit, at their own position.
  func prospects() throws -> GeoPackageLayer {
    let unit = prospection.problem.unit
    let rows = try prospection.list.recruits.enumerated().map { index, recruit in
      let candidate = prospection.candidates[recruit.candidate]
      let place = candidate.place
      return GeoPackageLayer.Row(
        .point(try plane.output([place.position])[0]),
        [
          .integer(Int64(index + 1)), .text(place.id), place.name.map { .text($0) } ?? .null,
          place.kind.map { .text($0) } ?? .null, candidate.address.map { .text($0) } ?? .null,
          .real(unit.metres(recruit.gain)), .real(unit.metres(recruit.cumulative)),
          place.openingHours.map { .text($0) } ?? .null,
        ])
    }
    return GeoPackageLayer(
      name: "prospects", identifier: wording.prospectsLayer, geometryType: .point,
      columns: [
        .init("rank", .integer), .init("id", .text), .init("name", .text), .init("kind", .text),
        .init("address", .text), .init("gain_m", .real), .init("cumulative_m", .real),
        .init("opening_hours", .text),
      ], style: LayerStyle.prospects, rows: rows)
  }
}
