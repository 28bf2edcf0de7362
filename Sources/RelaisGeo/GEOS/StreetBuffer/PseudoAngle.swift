/// Directions as numbers from 0 to 4, one per quarter turn, counterclockwise from east.
///
/// They order directions as angles do, at the price of a division: the angle of the point where the
/// direction meets the diamond |x| + |y| = 1.
enum PseudoAngle {
  /// The vector need not have unit length; 0 for none at all.
  @inline(__always)
  static func of(_ x: Double, _ y: Double) -> Double {
    let size = abs(x) + abs(y)
    guard size > 0 else { return 0 }
    let part = y / size
    if x < 0 { return 2 - part }
    return part >= 0 ? part : 4 + part
  }

  /// The unit vector of a pseudo-angle within 0...8; whole turns beyond 4 do not count.
  static func direction(_ angle: Double) -> (x: Double, y: Double) {
    let angle = angle >= 4 ? angle - 4 : angle
    let x: Double
    let y: Double
    switch angle {
    case ..<1: (x, y) = (1 - angle, angle)
    case ..<2: (x, y) = (1 - angle, 2 - angle)
    case ..<3: (x, y) = (angle - 3, 2 - angle)
    default: (x, y) = (angle - 3, angle - 4)
    }
    let length = (x * x + y * y).squareRoot()
    return (x / length, y / length)
  }
}
