import CoverageEngine
import RelaisFormats
import RelaisGeo

/// One file of lines, its rows judged.
///
/// Mapping keys: `id`, `name`, `weight`, `level`, and what the rules look at (``LineRules``).
struct StreetLineFile {
  private(set) var lines: [StreetLine] = []
  private let path: String
  private let format: SourceFormat
  private let rowCount: Int
  /// Rows beyond the area asked for.
  private var beyond = 0
  private var rejected: [RejectedRow]
  private var findings: [Finding]
  private let uses: [ColumnUse]
  private let understood: Understood
  private var known = (twiceHere: 0, elsewhere: 0)

  /// Areas that cross themselves.
  private var unsoundSquares = 0
  /// The hours of those lines that have some.
  private var timed: [WalkingHours] = []

  /// - Parameter number: Of the file, among those read together.
  /// - Throws: ``FormatError``, ``ProjectionError``.
  init(
    _ path: String, number: Int, format: InputFormat, layer: String?, mapping: ColumnMapping,
    in surroundings: Surroundings
  ) throws {
    let source = try FeatureSource.read(
      path, format: format, layer: layer, for: .streets, in: surroundings)
    let columns = Columns(source.features, mapping)
    self.path = path
    self.format = .streetLines(source.container, columns.rules.lines)
    rowCount = source.rowCount
    rejected = source.rejected
    findings = source.findings
    uses = columns.uses
    understood = source.understood
    var badParts = 0
    for (row, feature) in source.features.enumerated() {
      if let area = surroundings.reading, area.isBeyond(feature.geometry) {
        beyond += 1
        continue
      }
      guard var line = line(feature, row, columns) else { continue }
      line.file = number
      let count = line.parts.count
      line.parts.removeAll { $0.count < 2 }
      if line.parts.count < count { badParts += 1 }
      let metres = line.parts.reduce(0) { $0 + surroundings.ground.length(of: $1) }
      guard metres <= Surroundings.longestStreet else {
        rejected.append(RejectedRow(place: feature.place, id: line.id, reason: .outOfRange()))
        continue
      }
      lines.append(line)
    }
    if lines.isEmpty, rowCount > beyond, rejected.allSatisfy({ $0.code == .wrongGeometry }) {
      throw FormatError.missing(file: path, what: ["LineString"], found: [])
    }
    if !timed.isEmpty {
      findings.append(
        Finding(
          .wayWithHours(
            ways: timed.count, gates: 0, unread: timed.count(where: \.isUnread)), file: path))
    }
    if unsoundSquares > 0 {
      findings.append(Finding(.squaresNotCrossed(unsoundSquares, .invalid), file: path))
    }
    if badParts > 0 { findings.append(Finding(.partsLeftOut(lines: badParts), file: path)) }
    if rowCount == 0 { findings.append(Finding(.noStreets, file: path)) }
    if columns.rules.lines == .plain, !lines.isEmpty {
      findings.append(Finding(.plainLines(lines.count), file: path))
    }
  }

  /// Leaves a line out that is known elsewhere: its row is one more that is not taken.
  mutating func leaveOut(_ line: StreetLine, isTwiceInFile: Bool) {
    rejected.append(RejectedRow(place: line.place, id: line.id, reason: .knownTwice()))
    if isTwiceInFile { known.twiceHere += 1 } else { known.elsewhere += 1 }
  }

  var report: ImportReport {
    var findings = findings
    if known.twiceHere > 0 {
      findings.append(Finding(.knownTwice(known.twiceHere, by: .sameFile), file: path))
    }
    if known.elsewhere > 0 {
      findings.append(Finding(.knownTwice(known.elsewhere, by: .otherFile), file: path))
    }
    var report = ImportReport(
      file: path, format: format, rows: rowCount - beyond, rejected: rejected, findings: findings,
      columns: uses, understood: understood)
    report.beyond = beyond
    return report
  }

