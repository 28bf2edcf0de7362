import Computing
import RelaisGeo

/// Labels every node with its nearest source, many sources at once, over all cores.
///
/// Few sources, and short reaches, are searched in one go. Many are split along the curve that numbers the nodes, so
/// that each core's lie together; each core searches as far as sources usually lie apart, the lower
/// label of each node is kept, and one last search carries on from where that reach ended. Labels are
/// the same however many cores there are: the least over all sources, ties to the lowest.
enum MultiSourceSearch {
  /// Fewer sources or nodes to a core are not worth another.
  private static let sourcesPerCore = 256
  private static let nodesPerCore = 50_000
  private static let sourcesPerBlock = 100

  /// - Returns: One label a node; ``SearchWorkspace/unreached`` past `maximum`.
  /// - Complexity: about linear in arcs.
  static func labels(
    of network: StreetNetwork, from seeds: [SearchWorkspace.Seed], within maximum: UInt64,
    cores: Int = Parallel.coreCount
  ) -> [UInt64] {
    let parts = min(cores, seeds.count / sourcesPerCore, network.nodeCount / nodesPerCore)
    let reach = usualReach(network, seeds: seeds.count)
    let ordered = RadixSort.sorted(seeds) { $0.node }
    // A short search is over before the labels of several cores could be put together.
    guard parts > 1, reach < maximum else {
      return labels(
        of: network, one: ordered[...], within: maximum,
        blocks: reach < maximum ? 1 : 1 + seeds.count / sourcesPerBlock)
    }
    let partial = Parallel.map(parts, grain: 1) { range in
      let slice =
        (ordered.count * range.lowerBound / parts)..<(ordered.count * range.upperBound / parts)
      return [labels(of: network, one: ordered[slice], within: reach)]
    }.flatMap { $0 }
    var merged = Parallel.fill(network.nodeCount, grain: nodesPerCore) { node in
      var least = partial[0][node]
      for labels in partial.dropFirst() { least = min(least, labels[node]) }
      return least
    }
    merged.withUnsafeMutableBufferPointer { labels in
      // Sources that begin beyond the reach have not begun yet.
      let frontier =
        seeds.filter { $0.distance > reach }
        + frontier(of: network, UnsafeBufferPointer(labels), within: maximum)
      var workspace = SearchWorkspace(for: network, labels: labels.baseAddress, isLabelled: true)
      workspace.carryOn(network, from: frontier, within: maximum)
    }
    return merged
  }

  /// One core's labels. Short searches go block by block of neighbouring sources, each lowering the
  /// labels of those before: what one block touches stays in the cache.
  private static func labels(
    of network: StreetNetwork, one seeds: ArraySlice<SearchWorkspace.Seed>, within maximum: UInt64,
    blocks: Int = 1
  ) -> [UInt64] {
    [UInt64](unsafeUninitializedCapacity: max(1, network.nodeCount)) { buffer, count in
      var workspace = SearchWorkspace(for: network, labels: buffer.baseAddress)
      for block in 0..<blocks {
        let start = seeds.startIndex + seeds.count * block / blocks
        let end = seeds.startIndex + seeds.count * (block + 1) / blocks
        workspace.carryOn(network, from: Array(seeds[start..<end]), within: maximum)
      }
      count = network.nodeCount
    }
  }

  /// About as far as any node lies from its nearest source, were both spread evenly: twice the mean
  /// arc times the root of the nodes to a source. Any value gives the same labels.
  private static func usualReach(_ network: StreetNetwork, seeds: Int) -> UInt64 {
    let mean = network.totalLength.millimetres / Int64(max(1, network.edgeCount))
    // A source gives two seeds, one for each end of its edge.
    let nodes = Double(network.nodeCount) / Double(max(1, seeds)) * 2
    return UInt64(2 * Double(mean) * nodes.squareRoot())
  }

  /// What labelled nodes offer to neighbours that know nothing better.
  private static func frontier(
    of network: StreetNetwork, _ labels: UnsafeBufferPointer<UInt64>, within maximum: UInt64
  ) -> [SearchWorkspace.Seed] {
    var seeds: [SearchWorkspace.Seed] = []
    for node in 0..<network.nodeCount where labels[node] != SearchWorkspace.unreached {
      for index in Int(network.firstArc[node])..<Int(network.firstArc[node + 1]) {
        let arc = network.arcs[index]
        let distance = labels[node] >> 32 + UInt64(arc.length)
        let source = UInt32(truncatingIfNeeded: labels[node])
        guard distance <= min(maximum, SearchWorkspace.farthest),
          distance << 32 | UInt64(source) < labels[Int(arc.head)]
        else { continue }
        seeds.append(.init(node: arc.head, distance: distance, source: source))
      }
    }
    return seeds
  }
}
