import Foundation

/// Grows dead ends, loops and closes into the blocks.
struct CulDeSacPlanter {
  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed, stream: 3)
  }

  /// Plants every block that is not reserved, as its zone's style has it.
  mutating func plant(_ town: inout Town) {
    for block in town.blocks.indices where !town.isReserved(block) {
      let outline = town.blocks[block].outline(in: town.graph)
      let area = Polygon.area(outline)
      let style = Zone.at(Polygon.centroid(outline)).style
      guard !town.blocks[block].touchesBarrier(in: town.graph),
        area < style.blockArea * 2.5
      else { continue }
      for _ in 0..<attempts(style, area: area) {
        if style == .estate, random.chance(0.22), plantClose(in: block, of: &town) { continue }
        plantImpasse(in: block, style: style, of: &town)
      }
    }
  }

  private mutating func attempts(_ style: ZoneStyle, area: Double) -> Int {
    switch style {
    case .estate: Int(area / 6_000)
    case .suburb, .hill: area > 14_000 && random.chance(0.5) ? 2 : 0
    case .faubourg, .grid: area > 11_000 && random.chance(0.3) ? 1 : 0
    case .oldTown: area > 2_600 && random.chance(0.3) ? 1 : 0
    case .towers, .industry: 0
    }
  }

  // MARK: Where to start

  /// A place on one of the block's streets, away from its junctions, and the way inward.
  private mutating func mouth(
    of block: Int, in town: Town, spacing: Double
  ) -> (segment: Int, fraction: Double, place: Point, inward: Point)? {
    let graph = town.graph
    let ring = town.blocks[block].ring.flatMap { graph.expanded($0) }
    for _ in 0..<10 {
      let directed = random.pick(ring)
      let line = graph.lines[graph.segments[directed.segment].line]
      guard line.kind.isStreet, !line.isOffGround,
        line.kind != .primary, !line.tags.contains(where: { $0.key == "junction" })
      else { continue }
      let from = graph.points[graph.start(of: directed)]
      let to = graph.points[graph.end(of: directed)]
      let share = random.between(0.1, 0.9)
      let place = from + (to - from) * share
      let isFree = ring.allSatisfy { piece in
        let node = graph.start(of: piece)
        return graph.degree(node) < 3 || graph.points[node].distance(to: place) > spacing
      }
      guard isFree else { continue }
      let angle = random.bell() * 0.12
      let inward = (to - from).direction.left.rotated(cosine: cos(angle), sine: sin(angle))
      return (directed.segment, directed.isForward ? share : 1 - share, place, inward)
    }
    return nil
  }

  /// How far one can go straight from a place before meeting a line, metres, at most 400.
  private func sight(from place: Point, heading: Point, in graph: StreetGraph) -> Double {
    let start = place + heading * 2
    return (graph.crossings(from: start, to: start + heading * 400).first?.along ?? 1) * 400
  }

  /// Whether a course keeps its distance from everything but the street it leaves.
  private func isFree(
    _ course: [Point], clearance: Double, tail: Bool = false, in town: Town
  ) -> Bool {
    let length = Polyline.length(course)
    let end = tail ? length - clearance : length
    guard end > clearance else { return false }
    for distance in stride(from: clearance + 1, through: end, by: 6) {
      let place = Polyline.place(on: course, at: distance).point
      if !town.isClear(place, by: clearance) { return false }
    }
    return true
  }

  // MARK: Shapes

  /// A dead end; sometimes a loop at its head, sometimes a footpath onward.
  private mutating func plantImpasse(in block: Int, style: ZoneStyle, of town: inout Town) {
    let isSmall = style == .oldTown
    guard let mouth = mouth(of: block, in: town, spacing: isSmall ? 16 : 26) else { return }
    let sight = sight(from: mouth.place, heading: mouth.inward, in: town.graph)
    let length = min(sight * random.between(0.5, 0.66), random.between(70, 165))
    guard length > (isSmall ? 18 : 38) else { return }
    let bend = isSmall ? 0 : random.bell() * 0.09 * length
    let end = mouth.place + mouth.inward * length
    let middle = mouth.place + mouth.inward * (length / 2) + mouth.inward.left * bend
    let course = Polyline.simplified(
      Polyline.curve(through: [mouth.place, middle, end], spacing: 14), tolerance: 0.7)
    guard isFree(course, clearance: isSmall ? 9 : 20, in: town) else { return }
    let start = town.graph.node(on: mouth.segment, fraction: mouth.fraction, snap: 3)
    var steps = [PathStep.node(start)] + course.dropFirst().map { PathStep.place($0) }
    let heading = (end - middle).direction
    let hasLoop = style == .estate && random.chance(0.45)
    if hasLoop, town.isClear(end + heading * 15, by: 30) {
      // One way, used twice by its own node: the head of a lollipop.
      let centre = end + heading * 14
      let head = town.graph.addNode(at: end)
      steps[steps.count - 1] = .node(head)
      for step in 1..<9 {
        let angle = 2 * Double.pi * Double(step) / 9
        let arm = (heading * -14).rotated(cosine: cos(angle), sine: sin(angle))
        steps.append(.place(centre + arm))
      }
      steps.append(.node(head))
      layImpasse(steps, style: style, in: &town)
      return
    }
    let line = layImpasse(steps, style: style, in: &town)
    guard let last = town.graph.nodes(of: line).last else { return }
    if style != .oldTown, random.chance(style == .estate ? 0.6 : 0.3),
      layFootpath(from: last, heading: heading, in: &town)
    {
      return
    }
    town.marks.append(MapMark(node: last, tags: [("noexit", "yes")]))
  }

  @discardableResult
  private mutating func layImpasse(
    _ steps: [PathStep], style: ZoneStyle, in town: inout Town
  ) -> Int {
    let kind: LineKind =
      style == .oldTown ? .pedestrian : random.chance(0.2) ? .livingStreet : .residential
    return town.graph.lay(
      StreetLine(kind, isStructural: false, awaitsName: true), along: steps)
  }

  /// A footpath from the head of a dead end to the first street ahead.
  private mutating func layFootpath(
    from node: Int, heading: Point, in town: inout Town
  ) -> Bool {
    let place = town.graph.points[node]
    for turn in [0.0, 0.35, -0.35, 0.7, -0.7] {
      let ahead = heading.rotated(cosine: cos(turn), sine: sin(turn))
      let from = place + ahead
      guard let hit = town.graph.crossings(from: from, to: from + ahead * 90).first,
        town.graph.lines[town.graph.segments[hit.segment].line].kind.isStreet
      else { continue }
      let end = town.graph.node(on: hit.segment, fraction: hit.fraction, snap: 5)
      let middle =
        (place + town.graph.points[end]) * 0.5 + ahead.left * (random.bell() * 2)
      let kind: LineKind = random.chance(0.25) ? .path : .footway
      town.graph.lay(
        StreetLine(kind, isStructural: false),
        along: [.node(node), .place(middle), .node(end)])
      return true
    }
    return false
  }

  /// A close: a street that leaves its street and comes back to it.
  private mutating func plantClose(in block: Int, of town: inout Town) -> Bool {
    guard let mouth = mouth(of: block, in: town, spacing: 34) else { return false }
    let depth = random.between(48, 75)
    let width = random.between(70, 120)
    let along = mouth.inward.left * (random.chance(0.5) ? 1 : -1)
    let far = mouth.place + mouth.inward * depth
    let corners = [
      mouth.place, mouth.place + mouth.inward * (depth * 0.75),
      far + along * (width * 0.2), far + along * (width * 0.8),
      mouth.place + mouth.inward * (depth * 0.75) + along * width,
    ]
    let foot = corners[4]
    guard
      let back = town.graph.crossings(from: foot, to: foot - mouth.inward * (depth * 1.3)).first,
      town.graph.lines[town.graph.segments[back.segment].line].kind.isStreet
    else { return false }
    let ends = town.graph.segments[back.segment]
    let (a, b) = (town.graph.points[ends.start], town.graph.points[ends.end])
    let arrival = a + (b - a) * back.fraction
    let course = Polyline.simplified(
      Polyline.curve(through: corners + [arrival], spacing: 9), tolerance: 0.8)
    guard isFree(course, clearance: 21, tail: true, in: town),
      town.isClear(arrival, by: 24, where: { !$0.kind.isStreet })
    else { return false }
    let start = town.graph.node(on: mouth.segment, fraction: mouth.fraction, snap: 3)
    guard
      let again = town.graph.nearestSegment(to: arrival, reach: 2, where: { $0.kind.isStreet })
    else { return false }
    let end = town.graph.node(on: again.segment, fraction: again.fraction, snap: 3)
    let steps = course.dropFirst().dropLast().map { PathStep.place($0) }
    town.graph.lay(
      StreetLine(.residential, isStructural: false, awaitsName: true),
      along: [.node(start)] + steps + [.node(end)])
    return true
  }
}
