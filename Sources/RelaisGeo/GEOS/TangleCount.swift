/// How often the rings of an area cross, counted no further than needed.
///
/// Repairing an area takes time and memory by its crossings, whose number may grow with the square of its points.
struct TangleCount {
  /// Crossings past which an area is no area: real outlines, badly drawn, have a few.
  static let most = 10_000
  /// Pairs of sides looked at before the count is given up; an area that asks for more has long sides and few crossings.
  private static let mostPairs = 100_000_000

  private(set) var isTooMuch = false

  /// - Complexity: O(*n* log *n*) and the pairs of sides of which each begins west of the other's end.
  init(_ area: MultiPolygon) {
    var sides: [Side] = []
    for ring in area.polygons.flatMap({ [$0.shell] + $0.holes }) {
      for (a, b) in zip(ring, ring.dropFirst()) where a != b { sides.append(Side(a, b)) }
    }
    sides.sort { $0.west < $1.west }
    var open: [Side] = []
    var (crossings, pairs) = (0, 0)
    for side in sides {
      var at = 0
      pairs += open.count
      guard pairs <= TangleCount.mostPairs else { return }
      while at < open.count {
        if open[at].east < side.west {
          open[at] = open[open.count - 1]
          open.removeLast()
          continue
        }
        if side.crosses(open[at]) { crossings += 1 }
        at += 1
      }
      isTooMuch = crossings > TangleCount.most
      if isTooMuch { return }
      open.append(side)
    }
  }

  private struct Side {
    let a, b: Position
    let west, east, south, north: Double

    init(_ a: Position, _ b: Position) {
      (self.a, self.b) = (a, b)
      (west, east) = (min(a.x, b.x), max(a.x, b.x))
      (south, north) = (min(a.y, b.y), max(a.y, b.y))
    }

    /// Whether each side's ends lie on different sides of the other; rounding may err on ends that all but touch.
    func crosses(_ other: Side) -> Bool {
      guard south <= other.north, other.south <= north else { return false }
      return turn(other.a) * turn(other.b) < 0 && other.turn(a) * other.turn(b) < 0
    }

    private func turn(_ p: Position) -> Double {
      let turn = (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)
      return turn > 0 ? 1 : turn < 0 ? -1 : 0
    }
  }
}
