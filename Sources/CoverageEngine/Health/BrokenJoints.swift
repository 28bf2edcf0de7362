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
    var found: [Joint] = []
    for miss in misses where !isDoubled.contains(miss.edge) {
      let arcs = network.firstArc[Int(miss.node)]..<network.firstArc[Int(miss.node) + 1]
      let own = arcs.map { EdgeID(Int(network.arcEdge[Int($0)])) }
      if own.allSatisfy({ isDoubled.contains($0.index) }) { continue }
      found.append(Joint(miss.point, own + [EdgeID(Int(miss.edge))], isMiss: true))
    }
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
      if !walks.reaches(edges[1], at: offsets[1]) {
        found.append(Joint(position, edges, isMiss: false))
      }
    }
    let joints = BrokenJoints.merged(found, on: grid.plane)
    nearMisses = BrokenJoints.inOrder(joints.filter(\.isMiss), scope)
    crossings = BrokenJoints.inOrder(joints.filter { !$0.isMiss }, scope)
  }

  private struct Joint {
    var position: Position
    var edges: Set<EdgeID>
    /// Whether a node is near, and lines do not merely cross.
    var isMiss: Bool

    init(_ position: Position, _ edges: [EdgeID], isMiss: Bool) {
      self.position = position
      self.edges = Set(edges)
      self.isMiss = isMiss
    }

    /// What a joint of several is shown as: a node that is near before a crossing, the southernmost, the westernmost.
    func isBefore(_ other: Joint) -> Bool {
      if isMiss != other.isMiss { return isMiss }
      return (position.y, position.x) < (other.position.y, other.position.x)
    }
  }

  /// Metres within which joints are one: where several ends should meet, they are one junction.
  private static let reach = 2.0

  /// Joints within reach of each other as one, and so those within reach of these: whatever their order.
  private static func merged(_ found: [Joint], on plane: WholePlane) -> [Joint] {
    let points = found.map { plane.point($0.position) }
    var cells: [WholePlane.Point: [Int]] = [:]
    var parents = Array(found.indices)
    func root(_ joint: Int) -> Int {
      var joint = joint
      while parents[joint] != joint {
        parents[joint] = parents[parents[joint]]
        joint = parents[joint]
      }
      return joint
    }
    for (number, point) in points.enumerated() {
      let scale = plane.scale(atY: point.y)
      let x = Int64((Double(point.x) * scale.x / reach).rounded(.down))
      let y = Int64((Double(point.y) * scale.y / reach).rounded(.down))
      for cell in (-1...1).flatMap({ dx in (-1...1).map { WholePlane.Point(x: x + dx, y: y + $0) } }
      ) {
        for other in cells[cell] ?? [] {
          let east = Double(point.x - points[other].x) * scale.x
          let north = Double(point.y - points[other].y) * scale.y
          guard east * east + north * north <= reach * reach else { continue }
          let (one, two) = (root(number), root(other))
          parents[max(one, two)] = min(one, two)
        }
      }
      cells[.init(x: x, y: y), default: []].append(number)
    }
    var merged: [Int: Joint] = [:]
    for (number, joint) in found.enumerated() {
      let root = root(number)
      guard let known = merged[root] else {
        merged[root] = joint
        continue
      }
      var first = joint.isBefore(known) ? joint : known
      first.edges = known.edges.union(joint.edges)
      merged[root] = first
    }
    return merged.sorted { $0.key < $1.key }.map(\.value)
  }

  private static func inOrder(
    _ places: [Joint], _ scope: HealthScope
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
}
