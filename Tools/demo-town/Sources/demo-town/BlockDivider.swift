/// Divides the land between the planned streets into blocks, street by street.
///
/// Each block is cut across its long side until it is as small as its zone's blocks are, the way
/// quarters were parcelled out: see Parish and Müller, *Procedural Modeling of Cities*, 2001.
struct BlockDivider {
  private var random: SeededGenerator
  /// The blocks that are not divided further.
  private(set) var blocks: [Block] = []

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed, stream: 2)
  }

  /// Divides every face of the drawing but the parks, and those a barrier bounds.
  mutating func divide(_ graph: inout StreetGraph) {
    let faces = FaceTracer.faces(of: graph) { _ in true }
    var waiting = faces.reversed().map { Block(ring: $0) }
    while var block = waiting.popLast() {
      block.refresh(in: graph)
      let outline = block.outline(in: graph)
      if isKeptWhole(block, outline: outline, in: graph) {
        blocks.append(block)
        continue
      }
      let style = Zone.at(Polygon.centroid(outline)).style
      let limit = style.blockArea * random.between(0.85, 1.75)
      guard Polygon.area(outline) > limit,
        let chord = findChord(in: block, style: style, graph: graph)
      else {
        blocks.append(block)
        continue
      }
      let halves = cut(block, along: chord, style: style, graph: &graph)
      waiting += halves
    }
    for position in blocks.indices { blocks[position].refresh(in: graph) }
  }

  private func isKeptWhole(
    _ block: Block, outline: [Point], in graph: StreetGraph
  ) -> Bool {
    let nodes = block.nodes(in: graph)
    return block.touchesBarrier(in: graph) || Set(nodes).count != nodes.count
      || TownGreens.parks.contains { Polygon.contains(outline, LandWarp.bent($0.place)) }
      || Polygon.contains(outline, Point(2, 2))
  }

  private mutating func findChord(
    in block: Block, style: ZoneStyle, graph: StreetGraph
  ) -> Chord? {
    let finder = ChordFinder(graph: graph, block: block, style: style)
    for attempt in 0..<16 {
      let spread = style == .grid ? 0.04 + 0.01 * Double(attempt) : 0.12 + 0.012 * Double(attempt)
      if let chord = finder.chord(spread: spread, random: &random) { return chord }
    }
    return nil
  }

  /// Lays the chord and parts the block in two.
  private mutating func cut(
    _ block: Block, along chord: Chord, style: ZoneStyle, graph: inout StreetGraph
  ) -> [Block] {
    var ends: [Int] = []
    for end in [chord.from, chord.to] {
      if let node = end.node {
        ends.append(node)
      } else {
        // The first end may have split the segment the second lies on.
        let whole = graph.expanded(DirectedSegment(segment: end.segment, isForward: true))
        let piece = whole.min { first, second in
          distance(of: first, to: end.place, in: graph)
            < distance(of: second, to: end.place, in: graph)
        }
        guard let piece else { return [] }
        let segment = graph.segments[piece.segment]
        let fraction = nearest(
          to: end.place, on: graph.points[segment.start], graph.points[segment.end]
        ).fraction
        ends.append(graph.node(on: piece.segment, fraction: fraction, snap: 0.5))
      }
    }
    let lines = layStreets(chord, from: ends[0], to: ends[1], style: style, graph: &graph)
    let forward = lines.flatMap { line in
      graph.lines[line].segments.map { DirectedSegment(segment: $0, isForward: true) }
    }
    let backward = forward.reversed().map {
      DirectedSegment(segment: $0.segment, isForward: false)
    }
    var ring = block
    ring.refresh(in: graph)
    let nodes = ring.nodes(in: graph)
    guard let first = nodes.firstIndex(of: ends[0]), let second = nodes.firstIndex(of: ends[1])
    else { preconditionFailure("a chord must end on its block") }
    let turned = Array(ring.ring[first...] + ring.ring[..<first])
    let length = (second - first + turned.count) % turned.count
    return [
      Block(ring: Array(turned[..<length]) + backward),
      Block(ring: Array(turned[length...]) + forward),
    ]
  }

  private func distance(
    of piece: DirectedSegment, to place: Point, in graph: StreetGraph
  ) -> Double {
    let segment = graph.segments[piece.segment]
    return nearest(to: place, on: graph.points[segment.start], graph.points[segment.end]).distance
  }

  /// A street from end to end; in an estate sometimes one that cars cannot go through, its last
  /// part a footpath.
  private mutating func layStreets(
    _ chord: Chord, from: Int, to: Int, style: ZoneStyle, graph: inout StreetGraph
  ) -> [Int] {
    let length = Polyline.length(chord.points)
    let isDeadEnd = (style == .estate || style == .towers) && length > 110 && random.chance(0.45)
    guard isDeadEnd else {
      let steps = [.node(from)] + chord.between.map { PathStep.place($0) } + [.node(to)]
      return [graph.lay(street(style), along: steps)]
    }
    let head = length - random.between(34, 60)
    let street = Polyline.part(chord.points, from: 0, to: head).dropFirst()
    let path = Polyline.part(chord.points, from: head, to: length).dropFirst().dropLast()
    let first = graph.lay(
      self.street(style), along: [.node(from)] + street.map { .place($0) })
    guard let middle = graph.nodes(of: first).last else { return [] }
    let walk = StreetLine(.footway, tags: [("surface", "asphalt")])
    let second = graph.lay(
      walk, along: [.node(middle)] + path.map { .place($0) } + [.node(to)])
    return [first, second]
  }

  /// A street of the zone, yet without a name.
  private mutating func street(_ style: ZoneStyle) -> StreetLine {
    var kind = LineKind.residential
    var tags: [(key: String, value: String)] = []
    switch style {
    case .oldTown:
      let draw = random.unit()
      kind = draw < 0.22 ? .pedestrian : draw < 0.6 ? .livingStreet : .residential
      if kind != .pedestrian, random.chance(0.5) { tags.append(("oneway", "yes")) }
    case .faubourg, .grid:
      if random.chance(0.3) { tags.append(("oneway", "yes")) }
      if random.chance(0.25) { tags.append(("maxspeed", "30")) }
    case .industry:
      kind = .unclassified
    case .estate:
      if random.chance(0.15) { kind = .livingStreet }
    case .suburb, .hill, .towers:
      if random.chance(0.2) { tags.append(("maxspeed", "30")) }
    }
    return StreetLine(kind, tags: tags, awaitsName: true)
  }
}
