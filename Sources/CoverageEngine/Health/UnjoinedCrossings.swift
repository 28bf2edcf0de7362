import Computing
import RelaisGeo

/// Edges of one level that cross, or pass through the same point, without a common node there.
struct UnjoinedCrossings {
  struct Crossing: Hashable, Comparable, Sendable {
    /// The lower edge first.
    var first: UInt32
    var second: UInt32
    var point: HealthPlane.Point

    static func < (a: Crossing, b: Crossing) -> Bool {
      (a.first, a.second, a.point.y, a.point.x) < (b.first, b.second, b.point.y, b.point.x)
    }
  }

  /// Segments of one cell that are compared with each; a cell with more is no town's.
  static let mostNeighbours = 3000

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
      for bucket in buckets { look(in: bucket, &found) }
      return found
    }.flatMap { $0 }
    var result: [Crossing] = []
    for crossing in found.sorted() where crossing != result.last { result.append(crossing) }
    return result
  }

  private func look(in bucket: Int, _ found: inout [Crossing]) {
    let slots = Int(grid.first[bucket])..<Int(grid.first[bucket + 1])
    guard slots.count > 1 else { return }
    network.vertices.withUnsafeBufferPointer { vertices in
      grid.segments.withUnsafeBufferPointer { segments in
        for one in slots {
          let a = grid.plane.point(vertices[Int(segments[one].vertex)])
          let b = grid.plane.point(vertices[Int(segments[one].vertex) + 1])
          let low = HealthPlane.Point(x: min(a.x, b.x), y: min(a.y, b.y))
          let high = HealthPlane.Point(x: max(a.x, b.x), y: max(a.y, b.y))
          let last = min(slots.upperBound, one + 1 + UnjoinedCrossings.mostNeighbours)
          for other in (one + 1)..<max(one + 1, last) {
            let c = grid.plane.point(vertices[Int(segments[other].vertex)])
            let d = grid.plane.point(vertices[Int(segments[other].vertex) + 1])
            guard min(c.x, d.x) <= high.x, max(c.x, d.x) >= low.x, min(c.y, d.y) <= high.y,
              max(c.y, d.y) >= low.y, segments[one].edge != segments[other].edge
            else { continue }
            if let point = meeting(segments[one], a, b, segments[other], c, d) {
              let edges = [segments[one].edge, segments[other].edge]
              found.append(
                Crossing(
                  first: min(edges[0], edges[1]), second: max(edges[0], edges[1]), point: point))
            }
          }
        }
      }
    }
  }

  /// Where two segments of different edges meet without a common node; `nil` where they do not, or rightly.
  private func meeting(
    _ one: SegmentGrid.Segment, _ a: HealthPlane.Point, _ b: HealthPlane.Point,
    _ other: SegmentGrid.Segment, _ c: HealthPlane.Point, _ d: HealthPlane.Point
  ) -> HealthPlane.Point? {
    let first = Int(one.edge)
    let second = Int(other.edge)
    guard network.line[first] != network.line[second],
      network.level(of: EdgeID(first)) == network.level(of: EdgeID(second))
    else { return nil }
    let common = a == c || a == d ? a : b == c || b == d ? b : nil
    if let common {
      // Both ends may coincide: two segments one on the other, which is no crossing.
      if (a == c && b == d) || (a == d && b == c) { return nil }
      return isJoined(first, second, at: common) ? nil : common
    }
    guard HealthPlane.cross(a, b, c, d) else { return nil }
    let rx = Double(b.x - a.x)
    let ry = Double(b.y - a.y)
    let sx = Double(d.x - c.x)
    let sy = Double(d.y - c.y)
    let turn = rx * sy - ry * sx
    guard turn != 0 else { return nil }
    let along = (Double(c.x - a.x) * sy - Double(c.y - a.y) * sx) / turn
    return HealthPlane.Point(
      x: a.x + Int64((rx * along).rounded()), y: a.y + Int64((ry * along).rounded()))
  }

  /// Whether two edges have a node in common that lies at a point.
  private func isJoined(_ first: Int, _ second: Int, at point: HealthPlane.Point) -> Bool {
    for (node, vertex) in [
      (network.tails[first], network.firstVertex[first]),
      (network.heads[first], network.lastVertex[first]),
    ] where node == network.tails[second] || node == network.heads[second] {
      if grid.plane.point(network.vertices[Int(vertex)]) == point { return true }
    }
    return false
  }
}
