import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisWording

/// The streets to cover of `coverage.gpkg` that are new, gone or renamed since an earlier day.
struct StreetChangeLayer {
  let changes: StreetChanges
  let plane: OutputPlane
  let wording: Wording

  func layer() throws -> GeoPackageLayer {
    let rows = try changes.stretches.map { stretch in
      GeoPackageLayer.Row(
        .multiLineString(try stretch.lines.map { try plane.output($0) }),
        [
          .text(stretch.kind.rawValue), stretch.street.map { .text($0) } ?? .null,
          stretch.formerName.map { .text($0) } ?? .null, .real(stretch.length.metres),
        ])
    }
    return GeoPackageLayer(
      name: "street_changes", identifier: wording.streetChangesLayer(changes.since),
      geometryType: .multiLineString,
      columns: [
        .init("change", .text), .init("name", .text), .init("former_name", .text),
        .init("length_m", .real),
      ],
      style: LayerStyle.streetChanges(wording), rows: rows)
  }
}
