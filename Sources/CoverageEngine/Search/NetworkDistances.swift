public import RelaisGeo

/// The walk from the nearest facility to every point of the network: d(x), on every point.
///
/// Held as one label a node and the facilities on edges; between them d follows by formula.
public struct NetworkDistances: Sendable {
  /// One per node: distance in millimetres above 32 bits, facility below.
  let labels: [UInt64]
  public let onEdges: EdgeSnaps

  /// Searches from all facilities at once, without bound: every budget reads the same answer.
  ///
  /// - Parameter snaps: one per facility, `nil` where unattached.
  /// - Complexity: about linear in arcs.
  public init(
    _ network: StreetNetwork, from snaps: [Snap?], countsConnector: Bool,
    within maximum: Length? = nil
  ) {
    onEdges = EdgeSnaps(snaps, countsConnector: countsConnector)
    labels = MultiSourceSearch.labels(
      of: network, from: onEdges.seeds(in: network),
      within: maximum.map { UInt64(max(0, $0.millimetres)) } ?? SearchWorkspace.farthest)
  }

  /// The walk to a node; `nil` if no facility reaches it.
  public func distance(to node: NodeID) -> Length? {
    let label = labels[node.position]
    return label == SearchWorkspace.unreached
      ? nil : Length(millimetres: Int64(label >> 32))
  }

  /// The facility nearest to a node, the lowest on a tie.
  public func nearest(to node: NodeID) -> Int? {
    let label = labels[node.position]
    return label == SearchWorkspace.unreached ? nil : Int(UInt32(truncatingIfNeeded: label))
  }

  /// The walk to a point of an edge and the facility it leads to, the lowest on a tie; of a street whose sidewalks are
  /// drawn apart, to the nearest of what stands for the point.
  public func nearest(
    in network: StreetNetwork, to edge: EdgeID, at offset: Length
  ) -> (distance: Length, facility: Int)? {
    let spot = spot(in: network, of: edge, at: offset)
    return walk(in: network, to: spot.edge, at: spot.offset)
  }

  /// Of a point of an edge and the points of sidewalks that stand for it, the one nearest to a facility: itself on a tie,
  /// then the first.
  func spot(
    in network: StreetNetwork, of edge: EdgeID, at offset: Length
  ) -> (edge: EdgeID, offset: Length) {
    var best = (edge: edge, offset: offset)
    let strips = network.strips.ofStreet(edge.index)
    guard !strips.isEmpty else { return best }
    var least = walk(in: network, to: edge, at: offset)
    for strip in strips {
      guard let place = strip.onSidewalk(offset.millimetres) else { continue }
      let other = (edge: EdgeID(Int(strip.sidewalk)), offset: Length(millimetres: place))
      guard let own = walk(in: network, to: other.edge, at: other.offset) else { continue }
      if let least, (least.distance, least.facility) <= (own.distance, own.facility) { continue }
      least = own
      best = other
    }
    return best
  }

  /// The walk to a point of an edge itself.
  func walk(
    in network: StreetNetwork, to edge: EdgeID, at offset: Length
  ) -> (distance: Length, facility: Int)? {
    var best = SearchWorkspace.unreached
    let position = offset.millimetres
    let rest = network.length(of: edge).millimetres - position
    for (node, leg) in [
      (network.tail(of: edge), position), (network.head(of: edge), rest),
    ] {
      best = min(best, SearchWorkspace.label(labels[node.position], after: leg))
    }
    for entry in onEdges.on(edge.index) {
      let walk = UInt64(entry.connector + abs(entry.offset - position))
      best = min(best, walk << 32 | UInt64(entry.facility))
    }
    guard best != SearchWorkspace.unreached else { return nil }
    return (Length(millimetres: Int64(best >> 32)), Int(UInt32(truncatingIfNeeded: best)))
  }
}
