import Computing
import RelaisGeo

/// Which straight lines lead across a square: those between two of its entries, or the corners needed to go round, that
/// lie inside it.
///
/// A shortest walk in an area with holes is made of straight lines between its ends and reflex corners, at which it keeps to
/// one side of both borders (Lozano-Pérez & Wesley, CACM 22, 1979). Which side of a line a point lies on is exact, in whole
/// units. A line through another corner is left out: two shorter ones make it.
struct SquareCrossings {
  /// Pairs of corners times ring vertices that are looked at, about a fifth of a second: a larger square is walked along
  /// its outline alone.
  static let mostWork = 40_000_000

  private struct Corner {
    var point: WholePlane.Point
    var previous: WholePlane.Point
    var next: WholePlane.Point
    var vertex: StreetSections.Square.Vertex
    var isEntry: Bool

    /// Whether the area takes up more than a half-turn there; it lies left of its borders.
    var isReflex: Bool { WholePlane.turn(previous, point, next) < 0 }

    /// Whether a line leads from the corner into the area, and not along its border (O'Rourke, "Computational Geometry
    /// in C", 1.6).
    func opens(to other: WholePlane.Point) -> Bool {
      let toPrevious = WholePlane.turn(point, other, previous)
      let toNext = WholePlane.turn(point, other, next)
      return isReflex ? !(toNext >= 0 && toPrevious <= 0) : toPrevious > 0 && toNext < 0
    }

    /// Whether both borders lie on one side of the line: only then a shortest walk turns there.
    func isTouched(by other: WholePlane.Point) -> Bool {
      isEntry
        || WholePlane.turn(point, other, previous) * WholePlane.turn(point, other, next) >= 0
    }
  }

  private let rings: [[WholePlane.Point]]
  private let corners: [Corner]
  /// How many of the rings' vertices there are.
  private let count: Int

  /// - Parameter isEntry: Whether a junction is one where somebody may come in.
  init(
    _ square: StreetSections.Square, _ plane: WholePlane, isEntry: (UInt32) -> Bool
  ) {
    var rings: [[WholePlane.Point]] = []
    var corners: [Corner] = []
    for (number, ring) in square.rings.enumerated() {
      var vertices = ring
      var points = ring.map { plane.point($0.position) }
      // The area lies left of its outer ring that runs anticlockwise, and of holes that run clockwise.
      if (SquareCrossings.doubleArea(points) > 0) != (number == 0) {
        vertices.reverse()
        points.reverse()
      }
      rings.append(points)
      for index in points.indices {
        let vertex = vertices[index]
        guard vertex.junction != StreetSections.noJunction else { continue }
        let corner = Corner(
          point: points[index], previous: points[(index + points.count - 1) % points.count],
          next: points[(index + 1) % points.count], vertex: vertex,
          isEntry: isEntry(vertex.junction))
        if corner.isEntry || corner.isReflex { corners.append(corner) }
      }
    }
    self.rings = rings
    self.corners = corners
    count = rings.reduce(0) { $0 + $1.count }
  }

  private static func doubleArea(_ ring: [WholePlane.Point]) -> Int128 {
    ring.indices.reduce(Int128(0)) { sum, index in
      let (a, b) = (ring[index], ring[(index + 1) % ring.count])
      return sum + Int128(a.x) * Int128(b.y) - Int128(b.x) * Int128(a.y)
    }
  }

  /// Whether the square has more corners than are looked at.
  var isTooLarge: Bool { corners.count * corners.count / 2 * count > SquareCrossings.mostWork }

  /// The two ends of each line, in the order of the rings.
  ///
  /// - Complexity: the square of the corners times the vertices.
  func lines() -> [(StreetSections.Square.Vertex, StreetSections.Square.Vertex)] {
    var lines: [(StreetSections.Square.Vertex, StreetSections.Square.Vertex)] = []
    for (number, a) in corners.enumerated() {
      for b in corners[(number + 1)...]
      where a.point != b.point && a.vertex.junction != b.vertex.junction
        && a.isTouched(by: b.point) && b.isTouched(by: a.point) && a.opens(to: b.point)
        && b.opens(to: a.point) && isInside(a.point, b.point)
      {
        lines.append((a.vertex, b.vertex))
      }
    }
    return lines
  }

  /// Whether a line between two corners, which begins and ends inside, neither crosses a border nor passes through a corner.
  private func isInside(_ a: WholePlane.Point, _ b: WholePlane.Point) -> Bool {
    let (lowX, highX) = (min(a.x, b.x), max(a.x, b.x))
    let (lowY, highY) = (min(a.y, b.y), max(a.y, b.y))
    for ring in rings {
      guard var c = ring.last else { continue }
      for d in ring {
        defer { c = d }
        // What lies beside the line's box does not meet the line.
        if c.x < lowX && d.x < lowX || c.x > highX && d.x > highX || c.y < lowY && d.y < lowY
          || c.y > highY && d.y > highY
        {
          continue
        }
        let side = WholePlane.turn(a, b, d)
        if side == 0, d != a, d != b, d.x >= lowX, d.x <= highX, d.y >= lowY, d.y <= highY {
          return false
        }
        if side * WholePlane.turn(a, b, c) < 0,
          WholePlane.turn(c, d, a) * WholePlane.turn(c, d, b) < 0
        {
          return false
        }
      }
    }
    return true
  }
}

extension StreetSections {
  /// The same with lines across the squares behind all others: one line for each square, its pieces straight.
  ///
  /// - Returns: And how many squares are too large for that.
  /// - Complexity: linear in vertices where there are squares; nothing otherwise.
  func crossingSquares() -> (sections: StreetSections, tooLarge: Int) {
    guard !squares.isEmpty else { return (self, 0) }
    // Which junctions several lines share; noJunction for one that none has used yet.
    var user = [UInt32](repeating: .max, count: junctionCount)
    var isShared = [Bool](repeating: false, count: junctionCount)
    for section in 0..<count {
      for vertex in firstVertex[section]..<firstVertex[section + 1] {
        let junction = Int(junctions[vertex])
        guard junctions[vertex] != StreetSections.noJunction else { continue }
        if user[junction] == .max {
          user[junction] = line[section]
        } else if user[junction] != line[section] {
          isShared[junction] = true
        }
      }
    }
    let plane = WholePlane(ground)
    let shared = isShared
    let found = Parallel.map(squares.count, grain: 4) { range in
      range.map { number in
        let crossings = SquareCrossings(squares[number], plane) { shared[Int($0)] }
        return crossings.isTooLarge ? nil : crossings.lines()
      }
    }.flatMap { $0 }
    var result = self
    for (square, lines) in zip(squares, found) {
      guard let lines, !lines.isEmpty else { continue }
      var own = attributes[Int(square.line)]
      own.isDemand = false
      own.isAcross = true
      own.length = nil
      own.sidewalk = .unsaid
      result.beginLine(own, namedAs: square.line)
      for (a, b) in lines {
        result.addVertex(a.position, junction: a.junction)
        result.addVertex(b.position, junction: b.junction)
        result.endSection()
      }
    }
    return (result, found.count { $0 == nil })
  }

  /// Declares a line that bears the identifier of another.
  private mutating func beginLine(_ own: StreetAttributes, namedAs other: UInt32) {
    beginLine(own)
    switch identifiers {
    case .ways(let ids): identifiers = .ways(ids + [ids[Int(other)]])
    case .texts(let ids): identifiers = .texts(ids + [ids[Int(other)]])
    }
  }
}
