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

  /// How many rows hold nothing but delimiters; they are not counted as rows.
  var emptyLines = 0

  private static let coordinates: [ColumnTerm] = [.longitude, .latitude, .x, .y, .point, .line]

  /// - Throws: ``FormatError``, ``RegistryError/childColumn(file:column:)``,
  ///   ``RegistryError/placeColumnsMissing(file:found:)``.
  init(
    _ path: String, layer: String? = nil, mapping: ColumnMapping, in surroundings: Surroundings
  ) throws {
    // A file recognised as another format is refused; one that is not recognised may be poor CSV.
    let format: InputFormat
    do { format = try InputFormat(ofFileAt: path) } catch FormatError.unknownFormat(_, nil) {
      format = .csv
    }
    switch format.kind {
    case .table: try self.init(table: path, mapping)
    case .features: try self.init(features: path, format, layer, mapping, surroundings)
    case .openStreetMap:
      throw FormatError.missing(
        file: path, what: InputFormat.titlesOfPlaces, found: [format.rawValue])
    }
  }

  private init(table path: String, _ mapping: ColumnMapping) throws {
    let table = try CSVReader.read(InputFile(path: path)) { headers in
      AdherentColumns.areKnown(headers, mapping: mapping)
    }
    try ChildData.check(table)
    try OtherContent.check(table)
    let second = AdherentSource.secondHeaders(of: table, mapping: mapping)
    let headers = second ?? table.headers
    let columns = try AdherentColumns(of: headers, file: path, mapping: mapping)
    guard columns[.name] != nil else {
      throw FormatError.missing(file: path, what: ["nom"], found: headers)
    }
    guard columns.canPlace else {
      throw RegistryError.placeColumnsMissing(file: path, found: headers)
    }
    let titles = columns.columns.mapValues { headers[$0] }
    rows = table.rows.dropFirst(second == nil ? 0 : 1).map { row in
      var cells = AdherentCells(
        place: row.place, texts: columns.columns.compactMapValues { row.text($0) }, titles: titles)
      cells.join()
      return cells
    }
    AdherentSource.tellDays(&rows)
    rowCount = table.rowCount - (second == nil ? 0 : 1)
    emptyLines = table.emptyLineCount
    rejected = RejectedRow.rows(table.rejected)
    ignored = columns.ignored
    uses = columns.uses
    let points = rows.compactMap(\.point)
    let hasDegrees =
      columns[.longitude] != nil && columns[.latitude] != nil || columns[.point] != nil
      || !points.isEmpty && points.allSatisfy { abs($0.x) <= 180 && abs($0.y) <= 90 }
    declared = hasDegrees ? .geographic : nil
    understood = Understood(encoding: table.encoding)
    if table.mendedLineCount > 0 {
      findings.append(Finding(.linesReencoded(lines: table.mendedLineCount), file: path))
    }
    headerLine = second != nil ? table.headerLine + 1 : table.hasTitle ? table.headerLine : nil
  }

  /// The column names of a list whose names take two rows, as merged cells leave them; `nil` where the second row is one of
  /// the list.
  ///
  /// The lower name counts, but for a bare « nom » under another: there the upper one says whose.
  private static func secondHeaders(of table: CSVTable, mapping: ColumnMapping) -> [String]? {
    guard let row = table.rows.first else { return nil }
    let lower = table.headers.indices.map { row.text($0) ?? "" }
    // No establishment is called by the names of three columns.
    guard let known = try? AdherentColumns(of: lower, file: "", mapping: mapping),
      known.columns.count >= 3, known.ignored.count < known.columns.count
    else { return nil }
    return zip(table.headers, lower).map { upper, lower in
      if lower.isEmpty { return upper }
      let isBare = ["nom", "name", "prenom"].contains(Establishment.folded(lower))
      return isBare && !upper.isEmpty && Establishment.folded(upper) != "nom" ? upper : lower
    }
  }

  /// Which of day and month comes first, by what a column's own rows show: a number above twelve is no month.
  ///
  /// Rows that could be either are said to be doubtful where the column has the month first somewhere.
  private static func tellDays(_ rows: inout [AdherentCells]) {
    let terms: [ColumnTerm] = [.stickerOn, .charterOn, .followedUpOn, .callBackOn]
    for term in terms {
      let parts = rows.map { cells in cells.texts[term].flatMap(AdherentSource.dayParts) }
      let isMonthFirst = parts.contains { $0.map { $0.second > 12 && $0.first <= 12 } ?? false }
      guard isMonthFirst else { continue }
      let isDayFirst = parts.contains { $0.map { $0.first > 12 } ?? false }
      for (index, part) in parts.enumerated() {
        guard let part, let text = rows[index].texts[term], part.first <= 12 else { continue }
        if part.second > 12 || !isDayFirst {
          rows[index].texts[term] = "\(part.second)/\(part.first)/\(part.year)"
        }
        if part.second <= 12, part.first != part.second { rows[index].guessedDays[term] = text }
      }
    }
  }

  private static func dayParts(_ text: String) -> (first: Int, second: Int, year: String)? {
    let parts = text.split(omittingEmptySubsequences: false) { "/-.".contains($0) }
    guard parts.count == 3, parts[2].count == 4, let first = Int(parts[0]),
      let second = Int(parts[1]), Int(parts[2]) != nil, first > 0, second > 0
    else { return nil }
    return (first, second, String(parts[2]))
  }

  private init(
    features path: String, _ format: InputFormat, _ layer: String?, _ mapping: ColumnMapping,
    _ surroundings: Surroundings
  ) throws {
    let source = try FeatureSource.read(
      path, format: format, layer: layer, for: .places, in: surroundings)
    findings = source.findings
    understood = source.understood
    try ChildData.check(source.features, file: path)
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
      cells.join()
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
