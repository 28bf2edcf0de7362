import CoverageEngine
import RelaisFormats
import RelaisGeo

/// Streets of line layers: GeoJSON or GeoPackage, OpenStreetMap, Geofabrik and BD TOPO recognised, others by column mapping.
///
/// A row is a feature. Several files are one layer: what the same identity makes the same counts once
/// (``LinesKnownTwice``), and lines join across files as within one (``LineNoding``).
enum LineStreets {
  /// - Returns: All lines, and a report per file, in the order of the files.
  static func read(
    _ files: [(path: String, format: InputFormat)], layer: String?, mapping: ColumnMapping,
    in surroundings: Surroundings
  ) throws -> (sections: StreetSections, reports: [ImportReport]) {
    var layers: [StreetLineFile] = []
    for (number, file) in files.enumerated() {
      layers.append(
        try StreetLineFile(
          file.path, number: number, format: file.format, layer: layer, mapping: mapping,
          in: surroundings))
    }
    var lines = layers.flatMap(\.lines)
    let copies = LinesKnownTwice.copies(among: lines)
    var uses: [Use: Int] = [:]
    if layers.count > 1, !copies.isEmpty {
      for line in lines { uses[Use(file: line.file, id: line.id), default: 0] += 1 }
    }
    for number in copies {
      let line = lines[number]
      let isTwiceHere =
        layers.count == 1 || line.identity == .edge
        || uses[Use(file: line.file, id: line.id)] ?? 0 > 1
      layers[line.file].leaveOut(line, isTwiceInFile: isTwiceHere)
    }
    let dropped = Set(copies)
    lines = lines.indices.filter { !dropped.contains($0) }.map { lines[$0] }
    return (sections(lines, in: surroundings), layers.map(\.report))
  }

  private static func sections(
    _ lines: [StreetLine], in surroundings: Surroundings
  ) -> StreetSections {
    var noding = LineNoding(
      lines.flatMap { line in line.parts.map { ($0, line.level) } }, on: surroundings.ground)
    var sections = StreetSections(ground: surroundings.ground, identifiers: .texts(lines.map(\.id)))
    for line in lines {
      sections.beginLine(
        StreetAttributes(
          name: sections.number(ofName: line.name), isDemand: line.isDemand,
          level: Int8(clamping: line.level), form: line.form, weight: line.weight,
          hours: line.hours.map { sections.number(of: $0) } ?? 0, sidewalk: line.sidewalk))
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
      for square in line.squares {
        let rings = ([square.shell] + square.holes).map { ring in
          ring.indices.dropLast().filter { ring[$0] != ring[$0 + 1] }.map {
            StreetSections.Square.Vertex(
              ring[$0], junction: noding.junction(at: ring[$0], level: line.level))
          }
        }
        sections.addSquare(rings)
      }
    }
    return sections
  }

  /// An identifier in a file.
  private struct Use: Hashable {
    var file: Int
    var id: String
  }
}
