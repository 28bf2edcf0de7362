import RelaisGeo

/// Positions as whole numbers, so that which side of a line a point lies on is exact.
///
/// On the earth a unit is 1e-7 degrees, OpenStreetMap's own step, about a centimetre; on a plane a millimetre.
/// Scaling each axis by itself keeps straight lines straight, and so who crosses whom.
struct WholePlane: Sendable {
  struct Point: Hashable, Sendable {
    var x: Int64
    var y: Int64
  }

  /// The farthest coordinate, in units: differences and their products then fit in 128 bits.
  private static let limit = 4e15

  let ground: Ground
  let unitsPerDegree: Double

  init(_ ground: Ground) {
    self.ground = ground
    unitsPerDegree = ground == .ellipsoid ? 1e7 : 1e3
  }

  @inline(__always)
  func point(_ position: Position) -> Point {
    Point(x: whole(position.x), y: whole(position.y))
  }

  @inline(__always)
  private func whole(_ value: Double) -> Int64 {
    // NaN compares false with everything and becomes the lower limit.
    let scaled = value * unitsPerDegree
    let bound = scaled > -WholePlane.limit ? min(scaled, WholePlane.limit) : -WholePlane.limit
    // As `rounded()` does, which is a call into the C library. The rest is exact.
    let whole = Int64(bound)
    let rest = bound - Double(whole)
    return rest >= 0.5 ? whole + 1 : rest <= -0.5 ? whole - 1 : whole
  }

  /// A box in units, with one of positions that holds it.
  struct Box: Sendable {
    let low: Point
    let high: Point
    private let lowest: Position
    private let highest: Position

    init(low: Point, high: Point, on plane: WholePlane) {
      self.low = low
      self.high = high
      // A unit more than rounding takes.
      lowest = plane.position(Point(x: low.x - 1, y: low.y - 1))
      highest = plane.position(Point(x: high.x + 1, y: high.y + 1))
    }

    /// Whether the boxes of a segment and this one may have a point in common: most have none, and are not rounded.
    @inline(__always)
    func mayTouch(_ a: Position, _ b: Position) -> Bool {
      // What is no number is left to rounding.
      !(min(a.x, b.x) > highest.x || max(a.x, b.x) < lowest.x || min(a.y, b.y) > highest.y
        || max(a.y, b.y) < lowest.y)
    }

    @inline(__always)
    func touches(_ a: Point, _ b: Point) -> Bool {
      min(a.x, b.x) <= high.x && max(a.x, b.x) >= low.x && min(a.y, b.y) <= high.y
        && max(a.y, b.y) >= low.y
    }
  }

  func position(_ point: Point) -> Position {
    Position(x: Double(point.x) / unitsPerDegree, y: Double(point.y) / unitsPerDegree)
  }

  /// Metres in a unit of each axis, near a coordinate north.
  func scale(atY y: Int64) -> (x: Double, y: Double) {
    let degrees = Double(y) / unitsPerDegree
    let metres = ground.metresPerUnit(at: Position(x: 0, y: degrees))
    return (max(metres.x, 1e-6) / unitsPerDegree, metres.y / unitsPerDegree)
  }

  /// Above zero where c lies left of the line from a to b, zero on it, below zero right of it. Exact.
  @inline(__always)
  static func turn(_ a: Point, _ b: Point, _ c: Point) -> Int {
    let ux = b.x &- a.x
    let uy = b.y &- a.y
    let vx = c.x &- a.x
    let vy = c.y &- a.y
    let small: Int64 = 1 << 30
    if abs(ux) < small, abs(uy) < small, abs(vx) < small, abs(vy) < small {
      return (ux &* vy &- uy &* vx).signum().asInt
    }
    let wide = Int128(ux) * Int128(vy) - Int128(uy) * Int128(vx)
    return wide > 0 ? 1 : wide < 0 ? -1 : 0
  }

  /// Whether two segments cross, a point on a line counting as left of it: what runs through a vertex crosses once.
  @inline(__always)
  static func cross(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
    (turn(a, b, c) >= 0) != (turn(a, b, d) >= 0) && (turn(c, d, a) >= 0) != (turn(c, d, b) >= 0)
  }
}

extension Int64 {
  fileprivate var asInt: Int { Int(self) }
}
