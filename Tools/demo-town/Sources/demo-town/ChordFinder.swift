import Foundation

/// A new street through a block: where it starts, the way between, where it ends.
struct Chord {
  /// An end of a chord: a place on one of the ring's segments.
  struct End {
    let segment: Int
    /// From the segment's own start, 0 to 1.
    let fraction: Double
    /// The node to use instead, when the end meets a junction.
    let node: Int?
    let place: Point
  }

  let from: End
  let to: End
  /// The places between the ends.
  let between: [Point]

  var points: [Point] { [from.place] + between + [to.place] }
}

/// Looks for a line that divides a block well.
struct ChordFinder {
  let graph: StreetGraph
  let block: Block
  let style: ZoneStyle
  private let nodes: [Int]
  private let outline: [Point]

  init(graph: StreetGraph, block: Block, style: ZoneStyle) {
    self.graph = graph
    self.block = block
    self.style = style
    nodes = block.nodes(in: graph)
    outline = block.outline(in: graph)
  }

  /// One attempt: across the block's long side, somewhere near its middle.
  ///
  /// - Parameter spread: How far from the middle, as a share of the long side.
  /// - Returns: `nil` when the line would end badly: on a barrier, at a sharp angle, too near
  ///   another junction, or along another street.
  func chord(spread: Double, random: inout SeededGenerator) -> Chord? {
    let frame = Polygon.smallestRectangle(outline)
    let through =
      frame.centre + frame.axis * (frame.long * random.between(-spread, spread))
      + frame.axis.left * (frame.short * random.between(-0.1, 0.1))
    let angle = style.slant * random.bell() * .pi / 180
    let heading = frame.axis.left.rotated(cosine: cos(angle), sine: sin(angle))
    guard let cut = interval(through: through, heading: heading),
      let from = end(at: cut.start, onEdge: cut.startEdge),
      let to = end(at: cut.end, onEdge: cut.endEdge),
      from.place.distance(to: to.place) > 24, from.node == nil || from.node != to.node
    else { return nil }
    let between = course(from: from.place, to: to.place, random: &random)
    let chord = Chord(from: from, to: to, between: between)
    guard meetsSquarely(chord), runsFreely(chord) else { return nil }
    return chord
  }

  /// The part of a straight line within the block: the one at `through`, else the longest.
  private func interval(
    through: Point, heading: Point
  ) -> (start: Point, startEdge: Int, end: Point, endEdge: Int)? {
    let from = through - heading * 4000
    let to = through + heading * 4000
    var hits: [(along: Double, edge: Int)] = []
    for edge in outline.indices {
      let next = outline[(edge + 1) % outline.count]
      if let hit = intersection(from, to, outline[edge], next) { hits.append((hit.first, edge)) }
    }
    hits.sort { ($0.along, $0.edge) < ($1.along, $1.edge) }
    var best: (start: Int, length: Double)?
    for position in stride(from: 0, to: hits.count - 1, by: 2) {
      let (start, end) = (hits[position].along, hits[position + 1].along)
      let length = start <= 0.5 && end >= 0.5 ? 10 : end - start
      if length > best?.length ?? 0 { best = (position, length) }
    }
    guard let best else { return nil }
    let (first, second) = (hits[best.start], hits[best.start + 1])
    return (
      from + (to - from) * first.along, first.edge, from + (to - from) * second.along, second.edge
    )
  }

  /// Moves an end to a junction across the street, or keeps it away from the others.
  private func end(at place: Point, onEdge edge: Int) -> Chord.End? {
    var near: (node: Int, distance: Double)?
    for node in nodes where graph.degree(node) >= 3 {
      let distance = graph.points[node].distance(to: place)
      if distance < near?.distance ?? .infinity { near = (node, distance) }
    }
    let directed = block.ring[edge]
    let segment = graph.segments[directed.segment]
    let (a, b) = (graph.points[segment.start], graph.points[segment.end])
    let fraction = nearest(to: place, on: a, b).fraction
    if let near, near.distance <= style.reach, graph.degree(near.node) == 3, accepts(near.node) {
      return Chord.End(
        segment: directed.segment, fraction: fraction, node: near.node,
        place: graph.points[near.node])
    }
    let line = graph.lines[segment.line]
    guard !line.kind.isBarrier, !line.isOffGround, line.kind != .steps,
      !line.tags.contains(where: { $0.key == "junction" }),
      near?.distance ?? .infinity >= style.spacing
    else { return nil }
    if place.distance(to: a) < 7 {
      return Chord.End(segment: directed.segment, fraction: 0, node: segment.start, place: a)
    }
    if place.distance(to: b) < 7 {
      return Chord.End(segment: directed.segment, fraction: 1, node: segment.end, place: b)
    }
    return Chord.End(segment: directed.segment, fraction: fraction, node: nil, place: place)
  }

  /// Whether a street may be added at a junction: no bridge, barrier or roundabout there.
  private func accepts(_ node: Int) -> Bool {
    graph.incident[node].allSatisfy { segment in
      let line = graph.lines[graph.segments[segment].line]
      return !line.kind.isBarrier && !line.isOffGround
        && !line.tags.contains { $0.key == "junction" }
    }
  }

  /// The places between the ends: a bow, and in the old town a crooked one.
  private func course(
    from: Point, to: Point, random: inout SeededGenerator
  ) -> [Point] {
    let length = from.distance(to: to)
    let bow = style.bow * random.bell() * length
    let side = (to - from).direction.left
    let count = max(1, Int((length / 22).rounded()))
    guard count > 1 else { return [] }
    var points = [from]
    for step in 1..<count {
      let t = Double(step) / Double(count)
      let crooked = style == .oldTown ? random.bell() * 2.6 : random.bell() * 0.4
      points.append(from + (to - from) * t + side * (4 * bow * t * (1 - t) + crooked))
    }
    points.append(to)
    let slim = Polyline.simplified(points, tolerance: style == .oldTown ? 1.2 : 0.8)
    return Array(slim.dropFirst().dropLast())
  }

  /// Whether both ends make a fair angle with every street there.
  private func meetsSquarely(_ chord: Chord) -> Bool {
    let points = chord.points
    let leaving = [
      (chord.from, (points[1] - points[0]).direction),
      (chord.to, (points[points.count - 2] - points[points.count - 1]).direction),
    ]
    let limit = style == .oldTown ? 0.88 : 0.74
    for (end, heading) in leaving {
      var streets: [Point] = []
      if let node = end.node {
        for segment in graph.incident[node] {
          let ends = graph.segments[segment]
          let other = ends.start == node ? ends.end : ends.start
          streets.append((graph.points[other] - end.place).direction)
        }
      } else {
        let ends = graph.segments[end.segment]
        let along = (graph.points[ends.end] - graph.points[ends.start]).direction
        streets = [along, along * -1]
      }
      if streets.contains(where: { $0.dot(heading) > limit }) { return false }
    }
    return true
  }

  /// Whether the chord stays within the block and away from its other streets.
  private func runsFreely(_ chord: Chord) -> Bool {
    let points = chord.points
    let length = Polyline.length(points)
    let clearance = style == .oldTown ? 11.0 : 16.0
    for distance in stride(from: 10.0, to: length - 10, by: 8) {
      let place = Polyline.place(on: points, at: distance).point
      guard Polygon.contains(outline, place) else { return false }
      let room = min(distance, length - distance, clearance * 1.6) / 1.6
      if Polygon.distance(outline, place) < min(clearance, room) * 0.9 { return false }
    }
    return true
  }
}
