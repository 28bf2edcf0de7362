import CoverageEngine
import RelaisFormats
import RelaisGeo

/// Streets of a plain CSV: `id,u,v,length,wkt[,weight][,name]`, an edge a row.
///
/// Edges join where they name the same node in `u` or `v`, and nowhere else; `length` is in metres
/// and counts, the line in `wkt` is where it lies.
enum NetworkCSV {
  static func read(
    _ path: String, mapping: ColumnMapping, in surroundings: Surroundings
  ) throws -> Imported<StreetSections> {
    let table = try CSVReader.read(InputFile(path: path))
    var find = ColumnFinder(table.headers, as: .edges, configured: mapping.columns)
    guard let id = find(.id), let u = find(.tail), let v = find(.head), let wkt = find(.line) else {
      throw FormatError.missing(
        file: path, what: ["id", "u", "v", "length", "wkt"], found: table.headers)
    }
    let length = find(.length)
    let weight = find(.weight)
    let name = find(.name)

    var rejected = RejectedRow.rows(table.rejected)
    var edges: [Edge] = []
    var seen = Set<String>()
    for row in table.rows {
      var edge = Edge(id: row.text(id) ?? "", place: row.place)
      func reject(_ reason: RejectedRow.Reason) {
        rejected.append(
          RejectedRow(place: row.place, id: edge.id.isEmpty ? nil : edge.id, reason: reason))
      }
      guard !edge.id.isEmpty else {
        reject(.missingValue("id"))
        continue
      }
      guard let tail = row.text(u) else {
        reject(.missingValue("u"))
        continue
      }
      guard let head = row.text(v) else {
        reject(.missingValue("v"))
        continue
      }
      guard let text = row.text(wkt) else {
        reject(.noGeometry())
        continue
      }
      guard let line = WKT.positions(text), line.count > 1 else {
        reject(.invalidGeometry(String(text.prefix(60))))
        continue
      }
      if let text = row.text(length) {
        guard let metres = row.number(length) else {
          reject(.notANumber(text))
          continue
        }
        guard metres >= 0, metres <= Surroundings.longestStreet else {
          reject(.outOfRange(text))
          continue
        }
        edge.length = Length(metres: metres)
      }
      if let text = row.text(weight) {
        guard let value = row.number(weight) else {
          reject(.notANumber(text))
          continue
        }
        guard value >= 0, value <= 1e9 else {
          reject(.outOfRange(text))
          continue
        }
        edge.weight = value
      }
      guard seen.insert(edge.id).inserted else {
        reject(.duplicateID())
        continue
      }
      edge.tail = tail
      edge.head = head
      edge.line = line
      edge.name = row.text(name) ?? ""
      edges.append(edge)
    }
    let system = try place(&edges, &rejected, path, surroundings)
    let all = edges.count
    if let area = surroundings.reading {
      edges.removeAll { !area.box.intersects(Envelope(of: $0.line)) }
    }
    var report = ImportReport(
      file: path, format: .network, rows: table.rowCount - (all - edges.count),
      rejected: rejected, findings: shortLengths(edges, surroundings.ground, path),
      columns: find.uses,
      understood: Understood(system: system, encoding: table.encoding))
    report.beyond = all - edges.count
    return Imported(sections(edges, in: surroundings), report)
  }

  private struct Edge {
    var id: String
    var place: SourcePlace
    var tail = ""
    var head = ""
    var line: [Position] = []
    var length: Length?
    var weight = 1.0
    var name = ""
  }

  private static func place(
    _ edges: inout [Edge], _ rejected: inout [RejectedRow], _ path: String,
    _ surroundings: Surroundings
  ) throws -> ReadSystem? {
    let raw = edges.flatMap { $0.line.map { PlanarPoint(x: $0.x, y: $0.y) } }
    let read = try surroundings.read(raw, file: path)
    let positions = read.positions
    var next = 0
    var kept: [Edge] = []
    kept.reserveCapacity(edges.count)
    for edge in edges {
      let range = next..<(next + edge.line.count)
      next = range.upperBound
      let line = positions[range].compactMap { $0 }
      guard line.count == edge.line.count else {
        rejected.append(
          RejectedRow(place: edge.place, id: edge.id, reason: .outOfRange("wkt")))
        continue
      }
      var copy = edge
      copy.line = line
      if copy.length == nil {
        let metres = surroundings.ground.length(of: line)
        guard metres <= Surroundings.longestStreet else {
          rejected.append(
            RejectedRow(place: edge.place, id: edge.id, reason: .outOfRange("wkt")))
          continue
        }
        copy.length = Length(metres: metres)
      }
      kept.append(copy)
    }
    edges = kept
    rejected.sort { line($0) < line($1) }
    return read.system
  }

  private static func line(_ row: RejectedRow) -> Int {
    if case .line(let line) = row.place { line } else { 0 }
  }

  private static func sections(_ edges: [Edge], in surroundings: Surroundings) -> StreetSections {
    var nodes: [String: UInt32] = [:]
    func node(_ name: String) -> UInt32 {
      if let known = nodes[name] { return known }
      let next = UInt32(nodes.count)
      nodes[name] = next
      return next
    }
    var sections = StreetSections(
      ground: surroundings.ground, identifiers: .texts(edges.map(\.id)))
    for edge in edges {
      let tail = node(edge.tail)
      let head = node(edge.head)
      sections.beginLine(
        StreetAttributes(
          name: sections.number(ofName: edge.name), isDemand: true, weight: edge.weight,
          length: edge.length))
      sections.addVertex(edge.line[0], junction: tail)
      for position in edge.line.dropFirst().dropLast() {
        sections.addVertex(position, junction: StreetSections.noJunction)
      }
      if tail == head, edge.line.count == 2 {
        // A loop drawn as a point: without a vertex between, its ends would count as one.
        sections.addVertex(edge.line[1], junction: StreetSections.noJunction)
      }
      sections.addVertex(edge.line[edge.line.count - 1], junction: head)
      sections.endSection()
      if let area = surroundings.reading, !edge.line.allSatisfy(area.box.contains) {
        sections.leaveOpen(tail)
      }
    }
    return sections
  }

  /// Lengths below the straight distance between the ends look like another unit.
  private static func shortLengths(_ edges: [Edge], _ ground: Ground, _ path: String) -> [Finding] {
    let short = edges.count { edge in
      guard let length = edge.length else { return false }
      let straight = ground.length(from: edge.line[0], to: edge.line[edge.line.count - 1])
      return length.metres < straight * 0.99 - 0.01
    }
    guard short > 0 else { return [] }
    return [Finding(.lengthBelowStraight(sections: short), file: path)]
  }
}
