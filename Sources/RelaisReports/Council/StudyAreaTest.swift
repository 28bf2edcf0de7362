import CoverageEngine
import RelaisGeo

/// Whether a line is drawn as part of the study area: by its middle, since it is only drawn.
struct StudyAreaTest {
  private let rings: [[Position]]
  private let envelope: Envelope
  private let isEverywhere: Bool

  init(_ area: Area?) {
    isEverywhere = area == nil
    rings = area?.shape.polygons.flatMap { [$0.shell] + $0.holes } ?? []
    envelope = Envelope(of: rings.joined())
  }

  func contains(middleOf line: [Position]) -> Bool {
    guard !isEverywhere else { return true }
    guard let first = line.first else { return false }
    let next = line[line.count / 2]
    let before = line.count > 1 ? line[line.count / 2 - 1] : first
    return contains(Position(x: (before.x + next.x) / 2, y: (before.y + next.y) / 2))
  }

  /// By the even-odd rule, which treats shells and holes alike.
  private func contains(_ point: Position) -> Bool {
    guard envelope.contains(point) else { return false }
    var inside = false
    for ring in rings {
      for (a, b) in zip(ring, ring.dropFirst()) where (a.y > point.y) != (b.y > point.y) {
        if point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x { inside.toggle() }
      }
    }
    return inside
  }
}
