import CoverageEngine
import RelaisFormats
import RelaisGeo

/// Schools of an OpenStreetMap extract: nodes, closed ways and multipolygon relations that carry
/// `amenity=school`, and `amenity=kindergarten` where `school:FR` says it is an *école maternelle*.
///
/// A row is a node, way or relation that carries either. An area is entered by the entrances and gates
/// mapped on its rings; without any, where its outline comes nearest to a street. A relation whose
/// outline is not whole in the extract is set aside, and a way that outlines a relation taken is the
/// same school.
enum OSMSchools {
  private static let details = ["name", "ref:UAI", "school:FR", "isced:level"]

  /// What a file is asked for.
  static let question = OSMReader.Question(
    ["amenity", "entrance", "barrier"] + details, ofWays: 1, ofPoints: 3)

  /// Outlines are followed in steps of this many metres at most.
  private static let step = 5.0

  /// The OpenStreetMap files among some, each once.
  ///
  /// - Throws: ``FormatError`` for a file of no known format.
  static func extracts(_ files: [String]) throws(FormatError) -> [OSMReader.File] {
    var extracts: [OSMReader.File] = []
    for path in files where !extracts.contains(where: { $0.path == path }) {
      if case .openStreetMap(let container) = try InputFormat(ofFileAt: path).kind {
        extracts.append(OSMReader.File(path, container))
      }
    }
    return extracts
  }

  /// - Parameter area: How far schools are taken; one that lies across the side of its box is left out. `nil` for
  ///   everything.
  static func read(
    file: String, container: OSMReader.Container, within area: ReadingArea? = nil
  ) throws(FormatError) -> Imported<[School]> {
    try read(files: [OSMReader.File(file, container)], within: area)[0]
  }

