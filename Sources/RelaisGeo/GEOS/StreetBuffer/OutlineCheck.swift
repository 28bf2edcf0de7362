/// Whether drawn rings could touch or cross: a sweep over all their sides.
///
/// It errs on the safe side: sides closer than rounding count as touching, and the geometry library
/// then has the last word.
struct OutlineCheck {
  private struct Side {
    var minX: Double
    var maxX: Double
    var a: Position
    var b: Position
    /// Ring and place in it, and the ring's number of sides: neighbours share a corner.
    var ring: Int32
    var index: Int32
    var count: Int32
  }

  private var sides: [Side] = []

  /// - Complexity: O(*n* log *n*) and the pairs of sides that overlap in x.
  mutating func isSimple(_ area: MultiPolygon) -> Bool {
    sides.removeAll(keepingCapacity: true)
    var ring: Int32 = 0
    for polygon in area.polygons {
      add(polygon.shell, ring)
      ring += 1
      for hole in polygon.holes {
        add(hole, ring)
        ring += 1
      }
    }
    sides.sort { $0.minX < $1.minX }
    return sides.withUnsafeBufferPointer { sides in
      for i in sides.indices {
        let side = sides[i]
        let low = min(side.a.y, side.b.y)
        let high = max(side.a.y, side.b.y)
        var j = i + 1
        while j < sides.count, sides[j].minX <= side.maxX {
          let other = sides[j]
          j += 1
          if min(other.a.y, other.b.y) > high || max(other.a.y, other.b.y) < low { continue }
          if OutlineCheck.areNeighbours(side, other) { continue }
          if OutlineCheck.mayMeet(side, other) { return false }
        }
      }
      return true
    }
  }

  private mutating func add(_ ring: [Position], _ number: Int32) {
    let count = Int32(ring.count - 1)
    for index in 0..<(ring.count - 1) {
      let a = ring[index]
      let b = ring[index + 1]
      sides.append(
        Side(
          minX: min(a.x, b.x), maxX: max(a.x, b.x), a: a, b: b, ring: number, index: Int32(index),
          count: count))
    }
  }

  /// Sides next to each other share a corner; a triangle's all do.
  @inline(__always)
  private static func areNeighbours(_ a: Side, _ b: Side) -> Bool {
    guard a.ring == b.ring else { return false }
    let apart = abs(a.index - b.index)
    return apart == 1 || apart == a.count - 1
  }

  /// Two sides stay apart for certain if one lies wholly on one side of the other's line.
  @inline(__always)
  private static func mayMeet(_ s: Side, _ t: Side) -> Bool {
    !isBeside(s, t) && !isBeside(t, s)
  }

  @inline(__always)
  private static func isBeside(_ s: Side, _ t: Side) -> Bool {
    let x = s.b.x - s.a.x
    let y = s.b.y - s.a.y
    let a = x * (t.a.y - s.a.y) - y * (t.a.x - s.a.x)
    let b = x * (t.b.y - s.a.y) - y * (t.b.x - s.a.x)
    // Differences of coordinates of some millions are exact to a nanometre or better.
    let margin = 1e-8 * (abs(x) + abs(y))
    return (a > margin && b > margin) || (a < -margin && b < -margin)
  }
}
