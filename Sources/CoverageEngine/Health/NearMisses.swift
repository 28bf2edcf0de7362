import Computing
import RelaisGeo

/// Nodes that lie within a step of a line of their level and do not join it.
///
/// Whoever draws a network sees a junction there; a search sees none. Ends are looked at within two metres, junctions of
/// several edges within half a metre, since two of them may lie close for good reason. Where a short walk leads from
/// one to the other all the same, nothing is lost and nothing is told.
struct NearMisses {
  /// How far an end may lie from what it should join.
  static let reachOfEnd = 2.0
  /// How far a node of two or more edges may.
  static let reachOfNode = 0.6
  /// A walk this short or shorter makes up for the missing junction.
  static let detour = Length(millimetres: 50_000)

  struct Miss: Hashable, Sendable {
    var node: UInt32
    var isEnd: Bool
    /// The line that is missed.
    var edge: UInt32
    /// Micrometres.
    var gap: Int64
    /// On the line that is missed.
    var point: Position
  }

  let network: StreetNetwork
  let grid: SegmentGrid

  /// One at most for each node, in their order: the nearest line, the lowest edge on a tie.
  ///
  /// - Complexity: linear in nodes and in the segments near them.
  func all() -> [Miss] {
    Parallel.map(network.nodeCount, grain: 4000) { nodes in
      var walks = ShortWalks(network, limit: NearMisses.detour)
      var found: [Miss] = []
      var near: [Miss] = []
      for node in nodes {
        look(around: UInt32(node), &near)
        guard !near.isEmpty else { continue }
        walks.start()
        walks.begin(at: UInt32(node), distance: 0)
        walks.walk()
        // The nearest that a short walk does not reach.
        var best: Miss?
        for miss in near {
          if let best, (best.gap, best.edge) <= (miss.gap, miss.edge) { continue }
          if !walks.reaches(EdgeID(Int(miss.edge)), at: offset(of: miss)) { best = miss }
        }
        if let best { found.append(best) }
      }
      return found
    }.flatMap { $0 }
  }

  private func offset(of miss: Miss) -> Length {
    let edge = EdgeID(Int(miss.edge))
    return network.offset(nearest: miss.point, on: edge)
  }

  /// Lines within reach of a node that do not begin or end at it.
  private func look(around node: UInt32, _ near: inout [Miss]) {
    near.removeAll(keepingCapacity: true)
    let arcs = Int(network.firstArc[Int(node)])..<Int(network.firstArc[Int(node) + 1])
    guard let one = arcs.first.map({ Int(network.arcEdge[$0]) }) else { return }
    // What ends at a barrier is not to join anything.
    if network.stoppedNodes.contains(node) { return }
    let isEnd = arcs.count == 1 && network.tails[one] != network.heads[one]
    let reach = isEnd ? NearMisses.reachOfEnd : NearMisses.reachOfNode
    let place =
      network.tails[one] == node
      ? network.vertices[Int(network.firstVertex[one])]
      : network.vertices[Int(network.lastVertex[one])]
    let point = grid.plane.point(place)
    let scale = grid.plane.scale(atY: point.y)
    let dx = Int64(reach / scale.x) + 1
    let dy = Int64(reach / scale.y) + 1
    let box = WholePlane.Box(
      low: .init(x: point.x - dx, y: point.y - dy), high: .init(x: point.x + dx, y: point.y + dy),
      on: grid.plane)
    grid.forEachSegment(from: box.low, to: box.high) { segment in
      let from = network.vertices[Int(segment.vertex)]
      let to = network.vertices[Int(segment.vertex) + 1]
      guard box.mayTouch(from, to) else { return }
      let (a, b) = (grid.plane.point(from), grid.plane.point(to))
      guard box.touches(a, b) else { return }
      let edge = Int(segment.edge)
      if network.tails[edge] == node || network.heads[edge] == node { return }
      guard isOfLevel(network.level(of: EdgeID(edge)), arcs) else { return }
      let (metres, share) = NearMisses.distance(from: point, to: a, b, scale)
      guard metres <= reach else { return }
      near.append(
        Miss(
          node: node, isEnd: isEnd, edge: segment.edge, gap: Int64((metres * 1e6).rounded()),
          point: Position(
            x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share)))
    }
  }

  private func isOfLevel(_ level: Int8, _ arcs: Range<Int>) -> Bool {
    arcs.contains { network.level(of: EdgeID(Int(network.arcEdge[$0]))) == level }
  }

  /// Metres from a point to a segment, and the share of the segment where it is nearest.
  private static func distance(
    from p: WholePlane.Point, to a: WholePlane.Point, _ b: WholePlane.Point,
    _ scale: (x: Double, y: Double)
  ) -> (metres: Double, share: Double) {
    let ax = Double(a.x - p.x) * scale.x
    let ay = Double(a.y - p.y) * scale.y
    let dx = Double(b.x - a.x) * scale.x
    let dy = Double(b.y - a.y) * scale.y
    let length = dx * dx + dy * dy
    let share = length > 0 ? min(max(-(ax * dx + ay * dy) / length, 0), 1) : 0
    let x = ax + share * dx
    let y = ay + share * dy
    return ((x * x + y * y).squareRoot(), share)
  }
}
