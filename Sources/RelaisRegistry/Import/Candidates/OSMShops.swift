import CoverageEngine
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
  ]

  /// What stands before a key of a place that is no more.
  private static let pasts = ["disused:", "abandoned:", "was:"]
  private static let emptyValues: Set<String> = [
    "no", "vacant", "disused", "abandoned", "empty", "closed",
  ]

  static func read(
    file: String, container: OSMReader.Container, categories: CategoryTable
  ) throws(FormatError) -> Imported<CandidateSource> {
    // Standard keys too: what a town took out of its table still lives.
    var live = categories.keys
    live += CategoryTable.standard.keys.filter { !live.contains($0) }
    let keys = live + pasts.flatMap { past in ["shop", "amenity"].map { past + $0 } }
    let reader = try OSMReader(
      file: file, container: container, keys: keys + details, any: keys.count)
    let points = try reader.points(keys: keys + ["entrance"] + details, any: keys.count + 1)
    let texts = reader.texts()
    var rows = Rows(categories: categories, live: live.count, keys: keys)
    var doors: [Int64: (position: Position, isMain: Bool)] = [:]
    for point in points {
      let door = texts[Int(point.tags[keys.count])]
      if !["", "no", "exit", "emergency", "garage", "service"].contains(door),
        let position = point.position
      {
        doors[point.id] = (position, door == "main")
      }
      var numbers = point.tags
      numbers.remove(at: keys.count)
      rows.add("node/\(point.id)", nil, texts, numbers) { point.position }
    }
    let areas = reader.withWays { ways in
      (0..<ways.count).map { way in
        (
          id: ways.ids[way],
          nodes: Array(ways.nodeIDs[Int(ways.firstNode[way])..<Int(ways.firstNode[way + 1])]),
          tags: Array(ways.tags[way * ways.keyCount..<(way + 1) * ways.keyCount])
        )
      }
    }
    let ids = Set(areas.flatMap(\.nodes)).sorted()
    let locations = try reader.locations(of: ids)
    var places: [Int64: Position] = [:]
    for (index, id) in ids.enumerated() { places[id] = locations.position(index) }
    for area in areas {
      rows.add("way/\(area.id)", area.id, texts, area.tags) {
        let onOutline = area.nodes.compactMap { doors[$0] }
        if let door = onOutline.first(where: \.isMain) ?? onOutline.first { return door.position }
        let outline = area.nodes.compactMap { places[$0] }
        guard let first = outline.first else { return nil }
        return OSMSchools.centroid(outline, from: first).position
      }
    }
    return Imported(
      CandidateSource(
        rows.candidates, closed: rows.closed, otherKinds: rows.otherKinds, living: rows.living),
      ImportReport(
        file: file,
        format: "osm-"
          + container.rawValue.replacing("osm.", with: "").replacing("osm", with: "xml"),
        rows: rows.count, rejected: rows.rejected))
  }

  private struct Rows {
    let categories: CategoryTable
    /// How many of the keys are those of places that are.
    let live: Int
    let keys: [String]
    var count = 0
    var candidates: [SourcedCandidate] = []
    /// Places that were, by each name they bore.
    var closed: [ClosedEstablishment] = []
    var otherKinds: [String: Int] = [:]
    var living = Set<String>()
    var rejected: [RejectedRow] = []

    init(categories: CategoryTable, live: Int, keys: [String]) {
      self.categories = categories
      self.live = live
      self.keys = keys
    }

    /// - Parameter numbers: Text numbers of the keys, then of the details.
    mutating func add(
      _ id: String, _ way: Int64?, _ texts: [String], _ numbers: [UInt32],
      _ position: () -> Position?
    ) {
      func text(_ index: Int) -> String { texts[Int(numbers[index])] }
      func detail(_ index: Int) -> String? {
        let value = text(keys.count + index)
        return value.isEmpty ? nil : value
      }
      var found: (category: CandidateCategory, tag: String, isNamed: Bool)?
      var past: String?
      for index in keys.indices where numbers[index] != 0 {
        for value in text(index).split(separator: ";").map({ String($0.drop { $0 == " " }) }) {
          let tag = keys[index] + "=" + value
          if index >= live || OSMShops.emptyValues.contains(value) {
            if index >= live || keys[index] == "shop" { past = past ?? tag }
            continue
          }
          living.insert(id)
          guard let category = categories.category(key: keys[index], value: value) else { continue }
          let isNamed = categories.names(key: keys[index], value: value)
          // A bakery that is also a bar is a bar; a named kind says more than any shop.
          let isBetter = found.map {
            !category.isEligible && $0.category.isEligible
              || category.isEligible == $0.category.isEligible && isNamed && !$0.isNamed
          }
          if isBetter ?? true { found = (category, tag, isNamed) }
        }
      }
      guard let tag = found?.tag ?? past else { return }
      count += 1
      func reject(_ reason: RejectedRow.Reason) {
        rejected.append(
          RejectedRow(
            place: way.map { .way($0) } ?? .record(count), id: id, reason: reason, found: tag))
      }
      guard let found, !["off", "closed"].contains(detail(2)?.lowercased()) else {
        if found == nil, let position = position() {
          closed += [0, 10, 11, 12].compactMap(detail).map {
            ClosedEstablishment(.map, siret: detail(8), name: $0, position: position, since: nil)
          }
        }
        return reject(.notOpen)
      }
      if ["private", "no"].contains(detail(9)) { return reject(.privateAccess) }
      guard let position = position() else { return reject(.noGeometry) }
      if !found.isNamed { otherKinds[tag, default: 0] += 1 }
      let street = detail(4) ?? detail(5)
      let siret = detail(8).flatMap { EstablishmentField.siret.canonical($0) }
      candidates.append(
        SourcedCandidate(
          .map,
          Candidate(
            Facility(
              id: id, name: detail(0) ?? detail(1), kind: tag, position: position,
              openingHours: detail(2)),
            category: found.category.id,
            address: street.map { street in detail(3).map { "\($0) \(street)" } ?? street },
            siret: siret),
          postcode: detail(6), city: detail(7)))
    }
  }
}
