import Computing
import RelaisGeo

/// Edges of one level that cross, or pass through the same point, without a common node there.
struct UnjoinedCrossings {
  struct Crossing: Hashable, Comparable, Sendable {
    /// The lower edge first.
    var first: UInt32
    var second: UInt32
    var point: WholePlane.Point

    static func < (a: Crossing, b: Crossing) -> Bool {
      (a.first, a.second, a.point.y, a.point.x) < (b.first, b.second, b.point.y, b.point.x)
    }
  }

  let network: StreetNetwork
  let grid: SegmentGrid

  /// Each once, in order of their edges.
  ///
  /// A way that crosses itself is left out: its line says nothing of what its author meant.
  ///
  /// - Complexity: linear in the pairs of segments in a cell.
  func all() -> [Crossing] {
    let found = Parallel.map(grid.bucketCount, grain: 2000) { buckets in
      var found: [Crossing] = []
      var measured: [SegmentGrid.Measured] = []
      for bucket in buckets { look(in: bucket, &measured, &found) }
      return found
    }.flatMap { $0 }
    var result: [Crossing] = []
    for crossing in found.sorted() where crossing != result.last { result.append(crossing) }
    return result
  }

  private func look(
    in bucket: Int, _ measured: inout [SegmentGrid.Measured], _ found: inout [Crossing]
  ) {
    guard grid.first[bucket + 1] - grid.first[bucket] > 1 else { return }
    grid.measure(bucket, of: network, into: &measured)
    grid.forEachPair(measured, dx: 0, dy: 0) { one, other in
      guard let point = meeting(one.segment, one.a, one.b, other.segment, other.a, other.b) else {
        return
      }
      let edges = (one.segment.edge, other.segment.edge)
      found.append(
        Crossing(first: min(edges.0, edges.1), second: max(edges.0, edges.1), point: point))
    }
  }

  /// Where two segments of different lines meet without a common node; `nil` where they do not, or rightly.
  private func meeting(
    _ one: SegmentGrid.Segment, _ a: WholePlane.Point, _ b: WholePlane.Point,
    _ other: SegmentGrid.Segment, _ c: WholePlane.Point, _ d: WholePlane.Point
  ) -> WholePlane.Point? {
    let first = Int(one.edge)
    let second = Int(other.edge)
    guard network.level(of: EdgeID(first)) == network.level(of: EdgeID(second)) else { return nil }
    let common = a == c || a == d ? a : b == c || b == d ? b : nil
    if let common {
      // Both ends may coincide: two segments one on the other, which is no crossing.
      if (a == c && b == d) || (a == d && b == c) { return nil }
      return isJoined(first, second, at: common) || isStopped(first, at: common) ? nil : common
    }
    guard WholePlane.cross(a, b, c, d) else { return nil }
    let rx = Double(b.x - a.x)
    let ry = Double(b.y - a.y)
    let sx = Double(d.x - c.x)
    let sy = Double(d.y - c.y)
    let turn = rx * sy - ry * sx
    guard turn != 0 else { return nil }
    let along = (Double(c.x - a.x) * sy - Double(c.y - a.y) * sx) / turn
    return WholePlane.Point(
      x: a.x + Int64((rx * along).rounded()), y: a.y + Int64((ry * along).rounded()))
  }

  /// Whether an edge ends at a point for a barrier's sake.
  private func isStopped(_ edge: Int, at point: WholePlane.Point) -> Bool {
    for (node, vertex) in [
      (network.tails[edge], network.firstVertex[edge]),
      (network.heads[edge], network.lastVertex[edge]),
    ] where network.stoppedNodes.contains(node) {
      if grid.plane.point(network.vertices[Int(vertex)]) == point { return true }
    }
    return false
  }

  /// Whether two edges have a node in common that lies at a point.
  private func isJoined(_ first: Int, _ second: Int, at point: WholePlane.Point) -> Bool {
    for (node, vertex) in [
      (network.tails[first], network.firstVertex[first]),
      (network.heads[first], network.lastVertex[first]),
    ] where node == network.tails[second] || node == network.heads[second] {
      if grid.plane.point(network.vertices[Int(vertex)]) == point { return true }
    }
    return false
  }
}
