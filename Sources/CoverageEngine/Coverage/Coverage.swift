import Computing
import RelaisGeo

/// What lies within one budget of a facility: { x : d(x) ≤ T }, exactly, on every edge.
///
/// On an edge (u, v) of length L this is the union of [0, T − d(u)], [L − (T − d(v)), L] and
/// [s − (T − a), s + (T − a)] for each facility on it (offset s, connector a), cut to [0, L]; on a street whose sidewalks are
/// drawn apart, with what their own intervals stand for (``SidewalkStrips``).
public struct Coverage: Sendable {
  public let budget: Budget
  let portions: EdgePortions

  /// - Complexity: linear in edges; 8 bytes each.
  public init(_ network: StreetNetwork, _ distances: NetworkDistances, budget: Budget) {
    self.budget = budget
    let limit = min(budget.millimetres, Int64(Int32.max))
    let ends = Parallel.fillRuns(network.edgeCount, grain: 50_000) {
      edges, slots in
      distances.labels.withUnsafeBufferPointer { labels in
        network.tails.withUnsafeBufferPointer { tails in
          network.heads.withUnsafeBufferPointer { heads in
            for edge in edges {
              let ends = EdgePortions.Ends(
                fromTail: Coverage.reach(labels[Int(tails[edge])], limit),
                fromHead: Coverage.reach(labels[Int(heads[edge])], limit))
              slots.advanced(by: edge).initialize(to: ends)
            }
          }
        }
      }
    }
    let own = EdgePortions(
      ends: ends, listed: Coverage.withFacilities(network, ends, distances.onEdges, limit))
    portions =
      network.strips.isEmpty
      ? own
      : own.replacing(
        network.strips.added(network.lengths) {
          own.portions(of: $0, length: Int64(network.lengths[$0]))
        })
  }

  /// How far the budget reaches past a node.
  @inline(__always)
  private static func reach(_ label: UInt64, _ budget: Int64) -> Int32 {
    let left = budget - Int64(label >> 32)
    return label == SearchWorkspace.unreached || left < 0 ? EdgePortions.Ends.absent : Int32(left)
  }

  private static func withFacilities(
    _ network: StreetNetwork, _ ends: [EdgePortions.Ends], _ onEdges: EdgeSnaps, _ budget: Int64
  ) -> [(edge: UInt32, portions: IntervalSet)] {
    var result: [(edge: UInt32, portions: IntervalSet)] = []
    var index = 0
    let entries = onEdges.entries
    while index < entries.count {
      let edge = entries[index].edge
      let length = Int64(network.lengths[Int(edge)])
      var unordered: [IntervalSet.Portion] = []
      let own = ends[Int(edge)]
      if own.fromTail >= 0 {
        unordered.append(.init(from: 0, to: min(length, Int64(own.fromTail))))
      }
      if own.fromHead >= 0 {
        unordered.append(.init(from: max(0, length - Int64(own.fromHead)), to: length))
      }
      while index < entries.count, entries[index].edge == edge {
        let left = budget - entries[index].connector
        if left >= 0 {
          unordered.append(
            .init(
              from: max(0, entries[index].offset - left),
              to: min(length, entries[index].offset + left)))
        }
        index += 1
      }
      result.append((edge, IntervalSet(union: unordered, onEdgeOf: length)))
    }
    return result
  }

  /// The covered intervals of one edge, disjoint, increasing; one of no length for a covered edge
  /// of no length.
  public func intervals(of edge: EdgeID, in network: StreetNetwork) -> [EdgeInterval] {
    set(of: edge.position, in: network).portions.map {
      EdgeInterval(
        edge: edge, from: Length(millimetres: $0.from), to: Length(millimetres: $0.to))
    }
  }

  /// The same for what is not covered.
  public func uncoveredIntervals(of edge: EdgeID, in network: StreetNetwork) -> [EdgeInterval] {
    let length = network.length(of: edge).millimetres
    return set(of: edge.position, in: network).complement(in: length).portions.map {
      EdgeInterval(
        edge: edge, from: Length(millimetres: $0.from), to: Length(millimetres: $0.to))
    }
  }

  func set(of edge: Int, in network: StreetNetwork) -> IntervalSet {
    portions.portions(of: edge, length: Int64(network.lengths[edge]))
  }
}
