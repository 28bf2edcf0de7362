import Foundation

/// Draws linked pieces as rings of straight sides and sorts them into shells and holes.
struct OutlineRings {
  private var corners: [(angle: Double, x: Double, y: Double)] = []
  private var quadrantSegments = 0
  private var ring: [Position] = []

  /// Square metres: a hole smaller than a square millimetre is what rounding leaves.
  static let smallestHole = 1e-6

  /// - Returns: `nil` if the rings cannot be an outline: a shell smaller than any disk, a hole in no
  ///   shell.
  mutating func draw(
    _ pieces: [OutlinePieces.Piece], _ linking: borrowing OutlineLinking,
    _ capsules: borrowing CapsuleSet, radius: Double, quadrantSegments: Int
  ) -> MultiPolygon? {
    prepareCorners(quadrantSegments)
    var shells: [(ring: [Position], area: Double)] = []
    var holes: [[Position]] = []
    // Any shell holds a whole disk; a square is the coarsest drawing of one.
    let leastShell = 1.9 * radius * radius
    for index in 0..<(linking.firstOfRing.count - 1) {
      let range = Int(linking.firstOfRing[index])..<Int(linking.firstOfRing[index + 1])
      let area = drawRing(pieces, linking.order[range], capsules, radius)
      if area >= leastShell {
        shells.append((ring, area))
      } else if area > OutlineRings.smallestHole {
        return nil
      } else if area < -OutlineRings.smallestHole {
        holes.append(ring)
      }
    }
    return assemble(shells, holes)
  }

  /// Fixed directions, so that the same disk has the same corners in every outline.
  private mutating func prepareCorners(_ segments: Int) {
    guard segments != quadrantSegments else { return }
    quadrantSegments = segments
    corners = (0..<4 * segments).map { index in
      let angle = Double.pi / 2 * Double(index) / Double(segments)
      let x = cos(angle)
      let y = sin(angle)
      // Quarter turns exactly, where sine and cosine round to either side of zero.
      let quarter = index % segments == 0 ? Double(index / segments) : PseudoAngle.of(x, y)
      return (quarter, x, y)
    }
  }

  /// Draws into `ring`, closed; returns its signed area.
  private mutating func drawRing(
    _ pieces: [OutlinePieces.Piece], _ order: ArraySlice<Int32>,
    _ capsules: borrowing CapsuleSet, _ radius: Double
  ) -> Double {
    ring.removeAll(keepingCapacity: true)
    for index in order {
      let piece = pieces[Int(index)]
      add(piece.startX, piece.startY)
      guard piece.node >= 0 else { continue }
      let centre = capsules.nodes[Int(piece.node)]
      // A corner closer to the arc's ends than a few micrometres would be a second end.
      let margin = 1e-7
      var corner = firstCorner(after: piece.from + margin)
      var turn = 0.0
      while true {
        if corner == corners.count {
          corner = 0
          turn += 4
        }
        guard turn < 8, corners[corner].angle + turn < piece.to - margin else { break }
        add(centre.x + radius * corners[corner].x, centre.y + radius * corners[corner].y)
        corner += 1
      }
    }
    guard let first = ring.first else { return 0 }
    if ring.count > 1, let last = ring.last, OutlineRings.areOne(first, last) { ring.removeLast() }
    guard ring.count >= 3 else { return 0 }
    ring.append(first)
    let area = ring.doubledSignedArea / 2
    let origin = capsules.origin
    ring.withUnsafeMutableBufferPointer { ring in
      for index in ring.indices {
        ring[index].x += origin.x
        ring[index].y += origin.y
      }
    }
    return area
  }

  /// A micrometre apart is no side.
  private static func areOne(_ a: Position, _ b: Position) -> Bool {
    abs(a.x - b.x) < 1e-6 && abs(a.y - b.y) < 1e-6
  }

  private mutating func add(_ x: Double, _ y: Double) {
    let position = Position(x: x, y: y)
    if let last = ring.last, OutlineRings.areOne(last, position) { return }
    ring.append(position)
  }

  private func firstCorner(after angle: Double) -> Int {
    var low = 0
    var high = corners.count
    while low < high {
      let middle = (low + high) / 2
      if corners[middle].angle <= angle { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Every hole goes to the smallest shell around it: islands may lie in holes of others.
  private func assemble(
    _ shells: [(ring: [Position], area: Double)], _ holes: [[Position]]
  ) -> MultiPolygon? {
    var polygons = shells.map { Polygon(shell: $0.ring) }
    let boxes = shells.map { Envelope(of: $0.ring) }
    for hole in holes {
      var best: Int?
      for index in shells.indices where boxes[index].contains(hole[0]) {
        if let best, shells[best].area <= shells[index].area { continue }
        if OutlineRings.isInside(hole[0], shells[index].ring) { best = index }
      }
      guard let best else { return nil }
      polygons[best].holes.append(hole)
    }
    return MultiPolygon(polygons)
  }

  private static func isInside(_ place: Position, _ ring: [Position]) -> Bool {
    var isInside = false
    for (a, b) in zip(ring, ring.dropFirst()) where (a.y > place.y) != (b.y > place.y) {
      if place.x < a.x + (b.x - a.x) * (place.y - a.y) / (b.y - a.y) { isInside.toggle() }
    }
    return isInside
  }
}
