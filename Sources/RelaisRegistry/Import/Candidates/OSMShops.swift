import CoverageEngine
import RelaisFormats
import RelaisGeo

/// Shops and services of an OpenStreetMap extract: nodes and closed ways with a tag that a category
/// names.
///
/// A row is such a node or way, or one that says it was such (`disused:shop`, `shop=vacant`).
/// Relations are not read. An area lies at the first entrance mapped on its outline, the main one
/// before others; without any, at its centroid.
enum OSMShops {
  private static let details = [
    "name", "brand", "opening_hours", "addr:housenumber", "addr:street", "addr:place",
    "addr:postcode", "addr:city", "ref:FR:SIRET", "access", "old_name", "disused:name", "was:name",
    "phone", "contact:phone",
  ]

  /// What stands before a key of a place that is no more.
  private static let pasts = ["disused:", "abandoned:", "was:"]
  private static let emptyValues: Set<String> = [
    "no", "vacant", "disused", "abandoned", "empty", "closed",
  ]

  /// Entrances nobody goes to a shop by.
  private static let noDoors: Set<String> = ["", "no", "exit", "emergency", "garage", "service"]

  /// - Parameter box: Degrees; what is not wholly inside is as if the file lacked it. `nil` for everything.
  static func read(
    file: String, container: OSMReader.Container, categories: CategoryTable,
    inside box: Envelope? = nil
  ) throws(FormatError) -> Imported<CandidateSource> {
    try read(files: [OSMReader.File(file, container)], categories: categories, inside: box)[0]
  }

  /// The shops of several extracts, each counted once; one result per file.
  ///
  /// - Parameters:
  ///   - files: At least one.
  ///   - box: As for one file.
  static func read(
    files: [OSMReader.File], categories: CategoryTable, inside box: Envelope? = nil
  ) throws(FormatError) -> [Imported<CandidateSource>] {
    let asked = Asked(categories)
    let reader = try OSMReader(files: files, asked.question, inside: box)
    return try taken(by: reader, asked, isCut: box != nil)
  }

  /// What a reader is asked for the shops of some categories.
  struct Asked {
    let categories: CategoryTable
    /// How many of the keys are those of places that are.
    let live: Int
    /// Keys that say what a place is or was.
    let keys: [String]

    init(_ categories: CategoryTable) {
      self.categories = categories
      // Standard keys too: what a town took out of its table still lives.
      var live = categories.keys
      live += CategoryTable.standard.keys.filter { !live.contains($0) }
      self.live = live.count
      keys = live + pasts.flatMap { past in ["shop", "amenity"].map { past + $0 } }
    }

    var question: OSMReader.Question {
      .init(keys + ["entrance"] + details, ofWays: keys.count, ofPoints: keys.count + 1)
    }
  }

  /// The shops a reader of their question has taken, one result per file.
  ///
  /// - Parameter isCut: Whether the reader was asked for a box: an area that is not whole lies across its side, and is
  ///   left out.
  static func taken(
    by reader: OSMReader, _ asked: Asked, isCut: Bool = false
  ) throws(FormatError) -> [Imported<CandidateSource>] {
    let texts = reader.texts()
    var rows = reader.files.map { _ in Rows(asked) }
    var doors: [Int64: (position: Position, isMain: Bool)] = [:]
    for point in reader.points() {
      let door = point.tags[asked.keys.count]
      if door != 0, let position = point.position, !noDoors.contains(texts[Int(door)]) {
        doors[point.id] = (position, texts[Int(door)] == "main")
      }
      rows[point.file].add("node/\(point.id)", nil, texts, point.tags) { point.position }
    }
    let areas = reader.withWays { ways in
      (0..<ways.count).map { way in
        (
          id: ways.ids[way], file: ways.file(way),
          nodes: Array(ways.nodeIDs[Int(ways.firstNode[way])..<Int(ways.firstNode[way + 1])]),
          tags: Array(ways.tags[way * ways.keyCount..<(way + 1) * ways.keyCount])
        )
      }
    }
    let ids = Set(areas.flatMap(\.nodes)).sorted()
    let locations = try reader.locations(of: ids)
    var places: [Int64: Position] = [:]
    for (index, id) in ids.enumerated() { places[id] = locations.position(index) }
    var beyond = reader.withWays(\.beyondCounts)
    for area in areas {
      if isCut, !area.nodes.allSatisfy({ places[$0] != nil }) {
        beyond[area.file] += 1
        continue
      }
      rows[area.file].add("way/\(area.id)", area.id, texts, area.tags) {
        let onOutline = area.nodes.compactMap { doors[$0] }
        if let door = onOutline.first(where: \.isMain) ?? onOutline.first { return door.position }
        let outline = area.nodes.compactMap { places[$0] }
        guard let first = outline.first else { return nil }
        return OSMSchools.centroid(outline, from: first).position
      }
    }
    let copies = reader.copies()
    // The question takes entrances too: a copy is of a shop where what counts is.
    let known =
      copies.allSatisfy(\.isEmpty)
      ? [] : Set(rows.flatMap { $0.candidates.map(\.candidate.id) + $0.rejected.compactMap(\.id) })
    return reader.files.indices.map { file in
      let own = rows[file]
      var report = ImportReport(
        file: reader.files[file].path, format: SourceFormat(reader.files[file].container),
        rows: own.count, rejected: own.rejected)
      report.beyond = beyond[file]
      report.leaveOut(copies[file].filter { $0.reason == .deleted || known.contains($0.name) })
      return Imported(
        CandidateSource(
          own.candidates, closed: own.closed, otherKinds: own.otherKinds, living: own.living),
        report)
    }
  }

