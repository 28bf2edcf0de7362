import COsmium

/// The area that ways make together, put together by libosmium.
public enum OSMRings {
  /// A ring of an area: the numbers of its nodes among those given, the first again at its end.
  public struct Ring: Hashable, Sendable {
    /// A hole of the last ring that is none.
    public var isInner: Bool
    public var nodes: [Int64]
  }

  /// - Parameters:
  ///   - ways: Nodes by number.
  ///   - locations: Of all of them.
  /// - Returns: Each outer ring before its holes; none where the ways make no valid area: an end stays loose, or rings cross.
  /// - Throws: ``FormatError/damaged(file:place:detail:)`` with libosmium's message.
  public static func rings(
    of ways: [[UInt32]], _ locations: OSMLocations, file: String
  ) throws(FormatError) -> [Ring] {
    var firstNode: [UInt64] = [0]
    var ids: [Int64] = []
    var longitudes: [Int32] = []
    var latitudes: [Int32] = []
    for way in ways {
      for node in way {
        ids.append(Int64(node))
        longitudes.append(locations.longitudes[Int(node)])
        latitudes.append(locations.latitudes[Int(node)])
      }
      firstNode.append(UInt64(ids.count))
    }
    var message = [CChar](repeating: 0, count: Int(RELAIS_OSM_MESSAGE))
    // NULL on failure, with a message.
    guard
      let area = relais_osm_assemble(
        firstNode, Int64(ways.count), ids, longitudes, latitudes, &message)
    else { throw .damaged(file: file, place: nil, detail: OSMReader.text(message)) }
    defer { relais_osm_area_free(area) }
    let rings = relais_osm_rings_of(area)
    return (0..<Int(rings.ring_count)).map { ring in
      Ring(
        isInner: rings.inner[ring] != 0,
        nodes: (Int(rings.first_node[ring])..<Int(rings.first_node[ring + 1])).map {
          rings.node_ids[$0]
        })
    }
  }
}