  /// What the layer's columns are called, and which rules they make.
  private struct Columns {
    let rules: LineRules
    let id: FeatureIdentifier
    let identity: StreetLine.Identity
    let name, weight, changedOn: [String]
    let uses: [ColumnUse]

    init(_ features: [Feature], _ mapping: ColumnMapping) {
      let layer = LayerColumns(features, mapping)
      rules = LineRules(layer, sample: features.prefix(1000))
      var find = ColumnFinder(layer.headers, as: .lines, configured: mapping.columns)
      id = FeatureIdentifier(mapping, first: .linesFirst, then: .lines)
      id.find(&find)
      for term in [ColumnTerm.name, .weight, .level] { _ = find.names(term) }
      name = layer.names(.name)
      weight = layer.names(.weight)
      changedOn = layer.names(.changedOn)
      for term in rules.terms { _ = find.all(term) }
      uses = find.uses
      identity = layer.namesEnds ? .edge : Columns.identity(rules.lines)
    }

    private static func identity(_ lines: SourceFormat.Lines) -> StreetLine.Identity {
      switch lines {
      case .bdTopo: .object
      case .openStreetMap, .geofabrik: .way
      case .plain: .row
      }
    }
  }

  /// Those of some areas that are sound; the others are walked along their outline alone, and counted.
  private mutating func crossed(_ areas: [Polygon]) -> [Polygon] {
    areas.filter { area in
      // The library fails only where memory does.
      let isSound = (try? PolygonOperations.validityFlaw(of: MultiPolygon([area])) == nil) ?? false
      if !isSound { unsoundSquares += 1 }
      return isSound
    }
  }

  private mutating func line(_ feature: Feature, _ row: Int, _ columns: Columns) -> StreetLine? {
    let rules = columns.rules
    let ownID = columns.id.text(of: feature)
    let id = ownID ?? String(row + 1)
    func reject(_ reason: RejectedRow.Reason) -> StreetLine? {
      rejected.append(RejectedRow(place: feature.place, id: id, reason: reason))
      return nil
    }
    let parts: [[Position]]
    var areas: [Polygon] = []
    switch feature.geometry {
    case .lineString(let line): parts = [line]
    case .multiLineString(let lines): parts = lines
    case .polygon(let area) where rules.lines == .openStreetMap:
      parts = [area.shell] + area.holes
      areas = [area]
    case .multiPolygon(let several) where rules.lines == .openStreetMap:
      parts = several.polygons.flatMap { [$0.shell] + $0.holes }
      areas = several.polygons
    case nil: return reject(.noGeometry())
    case .point, .multiPoint, .polygon, .multiPolygon: return reject(.wrongGeometry())
    }
    // A line from a point to itself leads nowhere.
    guard parts.contains(where: { line in line.contains { $0 != line[0] } }) else {
      return reject(.invalidGeometry())
    }
    let name = StreetNameCell.name(of: feature, columns.name)
    var weight = 1.0
    if let text = feature.value(columns.weight) {
      guard let value = Double(csv: text), value >= 0, value <= 1e9 else {
        return reject(.notANumber(text))
      }
      weight = value
    }
    let isArea = !areas.isEmpty
    let isSquare = isArea && rules.isArea(feature, areas)
    switch rules.verdict(feature, name: name, isArea: isSquare) {
    case .rejected(let reason): return reject(reason)
    case .walkable(let way):
      if let hours = way.hours { timed.append(hours) }
      return StreetLine(
        file: 0, place: feature.place, id: id,
        // A row without an identifier is known by its number, which says nothing of the street.
        identity: ownID == nil && columns.identity != .edge ? .row : columns.identity,
        changedOn: feature.value(columns.changedOn), name: name ?? "",
        isDemand: way.isDemand && !isArea, weight: weight, level: way.level, form: way.form,
        hours: way.hours, sidewalk: isArea ? .unsaid : way.sidewalk, parts: parts,
        squares: isSquare ? crossed(areas) : [])
    }
  }
}
