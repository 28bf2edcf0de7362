import CoverageEngine
import RelaisFormats
import RelaisGeo

/// The rows of a list of adherents: CSV, GeoJSON or GeoPackage.
struct AdherentSource {
  var rows: [AdherentCells]
  var rowCount: Int
  /// Rows the reader could not split into cells or place.
  var rejected: [RejectedRow]
  /// Columns nobody knows, as the file writes them.
  var ignored: [String]
  var uses: [ColumnUse]
  /// The line the column names are on, from 1, where a title stands above them.
  var headerLine: Int?
  /// What the coordinates among the cells are, where the file says so.
  var declared: ReferenceSystem?
  /// What is strange about the file as a whole.
  var findings: [Finding] = []
  /// The layer, reference system and encoding that were read.
  var understood = Understood()

  private static let coordinates: [ColumnTerm] = [.longitude, .latitude, .x, .y]

  /// - Throws: ``FormatError``, ``RegistryError/childColumn(file:column:)``,
  ///   ``RegistryError/placeColumnsMissing(file:found:)``.
  init(
    _ path: String, layer: String? = nil, mapping: ColumnMapping, in surroundings: Surroundings
  ) throws {
    // A file recognised as another format is refused; one that is not recognised may be poor CSV.
    switch try? InputFormat(ofFileAt: path) {
    case .csv?, nil: try self.init(table: path, mapping)
    case .geoJSON?: try self.init(features: path, .geoJSON, layer, mapping, surroundings)
    case .geoPackage?: try self.init(features: path, .geoPackage, layer, mapping, surroundings)
    case let other?:
      throw FormatError.missing(
        file: path, what: ["CSV", "GeoJSON", "GeoPackage"], found: [other.rawValue])
    }
  }

  private init(table path: String, _ mapping: ColumnMapping) throws {
    let table = try CSVReader.read(InputFile(path: path)) { headers in
      AdherentColumns.areKnown(headers, mapping: mapping)
    }
    let columns = try AdherentColumns(of: table.headers, file: path, mapping: mapping)
    let isDegrees = columns[.longitude] != nil && columns[.latitude] != nil
    guard columns[.name] != nil else {
      throw FormatError.missing(file: path, what: ["nom"], found: table.headers)
    }
    guard columns.canPlace else {
      throw RegistryError.placeColumnsMissing(file: path, found: table.headers)
    }
    let titles = columns.columns.mapValues { table.headers[$0] }
    rows = table.rows.map { row in
      AdherentCells(
        place: row.place, texts: columns.columns.compactMapValues { row.text($0) }, titles: titles)
    }
    rowCount = table.rowCount
    rejected = RejectedRow.rows(table.rejected)
    ignored = columns.ignored
    uses = columns.uses
    declared = isDegrees ? .geographic : nil
    understood = Understood(encoding: table.encoding)
    headerLine = table.hasTitle ? table.headerLine : nil
  }

  private init(
    features path: String, _ format: InputFormat, _ layer: String?, _ mapping: ColumnMapping,
    _ surroundings: Surroundings
  ) throws {
    let source = try FeatureSource.read(
      path, format: format, layer: layer, for: .places, in: surroundings)
    findings = source.findings
    understood = source.understood
    let names = Set(source.features.flatMap(\.attributes.keys)).sorted()
    let columns = try AdherentColumns(of: names, file: path, mapping: mapping)
    guard columns[.name] != nil || source.features.isEmpty else {
      throw FormatError.missing(file: path, what: ["nom"], found: names)
    }
    let titles = columns.columns.mapValues { names[$0] }
    var taken: [AdherentCells] = []
    rejected = source.rejected
    for feature in source.features {
      var cells = AdherentCells(
        place: feature.place, texts: titles.compactMapValues { feature.text([$0]) },
        titles: titles)
      // The geometry says where it is; a GeoPackage's key says nothing that lasts.
      for term in AdherentSource.coordinates { cells.texts[term] = nil }
      if format == .geoJSON, cells.texts[.id] == nil { cells.texts[.id] = feature.id }
      switch feature.geometry {
      case .point(let point)?: cells.position = point
      case .multiPoint(let points)? where points.count == 1: cells.position = points[0]
      case nil: break
      case .multiPoint, .lineString, .multiLineString, .polygon, .multiPolygon:
        rejected.append(
          RejectedRow(place: feature.place, id: cells.texts[.id], reason: .wrongGeometry()))
        continue
      }
      taken.append(cells)
    }
    rows = taken
    rowCount = source.rowCount
    ignored = columns.ignored
    uses = columns.uses.filter { !AdherentSource.coordinates.contains($0.term) }
  }
}
