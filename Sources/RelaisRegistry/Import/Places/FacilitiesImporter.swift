package import CoverageEngine
import RelaisFormats
import RelaisGeo

/// Places with coordinates: relays now, of CSV, GeoJSON or GeoPackage.
///
/// Mapping keys: `id`, `name`, `kind`, `lon`, `lat`, `x`, `y`, `opening_hours`.
package enum FacilitiesImporter {
  package static func read(
    _ path: String, layer: String? = nil, mapping: ColumnMapping = ColumnMapping(),
    in surroundings: Surroundings
  ) throws -> Imported<[Facility]> {
    let rows = try rows(path, layer: layer, mapping, surroundings, further: [])
    return Imported(
      rows.places.map(\.facility),
      ImportReport(
        file: path, format: .features(rows.container), rows: rows.rows, rejected: rows.rejected,
        findings: rows.findings, columns: rows.columns, understood: rows.understood))
  }

  /// A place, where it stands in its file, and what further columns say of it.
  struct Place {
    var facility: Facility
    var place: SourcePlace
    /// In the order they were asked for; `nil` for an absent column or an empty cell.
    var further: [String?]
  }

  /// A column to read in addition to a facility's own.
  struct FurtherColumn {
    var term: ColumnTerm
    var names: [String]
  }

  static func rows(
    _ path: String, layer: String? = nil, _ mapping: ColumnMapping, _ surroundings: Surroundings,
    further: [FurtherColumn]
  ) throws -> Rows {
    let format = try InputFormat(ofFileAt: path)
    var rows =
      switch format.kind {
      case .table: try table(path, mapping, surroundings, further)
      case .features: try features(path, format, layer, mapping, surroundings, further)
      case .openStreetMap:
        throw FormatError.missing(
          file: path, what: InputFormat.titlesOfPlaces, found: [format.rawValue])
      }
    dropRepeatedIDs(&rows)
    return rows
  }

  struct Rows {
    var container: SourceFormat.Container
    var rows: Int
    var places: [Place] = []
    var rejected: [RejectedRow]
    var columns: [ColumnUse] = []
    var findings: [Finding] = []
    var understood = Understood()
  }

  private static func table(
    _ path: String, _ mapping: ColumnMapping, _ surroundings: Surroundings,
    _ further: [FurtherColumn]
  ) throws -> Rows {
    let table = try CSVReader.read(InputFile(path: path))
    try ChildData.check(table)
    try OtherContent.check(table, isOnEarth: surroundings.ground == .ellipsoid)
    var find = ColumnFinder(table.headers, as: .places, configured: mapping.columns)
    let isDegrees =
      surroundings.ground == .ellipsoid && find.has(.longitude) && find.has(.latitude)
    let first = find(isDegrees ? .longitude : .x)
    let second = find(isDegrees ? .latitude : .y)
    guard let first, let second else {
      throw FormatError.missing(
        file: path, what: surroundings.ground == .plane ? ["x", "y"] : ["lon", "lat"],
        found: table.headers)
    }
    let id = find(.id)
    let name = find(.name)
    let kind = find(.kind)
    let hours = find(.openingHours)
    let furtherColumns = further.map { find($0.term, named: $0.names) }
    var rows = Rows(
      container: .csv, rows: table.rowCount, rejected: RejectedRow.rows(table.rejected),
      columns: find.uses, understood: Understood(encoding: table.encoding))
    var raw: [PlanarPoint] = []
    var pending: [Place] = []
    for row in table.rows {
      let ownID = row.text(id) ?? "line/\(row.line)"
      func reject(_ reason: RejectedRow.Reason) {
        rows.rejected.append(
          RejectedRow(place: row.place, id: ownID, reason: reason))
      }
      if let long = LongName(row.text(name)) {
        reject(.nameTooLong(long))
        continue
      }
      guard let xText = row.text(first) else {
        reject(.missingValue(table.headers[first]))
        continue
      }
      guard let yText = row.text(second) else {
        reject(.missingValue(table.headers[second]))
        continue
      }
      guard let x = row.number(first) else {
        reject(.notANumber(xText))
        continue
      }
      guard let y = row.number(second) else {
        reject(.notANumber(yText))
        continue
      }
      raw.append(PlanarPoint(x: x, y: y))
      let facility = Facility(
        id: ownID, name: row.text(name), kind: row.text(kind).map { FacilityKind($0) },
        position: Position(x: x, y: y),
        openingHours: row.text(hours))
      pending.append(
        Place(
          facility: facility, place: row.place, further: furtherColumns.map { row.text($0) }))
    }
    let read = try surroundings.read(
      raw, declared: isDegrees ? .known(.registered(.geographic), .declared) : .none, file: path)
    rows.understood.system = read.system
    rows.findings += read.findings
    for (item, position) in zip(pending, read.positions) {
      guard let position else {
        rows.rejected.append(
          RejectedRow(
            place: item.place, id: item.facility.id,
            reason: .outOfRange("\(item.facility.position.x) \(item.facility.position.y)")))
        continue
      }
      var placed = item
      placed.facility.position = position
      rows.places.append(placed)
    }
    return rows
  }

  private static func features(
    _ path: String, _ format: InputFormat, _ layer: String?, _ mapping: ColumnMapping,
    _ surroundings: Surroundings,
    _ further: [FurtherColumn]
  ) throws -> Rows {
    let source = try FeatureSource.read(
      path, format: format, layer: layer, for: .places, in: surroundings)
    try ChildData.check(source.features, file: path)
    var find = ColumnFinder(source.headers, as: .places, configured: mapping.columns)
    let identifier = FeatureIdentifier(mapping, first: .placesFirst, then: .places)
    identifier.find(&find)
    let name = find.names(.name)
    let kind = find.names(.kind)
    let hours = find.names(.openingHours)
    for column in further { _ = find(column.term, named: column.names) }
    var rows = Rows(
      container: source.container, rows: source.rowCount, rejected: source.rejected,
      columns: find.uses, findings: source.findings, understood: source.understood)
    for (number, feature) in source.features.enumerated() {
      let id = identifier.text(of: feature) ?? "feature/\(number + 1)"
      let position: Position
      if let long = LongName(feature.text(name)) {
        rows.rejected.append(
          RejectedRow(place: feature.place, id: id, reason: .nameTooLong(long)))
        continue
      }
      switch feature.geometry {
      case .point(let point): position = point
      case .multiPoint(let points) where points.count == 1: position = points[0]
      case let other:
        rows.rejected.append(
          RejectedRow(
            place: feature.place, id: id, reason: other == nil ? .noGeometry() : .wrongGeometry()))
        continue
      }
      let facility = Facility(
        id: id, name: feature.text(name), kind: feature.text(kind).map { FacilityKind($0) },
        position: position, openingHours: feature.text(hours))
      rows.places.append(
        Place(
          facility: facility, place: feature.place,
          further: further.map { feature.text($0.names) }))
    }
    return rows
  }

  private static func dropRepeatedIDs(_ rows: inout Rows) {
    var seen = Set<String>()
    var kept: [Place] = []
    for item in rows.places {
      if seen.insert(item.facility.id).inserted {
        kept.append(item)
      } else {
        rows.rejected.append(
          RejectedRow(place: item.place, id: item.facility.id, reason: .duplicateID()))
      }
    }
    rows.places = kept
  }
}
