import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisWording

/// The two-date map of `coverage.gpkg`: stretches gained and lost, at every budget.
struct ChangeLayer {
  let change: CoverageChange
  let result: AnalysisResult
  let plane: OutputPlane
  let wording: Wording

  func layer() throws -> GeoPackageLayer {
    let rows = try change.stretches.joined().map { stretch in
      let run = stretch.run
      return GeoPackageLayer.Row(
        .multiLineString(
          try run.pieces.map {
            try plane.output(result.network.line(of: $0.edge, from: $0.from, to: $0.to))
          }),
        [
          .text(stretch.kind.rawValue), .text(change.since.iso), .real(run.budget.metres),
          .integer(Int64(run.rank)), run.street.map { .text($0) } ?? .null,
          .text(wording.gapEnd(run.from)), .text(wording.gapEnd(run.to)),
          .real(run.length.metres),
          run.nearestFacility.map { .text(result.facilities[$0].id) } ?? .null,
          run.district.map { .text($0) } ?? .null,
        ])
    }
    return GeoPackageLayer(
      name: "changes", identifier: wording.changesLayer(change.since),
      geometryType: .multiLineString,
      columns: [
        .init("change", .text), .init("since", .text), .init("distance_m", .real),
        .init("rank", .integer), .init("street", .text), .init("from", .text),
        .init("to", .text), .init("length_m", .real), .init("nearest_relay", .text),
        .init("district", .text),
      ],
      style: LayerStyle.changes(
        wording, mainBudget: result.parameters.mainBudget), rows: rows)
  }
}
