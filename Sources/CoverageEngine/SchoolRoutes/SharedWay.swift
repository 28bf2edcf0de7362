public import RelaisGeo

/// The way to a school that most children could walk together: a line for a *pedibus*, with stops.
///
/// Followed from the door outwards along the branch most children come by, as long as a quarter of those
/// at the door do, and enough homes for the figure to be published.
public struct SharedWay: Hashable, Sendable {
  public struct Stop: Hashable, Sendable {
    public var position: Position
    /// Names of the streets that meet there, sorted.
    public var streets: [String]
    /// Along the line to the school's door.
    public var distance: Length
    /// Those who join here: all who reach the line since the stop before.
    public var children: Children
    public var homes: Int
  }

  /// Index of the school.
  public var school: Int
  /// From the farthest to the last before the door; at least one.
  public var stops: [Stop]
  /// From the first stop to the door.
  public var pieces: [EdgeInterval]

  public var length: Length { stops[0].distance }
  public var children: Children { stops.reduce(.zero) { $0 + $1.children } }

  /// Stops are at least so far apart, millimetres.
  static let leastSpacing: Int64 = 250_000
  /// A shorter line is not worth a plan.
  static let leastLength: Int64 = 200_000
  static let leastHomes: Int32 = 11
}

extension SharedWay {
  /// - Parameters:
  ///   - tree: holds the ways to one school.
  ///   - children, homes: through each node, all summed up.
  /// - Returns: `nil` where no line is long enough.
  init?(
    school: Int, _ tree: borrowing RouteTree, children: [Int64], homes: [Int32]
  ) {
    var best: (node: UInt32, children: Int64)?
    for node in tree.order where tree.next(after: node) == nil && homes[Int(node)] > 0 {
      if children[Int(node)] > best?.children ?? 0 { best = (node, children[Int(node)]) }
    }
    guard let door = best else { return nil }
    // From the door outwards.
    var nodes = [door.node]
    while let next = SharedWay.busiest(before: nodes[nodes.count - 1], tree, children),
      children[Int(next)] * 4 >= door.children, homes[Int(next)] >= SharedWay.leastHomes
    {
      nodes.append(next)
    }
    nodes.reverse()
    let connector = tree.entrances.connector(of: tree.label(of: door.node))
    func distance(_ node: UInt32) -> Int64 { Int64(tree.label(of: node) >> 32) - connector }
    guard distance(nodes[0]) >= SharedWay.leastLength, homes[Int(nodes[0])] >= SharedWay.leastHomes
    else { return nil }
    var stops: [Stop] = []
    var last: (children: Int64, homes: Int32, distance: Int64)?
    for node in nodes {
      let walk = distance(node)
      let isStop =
        last.map {
          $0.distance - walk >= SharedWay.leastSpacing && walk >= SharedWay.leastSpacing / 2
            && tree.isCrossing(node)
        } ?? true
      guard isStop else { continue }
      stops.append(
        Stop(
          position: tree.position(of: node), streets: tree.streets(at: node),
          distance: Length(millimetres: walk),
          children: Children(millionths: children[Int(node)] - (last?.children ?? 0)),
          homes: Int(homes[Int(node)] - (last?.homes ?? 0))))
      last = (children[Int(node)], homes[Int(node)], walk)
    }
    self.school = school
    self.stops = stops
    pieces = nodes.map { node in
      let step = tree.step(from: node)
      return EdgeInterval(
        edge: step.edge, from: Length(millimetres: min(step.from, step.to)),
        to: Length(millimetres: max(step.from, step.to)))
    }.filter { $0.length > .zero }
  }

  /// Of the nodes that walk on to this one, the one most children come by; ties to the lowest edge.
  private static func busiest(
    before node: UInt32, _ tree: borrowing RouteTree, _ children: [Int64]
  ) -> UInt32? {
    let network = tree.network
    var best: (node: UInt32, edge: UInt32, children: Int64)?
    for index in Int(network.firstArc[Int(node)])..<Int(network.firstArc[Int(node) + 1]) {
      let head = network.arcs[index].head
      let edge = network.arcEdge[index]
      guard children[Int(head)] > 0, tree.next(after: head) == node,
        tree.step(from: head).edge.index == edge
      else { continue }
      let own = children[Int(head)]
      if best.map({ own > $0.children || own == $0.children && edge < $0.edge }) ?? true {
        best = (head, edge, own)
      }
    }
    return best?.node
  }
}

extension RouteTree {
  /// Whether more than two streets' ends meet at a node.
  fileprivate func isCrossing(_ node: UInt32) -> Bool {
    network.firstArc[Int(node) + 1] - network.firstArc[Int(node)] > 2
  }

  fileprivate func position(of node: UInt32) -> Position {
    let edge = EdgeID(Int(network.arcEdge[Int(network.firstArc[Int(node)])]))
    let line = network.vertices(of: edge)
    return network.tails[edge.position] == node ? line[line.startIndex] : line[line.endIndex - 1]
  }

  fileprivate func streets(at node: UInt32) -> [String] {
    Set(network.edges(at: NodeID(Int(node))).compactMap { network.name(of: $0) }).sorted()
  }
}
