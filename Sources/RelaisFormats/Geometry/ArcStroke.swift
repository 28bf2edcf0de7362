import Foundation
import RelaisGeo

/// Arcs of circles as chords.
///
/// An arc is given as well-known binary has it: where it starts, a place it passes through, where it
/// ends. These three stay as they are; places between them lie on the circle, at equal angles, as few
/// as keep every chord within a distance of the arc.
struct ArcStroke {
  /// How far a chord may lie from its arc, in units of the coordinates.
  var chordError: Double

  /// A millimetre, where coordinates are metres; about as much, where they are degrees.
  static func withinAMillimetre(degrees: Bool) -> ArcStroke {
    ArcStroke(chordError: degrees ? 1e-8 : 1e-3)
  }

  /// Chords of one half of an arc at most: a circle of ten kilometres has 7,000.
  private static let mostChords = 8192.0

  /// The chords of arcs in a row, each ending where the next one starts.
  ///
  /// - Parameter places: An odd number of places, three at least.
  func line(through places: [Position]) -> [Position] {
    var line = [places[0]]
    for middle in stride(from: 1, to: places.count - 1, by: 2) {
      append(from: places[middle - 1], through: places[middle], to: places[middle + 1], to: &line)
    }
    return line
  }

  private func append(
    from start: Position, through middle: Position, to end: Position, to line: inout [Position]
  ) {
    // Relative to the start: coordinates in the millions would lose what makes a circle.
    let (bx, by) = (middle.x - start.x, middle.y - start.y)
    let (cx, cy) = (end.x - start.x, end.y - start.y)
    let isCircle = start == end
    let turn = 2 * (bx * cy - by * cx)
    let (b, c) = (bx * bx + by * by, cx * cx + cy * cy)
    // Three places on a line are a straight piece.
    guard isCircle || abs(turn) > 1e-12 * max(b, c) else {
      line += [middle, end]
      return
    }
    // A start that is the end makes a whole circle, the middle being across.
    let centre =
      isCircle
      ? (x: bx / 2, y: by / 2) : (x: (cy * b - by * c) / turn, y: (bx * c - cx * b) / turn)
    let radius = (centre.x * centre.x + centre.y * centre.y).squareRoot()
    let first = atan2(-centre.y, -centre.x)
    let second = atan2(by - centre.y, bx - centre.x)
    let third = atan2(cy - centre.y, cx - centre.x)
    let isLeft = isCircle || turn > 0
    for (from, to, last) in [(first, second, middle), (second, third, end)] {
      var sweep = to - from
      if isLeft, sweep <= 0 { sweep += 2 * .pi }
      if !isLeft, sweep >= 0 { sweep -= 2 * .pi }
      let step = 2 * acos(max(0, 1 - chordError / radius))
      let count = step > 0 ? min((abs(sweep) / step).rounded(.up), ArcStroke.mostChords) : 1
      for index in 1..<max(2, Int(count)) where Double(index) < count {
        let angle = from + sweep * Double(index) / count
        line.append(
          Position(
            x: start.x + centre.x + radius * cos(angle),
            y: start.y + centre.y + radius * sin(angle)))
      }
      line.append(last)
    }
  }
}
