import CoverageEngine
import RelaisFormats
import RelaisGeo

/// Streets of a line layer: GeoJSON or GeoPackage, BD TOPO recognised, others by column mapping.
///
/// A row is a feature. Mapping keys: `id`, `name`, `weight`, `level`. Read to an area, features whose box meets it are
/// taken whole.
enum LineStreets {
  static func read(
    _ path: String, format: InputFormat, layer: String?, mapping: ColumnMapping,
    in surroundings: Surroundings
  ) throws -> Imported<StreetSections> {
    let source = try FeatureSource.read(
      path, format: format, layer: layer, for: .streets, in: surroundings)
    var rejected = source.rejected
    let columns = Columns(source.headers, mapping)
    let rules = columns.rules
    var lines: [Line] = []
    var beyond = 0
    for (number, feature) in source.features.enumerated() {
      if let area = surroundings.reading, area.isBeyond(feature.geometry) {
        beyond += 1
        continue
      }
      guard let line = line(feature, number, columns, &rejected) else { continue }
      let metres = line.parts.reduce(0) { $0 + surroundings.ground.length(of: $1) }
      guard metres <= Surroundings.longestStreet else {
        rejected.append(RejectedRow(place: feature.place, id: line.id, reason: .outOfRange()))
        continue
      }
      lines.append(line)
    }
    if lines.isEmpty, source.rowCount > beyond, rejected.allSatisfy({ $0.code == .wrongGeometry }) {
      throw FormatError.missing(file: path, what: ["LineString"], found: [])
    }
    var report = ImportReport(
      file: path, format: .streetLines(source.container, rules.lines),
      rows: source.rowCount - beyond, rejected: rejected, findings: source.findings,
      columns: columns.uses, understood: source.understood)
    report.beyond = beyond
    return Imported(sections(lines, in: surroundings), report)
  }

  /// What the layer's columns are called, and which rules they make.
  private struct Columns {
    let rules: LineRules
    let id: FeatureIdentifier
    let name, weight, level: [String]
    let uses: [ColumnUse]

    init(_ headers: [String], _ mapping: ColumnMapping) {
      var find = ColumnFinder(headers, as: .lines, configured: mapping.columns)
      // What a configuration calls a column says nothing of the layer's kind.
      rules = LineRules(ColumnFinder(headers, as: .lines))
      id = FeatureIdentifier(mapping, first: .linesFirst, then: .lines)
      id.find(&find)
      name = find.names(.name)
      weight = find.names(.weight)
      level = find.names(.level)
      for term in rules.terms { _ = find.all(term) }
      uses = find.uses
    }
  }

  /// One feature's parts, judged walkable.
  private struct Line {
    var id: String
    var name: String
    var isDemand: Bool
    var weight: Double
    var level: Int
    var parts: [[Position]]
  }

  private static func line(
    _ feature: Feature, _ number: Int, _ columns: Columns, _ rejected: inout [RejectedRow]
  ) -> Line? {
    let rules = columns.rules
    let id = columns.id.text(of: feature) ?? String(number + 1)
    func reject(_ reason: RejectedRow.Reason) -> Line? {
      rejected.append(RejectedRow(place: feature.place, id: id, reason: reason))
      return nil
    }
    let parts: [[Position]]
    switch feature.geometry {
    case .lineString(let line): parts = [line]
    case .multiLineString(let lines): parts = lines
    // An area that OpenStreetMap draws as a polygon is walked along its outline.
    case .polygon(let area) where rules == .openStreetMap: parts = [area.shell] + area.holes
    case nil: return reject(.noGeometry())
    default: return reject(.wrongGeometry())
    }
    guard parts.contains(where: { $0.count > 1 }) else { return reject(.invalidGeometry()) }
    let name = feature.text(columns.name)
    var weight = 1.0
    if !columns.weight.isEmpty, let text = feature.text(columns.weight) {
      guard let value = Double(csv: text), value >= 0, value <= 1e9 else {
        return reject(.notANumber(text))
      }
      weight = value
    }
    let levelText = feature.text(columns.level)
    let level = levelText.flatMap { Double(csv: $0) }.map { Int(max(-100, min(100, $0))) } ?? 0
    switch rules.verdict(feature, name: name) {
    case .rejected(let reason): return reject(reason)
    case .walkable(let isDemand):
      let isArea = if case .polygon = feature.geometry { true } else { false }
      return Line(
        id: id, name: name ?? "", isDemand: isDemand && !isArea, weight: weight, level: level,
        parts: parts)
    }
  }

  private static func sections(_ lines: [Line], in surroundings: Surroundings) -> StreetSections {
    var noding = LineNoding()
    for line in lines { for part in line.parts { noding.note(part, level: line.level) } }
    var sections = StreetSections(ground: surroundings.ground, identifiers: .texts(lines.map(\.id)))
    for line in lines {
      sections.beginLine(
        StreetAttributes(
          name: sections.number(ofName: line.name), isDemand: line.isDemand,
          level: Int8(clamping: line.level), weight: line.weight))
      for part in line.parts {
        for position in part {
          sections.addVertex(
            position, junction: noding.junction(at: position, level: line.level))
        }
        sections.endSection()
        if let area = surroundings.reading, let first = part.first,
          !part.allSatisfy(area.box.contains)
        {
          sections.leaveOpen(noding.junction(at: first, level: line.level))
        }
      }
    }
    return sections
  }
}
