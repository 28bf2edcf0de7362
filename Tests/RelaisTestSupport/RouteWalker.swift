public import CoverageEngine
import RelaisGeo

/// The oracle of school routes: every shortest way of a small town, walked one millimetre a step.
///
/// It knows the edges' ends and lengths, where places attach, and which millimetres are covered; none
/// of the engine's search, tree or interval code.
public struct RouteWalker {
  /// A way's figures, millimetres.
  public struct Walk: Hashable, Sendable {
    public var length: Int64
    public var uncovered: Int64
    public var longest: Int64

    public init(length: Int64, uncovered: Int64, longest: Int64) {
      self.length = length
      self.uncovered = uncovered
      self.longest = longest
    }
  }

  private let network: StreetNetwork
  /// Per edge, whether each step [m, m + 1] is covered.
  private let isCovered: [[Bool]]
  private let countsConnector: Bool

  public init(_ network: StreetNetwork, _ coverage: Coverage, countsConnector: Bool) {
    self.network = network
    self.countsConnector = countsConnector
    isCovered = (0..<network.edgeCount).map { edge in
      var steps = [Bool](repeating: false, count: Int(network.lengths[edge]))
      for interval in coverage.intervals(of: EdgeID(edge), in: network) {
        for step in interval.from.millimetres..<interval.to.millimetres { steps[Int(step)] = true }
      }
      return steps
    }
  }

  private func connector(_ snap: Snap) -> Int64 {
    countsConnector ? snap.connector.millimetres : 0
  }

  /// Bellman–Ford from one door: the walk to each node.
  public func distances(from door: Snap) -> [Int64?] {
    var node = [Int64?](repeating: nil, count: network.nodeCount)
    let edge = door.edge.position
    func offer(_ distance: Int64, _ index: UInt32) -> Bool {
      if let known = node[Int(index)], known <= distance { return false }
      node[Int(index)] = distance
      return true
    }
    _ = offer(connector(door) + door.offset.millimetres, network.tails[edge])
    _ = offer(
      connector(door) + Int64(network.lengths[edge]) - door.offset.millimetres,
      network.heads[edge])
    var changed = true
    while changed {
      changed = false
      for edge in 0..<network.edgeCount {
        let length = Int64(network.lengths[edge])
        if let tail = node[Int(network.tails[edge])] {
          changed = offer(tail + length, network.heads[edge]) || changed
        }
        if let head = node[Int(network.heads[edge])] {
          changed = offer(head + length, network.tails[edge]) || changed
        }
      }
    }
    return node
  }

  /// The walk from a home to a door; `nil` where there is no way.
  public func length(from home: Snap, to door: Snap) -> Int64? {
    let node = distances(from: door)
    let edge = home.edge.position
    var best: Int64?
    if home.edge == door.edge {
      best = connector(door) + abs((home.offset - door.offset).millimetres)
    }
    if let tail = node[Int(network.tails[edge])] {
      best = min(best ?? .max, tail + home.offset.millimetres)
    }
    if let head = node[Int(network.heads[edge])] {
      best = min(best ?? .max, head + Int64(network.lengths[edge]) - home.offset.millimetres)
    }
    return best.map { $0 + connector(home) }
  }

  /// All simple ways from a home to a door of at most a length, both connectors included, each as
  /// figures.
  public func ways(from home: Snap, to door: Snap, within longest: Int64) -> Set<Walk> {
    var found: Set<Walk> = []
    var steps: [(edge: Int, from: Int64, to: Int64)] = []
    func record() {
      var walk = Walk(
        length: connector(home) + connector(door)
          + steps.reduce(0) { $0 + abs($1.to - $1.from) }, uncovered: 0, longest: 0)
      guard walk.length <= longest else { return }
      var run: Int64 = 0
      for step in steps {
        let forward = step.from <= step.to
        var at = step.from
        while at != step.to {
          let unit = forward ? at : at - 1
          if isCovered[step.edge][Int(unit)] {
            run = 0
          } else {
            run += 1
            walk.uncovered += 1
            walk.longest = max(walk.longest, run)
          }
          at += forward ? 1 : -1
        }
      }
      found.insert(walk)
    }
    func walk(_ node: UInt32, _ reached: Int64, _ visited: Set<UInt32>) {
      guard reached <= longest else { return }
      for edge in 0..<network.edgeCount {
        let length = Int64(network.lengths[edge])
        for (from, to, start, end) in [
          (network.tails[edge], network.heads[edge], Int64(0), length),
          (network.heads[edge], network.tails[edge], length, Int64(0)),
        ]
        where from == node {
          if edge == door.edge.position {
            steps.append((edge, start, door.offset.millimetres))
            record()
            steps.removeLast()
          }
          if !visited.contains(to) {
            steps.append((edge, start, end))
            walk(to, reached + length, visited.union([to]))
            steps.removeLast()
          }
        }
      }
    }
    if home.edge == door.edge {
      steps = [(home.edge.position, home.offset.millimetres, door.offset.millimetres)]
      record()
      steps = []
    }
    let edge = home.edge.position
    for (node, end) in [
      (network.tails[edge], Int64(0)), (network.heads[edge], Int64(network.lengths[edge])),
    ] {
      steps = [(edge, home.offset.millimetres, end)]
      walk(
        node, connector(home) + connector(door) + abs(end - home.offset.millimetres), [node])
      steps = []
    }
    return found
  }
}
