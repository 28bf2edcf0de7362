import COsmium
import Foundation

/// A multipolygon relation: an area drawn by several ways.
public struct OSMArea: Hashable, Sendable {
  public struct Member: Hashable, Sendable {
    /// A hole, not an outline.
    public var isInner: Bool
    /// Its identifier; 0 of a member relation.
    public var way: Int64
    /// The way's nodes; empty where the file lacks the way, and of a member relation.
    public var nodes: [Int64]

    public init(isInner: Bool, way: Int64 = 0, nodes: [Int64]) {
      self.isInner = isInner
      self.way = way
      self.nodes = nodes
    }
  }

  public var id: Int64
  /// The number of its file.
  public var file: Int
  /// Text numbers in the order of the keys; 0 where the relation lacks the key.
  public var tags: [UInt32]
  /// In the order of the relation.
  public var members: [Member]
}

extension OSMReader {
  /// Multipolygon relations that carry `keys[0]`, in file order; reads the files twice more.
  ///
  /// - Throws: ``FormatError/damaged(file:place:detail:)`` with libosmium's message.
  public func areas(keys: [String]) throws(FormatError) -> [OSMArea] {
    var message = [CChar](repeating: 0, count: Int(RELAIS_OSM_MESSAGE))
    let pointers = keys.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    let borrowed: [UnsafePointer<CChar>?] = pointers.map { UnsafePointer($0) }
    // −1 on failure, with a message.
    guard relais_osm_read_areas(handle, borrowed, Int32(keys.count), &message) == 0 else {
      throw FormatError.damaged(file: file, place: nil, detail: OSMReader.text(message))
    }
    return areas(keyCount: keys.count)
  }

  /// Multipolygon relations of a question that reads areas, in file order, with its keys.
  public func areas() -> [OSMArea] { areas(keyCount: keys.count) }

  private func areas(keyCount: Int) -> [OSMArea] {
    let areas = relais_osm_areas_of(handle)
    return (0..<Int(areas.count)).map { index in
      let members = Int(areas.first_member[index])..<Int(areas.first_member[index + 1])
      return OSMArea(
        id: areas.ids[index], file: areas.files == nil ? 0 : Int(areas.files[index]),
        tags: (0..<keyCount).map { areas.tags[index * keyCount + $0] },
        members: members.map { member in
          let nodes = Int(areas.first_node[member])..<Int(areas.first_node[member + 1])
          return OSMArea.Member(
            isInner: Int(areas.roles[member]) == Int(RELAIS_OSM_INNER), way: areas.ways[member],
            nodes: nodes.map { areas.node_ids[$0] })
        })
    }
  }
}

extension OSMArea {
  /// The rings that some ways make, each once round, its first node again at its end.
  ///
  /// Ways are joined where they end, in either direction: from the first one left on, always by the
  /// first that carries on.
  ///
  /// - Returns: `nil` where a way is missing or an end stays loose.
  /// - Complexity: quadratic in ways that are no rings themselves.
  public static func rings(of ways: [[Int64]]) -> [[Int64]]? {
    var rings: [[Int64]] = []
    var open: [[Int64]] = []
    for way in ways {
      guard let first = way.first, let last = way.last, way.count > 1 else { return nil }
      if first == last { rings.append(way) } else { open.append(way) }
    }
    while !open.isEmpty {
      var ring = open.removeFirst()
      while let end = ring.last, end != ring[0] {
        guard let next = open.firstIndex(where: { $0.first == end || $0.last == end }) else {
          return nil
        }
        let way = open.remove(at: next)
        ring += (way.first == end ? way : way.reversed()).dropFirst()
      }
      rings.append(ring)
    }
    return rings
  }
}
