import RelaisGeo

/// What every reader asks of lines and rings.
enum GeometryRules {
  /// Coordinates beyond this size, degrees or metres, are no place on earth.
  static let largestCoordinate = 1e9

  /// Whether both coordinates are numbers of a size that may be a place.
  static func isPlace(_ position: Position) -> Bool {
    abs(position.x) <= largestCoordinate && abs(position.y) <= largestCoordinate
  }

  /// What is wrong with a line; `nil` if nothing. It needs two positions.
  static func problem(ofLine line: [Position]) -> String? {
    line.count >= 2 ? nil : "a line of \(line.count) position(s)"
  }

  /// What is wrong with a ring; `nil` if nothing. It needs four positions, the last being the first.
  static func problem(ofRing ring: [Position]) -> String? {
    if ring.count < 4 { return "a ring of \(ring.count) position(s)" }
    return ring.first == ring.last ? nil : "a ring that is not closed"
  }
}
