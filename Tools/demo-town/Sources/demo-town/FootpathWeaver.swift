import Foundation

/// Weaves the ways only walkers have: through parks, between towers, up the hill.
struct FootpathWeaver {
  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed, stream: 4)
  }

  mutating func weave(_ town: inout Town) {
    for block in town.blocks.indices where !town.isReserved(block) {
      let outline = town.blocks[block].outline(in: town.graph)
      if TownGreens.parks.contains(where: {
        Polygon.contains(outline, LandWarp.bent($0.place))
      }) {
        weavePark(outline, in: &town)
        continue
      }
      guard !town.blocks[block].touchesBarrier(in: town.graph) else { continue }
      let area = Polygon.area(outline)
      switch Zone.at(Polygon.centroid(outline)).style {
      case .towers where area < 120_000: weaveTowers(block, in: &town)
      case .hill where area > 7_000:
        if random.chance(0.5) { climb(block, in: &town) }
      case .suburb where random.chance(0.2): layAlley(block, kind: .path, in: &town)
      case .grid where random.chance(0.1): layAlley(block, kind: .footway, in: &town)
      default: break
      }
    }
  }

  /// The closed garden: paths that join nothing but each other.
  mutating func weaveClosedGarden(_ garden: ReservedBlock, in town: inout Town) {
    let radius = garden.depth - 14
    let rim = (0..<12).map { step -> Int in
      let angle = 2 * Double.pi * Double(step) / 12
      let reach = radius * random.between(0.78, 1)
      return town.graph.addNode(at: garden.heart + Point(cos(angle), sin(angle)) * reach)
    }
    let path = StreetLine(
      .path, tags: [("surface", "fine_gravel"), ("foot", "yes")], isStructural: false)
    town.graph.lay(path, along: (rim + [rim[0]]).map { .node($0) })
    let middle = town.graph.addNode(at: garden.heart)
    town.graph.lay(path, along: [.node(rim[1]), .node(middle), .node(rim[7])])
    town.graph.lay(path, along: [.node(rim[4]), .node(middle), .node(rim[10])])
  }

  // MARK: Parks

  /// Paths from gate to gate and a walk around.
  private mutating func weavePark(_ outline: [Point], in town: inout Town) {
    let centre = Polygon.centroid(outline)
    let walk = Polyline.simplified(
      Polyline.curve(
        through: ring(around: centre, outline: outline, share: 0.66), spacing: 16),
      tolerance: 1)
    let path = StreetLine(.footway, tags: [("surface", "fine_gravel")], isStructural: false)
    let first = town.graph.addNode(at: walk[0])
    town.graph.lay(
      path, along: [.node(first)] + walk.dropFirst().dropLast().map { .place($0) } + [.node(first)])
    let turn = random.between(0, 0.6)
    for gate in 0..<7 {
      let angle = turn + 2 * Double.pi * (Double(gate) + random.between(-0.2, 0.2)) / 7
      let heading = Point(cos(angle), sin(angle))
      let goal = centre + heading * 700
      guard
        let hit = town.graph.crossings(from: centre, to: goal).first(where: {
          town.graph.lines[town.graph.segments[$0.segment].line].kind.isStreet
        })
      else { continue }
      let end = town.graph.node(on: hit.segment, fraction: hit.fraction, snap: 6)
      let gatePlace = town.graph.points[end]
      let start = centre + heading.left * random.between(-30, 30) + heading * 8
      let bend = (start + gatePlace) * 0.5 + heading.left * random.between(-22, 22)
      let course = Polyline.simplified(
        Polyline.curve(through: [start, bend, gatePlace], spacing: 15), tolerance: 0.9)
      let startStep: PathStep
      if gate > 0,
        let near = town.graph.nearestSegment(
          to: start, reach: 60, where: { $0.kind == .path || $0.kind == .footway })
      {
        startStep = .node(town.graph.node(on: near.segment, fraction: near.fraction, snap: 4))
      } else {
        startStep = .place(start)
      }
      let line = StreetLine(gate % 3 == 0 ? .path : .footway, isStructural: false)
      town.graph.lay(
        line, along: [startStep] + course.dropFirst().dropLast().map { .place($0) } + [.node(end)])
      town.marks.append(MapMark(node: end, tags: [("barrier", "gate"), ("foot", "yes")]))
    }
  }

  /// Places around a centre, at a share of the way to the outline; the first again at the end.
  private func ring(around centre: Point, outline: [Point], share: Double) -> [Point] {
    let places = (0..<14).map { step -> Point in
      let angle = 2 * Double.pi * Double(step) / 14
      let far = centre + Point(cos(angle), sin(angle)) * 1500
      var nearest = 1.0
      for edge in outline.indices {
        let next = outline[(edge + 1) % outline.count]
        if let hit = intersection(centre, far, outline[edge], next) {
          nearest = min(nearest, hit.first)
        }
      }
      return centre + (far - centre) * (nearest * share)
    }
    return places + [places[0]]
  }

  // MARK: Between buildings

  /// Footpaths crossing the lawns of the tall buildings, and a car park's road.
  private mutating func weaveTowers(_ block: Int, in town: inout Town) {
    if let chord = chord(through: block, spread: 0.2, in: town) {
      let length = Polyline.length(chord.points)
      let drive = Polyline.part(chord.points, from: 0, to: length * 0.62)
      let start = node(at: chord.from, in: &town.graph)
      let line = StreetLine(.service, tags: [("surface", "asphalt")], isStructural: false)
      let road = town.graph.lay(
        line, along: [.node(start)] + drive.dropFirst().map { .place($0) })
      layParking(beside: drive, of: road, in: &town)
    }
    for _ in 0..<3 { layAlley(block, kind: .footway, in: &town) }
  }

  /// Parking aisles to the left of a drive.
  private func layParking(beside drive: [Point], of road: Int, in town: inout Town) {
    let length = Polyline.length(drive)
    for distance in stride(from: 30.0, to: length - 6, by: 30) {
      let (place, heading) = Polyline.place(on: drive, at: distance)
      let end = place + heading.left * 26
      guard town.isClear(end, by: 14),
        town.graph.crossings(from: place + heading.left, to: end).isEmpty,
        let near = town.graph.nearestSegment(to: place, reach: 1, where: { $0.kind == .service })
      else { continue }
      let start = town.graph.node(on: near.segment, fraction: near.fraction, snap: 3)
      town.graph.lay(
        StreetLine(.service, tags: [("service", "parking_aisle")], isStructural: false),
        along: [.node(start), .place(end)])
    }
  }

  /// A footpath through a block, joined to every drive it crosses.
  private mutating func layAlley(_ block: Int, kind: LineKind, in town: inout Town) {
    guard let chord = chord(through: block, spread: 0.38, in: town) else { return }
    let from = node(at: chord.from, in: &town.graph)
    let to = node(at: chord.to, in: &town.graph)
    guard from != to,
      town.graph.crossings(
        from: chord.from.place, to: chord.to.place
      ).count < 7
    else { return }
    town.graph.lay(
      StreetLine(
        kind, tags: [("surface", kind == .path ? "ground" : "asphalt")],
        isStructural: false),
      along: [.node(from)] + chord.between.map { .place($0) } + [.node(to)], snap: 6)
  }

  /// Steps up the hill, a footpath at either end.
  private mutating func climb(_ block: Int, in town: inout Town) {
    guard let chord = chord(through: block, spread: 0.3, in: town) else { return }
    let points = [chord.from.place, chord.to.place]
    let length = Polyline.length(points)
    let from = node(at: chord.from, in: &town.graph)
    let to = node(at: chord.to, in: &town.graph)
    let foot = town.graph.addNode(at: Polyline.place(on: points, at: 12).point)
    let head = town.graph.addNode(at: Polyline.place(on: points, at: length - 12).point)
    guard
      town.graph.crossings(
        from: town.graph.points[foot], to: town.graph.points[head]
      ).isEmpty
    else { return }
    let path = StreetLine(.footway, isStructural: false)
    let steps = StreetLine(
      .steps, tags: [("handrail", "yes"), ("incline", "up")], isStructural: false,
      awaitsName: length > 70)
    town.graph.lay(path, along: [.node(from), .node(foot)])
    town.graph.lay(steps, along: [.node(foot), .node(head)])
    town.graph.lay(path, along: [.node(head), .node(to)])
  }

  private mutating func chord(through block: Int, spread: Double, in town: Town) -> Chord? {
    var fresh = town.blocks[block]
    fresh.refresh(in: town.graph)
    let finder = ChordFinder(graph: town.graph, block: fresh, style: .suburb)
    for _ in 0..<8 {
      if let chord = finder.chord(spread: spread, random: &random) { return chord }
    }
    return nil
  }

  /// The node of a chord's end, made if need be.
  private func node(at end: Chord.End, in graph: inout StreetGraph) -> Int {
    if let node = end.node { return node }
    guard
      let hit = graph.nearestSegment(to: end.place, reach: 3, where: { $0.kind.isStreet })
        ?? graph.nearestSegment(to: end.place, reach: 3, where: { !$0.kind.isBarrier })
    else { return graph.addNode(at: end.place) }
    return graph.node(on: hit.segment, fraction: hit.fraction, snap: 1)
  }
}
