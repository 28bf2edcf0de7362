/// A place of the town's plane, in metres: x eastward, y northward, from the market square.
///
/// The plane is Lambert-93 moved to the town's centre (see ``TownSite``), so that distances here
/// are those every French data set gives.
struct Point: Equatable {
  var x: Double
  var y: Double

  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  static func + (left: Point, right: Point) -> Point { Point(left.x + right.x, left.y + right.y) }
  static func - (left: Point, right: Point) -> Point { Point(left.x - right.x, left.y - right.y) }
  static func * (point: Point, factor: Double) -> Point {
    Point(point.x * factor, point.y * factor)
  }

  /// The distance from the origin, metres.
  var norm: Double { (x * x + y * y).squareRoot() }

  /// The same direction, one metre long; the zero vector stays.
  var direction: Point { norm > 0 ? self * (1 / norm) : self }

  /// A quarter turn to the left.
  var left: Point { Point(-y, x) }

  func distance(to other: Point) -> Double { (self - other).norm }
  func dot(_ other: Point) -> Double { x * other.x + y * other.y }
  func cross(_ other: Point) -> Double { x * other.y - y * other.x }

  /// The point turned about the origin by an angle in radians, counted to the left.
  func rotated(cosine: Double, sine: Double) -> Point {
    Point(x * cosine - y * sine, x * sine + y * cosine)
  }
}

/// Where two straight pieces meet.
///
/// - Returns: The fractions along `a`–`b` and along `c`–`d`, both from 0 to 1, or `nil` when they
///   do not meet or are parallel.
func intersection(
  _ a: Point, _ b: Point, _ c: Point, _ d: Point
) -> (first: Double, second: Double)? {
  let first = b - a
  let second = d - c
  let determinant = first.cross(second)
  guard abs(determinant) > 1e-9 else { return nil }
  let t = (c - a).cross(second) / determinant
  let u = (c - a).cross(first) / determinant
  guard t >= 0, t <= 1, u >= 0, u <= 1 else { return nil }
  return (t, u)
}

/// The point of the straight piece `a`–`b` nearest to `point`.
///
/// - Returns: Its distance in metres and the fraction along `a`–`b`.
func nearest(to point: Point, on a: Point, _ b: Point) -> (distance: Double, fraction: Double) {
  let along = b - a
  let square = along.dot(along)
  guard square > 0 else { return (point.distance(to: a), 0) }
  let fraction = max(0, min(1, (point - a).dot(along) / square))
  return (point.distance(to: a + along * fraction), fraction)
}
