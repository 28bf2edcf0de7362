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

  /// The walk to a point of an edge and the facility it leads to, the lowest on a tie.
  public func nearest(
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
