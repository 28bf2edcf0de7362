import CPROJ
import Foundation

/// What coordinates stand on, and so how long a step between them is on the ground.
public enum Ground: Hashable, Sendable {
  /// Degrees on the WGS 84 ellipsoid; lengths are along its surface.
  case ellipsoid
  /// Metres of a plane without a place on earth; lengths are Euclidean.
  case plane

  /// The ground length of a straight step, metres.
  ///
  /// On the ellipsoid, steps below about two kilometres take the radii of curvature at the middle
  /// latitude (error below 1e-7 there); longer ones, and those near a pole, the geodesic (Karney,
  /// "Algorithms for geodesics", J. Geodesy 87, 2013).
  public func length(from a: Position, to b: Position) -> Double {
    switch self {
    case .plane:
      let dx = b.x - a.x
      let dy = b.y - a.y
      return (dx * dx + dy * dy).squareRoot()
    case .ellipsoid:
      let dx = abs(b.x - a.x)
      let dy = abs(b.y - a.y)
      guard dx < 0.02, dy < 0.02, abs(a.y) < 80 else { return geodesic(from: a, to: b) }
      let scale = Ground.metresPerDegree(atLatitude: (a.y + b.y) / 2)
      let east = dx * scale.x
      let north = dy * scale.y
      return (east * east + north * north).squareRoot()
    }
  }

  /// The ground length of a line, metres: the sum of its steps.
  public func length(of line: some Collection<Position>) -> Double {
    var total = 0.0
    var previous: Position?
    for position in line {
      if let previous { total += length(from: previous, to: position) }
      previous = position
    }
    return total
  }

  /// Ground metres in one unit of each coordinate, near a position.
  ///
  /// Scaling by it maps a neighbourhood to a plane of ground metres; over a kilometre the error is
  /// below 1e-4, which is what nearest-edge searches need.
  @inlinable
  public func metresPerUnit(at position: Position) -> (x: Double, y: Double) {
    switch self {
    case .plane: (1, 1)
    case .ellipsoid: Ground.metresPerDegree(atLatitude: position.y)
    }
  }

  /// Metres in a degree of longitude (x) and of latitude (y) on WGS 84.
  public static func metresPerDegree(atLatitude latitude: Double) -> (x: Double, y: Double) {
    let semiMajor = 6_378_137.0
    let flattening = 1 / 298.257_223_563
    let squaredEccentricity = flattening * (2 - flattening)
    let radians = latitude * .pi / 180
    let sine = sin(radians)
    let w = 1 - squaredEccentricity * sine * sine
    let normal = semiMajor / w.squareRoot()
    let meridian = normal * (1 - squaredEccentricity) / w
    // max: the cosine of 90° is a rounding error away from zero, on either side.
    let cosine = max(0, (1 - sine * sine)).squareRoot()
    return (normal * cosine * .pi / 180, meridian * .pi / 180)
  }

  private func geodesic(from a: Position, to b: Position) -> Double {
    var ellipsoid = geod_geodesic()
    geod_init(&ellipsoid, 6_378_137, 1 / 298.257_223_563)
    var distance = 0.0
    geod_inverse(&ellipsoid, a.y, a.x, b.y, b.x, &distance, nil, nil)
    return distance
  }
}
