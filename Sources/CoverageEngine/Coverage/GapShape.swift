import HeapModule
import RelaisGeo

/// The portions of one gap as a little graph: its two ends are the points farthest apart.
struct GapShape {
  /// Where a portion begins or ends.
  enum Point: Hashable {
    case node(UInt32)
    case onEdge(EdgeID, Int64)
  }

  private var points: [Point] = []
  private var neighbours: [[(point: Int, length: Int64)]] = []

  init(_ network: StreetNetwork, _ pieces: [EdgeInterval]) {
    var numbers: [Point: Int] = [:]
    for piece in pieces {
      let length = network.length(of: piece.edge)
      let start: Point =
        piece.from == .zero
        ? .node(network.tails[piece.edge.position]) : .onEdge(piece.edge, piece.from.millimetres)
      let end: Point =
        piece.to == length
        ? .node(network.heads[piece.edge.position]) : .onEdge(piece.edge, piece.to.millimetres)
      let both = [start, end].map { point in
        if let known = numbers[point] { return known }
        numbers[point] = points.count
        points.append(point)
        neighbours.append([])
        return points.count - 1
      }
      neighbours[both[0]].append((both[1], piece.length.millimetres))
      neighbours[both[1]].append((both[0], piece.length.millimetres))
    }
  }

  /// Two points far apart along the gap: the farthest from its first point, then the farthest from
  /// there; for a run of street without branches these are its ends. Ties to the lower number.
  func ends() -> (Point, Point) {
    let one = farthest(from: 0)
    let other = farthest(from: one)
    return (points[min(one, other)], points[max(one, other)])
  }

  private struct Reached: Comparable {
    var walk: Int64
    var point: Int

    static func < (a: Reached, b: Reached) -> Bool { (a.walk, a.point) < (b.walk, b.point) }
  }

  private func farthest(from start: Int) -> Int {
    var walks = [Int64](repeating: .max, count: points.count)
    var queue = Heap([Reached(walk: 0, point: start)])
    walks[start] = 0
    while let next = queue.popMin() {
      guard next.walk == walks[next.point] else { continue }
      for (point, length) in neighbours[next.point] where next.walk + length < walks[point] {
        walks[point] = next.walk + length
        queue.insert(Reached(walk: walks[point], point: point))
      }
    }
    var best = start
    for point in points.indices where walks[point] != .max && walks[point] > walks[best] {
      best = point
    }
    return best
  }
}
