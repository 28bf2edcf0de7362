package import CoverageEngine
import RelaisFormats
import RelaisGeo

/// Areas with a name: boundary, districts, priority areas, of GeoJSON or GeoPackage.
package enum AreasImporter {
  /// Areas that are not valid are repaired, with a finding each.
  package static func read(
    _ path: String, layer: String? = nil, mapping: ColumnMapping = ColumnMapping(),
    in surroundings: Surroundings
  ) throws -> Imported<[Area]> {
    let format = try InputFormat(ofFileAt: path)
    guard format == .geoJSON || format == .geoPackage else {
      throw FormatError.missing(
        file: path, what: ["GeoJSON", "GeoPackage"], found: [format.rawValue])
    }
    let source = try FeatureSource.read(path, format: format, layer: layer, in: surroundings)
    var rejected = source.rejected
    var findings: [Finding] = []
    var areas: [Area] = []
    var find = ColumnFinder(source.headers, as: .areas, configured: mapping.columns)
    let ids = find.names(.id)
    let names = find.names(.name)
    for (number, feature) in source.features.enumerated() {
      let id = feature.text(ids) ?? feature.id ?? String(number + 1)
      let shape: MultiPolygon
      switch feature.geometry {
      case .polygon(let polygon): shape = MultiPolygon([polygon])
      case .multiPolygon(let polygons): shape = polygons
      case let other:
        rejected.append(
          RejectedRow(
            place: feature.place, id: id, reason: other == nil ? .noGeometry() : .wrongGeometry()))
        continue
      }
      guard let (valid, flaw) = try? checked(shape), !valid.polygons.isEmpty else {
        rejected.append(RejectedRow(place: feature.place, id: id, reason: .invalidGeometry()))
        continue
      }
      if let flaw {
        findings.append(
          Finding(
            .areaRepaired(area: id, flaw: flaw.reason), file: path, place: feature.place,
            position: flaw.position))
      }
      let name = feature.text(names) ?? id
      areas.append(Area(id: id, name: name, shape: valid))
    }
    return Imported(
      areas,
      ImportReport(
        file: path, format: .features(source.container), rows: source.rowCount, rejected: rejected,
        findings: source.findings + findings, columns: find.uses,
        understood: source.understood))
  }

  /// The shape made valid, and what was wrong with it, `nil` for nothing.
  static func checked(_ shape: MultiPolygon) throws -> (MultiPolygon, ValidityFlaw?) {
    guard let flaw = try PolygonOperations.validityFlaw(of: shape) else { return (shape, nil) }
    return (try PolygonOperations.repaired(shape), flaw)
  }

  /// The one area a boundary file is about: by INSEE code, else by name, else the only one; of
  /// several with the same name the smallest box, since a commune lies within what is named after
  /// it.
  package static func boundary(among areas: [Area], insee: String?, name: String) -> Area? {
    if let insee, let found = areas.first(where: { $0.id == insee }) { return found }
    let named = areas.filter { $0.name.lowercased() == name.lowercased() }
    if let smallest = named.min(by: { size($0) < size($1) }) { return smallest }
    return areas.count == 1 ? areas[0] : nil
  }

  private static func size(_ area: Area) -> Double {
    let box = Envelope(of: area.shape.polygons.flatMap(\.shell))
    return (box.maxX - box.minX) * (box.maxY - box.minY)
  }
}
