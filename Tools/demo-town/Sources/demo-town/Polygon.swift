/// Operations on a ring given by its points, without repeating the first, metres.
enum Polygon {
  /// The ring's area in square metres; negative when it turns clockwise.
  static func area(_ ring: [Point]) -> Double {
    var sum = 0.0
    for position in ring.indices {
      sum += ring[position].cross(ring[(position + 1) % ring.count])
    }
    return sum / 2
  }

  /// The centre of the ring's area.
  static func centroid(_ ring: [Point]) -> Point {
    let origin = ring[0]
    var sum = Point(0, 0)
    var weight = 0.0
    for position in 1..<max(1, ring.count - 1) {
      let first = ring[position] - origin
      let second = ring[position + 1] - origin
      let double = first.cross(second)
      sum = sum + (first + second) * (double / 3)
      weight += double
    }
    return abs(weight) > 1e-6 ? origin + sum * (1 / weight) : origin
  }

  /// Whether the point lies within the ring.
  static func contains(_ ring: [Point], _ point: Point) -> Bool {
    var inside = false
    var previous = ring[ring.count - 1]
    for here in ring {
      if (here.y > point.y) != (previous.y > point.y) {
        let x = here.x + (point.y - here.y) / (previous.y - here.y) * (previous.x - here.x)
        if point.x < x { inside.toggle() }
      }
      previous = here
    }
    return inside
  }

  /// The distance from a point to the ring's outline, metres.
  static func distance(_ ring: [Point], _ point: Point) -> Double {
    var best = Double.infinity
    for position in ring.indices {
      let next = ring[(position + 1) % ring.count]
      best = min(best, nearest(to: point, on: ring[position], next).distance)
    }
    return best
  }

  /// The place within the ring farthest from its outline, to some 4 metres, and how far it is.
  static func depth(_ ring: [Point]) -> (point: Point, distance: Double) {
    let west = ring.map(\.x).min() ?? 0
    let east = ring.map(\.x).max() ?? 0
    let south = ring.map(\.y).min() ?? 0
    let north = ring.map(\.y).max() ?? 0
    var best = (point: centroid(ring), distance: 0.0)
    let step = max(4, max(east - west, north - south) / 40)
    for y in stride(from: south, through: north, by: step) {
      for x in stride(from: west, through: east, by: step) {
        let point = Point(x, y)
        guard contains(ring, point) else { continue }
        let here = distance(ring, point)
        if here > best.distance { best = (point, here) }
      }
    }
    return best
  }

  /// The smallest rectangle around the ring, at any angle.
  ///
  /// - Returns: Its centre, the unit vector of its long side, and its two sides in metres.
  static func smallestRectangle(
    _ ring: [Point]
  ) -> (centre: Point, axis: Point, long: Double, short: Double) {
    var best = (centre: ring[0], axis: Point(1, 0), long: 0.0, short: 0.0)
    var bestArea = Double.infinity
    for position in ring.indices {
      let axis = (ring[(position + 1) % ring.count] - ring[position]).direction
      guard axis.norm > 0.5 else { continue }
      let along = ring.map { $0.dot(axis) }
      let across = ring.map { $0.dot(axis.left) }
      guard let a0 = along.min(), let a1 = along.max(), let c0 = across.min(),
        let c1 = across.max()
      else { continue }
      let area = (a1 - a0) * (c1 - c0)
      guard area < bestArea else { continue }
      bestArea = area
      let centre = axis * ((a0 + a1) / 2) + axis.left * ((c0 + c1) / 2)
      best =
        a1 - a0 >= c1 - c0
        ? (centre, axis, a1 - a0, c1 - c0) : (centre, axis.left, c1 - c0, a1 - a0)
    }
    return best
  }
}