  private struct Rows {
    let asked: Asked
    var count = 0
    var candidates: [SourcedCandidate] = []
    /// Places that were, by each name they bore.
    var closed: [ClosedEstablishment] = []
    var otherKinds: [String: Int] = [:]
    var living = Set<String>()
    var rejected: [RejectedRow] = []
    private var kinds: [UInt64: [Kind]] = [:]

    init(_ asked: Asked) { self.asked = asked }

    /// One of the things a tag says a place is, or was.
    private struct Kind {
      var tag: String
      var isPast: Bool
      var category: CandidateCategory?
      var isNamed: Bool
    }

    /// What a key's value says, found once for all places that bear it.
    private mutating func kinds(key: Int, _ number: UInt32, _ text: String) -> [Kind] {
      let place = UInt64(key) << 32 | UInt64(number)
      if let known = kinds[place] { return known }
      let name = asked.keys[key]
      let made = text.split(separator: ";").map { part in
        let value = String(part.drop { $0 == " " })
        return Kind(
          tag: name + "=" + value,
          isPast: key >= asked.live || OSMShops.emptyValues.contains(value),
          category: asked.categories.category(key: name, value: value),
          isNamed: asked.categories.names(key: name, value: value))
      }
      kinds[place] = made
      return made
    }

    /// - Parameter numbers: Text numbers of the keys, of `entrance`, then of the details.
    mutating func add(
      _ id: String, _ way: Int64?, _ texts: [String], _ numbers: [UInt32],
      _ position: () -> Position?
    ) {
      let keys = asked.keys
      func text(_ index: Int) -> String { texts[Int(numbers[index])] }
      func detail(_ index: Int) -> String? {
        let value = text(keys.count + 1 + index)
        return value.isEmpty ? nil : value
      }
      var found: (category: CandidateCategory, tag: String, isNamed: Bool)?
      var past: String?
      for index in keys.indices where numbers[index] != 0 {
        for kind in kinds(key: index, numbers[index], text(index)) {
          guard !kind.isPast else {
            if index >= asked.live || keys[index] == "shop" { past = past ?? kind.tag }
            continue
          }
          living.insert(id)
          guard let category = kind.category else { continue }
          // A bakery that is also a bar is a bar; a named kind says more than any shop.
          let isBetter = found.map {
            !category.isEligible && $0.category.isEligible
              || category.isEligible == $0.category.isEligible && kind.isNamed && !$0.isNamed
          }
          if isBetter ?? true { found = (category, kind.tag, kind.isNamed) }
        }
      }
      guard let tag = found?.tag ?? past else { return }
      count += 1
      func reject(_ reason: RejectedRow.Reason) {
        rejected.append(
          RejectedRow(place: way.map { .way($0) } ?? .record(count), id: id, reason: reason))
      }
      guard let found, !["off", "closed"].contains(detail(2)?.lowercased()) else {
        if found == nil, let position = position() {
          closed += [0, 10, 11, 12].compactMap(detail).map {
            ClosedEstablishment(.map, siret: detail(8), name: $0, position: position, since: nil)
          }
        }
        return reject(.notOpen(tag))
      }
      if ["private", "no"].contains(detail(9)) { return reject(.privateAccess(tag)) }
      if let long = LongName(detail(0) ?? detail(1)) { return reject(.nameTooLong(long)) }
      guard let position = position() else { return reject(.noGeometry(tag)) }
      if !found.isNamed { otherKinds[tag, default: 0] += 1 }
      let street = detail(4) ?? detail(5)
      let siret = detail(8).flatMap { SIRET.digits(of: $0) }
      var candidate = Candidate(
        Facility(
          id: id, name: detail(0) ?? detail(1), kind: .other(tag), position: position,
          openingHours: detail(2)),
        category: found.category.id,
        address: PostalAddress(
          houseNumber: street == nil ? nil : detail(3), street: street, postcode: detail(6),
          city: detail(7)),
        siret: siret)
      candidate.telephone = (detail(13) ?? detail(14)).flatMap(Telephone.init)
      candidates.append(SourcedCandidate(.map, candidate))
    }
  }
}
