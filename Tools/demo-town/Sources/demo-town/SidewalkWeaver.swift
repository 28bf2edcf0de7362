/// Draws the pavements and cycle lanes that the map keeps as ways of their own.
enum SidewalkWeaver {
  /// The streets whose pavements are drawn apart.
  private static let streets = [
    "Boulevard des Remparts", "Boulevard de la République", "Boulevard des Ormes",
    "Avenue de la Gare",
  ]

  static func weave(_ town: inout Town) {
    for index in town.graph.lines.indices {
      let line = town.graph.lines[index]
      guard let name = line.name, !line.isOffGround else { continue }
      if streets.contains(name) {
        town.graph.lines[index].tags.append(("sidewalk", "separate"))
        let sides = [8.5, -8.5].compactMap { layBeside(index, distance: $0, in: &town) }
        if sides.count == 2 { layCrossings(of: index, sidewalks: sides, in: &town) }
      } else if name == "Boulevard du Nord" {
        layCycleway(beside: index, in: &town)
      }
    }
  }

  /// One pavement along a street, tied to it at both ends by a crossing.
  ///
  /// - Returns: The pavement's line, `nil` when the street is too short.
  private static func layBeside(
    _ street: Int, distance: Double, in town: inout Town
  ) -> Int? {
    let course = town.graph.geometry(of: street)
    let length = Polyline.length(course)
    guard length > 80 else { return nil }
    let middle = Polyline.part(course, from: 22, to: length - 22)
    let beside = Polyline.simplified(
      Polyline.beside(Polyline.simplified(middle, tolerance: 1), distance: distance), tolerance: 0.6
    )
    guard let first = beside.first, let last = beside.last else { return nil }
    let head = town.graph.addNode(at: first)
    let tail = town.graph.addNode(at: last)
    let pavement = StreetLine(
      .footway, tags: [("footway", "sidewalk"), ("surface", "asphalt")], isStructural: false)
    let index = town.graph.lay(
      pavement,
      along: [.node(head)] + beside.dropFirst().dropLast().map { .place($0) } + [.node(tail)],
      snap: 1)
    for (node, at) in [(head, 18.0), (tail, length - 18)] {
      let place = Polyline.place(on: course, at: at).point
      let kerb = nodeOn(street, near: place, snap: 2, in: &town.graph)
      let link = StreetLine(
        .footway, tags: [("footway", "crossing")], isStructural: false)
      town.graph.lay(link, along: [.node(kerb), .node(node)], snap: 0.5)
    }
    return index
  }

  /// Zebra crossings from one pavement to the other, every hundred metres or so.
  private static func layCrossings(of street: Int, sidewalks: [Int], in town: inout Town) {
    let course = town.graph.geometry(of: street)
    let length = Polyline.length(course)
    for at in stride(from: 70.0, to: length - 60, by: 105) {
      let place = Polyline.place(on: course, at: at).point
      let middle = nodeOn(street, near: place, snap: 9, in: &town.graph)
      // At a junction the pavements are parted already.
      guard town.graph.degree(middle) == 2 else { continue }
      let here = town.graph.points[middle]
      let sides = sidewalks.map { nodeOn($0, near: here, snap: 1, in: &town.graph) }
      let isClean = sides.allSatisfy { side in
        let hits = town.graph.crossings(from: here, to: town.graph.points[side])
        return hits.allSatisfy { hit in
          let ends = town.graph.segments[hit.segment]
          return [middle, side].contains { $0 == ends.start || $0 == ends.end }
        }
      }
      guard isClean else { continue }
      let zebra = StreetLine(
        .footway, tags: [("footway", "crossing"), ("crossing", "uncontrolled")],
        isStructural: false)
      town.graph.lay(zebra, along: [.node(sides[0]), .node(middle), .node(sides[1])], snap: 0.5)
      town.marks.append(
        MapMark(node: middle, tags: [("highway", "crossing"), ("crossing", "uncontrolled")]))
    }
  }

  /// A cycle lane apart from the carriageway, where nobody walks.
  private static func layCycleway(beside street: Int, in town: inout Town) {
    let course = town.graph.geometry(of: street)
    let length = Polyline.length(course)
    let middle = Polyline.simplified(
      Polyline.part(course, from: 420, to: length - 520), tolerance: 1.2)
    let beside = Polyline.beside(middle, distance: -7)
    guard let first = middle.first, let last = middle.last else { return }
    let head = nodeOn(street, near: first, snap: 3, in: &town.graph)
    let tail = nodeOn(street, near: last, snap: 3, in: &town.graph)
    town.graph.lay(
      StreetLine(
        .cycleway, tags: [("oneway", "yes"), ("surface", "asphalt")], isStructural: false),
      along: [.node(head)] + beside.dropFirst().dropLast().map { .place($0) } + [.node(tail)],
      snap: 1)
  }

  /// The node of a line nearest to a place, made if need be.
  private static func nodeOn(
    _ line: Int, near place: Point, snap: Double, in graph: inout StreetGraph
  ) -> Int {
    var best: (segment: Int, distance: Double, fraction: Double)?
    for segment in graph.liveSegments(from: place, to: place, margin: 60)
    where graph.segments[segment].line == line {
      let ends = graph.segments[segment]
      let here = nearest(to: place, on: graph.points[ends.start], graph.points[ends.end])
      if here.distance < best?.distance ?? .infinity {
        best = (segment, here.distance, here.fraction)
      }
    }
    guard let best else { preconditionFailure("the line does not pass here") }
    return graph.node(on: best.segment, fraction: best.fraction, snap: snap)
  }
}
