import Foundation

/// Bends the hand-drawn plan so that no ring stays round and no road straight.
///
/// A sum of slow waves moves every place by some tens of metres; neighbours move together, so
/// what met still meets and what was apart stays apart. Beyond 400 m from the square the plan
/// is drawn in by an eighth, to the size of a town of 25,000 people.
enum LandWarp {
  private static let waves: [(length: Point, phase: Double, shift: Point)] = [
    (Point(1250, 1900), 0.4, Point(38, -30)), (Point(-1600, 900), 1.9, Point(-26, 44)),
    (Point(640, -820), 4.1, Point(22, 16)), (Point(520, 560), 2.7, Point(-13, 17)),
  ]

  /// Where a place of the plan comes to lie. The market square hardly moves.
  static func bent(_ point: Point) -> Point {
    let calm = 1 - exp(-point.dot(point) / (260.0 * 260.0))
    let reach = point.norm
    let drawnIn = reach > 400 ? point * ((400 + (reach - 400) * 0.88) / reach) : point
    return waves.reduce(drawnIn) { place, wave in
      let turn = 2 * Double.pi * (point.x / wave.length.x + point.y / wave.length.y)
      return place + wave.shift * (calm * sin(turn + wave.phase))
    }
  }
}
