import Computing
import RelaisGeo

/// The facilities that stand on edges, sorted by edge, then offset, then facility.
public struct EdgeSnaps: Sendable {
  public struct Entry: Hashable, Sendable {
    public var edge: UInt32
    /// Millimetres from the tail.
    public var offset: Int64
    /// Millimetres walked before the street is reached.
    public var connector: Int64
    public var facility: UInt32
  }

  public let entries: [Entry]

  /// - Parameter snaps: one per facility; `nil` ones are left out.
  init(_ snaps: [Snap?], countsConnector: Bool) {
    var entries = snaps.enumerated().compactMap { facility, snap in
      snap.map {
        Entry(
          edge: $0.edge.index, offset: $0.offset.millimetres,
          connector: countsConnector ? $0.connector.millimetres : 0, facility: UInt32(facility))
      }
    }
    // Stable: by edge, then offset, then facility.
    RadixSort.sort(&entries) { UInt32($0.offset) }
    RadixSort.sort(&entries) { $0.edge }
    self.entries = entries
  }

  /// The first entry on this edge or a later one.
  ///
  /// - Complexity: logarithmic.
  func firstIndex(from edge: UInt32) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].edge < edge { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The entries on one edge, by offset.
  func on(_ edge: UInt32) -> ArraySlice<Entry> {
    let start = firstIndex(from: edge)
    var end = start
    while end < entries.count, entries[end].edge == edge { end += 1 }
    return entries[start..<end]
  }

  /// Both ends of every entry's edge, with what is walked to get there.
  func seeds(in network: StreetNetwork) -> [SearchWorkspace.Seed] {
    var seeds: [SearchWorkspace.Seed] = []
    seeds.reserveCapacity(2 * entries.count)
    for entry in entries {
      let edge = Int(entry.edge)
      let rest = Int64(network.lengths[edge]) - entry.offset
      seeds.append(
        .init(
          node: network.tails[edge], distance: UInt64(entry.connector + entry.offset),
          source: entry.facility))
      seeds.append(
        .init(
          node: network.heads[edge], distance: UInt64(entry.connector + rest),
          source: entry.facility))
    }
    return seeds
  }
}
