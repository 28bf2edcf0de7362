import Foundation

/// Lays the hand-drawn plan: anchors first, then barriers, then streets in the plan's order.
struct SkeletonLayer {
  private var random: SeededGenerator
  private var anchorNodes: [(name: String, node: Int)] = []

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed, stream: 1)
  }

  /// Draws the whole skeleton into an empty graph.
  mutating func lay(into graph: inout StreetGraph) {
    for barrier in TownPlan.barriers { lay(barrier, shake: 12, into: &graph) }
    for anchor in TownPlan.anchors + TownPlan.footbridgeAnchors {
      anchorNodes.append((anchor.name, graph.addNode(at: LandWarp.bent(anchor.place))))
    }
    for roundabout in TownPlan.roundabouts { lay(roundabout, into: &graph) }
    for street in TownPlan.oldTown { lay(street, shake: 9, into: &graph) }
    for street in TownPlan.arteries + TownPlan.quarters { lay(street, shake: 12, into: &graph) }
    for street in TownPlan.footbridge { lay(street, shake: 0, into: &graph) }
  }

  /// Draws the tracks and paths outside the built town, over all that is there.
  mutating func layCountry(into graph: inout StreetGraph) {
    for street in TownPlan.country { lay(street, shake: 6, isStructural: false, into: &graph) }
  }

  private mutating func lay(
    _ roundabout: (name: String, centre: Point), into graph: inout StreetGraph
  ) {
    let count = 14
    let rim = (0..<count).map { position -> Int in
      let angle = 2 * Double.pi * Double(position) / Double(count)
      return graph.addNode(
        at: LandWarp.bent(roundabout.centre) + Point(cos(angle), sin(angle)) * 17)
    }
    let line = StreetLine(
      .secondary, name: roundabout.name, tags: [("junction", "roundabout"), ("oneway", "yes")])
    graph.lay(line, along: (rim + [rim[0]]).map { .node($0) })
  }

  /// - Parameter shake: How far the seed moves a free waypoint, metres.
  private mutating func lay(
    _ street: PlannedStreet, shake: Double, isStructural: Bool = true,
    into graph: inout StreetGraph
  ) {
    var ends: [PathStep] = []
    for waypoint in street.course {
      switch waypoint {
      case .anchor(let name): ends.append(.node(node(named: name)))
      case .onto(let x, let y):
        ends.append(.node(node(near: LandWarp.bent(Point(x, y)), in: &graph)))
      case .free(let x, let y):
        let move = Point(random.bell(), random.bell()) * (shake / 2)
        ends.append(.place(LandWarp.bent(Point(x, y)) + move))
      }
    }
    let places = ends.map { step -> Point in
      switch step {
      case .node(let node): graph.points[node]
      case .place(let place): place
      }
    }
    var steps = [ends[0]]
    let legs = street.isCurved ? Polyline.curvedLegs(through: places, spacing: 18) : []
    for position in 1..<ends.count {
      if street.isCurved {
        let leg = Polyline.simplified(legs[position - 1], tolerance: 0.7)
        steps += leg.dropFirst().dropLast().map { .place($0) }
      }
      steps.append(ends[position])
    }
    var line = street.line
    line.isStructural = isStructural
    graph.lay(line, along: steps)
  }

  private func node(named name: String) -> Int {
    guard let anchor = anchorNodes.first(where: { $0.name == name }) else {
      preconditionFailure("the plan names no anchor \(name)")
    }
    return anchor.node
  }

  /// The node of a street at the place nearest to `point`, made if need be.
  private func node(near point: Point, in graph: inout StreetGraph) -> Int {
    guard let hit = graph.nearestSegment(to: point, reach: 90, where: { !$0.kind.isBarrier })
    else { preconditionFailure("no street near \(point)") }
    return graph.node(on: hit.segment, fraction: hit.fraction, snap: 7)
  }
}
