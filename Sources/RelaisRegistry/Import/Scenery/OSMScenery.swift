import RelaisFormats
import RelaisGeo

/// Water, green, squares, buildings and railways of OpenStreetMap extracts.
enum OSMScenery {
  static let question = OSMReader.Question(
    SceneryRules.keys, ofWays: SceneryRules.deciding.count, wayValues: SceneryRules.values,
    readsAreas: true, keepsWhole: true)

  /// - Parameters:
  ///   - files: At least one.
  ///   - box: What touches it is read, whole. `nil` for everything.
  static func read(_ files: [OSMReader.File], inside box: Envelope?) throws(FormatError) -> Scenery
  {
    let reader = try OSMReader(files: files, question, inside: box)
    let texts = reader.texts()
    let nameKey = SceneryRules.deciding.count
    func name(_ tags: some Collection<UInt32>) -> String? {
      let text = texts[Int(tags[tags.index(tags.startIndex, offsetBy: nameKey)])]
      return text.isEmpty ? nil : text
    }
    var drawn: [Drawn] = []
    reader.withWays { ways in
      for way in 0..<ways.count {
        let tags = ways.tags[way * ways.keyCount..<(way + 1) * ways.keyCount]
        let nodes = ways.nodeIDs[Int(ways.firstNode[way])..<Int(ways.firstNode[way + 1])]
        guard nodes.count > 1 else { continue }
        let isClosed = nodes.count > 3 && nodes.first == nodes.last
        guard let verdict = verdict(isClosed: isClosed, tags, texts) else { continue }
        drawn.append(Drawn(verdict: verdict, name: name(tags), ways: [Array(nodes)]))
      }
    }
    for area in reader.areas() {
      // An area that has lost a way is not drawn: half of it would be a lie.
      guard area.members.allSatisfy({ $0.way == 0 || !$0.nodes.isEmpty }),
        let verdict = verdict(isClosed: true, area.tags[...], texts)
      else { continue }
      if case .area = verdict {
        drawn.append(
          Drawn(
            verdict: verdict, name: name(area.tags),
            ways: area.members.map(\.nodes).filter { !$0.isEmpty }))
      }
    }
    return try scenery(drawn, reader)
  }

  private struct Drawn {
    var verdict: SceneryRules.Verdict
    var name: String?
    var ways: [[Int64]]
  }

  private static func verdict(
    isClosed: Bool, _ tags: some Collection<UInt32>, _ texts: [String]
  ) -> SceneryRules.Verdict? {
    let numbers = Array(tags)
    return SceneryRules.verdict(isClosed: isClosed) { key in
      SceneryRules.keys.firstIndex(of: key).map { texts[Int(numbers[$0])] } ?? ""
    }
  }

  private static func scenery(
    _ drawn: [Drawn], _ reader: OSMReader
  ) throws(FormatError) -> Scenery {
    var ids: [Int64] = []
    for one in drawn { for way in one.ways { ids += way } }
    ids.sort()
    var unique: [Int64] = []
    unique.reserveCapacity(ids.count)
    for id in ids where unique.last != id { unique.append(id) }
    let locations = try reader.locations(of: unique)
    var numbers: [Int64: UInt32] = [:]
    numbers.reserveCapacity(unique.count)
    for (number, id) in unique.enumerated() { numbers[id] = UInt32(number) }
    func positions(_ nodes: [Int64]) -> [Position?] {
      nodes.map { numbers[$0].flatMap { locations.position(Int($0)) } }
    }
    var scenery = Scenery()
    for one in drawn {
      switch one.verdict {
      case .line(let kind):
        // A line goes on behind a node that is missing.
        for piece in positions(one.ways[0]).split(separator: nil) where piece.count > 1 {
          scenery.lines.append(.init(kind: kind, name: one.name, path: piece.compactMap { $0 }))
        }
      case .area(let kind):
        for shape in polygons(one, numbers, locations, file: reader.file) {
          scenery.areas.append(.init(kind: kind, name: one.name, shape: shape))
        }
      }
    }
    return scenery
  }

  /// The area's polygons; none where a node is missing, or where the ways make no valid area.
  private static func polygons(
    _ one: Drawn, _ numbers: [Int64: UInt32], _ locations: OSMLocations, file: String
  ) -> [Polygon] {
    let ways = one.ways.map { $0.compactMap { numbers[$0] } }
    guard ways.allSatisfy({ $0.allSatisfy { locations.position(Int($0)) != nil } }) else {
      return []
    }
    func ring(_ nodes: [UInt32]) -> [Position] {
      nodes.compactMap { locations.position(Int($0)) }
    }
    // A ring alone needs no library; thousands of buildings are.
    if ways.count == 1, let only = ways.first { return [Polygon(shell: ring(only))] }
    return OSMSquares.polygons(of: ways, locations, file: file).map { rings in
      let closed = rings.map { ring($0 + $0.prefix(1)) }
      return Polygon(shell: closed[0], holes: Array(closed.dropFirst()))
    }
  }
}
