package import CoverageEngine
import RelaisFormats
package import RelaisGeo

/// Schools: the national directory in its official variants (CSV or GeoJSON, of 2016 as of today),
/// the schools of an OpenStreetMap extract, or plain points of CSV, GeoJSON or GeoPackage.
///
/// Closed ones are set aside, and establishments that are no schools. Mapping keys: `id`, `name`,
/// `level`, `lon`, `lat`, `x`, `y`.
package enum SchoolsImporter {
  /// The schools of several files, one result per file; OpenStreetMap files are one map, whose schools
  /// count once.
  ///
  /// - Throws: ``FormatError``, ``ProjectionError``, at the first file that cannot be read at all.
  package static func read(
    files: [String], layer: String? = nil, mapping: ColumnMapping = ColumnMapping(),
    in surroundings: Surroundings
  ) throws -> [Imported<[School]>] {
    let maps = try OSMSchools.extracts(files)
    guard maps.count > 1 else {
      return try files.map { try read($0, layer: layer, mapping: mapping, in: surroundings) }
    }
    guard surroundings.ground == .ellipsoid else { throw ProjectionError.noPlaceOnEarth }
    let ofMaps = try OSMSchools.read(files: maps, within: surroundings.reading)
    return try files.map { file in
      if let map = maps.firstIndex(where: { $0.path == file }) { return ofMaps[map] }
      return try read(file, layer: layer, mapping: mapping, in: surroundings)
    }
  }

  package static func read(
    _ path: String, layer: String? = nil, mapping: ColumnMapping = ColumnMapping(),
    in surroundings: Surroundings
  ) throws -> Imported<[School]> {
    if case .openStreetMap(let container) = try InputFormat(ofFileAt: path).kind {
      guard surroundings.ground == .ellipsoid else { throw ProjectionError.noPlaceOnEarth }
      return try OSMSchools.read(
        file: path, container: container, within: surroundings.reading)
    }
    let records = try PlaceRecords.read(path, layer: layer, for: .places, in: surroundings)
    var names = AttributeNames(records, as: .schools, mapping)
    let columns = SchoolColumns(
      &names, isIDConfigured: mapping.columns[ColumnTerm.id.rawValue] != nil)
    if !records.headers.isEmpty {
      try columns.checkPosition(
        file: path, headers: records.headers, isPlane: surroundings.ground == .plane)
    }
    var rejected = records.rejected
    var taken: [(school: School, feature: Feature, raw: RawPosition?)] = []
    var seen = Set<String>()
    for (number, feature) in records.features.enumerated() {
      let id = columns.id(of: feature, number: number)
      func reject(_ reason: RejectedRow.Reason) {
        rejected.append(
          RejectedRow(place: feature.place, id: id, reason: reason))
      }
      if let state = columns.closedState(of: feature) {
        reject(.notOpen(state))
        continue
      }
      let nature = SchoolNature(columns.kind(of: feature))
      guard nature.isSchool else {
        reject(.notASchool(nature.label))
        continue
      }
      if let long = LongName(columns.name(of: feature)) {
        reject(.nameTooLong(long))
        continue
      }
      var raw: RawPosition?
      var position = Position(x: 0, y: 0)
      switch feature.geometry {
      case .point(let point): position = point
      case .multiPoint(let points) where points.count == 1: position = points[0]
      case nil:
        switch columns.rawPosition(of: feature, isPlane: surroundings.ground == .plane) {
        case .success(let found): raw = found
        case .failure(let problem):
          reject(problem.reason)
          continue
        }
      case .multiPoint, .lineString, .multiLineString, .polygon, .multiPolygon:
        reject(.wrongGeometry())
        continue
      }
      guard seen.insert(id).inserted else {
        reject(.duplicateID())
        continue
      }
      let school = School(
        id: id, name: columns.name(of: feature), levels: nature.levels, position: position)
      taken.append((school, feature, raw))
    }
    let positions = try RawPosition.placed(taken.map(\.raw), in: surroundings, file: path)
    var schools: [School] = []
    for (item, position) in zip(taken, positions) {
      guard let raw = item.raw else {
        schools.append(item.school)
        continue
      }
      guard let position else {
        rejected.append(
          RejectedRow(
            place: item.feature.place, id: item.school.id,
            reason: .outOfRange("\(raw.point.x) \(raw.point.y)")))
        continue
      }
      schools.append(
        School(
          id: item.school.id, name: item.school.name, levels: item.school.levels,
          position: position))
    }
    return Imported(
      schools,
      ImportReport(
        file: path,
        format: columns.isDirectory
          ? .schoolDirectory(records.container) : .features(records.container),
        rows: records.rowCount, rejected: rejected, findings: records.findings,
        columns: names.uses, understood: records.understood))
  }

  /// The rows of a table that lie in a box, those without a position by their commune; `nil` for another format, and where
  /// all do.
  ///
  /// - Throws: as reading does.
  package static func part(
    of path: String, mapping: ColumnMapping = ColumnMapping(), in surroundings: Surroundings,
    box: Envelope, communes: [String]
  ) throws -> TablePart? {
    guard try InputFormat(ofFileAt: path).kind == .table else { return nil }
    let records = try PlaceRecords.read(path, for: .places, in: surroundings)
    var names = AttributeNames(records, as: .schools, mapping)
    let columns = SchoolColumns(
      &names, isIDConfigured: mapping.columns[ColumnTerm.id.rawValue] != nil)
    let commune = names(.cityCode)
    let codes = SireneReader.withArrondissements(Set(communes))
    let raw = records.features.map {
      try? columns.rawPosition(of: $0, isPlane: surroundings.ground == .plane).get()
    }
    let positions = try RawPosition.placed(raw, in: surroundings, file: path)
    let isKept = zip(records.features, positions).map { feature, position in
      position.map(box.contains)
        ?? feature.value(commune).map { codes.contains(CommuneCode.canonical($0)) } ?? false
    }
    let file = try InputFile(path: path)
    return TablePart(of: try CSVReader.read(file), in: file, keeping: isKept)
  }
}
