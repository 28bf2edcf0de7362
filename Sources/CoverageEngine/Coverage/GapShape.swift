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
  ///
  /// - Parameter isKnown: Points that stand before all others, as far as there are any.
  func ends(preferring isKnown: (Point) -> Bool) -> (Point, Point) {
    let known = points.indices.filter { isKnown(points[$0]) }
    let one = known.first ?? farthest(from: 0, among: points.indices)
    let other =
      known.count > 1
      ? farthest(from: one, among: known) : farthest(from: one, among: points.indices)
    let first = known.count > 1 ? farthest(from: other, among: known) : one
    return (points[min(first, other)], points[max(first, other)])
  }

  private struct Reached: Comparable {
    var walk: Int64
    var point: Int

    static func < (a: Reached, b: Reached) -> Bool { (a.walk, a.point) < (b.walk, b.point) }
  }

  private func farthest(from start: Int, among candidates: some Sequence<Int>) -> Int {
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
    for point in candidates where walks[point] != .max && walks[point] > walks[best] {
      best = point
    }
    return best
  }
}