  /// The schools of several extracts, each counted once; one result per file.
  ///
  /// - Parameters:
  ///   - files: At least one.
  ///   - area: As for one file.
  static func read(
    files: [OSMReader.File], within area: ReadingArea? = nil
  ) throws(FormatError) -> [Imported<[School]>] {
    let reader = try OSMReader(files: files, question, inside: area?.box)
    let points = reader.points()
    let texts = reader.texts()
    var rows = Rows(files: files.count)
    for point in points {
      func text(_ key: Int) -> String { texts[Int(point.tags[key])] }
      guard isNamed(amenity: text(0)) else { continue }
      let tags = Tags(
        amenity: text(0), name: text(3), uai: text(4), french: text(5), isced: text(6))
      rows.add(
        id: "node/\(point.id)", point.file, .record(rows.counts[point.file] + 1), tags
      ) { id in
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
          way: ways.ids[way], file: ways.file(way), nodes: Array(nodes),
          tags: Tags(
            amenity: text(0), name: text(3), uai: text(4), french: text(5), isced: text(6)))
      }
    }
    let relations = try reader.areas(keys: ["amenity"] + details)
    let relationTexts = reader.texts()
    let ids = Set(
      areas.flatMap(\.nodes) + relations.flatMap { $0.members.flatMap(\.nodes) }
    ).sorted()
    let locations = try reader.locations(of: ids)
    let place = Dictionary(
      uniqueKeysWithValues: zip(ids, ids.indices.map { locations.position($0) }))
    let isCut = area != nil
    /// Whether a relation that is not whole lies beyond what is read, and not only partly in the file.
    func isBeyond(_ relation: OSMArea, _ own: Multipolygon) -> Bool {
      guard let area, own.shape == nil else { return false }
      return !relation.members.lazy.flatMap(\.nodes).contains {
        (place[$0] ?? nil).map(area.inner.contains) ?? false
      }
    }
    /// The gates on rings, each once, else the outlines' points.
    func entrances(_ rings: [[Int64]], _ outlines: [[Position]]) -> (doors: [Position], Bool) {
      var seen = Set<Int64>()
      let doors = rings.joined().filter { seen.insert($0).inserted }.compactMap { gates[$0] }
      return doors.isEmpty ? (outlines.flatMap(followed), true) : (doors, false)
    }
    let multipolygons = relations.map { relation in
      Multipolygon(relation, texts: relationTexts) { place[$0] ?? nil }
    }
    let outlined = Set(
      multipolygons.filter { $0.tags.isSchool }.flatMap { $0.shape?.outers ?? [] }
        .map(Set.init))
    var beyond = reader.withWays(\.beyondCounts)
    for area in areas {
      if isCut, !area.nodes.allSatisfy({ place[$0] ?? nil != nil }) {
        beyond[area.file] += 1
        continue
      }
      guard !outlined.contains(Set(area.nodes)) || !area.tags.isSchool else {
        rows.reject(
          id: "way/\(area.way)", area.file, .way(area.way), area.tags,
          RejectedRow.Reason.duplicateRow)
        continue
      }
      rows.add(id: "way/\(area.way)", area.file, .way(area.way), area.tags) { id in
        let outline = area.nodes.compactMap { place[$0] ?? nil }
        guard outline.count > 2, let first = outline.first else { return nil }
        let (doors, isNearest) = entrances([area.nodes], [outline])
        return School(
          id: id, position: centroid(outline, from: first).position, entrances: doors,
          entersNearest: isNearest)
      }
    }
    for (relation, own) in zip(relations, multipolygons) where isNamed(amenity: own.tags.amenity) {
      if isBeyond(relation, own) {
        beyond[relation.file] += 1
        continue
      }
      rows.add(
        id: "relation/\(relation.id)", relation.file, .record(rows.counts[relation.file] + 1),
        own.tags,
        lacking: RejectedRow.Reason.incompleteArea
      ) { id in
        guard let shape = own.shape else { return nil }
        // That of the largest outline, the first on a tie.
        let centres = shape.outlines.map { centroid($0, from: $0[0]) }
        guard let largest = centres.map(\.size).max(),
          let centre = centres.first(where: { $0.size == largest })
        else { return nil }
        let (doors, isNearest) = entrances(shape.outers + shape.inners, shape.outlines)
        return School(
          id: id, position: centre.position, entrances: doors, entersNearest: isNearest)
      }
    }
    let copies = reader.copies()
    // The question takes gates too, and other amenities: a copy is of a school where what counts is.
    let known =
      copies.allSatisfy(\.isEmpty) ? [] : rows.known.union(rows.rejected.joined().compactMap(\.id))
    return files.indices.map { file in
      var report = ImportReport(
        file: files[file].path, format: SourceFormat(files[file].container),
        rows: rows.counts[file], rejected: rows.rejected[file])
      report.beyond = beyond[file]
      report.leaveOut(copies[file].filter { known.contains($0.name) })
      return Imported(rows.schools[file], report)
    }
  }

  private struct Area {
    var way: Int64
    var file: Int
    var nodes: [Int64]
    var tags: Tags
  }

  /// A relation's rings, by their nodes and where they lie.
  private struct Multipolygon {
    var tags: Tags
    /// `nil` where something of an outline is missing. Holes count by their gates alone.
    var shape: (outers: [[Int64]], outlines: [[Position]], inners: [[Int64]])?

    init(_ relation: OSMArea, texts: [String], _ place: (Int64) -> Position?) {
      func text(_ key: Int) -> String { texts[Int(relation.tags[key])] }
      tags = Tags(
        amenity: text(0), name: text(1), uai: text(2), french: text(3), isced: text(4))
      guard
        let outers = OSMArea.rings(
          of: relation.members.filter { !$0.isInner }.map(\.nodes)), !outers.isEmpty
      else { return }
      let outlines = outers.map { $0.compactMap(place) }
      guard zip(outers, outlines).allSatisfy({ $0.count == $1.count && $1.count > 3 }) else {
        return
      }
      let inners = relation.members.filter(\.isInner).map(\.nodes)
      shape = (outers, outlines, OSMArea.rings(of: inners) ?? inners)
    }
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
    // By file.
    var counts: [Int]
    var schools: [[School]]
    var rejected: [[RejectedRow]]
    /// Nodes, ways and relations that are schools.
    var known = Set<String>()
    private var seen = Set<String>()

    init(files: Int) {
      counts = Array(repeating: 0, count: files)
      schools = Array(repeating: [], count: files)
      rejected = Array(repeating: [], count: files)
    }

    mutating func reject(
      id: String, _ file: Int, _ place: SourcePlace, _ tags: Tags,
      _ reason: (_ tag: String) -> RejectedRow.Reason
    ) {
      counts[file] += 1
      rejected[file].append(
        RejectedRow(place: place, id: id, reason: reason("amenity=\(tags.amenity)")))
    }

    /// - Parameter lacking: why there may be no school to make.
    mutating func add(
      id own: String, _ file: Int, _ place: SourcePlace, _ tags: Tags,
      lacking: (_ tag: String) -> RejectedRow.Reason = { .noGeometry($0) },
      _ school: (String) -> School?
    ) {
      guard tags.isSchool else {
        return reject(id: own, file, place, tags, RejectedRow.Reason.notASchool)
      }
      if let long = LongName(tags.name) {
        return reject(id: own, file, place, tags) { _ in .nameTooLong(long) }
      }
      // The national identifier lets catchments find it; several share one where sites are mapped.
      let id = tags.uai.isEmpty || seen.contains(tags.uai) ? own : tags.uai
      guard var made = school(id) else { return reject(id: own, file, place, tags, lacking) }
      counts[file] += 1
      known.insert(own)
      seen.insert(id)
      made.name = tags.name.isEmpty ? nil : tags.name
      made.levels = tags.levels
      schools[file].append(made)
    }
  }

  private static func isNamed(amenity: String) -> Bool {
    amenity == "school" || amenity == "kindergarten"
  }

  private static func isEntrance(_ value: String) -> Bool {
    !["", "no", "exit", "emergency", "garage", "service"].contains(value)
  }

  /// The centroid of an outline and twice its area; the middle of its box where it has none.
  static func centroid(
    _ outline: [Position], from origin: Position
  ) -> (position: Position, size: Double) {
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
    guard abs(doubled) > 1e-14 else { return (Envelope(of: outline).centre, 0) }
    return (
      Position(x: origin.x + x / (3 * doubled), y: origin.y + y / (3 * doubled)), abs(doubled)
    )
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
