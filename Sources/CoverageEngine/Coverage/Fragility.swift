import Computing
public import RelaisGeo

/// What would be lost if one relay left: streets to cover that lie within the main budget of it and of
/// no other, inside the study area.
public struct Fragility: Hashable, Sendable {
  /// One per relay; nothing for those that are unattached or do not count.
  public var losses: [Length]
  /// Streets that only one relay covers: the sum of all losses.
  public var onlyOne: Length

  /// The share of all losses that the relays to keep make up together, at least.
  public static let keptShare = 0.5
}

extension Fragility {
  /// - Parameter isCounted: One per relay.
  /// - Complexity: that of sorting the ends of portions on each edge; split over the cores.
  init(
    _ reaches: RelayReaches, _ network: StreetNetwork, isCounted: [Bool], studyArea: AreaClip?
  ) {
    let parts = Parallel.map(reaches.edgeCount, grain: 2000) { ranks in
      var losses = [Int64](repeating: 0, count: isCounted.count)
      for rank in ranks {
        let entries = reaches.entries(at: rank)
        let edge = Int(entries[entries.startIndex].edge)
        let side = studyArea?.sides[edge] ?? .inside
        guard network.isDemand[edge], side != .outside else { continue }
        let inside =
          side == .inside
          ? nil : studyArea?.set(of: edge, length: Int64(network.lengths[edge]))
        Fragility.forEachAlone(entries, isCounted) { relay, portion in
          losses[relay] +=
            inside.map { $0.intersection(IntervalSet(union: [portion])).length }
            ?? portion.to - portion.from
        }
      }
      return losses
    }
    var sums = [Int64](repeating: 0, count: isCounted.count)
    for part in parts { for relay in sums.indices { sums[relay] += part[relay] } }
    losses = sums.map { Length(millimetres: $0) }
    onlyOne = Length(millimetres: sums.reduce(0, +))
  }

  /// Calls `body` with each stretch of an edge that one relay alone reaches.
  private static func forEachAlone(
    _ entries: ArraySlice<RelayReaches.Entry>, _ isCounted: [Bool],
    _ body: (_ relay: Int, IntervalSet.Portion) -> Void
  ) {
    var ends: [(offset: Int64, relay: Int, step: Int)] = []
    for entry in entries where isCounted[Int(entry.relay)] {
      ends.append((entry.portion.from, Int(entry.relay), 1))
      ends.append((entry.portion.to, Int(entry.relay), -1))
    }
    ends.sort { $0.offset < $1.offset }
    var reached: Int64 = 0
    var count = 0
    // Of those that reach the stretch in hand: where there is one, it is the sum.
    var sum = 0
    for end in ends {
      if count == 1, end.offset > reached { body(sum, .init(from: reached, to: end.offset)) }
      reached = end.offset
      count += end.step
      sum += end.step * end.relay
    }
  }

  /// The relays to keep: the fewest that together lose ``keptShare`` of what only one relay covers, those
  /// with most first, ties to the lowest.
  public var toKeep: [Int] {
    let goal = Double(onlyOne.millimetres) * Fragility.keptShare
    var sum = Length.zero
    var kept: [Int] = []
    for relay in losses.indices.sorted(by: { (losses[$1], $0) < (losses[$0], $1) })
    where Double(sum.millimetres) < goal {
      sum += losses[relay]
      kept.append(relay)
    }
    return kept
  }
}
