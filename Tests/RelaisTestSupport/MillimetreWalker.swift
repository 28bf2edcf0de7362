public import CoverageEngine
import RelaisGeo

/// The oracle: walks a town one millimetre a step, without any of the engine's search or interval
/// code. It knows only the edges' ends and lengths, and where relays attach.
public struct MillimetreWalker {
  /// Per edge and per millimetre from the tail: the walk from the nearest relay.
  public let distances: [[Int64?]]

  /// Bellman–Ford over nodes, then the definition of d(x) at every millimetre.
  public init(_ network: StreetNetwork, snaps: [Snap?], countsConnector: Bool) {
    var node = [Int64?](repeating: nil, count: network.nodeCount)
    func offer(_ distance: Int64, to index: UInt32) -> Bool {
      if let known = node[Int(index)], known <= distance { return false }
      node[Int(index)] = distance
      return true
    }
    for snap in snaps.compactMap({ $0 }) {
      let edge = snap.edge.position
      let connector = countsConnector ? snap.connector.millimetres : 0
      _ = offer(connector + snap.offset.millimetres, to: network.tails[edge])
      _ = offer(
        connector + Int64(network.lengths[edge]) - snap.offset.millimetres, to: network.heads[edge])
    }
    var changed = true
    while changed {
      changed = false
      for edge in 0..<network.edgeCount {
        let length = Int64(network.lengths[edge])
        if let tail = node[Int(network.tails[edge])] {
          changed = offer(tail + length, to: network.heads[edge]) || changed
        }
        if let head = node[Int(network.heads[edge])] {
          changed = offer(head + length, to: network.tails[edge]) || changed
        }
      }
    }
    distances = (0..<network.edgeCount).map { edge in
      let length = Int64(network.lengths[edge])
      let own = snaps.compactMap { $0 }.filter { $0.edge.position == edge }
      return (0...length).map { step in
        var best = node[Int(network.tails[edge])].map { $0 + step }
        if let head = node[Int(network.heads[edge])] {
          best = min(best ?? .max, head + length - step)
        }
        for snap in own {
          let connector = countsConnector ? snap.connector.millimetres : 0
          best = min(best ?? .max, connector + abs(snap.offset.millimetres - step))
        }
        return best
      }
    }
  }

  /// How many of an edge's unit steps [m, m + 1] lie within a budget at both ends and between.
  public func coveredSteps(edge: Int, budget: Int64) -> Int64 {
    zip(distances[edge], distances[edge].dropFirst()).reduce(0) { sum, pair in
      guard let a = pair.0, let b = pair.1 else { return sum }
      return sum + (a <= budget && b <= budget ? 1 : 0)
    }
  }
}
