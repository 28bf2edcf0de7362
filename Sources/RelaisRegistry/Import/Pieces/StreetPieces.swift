package import CoverageEngine
package import RelaisFormats
import RelaisGeo

/// Street files cut into pieces, one per unit of a plan: read to the unit's box, a piece gives the network that the
/// whole file gives, read to that box.
///
/// An extract of OpenStreetMap becomes extracts, a network of edges (CSV) its own rows, a layer of lines GeoJSON in
/// degrees with all its attributes.
package enum StreetPieces {
  /// What came of one file.
  package struct Outcome: Sendable {
    /// Ways or rows of each piece; a piece without any has no file, unless all were asked for.
    package var counts: [Int]
    /// Rows or ways that lie in no piece.
    package var beyond: Int
    /// Rows of which nobody knows where they lie.
    package var rejected: [RejectedRow] = []
  }

  /// The ending of a file's pieces.
  ///
  /// - Throws: ``FormatError`` for a file of no known format.
  package static func ending(of path: String) throws(FormatError) -> String {
    switch try InputFormat(ofFileAt: path).kind {
    case .openStreetMap: "osm.pbf"
    case .table: "csv"
    case .features: "geojson"
    }
  }

  /// Cuts a file.
  ///
  /// - Parameters:
  ///   - pieces: Where each is to lie and its box; no file may be there yet.
  ///   - generator: The program that extracts name as their maker.
  ///   - write: Writes the bytes of a piece that is no extract.
  /// - Throws: ``FormatError``, ``ProjectionError``; what `write` throws.
  package static func write(
    _ path: String, layer: String?, into pieces: [OSMPieces.Piece], in surroundings: Surroundings,
    generator: String, _ write: (_ piece: Int, _ bytes: [UInt8]) throws -> Void
  ) throws -> Outcome {
    let format = try InputFormat(ofFileAt: path)
    switch format.kind {
    case .openStreetMap(let container):
      let made = try OSMPieces(
        of: OSMReader.File(path, container), into: pieces,
        for: OSMStreets.questions + [OSMShops.Asked(.standard).question, OSMSchools.question],
        generator: generator)
      return Outcome(counts: made.wayCounts, beyond: made.beyond)
    case .table: return try edges(path, pieces, surroundings, write)
    case .features: return try lines(path, format, layer, pieces, surroundings, write)
    }
  }

  /// Cuts an extract that is asked for its schools alone.
  ///
  /// - Throws: ``FormatError``.
  package static func writeSchools(
    _ file: OSMReader.File, into pieces: [OSMPieces.Piece], generator: String
  ) throws(FormatError) {
    _ = try OSMPieces(of: file, into: pieces, for: [OSMSchools.question], generator: generator)
  }

  private static func index(_ pieces: [OSMPieces.Piece]) -> EnvelopeIndex {
    EnvelopeIndex(pieces.map(\.box), size: 0.05)
  }

  private static func edges(
    _ path: String, _ pieces: [OSMPieces.Piece], _ surroundings: Surroundings,
    _ write: (_ piece: Int, _ bytes: [UInt8]) throws -> Void
  ) throws -> Outcome {
    let table = try CSVReader.read(InputFile(path: path))
    var find = ColumnFinder(table.headers, as: .edges)
    guard let wkt = find(.line) else {
      throw FormatError.missing(
        file: path, what: ["id", "u", "v", "length", "wkt"], found: table.headers)
    }
    var outcome = Outcome(
      counts: pieces.map { _ in 0 }, beyond: 0, rejected: RejectedRow.rows(table.rejected))
    var lines: [(row: Int, positions: [Position], code: Int?)] = []
    for row in table.rows {
      guard let text = row.text(wkt), let cell = LineText(text) else {
        outcome.rejected.append(RejectedRow(place: row.place, id: nil, reason: .noGeometry()))
        continue
      }
      lines.append((row.index, cell.parts.flatMap { $0 }, cell.code))
    }
    let index = index(pieces)
    var rows = pieces.map { _ in [Int]() }
    var codes: [Int?] = []
    for line in lines where codes.last != line.code && !codes.contains(line.code) {
      codes.append(line.code)
    }
    for code in codes {
      let own = lines.filter { $0.code == code }
      let placed = try surroundings.read(
        own.flatMap { $0.positions.map { PlanarPoint(x: $0.x, y: $0.y) } },
        declared: SystemDeclaration(named: code.map { "EPSG:\($0)" }), file: path
      ).positions
      var at = 0
      for line in own {
        let box = Envelope(of: placed[at..<at + line.positions.count].compactMap { $0 })
        at += line.positions.count
        let units = index.touching(box)
        if units.isEmpty { outcome.beyond += 1 }
        for unit in units { rows[unit].append(line.row) }
      }
    }
    for (piece, own) in rows.enumerated() {
      outcome.counts[piece] = own.count
      try write(piece, table.bytes(ofRows: own.sorted()))
    }
    return outcome
  }

  private static func lines(
    _ path: String, _ format: InputFormat, _ layer: String?, _ pieces: [OSMPieces.Piece],
    _ surroundings: Surroundings, _ write: (_ piece: Int, _ bytes: [UInt8]) throws -> Void
  ) throws -> Outcome {
    let source = try FeatureSource.read(
      path, format: format, layer: layer, for: .streets, in: surroundings)
    let index = index(pieces)
    var outcome = Outcome(counts: pieces.map { _ in 0 }, beyond: 0, rejected: source.rejected)
    var rows = pieces.map { _ in [Int]() }
    for (row, feature) in source.features.enumerated() {
      guard let box = feature.geometry?.envelope, !box.isEmpty else {
        outcome.rejected.append(
          RejectedRow(place: feature.place, id: feature.id, reason: .noGeometry()))
        continue
      }
      let units = index.touching(box)
      if units.isEmpty { outcome.beyond += 1 }
      for unit in units { rows[unit].append(row) }
    }
    for (piece, own) in rows.enumerated() {
      outcome.counts[piece] = own.count
      var writer = GeoJSONWriter(name: source.understood.layer, coordinates: .exact)
      for row in own {
        let feature = source.features[row]
        writer.append(
          feature.geometry, id: feature.id,
          attributes: feature.attributes.sorted { $0.key < $1.key })
      }
      try write(piece, writer.finish())
    }
    return outcome
  }
}
