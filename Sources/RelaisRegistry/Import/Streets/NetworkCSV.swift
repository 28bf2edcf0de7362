import CoverageEngine
import RelaisFormats
import RelaisGeo

/// Streets of a plain CSV: `id,u,v,length,wkt[,weight][,name]`, an edge a row.
///
/// Edges join where they name the same node in `u` or `v`, and nowhere else; `length` is in metres
/// and counts, the line in `wkt` is where it lies. A line drawn from `v` to `u` is turned; one that ends
/// farther than a metre from its nodes is rejected (``NodePlaces``). A line may name its own reference
/// system.
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
      guard let cell = LineText(text) else {
        reject(.invalidGeometry(String(text.prefix(60))))
        continue
      }
      guard let line = cell.joined else {
        reject(.wrongGeometry("MULTILINESTRING (\(cell.parts.count))"))
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
      edge.system = cell.code
      edge.name = row.text(name) ?? ""
      edges.append(edge)
    }
    let placed = try place(&edges, &rejected, path, surroundings)
    let all = edges.count
    if let area = surroundings.reading {
      edges.removeAll { !area.box.intersects(Envelope(of: $0.line)) }
    }
    let beyond = all - edges.count
    let nodes = settle(&edges, &rejected, on: surroundings.ground)
    rejected.sort { line($0) < line($1) }
    var report = ImportReport(
      file: path, format: .network, rows: table.rowCount - beyond, rejected: rejected,
      findings: placed.findings + shortLengths(edges, surroundings.ground, path)
        + (table.rowCount == 0 ? [Finding(.noStreets, file: path)] : []),
      columns: find.uses,
      understood: Understood(system: placed.system, encoding: table.encoding))
    report.beyond = beyond
    return Imported(sections(edges, nodes, in: surroundings), report)
  }

  private struct Edge {
    var id: String
    var place: SourcePlace
    var tail = ""
    var head = ""
    var line: [Position] = []
    /// EPSG's code of its line, where that names one.
    var system: Int?
    var length: Length?
    var weight = 1.0
    var name = ""
  }

  /// Gives lines their positions, the rows of one system together.
  private static func place(
    _ edges: inout [Edge], _ rejected: inout [RejectedRow], _ path: String,
    _ surroundings: Surroundings
  ) throws -> (system: ReadSystem?, findings: [Finding]) {
    var system: ReadSystem?
    var findings: [Finding] = []
    var positions: [Position?] = []
    // Where each edge's positions start; none where its system is unknown.
    var starts = [Int?](repeating: nil, count: edges.count)
    var codes: [Int?] = []
    for edge in edges where codes.last != edge.system && !codes.contains(edge.system) {
      codes.append(edge.system)
    }
    for code in codes {
      let declared = try SystemDeclaration(named: code.map { "EPSG:\($0)" })
      if case .unknown = declared, surroundings.ground == .ellipsoid { continue }
      var raw: [PlanarPoint] = []
      for (index, edge) in edges.enumerated() where edge.system == code {
        starts[index] = positions.count + raw.count
        for position in edge.line { raw.append(PlanarPoint(x: position.x, y: position.y)) }
      }
      let read = try surroundings.read(raw, declared: declared, file: path)
      positions += read.positions
      system = system ?? read.system
      findings += read.findings
    }
    var kept: [Edge] = []
    kept.reserveCapacity(edges.count)
    for (index, edge) in edges.enumerated() {
      guard let start = starts[index] else {
        rejected.append(
          RejectedRow(
            place: edge.place, id: edge.id, reason: .unknownSystem("SRID=\(edge.system ?? 0)")))
        continue
      }
      let range = start..<(start + edge.line.count)
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
    return (system, findings)
  }

  /// Numbers the nodes, turns lines that are drawn the other way, and rejects those that lie elsewhere.
  ///
  /// - Returns: The tail and the head of each edge that is left.
  private static func settle(
    _ edges: inout [Edge], _ rejected: inout [RejectedRow], on ground: Ground
  ) -> [(tail: UInt32, head: UInt32)] {
    var numbers: [String: Int] = [:]
    func number(_ name: String) -> Int {
      if let known = numbers[name] { return known }
      let next = numbers.count
      numbers[name] = next
      return next
    }
    let ends = edges.map { edge in
      NodePlaces.Ends(
        tail: number(edge.tail), head: number(edge.head), first: edge.line[0],
        last: edge.line[edge.line.count - 1])
    }
    let fits = NodePlaces(on: ground).fits(ends, nodeCount: numbers.count)
    // Nodes of rejected rows alone get no number.
    var junctions = [UInt32?](repeating: nil, count: numbers.count)
    var junctionCount: UInt32 = 0
    func junction(_ node: Int) -> UInt32 {
      if let known = junctions[node] { return known }
      defer { junctionCount += 1 }
      junctions[node] = junctionCount
      return junctionCount
    }
    var nodes: [(tail: UInt32, head: UInt32)] = []
    nodes.reserveCapacity(edges.count)
    var kept: [Edge] = []
    kept.reserveCapacity(edges.count)
    for (index, edge) in edges.enumerated() {
      var edge = edge
      switch fits[index] {
      case .asDrawn: break
      case .turned: edge.line.reverse()
      case .awayFrom(let node):
        rejected.append(
          RejectedRow(
            place: edge.place, id: edge.id,
            reason: .nodeInTwoPlaces(node == ends[index].tail ? edge.tail : edge.head)))
        continue
      case .elsewhere:
        rejected.append(
          RejectedRow(
            place: edge.place, id: edge.id, reason: .endsElsewhere("\(edge.tail) – \(edge.head)")))
        continue
      }
      nodes.append((junction(ends[index].tail), junction(ends[index].head)))
      kept.append(edge)
    }
    edges = kept
    return nodes
  }

  private static func line(_ row: RejectedRow) -> Int {
    if case .line(let line) = row.place { line } else { 0 }
  }

  private static func sections(
    _ edges: [Edge], _ nodes: [(tail: UInt32, head: UInt32)], in surroundings: Surroundings
  ) -> StreetSections {
    var sections = StreetSections(
      ground: surroundings.ground, identifiers: .texts(edges.map(\.id)))
    for (edge, (tail, head)) in zip(edges, nodes) {
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
