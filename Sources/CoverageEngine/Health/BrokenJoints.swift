import RelaisGeo

/// Junctions that are missing: nodes beside a line they should join, and lines that cross without a node.
///
/// A place is reported once, as a near miss where a node is near, else as a crossing.
struct BrokenJoints {
  let nearMisses: [NetworkProblem.Place]
  let crossings: [NetworkProblem.Place]

  init(scope: HealthScope, grid: SegmentGrid, doubled: [DoubledStretch]) {
    let network = scope.network
    let misses = NearMisses(network: network, grid: grid).all()
    // What a double misses, its likeness may well join.
    let isDoubled = Set(doubled.flatMap { $0.edges.map(\.index) })
    var places: [Joint] = []
    var told = Told(grid.plane)
    func add(_ position: Position, _ edges: [EdgeID]) {
      // Where several ends should meet, they are one junction.
      guard let known = told.place(of: position, else: places.count) else {
        return places.append(Joint(position: position, edges: Set(edges)))
      }
      places[known].edges.formUnion(edges)
    }
    for miss in misses where !isDoubled.contains(miss.edge) {
      let arcs = network.firstArc[Int(miss.node)]..<network.firstArc[Int(miss.node) + 1]
      let own = arcs.map { EdgeID(Int(network.arcEdge[Int($0)])) }
      if own.allSatisfy({ isDoubled.contains($0.index) }) { continue }
      add(miss.point, own + [EdgeID(Int(miss.edge))])
    }
    let missCount = places.count
    var walks = ShortWalks(network, limit: NearMisses.detour)
    for crossing in UnjoinedCrossings(network: network, grid: grid).all() {
      let edges = [EdgeID(Int(crossing.first)), EdgeID(Int(crossing.second))]
      if isDoubled.contains(crossing.first) || isDoubled.contains(crossing.second) { continue }
      let position = grid.plane.position(crossing.point)
      let offsets = edges.map { network.offset(nearest: position, on: $0) }
      walks.start()
      let rest = network.length(of: edges[0]) - offsets[0]
      walks.begin(at: network.tails[edges[0].position], distance: UInt32(offsets[0].millimetres))
      walks.begin(at: network.heads[edges[0].position], distance: UInt32(rest.millimetres))
      walks.walk()
      if !walks.reaches(edges[1], at: offsets[1]) { add(position, edges) }
    }
    nearMisses = BrokenJoints.inOrder(places[..<missCount], scope)
    crossings = BrokenJoints.inOrder(places[missCount...], scope)
  }

  private struct Joint {
    var position: Position
    var edges: Set<EdgeID>
  }

  private static func inOrder(
    _ places: ArraySlice<Joint>, _ scope: HealthScope
  ) -> [NetworkProblem.Place] {
    places.filter { scope.contains($0.position) }.map {
      scope.place($0.edges.sorted(), at: $0.position)
    }
    .sorted {
      ($0.edges[0].index, $0.position.y, $0.position.x)
        < ($1.edges[0].index, $1.position.y, $1.position.x)
    }
  }

  /// Metres of the islands that a missing junction cuts off.
  func touched(among islands: [NetworkProblem.Place]) -> Length {
    let edges = Set((nearMisses + crossings).flatMap(\.edges))
    return islands.reduce(.zero) { sum, island in
      island.edges.contains(where: edges.contains) ? sum + island.length : sum
    }
  }

  /// Places told so far, in cells of about two metres: another in the same cell or beside it is the same.
  private struct Told {
    private let plane: WholePlane
    private var cells: [WholePlane.Point: Int] = [:]

    init(_ plane: WholePlane) { self.plane = plane }

    /// The number of the place that was told there; `nil` for a new one, which then has the number given.
    mutating func place(of position: Position, else number: Int) -> Int? {
      let point = plane.point(position)
      let scale = plane.scale(atY: point.y)
      let x = Int64((Double(point.x) * scale.x / 2).rounded(.down))
      let y = Int64((Double(point.y) * scale.y / 2).rounded(.down))
      for dx in -1...1 {
        for dy in -1...1 {
          if let known = cells[.init(x: x + Int64(dx), y: y + Int64(dy))] { return known }
        }
      }
      cells[.init(x: x, y: y)] = number
      return nil
    }
  }
}
