import CoverageEngine
import RelaisGeo

/// Schools of an OpenStreetMap extract: nodes and closed ways that carry `amenity=school`, and
/// `amenity=kindergarten` where `school:FR` says it is an *école maternelle*.
///
/// A row is a node or way that carries either. An area is entered by the entrances and gates mapped on
/// its outline; without any, where its outline comes nearest to a street.
enum OSMSchools {
  private static let keys = [
    "amenity", "name", "ref:UAI", "school:FR", "isced:level", "entrance", "barrier",
  ]

  /// Outlines are followed in steps of this many metres at most.
  private static let step = 5.0

  /// The container of an OpenStreetMap file; `nil` for other formats.
  static func container(_ format: InputFormat) -> OSMReader.Container? {
    switch format {
    case .osmPBF: .pbf
    case .osmXML: .xml
    case .osmXMLGzip: .xmlGzip
    case .osmXMLBzip2: .xmlBzip2
    case .geoJSON, .geoPackage, .csv: nil
    }
  }

  static func read(
    file: String, container: OSMReader.Container
  ) throws(FormatError) -> Imported<[School]> {
    let reader = try OSMReader(file: file, container: container, keys: keys)
    let points = try reader.points(
      keys: ["amenity", "entrance", "barrier"] + keys[1..<5], any: 3)
    let texts = reader.texts()
    var rows = Rows()
    for point in points {
      func text(_ key: Int) -> String { texts[Int(point.tags[key])] }
      guard isNamed(amenity: text(0)) else { continue }
      let tags = Tags(
        amenity: text(0), name: text(3), uai: text(4), french: text(5), isced: text(6))
      rows.add(id: "node/\(point.id)", .record(rows.count + 1), tags) { id in
        point.position.map { School(id: id, position: $0) }
      }
    }
    let gates = Dictionary(
      points.compactMap { point -> (Int64, Position)? in
        let isGate =
          isEntrance(texts[Int(point.tags[1])])
          || ["gate", "entrance"].contains(texts[Int(point.tags[2])])
        return isGate ? point.position.map { (point.id, $0) } : nil
      }, uniquingKeysWith: { first, _ in first })
    let areas = reader.withWays { ways in
      (0..<ways.count).compactMap { way -> Area? in
        func text(_ key: Int) -> String { texts[Int(ways.tags[way * ways.keyCount + key])] }
        guard isNamed(amenity: text(0)) else { return nil }
        let nodes = ways.nodeIDs[Int(ways.firstNode[way])..<Int(ways.firstNode[way + 1])]
        return Area(
          way: ways.ids[way], nodes: Array(nodes),
          tags: Tags(
            amenity: text(0), name: text(1), uai: text(2), french: text(3), isced: text(4)))
      }
    }
    let ids = Set(areas.flatMap(\.nodes)).sorted()
    let locations = try reader.locations(of: ids)
    let place = Dictionary(
      uniqueKeysWithValues: zip(ids, ids.indices.map { locations.position($0) }))
    for area in areas {
      rows.add(id: "way/\(area.way)", .way(area.way), area.tags) { id in
        let outline = area.nodes.compactMap { place[$0] ?? nil }
        guard outline.count > 2, let first = outline.first else { return nil }
        var seen = Set<Int64>()
        let doors = area.nodes.filter { seen.insert($0).inserted }.compactMap { gates[$0] }
        return School(
          id: id, position: centre(outline, from: first),
          entrances: doors.isEmpty ? followed(outline) : doors, entersNearest: doors.isEmpty)
      }
    }
    return Imported(
      rows.schools,
      ImportReport(
        file: file,
        format: "osm-"
          + container.rawValue.replacing("osm.", with: "").replacing("osm", with: "xml"),
        rows: rows.count, rejected: rows.rejected))
  }

  private struct Area {
    var way: Int64
    var nodes: [Int64]
    var tags: Tags
  }

  private struct Tags {
    var amenity: String
    var name: String
    var uai: String
    var french: String
    var isced: String

    var levels: SchoolLevels {
      let named = SchoolNature.named(french)
      if !named.isEmpty { return named }
      var levels: Set<SchoolLevel> = []
      for level in isced.split(whereSeparator: { ";,-".contains($0) }) {
        switch level.prefix(1) {
        case "0": levels.insert(.nursery)
        case "1": levels.insert(.elementary)
        case "2": levels.insert(.lowerSecondary)
        case "3": levels.insert(.upperSecondary)
        default: break
        }
      }
      return levels.isEmpty ? SchoolNature.named(name) : SchoolLevels(levels)
    }

    /// A kindergarten is a crèche unless it says otherwise.
    var isSchool: Bool { amenity == "school" || SchoolNature.named(french).holds(.nursery) }
  }

  private struct Rows {
    var count = 0
    var schools: [School] = []
    var rejected: [RejectedRow] = []
    private var seen = Set<String>()

    mutating func add(
      id own: String, _ place: SourcePlace, _ tags: Tags, _ school: (String) -> School?
    ) {
      count += 1
      func reject(_ reason: RejectedRow.Reason) {
        rejected.append(
          RejectedRow(place: place, id: own, reason: reason, found: "amenity=\(tags.amenity)"))
      }
      guard tags.isSchool else { return reject(.notASchool) }
      // The national identifier lets catchments find it; several share one where sites are mapped.
      let id = tags.uai.isEmpty || seen.contains(tags.uai) ? own : tags.uai
      guard var made = school(id) else { return reject(.noGeometry) }
      seen.insert(id)
      made.name = tags.name.isEmpty ? nil : tags.name
      made.levels = tags.levels
      schools.append(made)
    }
  }

  private static func isNamed(amenity: String) -> Bool {
    amenity == "school" || amenity == "kindergarten"
  }

  private static func isEntrance(_ value: String) -> Bool {
    !["", "no", "exit", "emergency", "garage", "service"].contains(value)
  }

  /// The centroid of an outline; the middle of its box where it has no area.
  static func centre(_ outline: [Position], from origin: Position) -> Position {
    var doubled = 0.0
    var x = 0.0
    var y = 0.0
    for (a, b) in zip(outline, outline.dropFirst() + [origin]) {
      let (ax, ay, bx, by) = (a.x - origin.x, a.y - origin.y, b.x - origin.x, b.y - origin.y)
      let cross = ax * by - bx * ay
      doubled += cross
      x += (ax + bx) * cross
      y += (ay + by) * cross
    }
    guard abs(doubled) > 1e-14 else { return Envelope(of: outline).centre }
    return Position(x: origin.x + x / (3 * doubled), y: origin.y + y / (3 * doubled))
  }

  /// The outline's corners, and points between those far apart.
  private static func followed(_ outline: [Position]) -> [Position] {
    var points: [Position] = []
    for (a, b) in zip(outline, outline.dropFirst()) {
      let pieces = max(1, Int((Ground.ellipsoid.length(from: a, to: b) / step).rounded(.up)))
      for piece in 0..<min(pieces, 1000) {
        let share = Double(piece) / Double(pieces)
        points.append(Position(x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share))
      }
    }
    return points + [outline[outline.count - 1]]
  }
}
