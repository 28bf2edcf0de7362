import Foundation

/// Adds the service ways: works' yards, car parks, drives, back alleys.
struct ServiceWeaver {
  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed, stream: 5)
  }

  mutating func weave(_ town: inout Town) {
    for block in town.blocks.indices where !town.isReserved(block) {
      let outline = town.blocks[block].outline(in: town.graph)
      let area = Polygon.area(outline)
      guard !town.blocks[block].touchesBarrier(in: town.graph), area < 200_000 else { continue }
      switch Zone.at(Polygon.centroid(outline)).style {
      case .industry:
        for _ in 0..<Int(area / 11_000) { layYard(in: block, of: &town) }
      case .suburb, .estate, .hill:
        if random.chance(0.4) { layStub(.driveway, in: block, of: &town) }
      case .grid, .faubourg:
        if random.chance(0.22) { layStub(.alley, in: block, of: &town) }
      case .oldTown, .towers: break
      }
    }
    laySpecialDrives(&town)
  }

  /// Four drives that differ in who may walk them.
  private mutating func laySpecialDrives(_ town: inout Town) {
    let wishes: [[(key: String, value: String)]] = [
      [("service", "private")], [("access", "private")],
      [("access", "private"), ("foot", "yes")], [("access", "no"), ("foot", "permissive")],
    ]
    var laid = 0
    for block in town.blocks.indices.reversed() where laid < wishes.count {
      guard !town.isReserved(block), town.zone(of: block).style == .suburb,
        !town.blocks[block].touchesBarrier(in: town.graph),
        let stub = stub(in: block, of: town, from: 26, to: 40, clearance: 11)
      else { continue }
      lay(stub, tags: wishes[laid], in: &town)
      laid += 1
    }
  }

  private enum StubUse { case driveway, alley }

  private mutating func layStub(_ use: StubUse, in block: Int, of town: inout Town) {
    let reach = use == .alley ? (26.0, 52.0) : (15.0, 32.0)
    guard let stub = stub(in: block, of: town, from: reach.0, to: reach.1, clearance: 10)
    else { return }
    lay(stub, tags: [("service", use == .alley ? "alley" : "driveway")], in: &town)
  }

  private func lay(
    _ stub: (segment: Int, fraction: Double, end: Point), tags: [(key: String, value: String)],
    in town: inout Town
  ) {
    let start = town.graph.node(on: stub.segment, fraction: stub.fraction, snap: 2)
    town.graph.lay(
      StreetLine(.service, tags: tags, isStructural: false),
      along: [.node(start), .place(stub.end)])
  }

  /// A short way into the block, square to one of its streets.
  private mutating func stub(
    in block: Int, of town: Town, from shortest: Double, to longest: Double, clearance: Double
  ) -> (segment: Int, fraction: Double, end: Point)? {
    let graph = town.graph
    let ring = town.blocks[block].ring.flatMap { graph.expanded($0) }
    for _ in 0..<6 {
      let directed = random.pick(ring)
      let line = graph.lines[graph.segments[directed.segment].line]
      let from = graph.points[graph.start(of: directed)]
      let to = graph.points[graph.end(of: directed)]
      guard line.kind.isStreet, !line.isOffGround, from.distance(to: to) > 24,
        line.kind != .primary, !line.tags.contains(where: { $0.key == "junction" })
      else { continue }
      let share = random.between(0.4, 0.6)
      let place = from + (to - from) * share
      let inward = (to - from).direction.left
      let end = place + inward * random.between(shortest, longest)
      guard town.isClear(end, by: clearance),
        graph.crossings(from: place + inward, to: end).isEmpty
      else { continue }
      return (directed.segment, directed.isForward ? share : 1 - share, end)
    }
    return nil
  }

  /// A works' road, with parking aisles along it.
  private mutating func layYard(in block: Int, of town: inout Town) {
    guard let stub = stub(in: block, of: town, from: 60, to: 130, clearance: 24) else { return }
    let start = town.graph.node(on: stub.segment, fraction: stub.fraction, snap: 2)
    let from = town.graph.points[start]
    let heading = (stub.end - from).direction
    let length = from.distance(to: stub.end)
    let road = town.graph.lay(
      StreetLine(.service, isStructural: false), along: [.node(start), .place(stub.end)])
    if let last = town.graph.nodes(of: road).last, random.chance(0.5) {
      town.marks.append(MapMark(node: last, tags: [("noexit", "yes")]))
    }
    let side = heading.left * (random.chance(0.5) ? 1 : -1)
    for distance in stride(from: 34.0, to: length, by: 18) where random.chance(0.6) {
      let place = from + heading * distance
      let end = place + side * 30
      guard town.isClear(end, by: 12),
        town.graph.crossings(from: place + side, to: end).isEmpty,
        let near = town.graph.nearestSegment(to: place, reach: 1, where: { $0.kind == .service })
      else { continue }
      let node = town.graph.node(on: near.segment, fraction: near.fraction, snap: 2)
      town.graph.lay(
        StreetLine(.service, tags: [("service", "parking_aisle")], isStructural: false),
        along: [.node(node), .place(end)])
    }
  }
}
