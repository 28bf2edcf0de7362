/// Operations on a line given by its points, metres.
enum Polyline {
  /// The line's length.
  static func length(_ points: [Point]) -> Double {
    zip(points, points.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
  }

  /// The place at a distance from the start, and the direction of travel there.
  ///
  /// A distance outside the line gives its nearer end.
  static func place(on points: [Point], at distance: Double) -> (point: Point, heading: Point) {
    var rest = max(0, distance)
    for (from, to) in zip(points, points.dropFirst()) {
      let step = from.distance(to: to)
      if rest <= step, step > 0 {
        return (from + (to - from) * (rest / step), (to - from).direction)
      }
      rest -= step
    }
    let last = points[points.count - 1]
    return (last, (last - points[max(0, points.count - 2)]).direction)
  }

  /// The line bent smoothly through its points (Catmull and Rom, 1974), leg by leg.
  ///
  /// - Parameter spacing: Metres between the points of the result.
  /// - Returns: One leg between each two points given, both ends included.
  static func curvedLegs(through points: [Point], spacing: Double) -> [[Point]] {
    (0..<(points.count - 1)).map { position in
      let from = points[position]
      let to = points[position + 1]
      let before = position > 0 ? points[position - 1] : from * 2 - to
      let after = position + 2 < points.count ? points[position + 2] : to * 2 - from
      let steps = points.count > 2 ? max(1, Int((from.distance(to: to) / spacing).rounded())) : 1
      let between = (1..<max(2, steps)).filter { $0 < steps }.map { step -> Point in
        let t = Double(step) / Double(steps)
        let linear = (to - before) * t
        let square = (before * 2 - from * 5 + to * 4 - after) * (t * t)
        let cube = (from * 3 - before - to * 3 + after) * (t * t * t)
        return (from * 2 + linear + square + cube) * 0.5
      }
      return [from] + between + [to]
    }
  }

  /// The legs of ``curvedLegs(through:spacing:)`` in one line.
  static func curve(through points: [Point], spacing: Double) -> [Point] {
    let legs = curvedLegs(through: points, spacing: spacing)
    return [points[0]] + legs.flatMap { $0.dropFirst() }
  }

  /// The line with fewer points, nowhere farther than `tolerance` metres from the first
  /// (Douglas and Peucker, 1973).
  static func simplified(_ points: [Point], tolerance: Double) -> [Point] {
    guard points.count > 2 else { return points }
    var farthest = 0
    var distance = 0.0
    for position in 1..<(points.count - 1) {
      let here = nearest(to: points[position], on: points[0], points[points.count - 1]).distance
      if here > distance {
        distance = here
        farthest = position
      }
    }
    guard distance > tolerance else { return [points[0], points[points.count - 1]] }
    let head = simplified(Array(points[...farthest]), tolerance: tolerance)
    let tail = simplified(Array(points[farthest...]), tolerance: tolerance)
    return head.dropLast() + tail
  }

  /// The part of the line between two distances from its start.
  static func part(_ points: [Point], from start: Double, to end: Double) -> [Point] {
    var result = [place(on: points, at: start).point]
    var travelled = 0.0
    for (from, to) in zip(points, points.dropFirst()) {
      travelled += from.distance(to: to)
      if travelled > start + 0.01, travelled < end - 0.01 { result.append(to) }
    }
    result.append(place(on: points, at: end).point)
    return result
  }

  /// A line beside the given one, `distance` metres to its left (to its right when negative).
  ///
  /// Corners are mitred, and the mitre held to twice the distance.
  static func beside(_ points: [Point], distance: Double) -> [Point] {
    points.indices.map { position in
      let here = points[position]
      let arriving = position > 0 ? (here - points[position - 1]).direction : Point(0, 0)
      let leaving =
        position + 1 < points.count ? (points[position + 1] - here).direction : Point(0, 0)
      let normal = (arriving + leaving).direction.left
      let reference = (arriving == Point(0, 0) ? leaving : arriving).left
      return here + normal * (distance / max(0.5, normal.dot(reference)))
    }
  }
}
