import RelaisGeo
import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// Certificates: a labelling is right because nothing improves it and everything has a witness.
@Suite struct SearchTests {
  private struct Case {
    var network: StreetNetwork
    var snaps: [Snap?]
  }

  private func town(_ seed: UInt64) -> Case {
    var random = SeededRandom(seed: seed)
    let network = Town.random(&random).network
    let places = (0..<Int.random(in: 0...6, using: &random)).map { _ in
      Position(
        x: Double(Int.random(in: -1...13, using: &random)),
        y: Double(Int.random(in: -1...13, using: &random)))
    }
    return Case(
      network: network, snaps: Snapper(network).snaps(of: places, within: Length(metres: 3)))
  }

  private func label(_ distance: Int64, _ source: Int) -> UInt64 {
    UInt64(distance) << 32 | UInt64(source)
  }

  /// Per node, the least label a facility gives it over its own edge.
  private func seeds(_ town: Case) -> [Int: UInt64] {
    var seeds: [Int: UInt64] = [:]
    for (source, snap) in town.snaps.enumerated() {
      guard let snap else { continue }
      let length = Int64(town.network.lengths[snap.edge.position])
      let offset = snap.offset.millimetres
      let connector = snap.connector.millimetres
      for (node, walk) in [
        (town.network.tail(of: snap.edge), offset),
        (town.network.head(of: snap.edge), length - offset),
      ] {
        seeds[node.position] = min(
          seeds[node.position] ?? .max, label(connector + walk, source))
      }
    }
    return seeds
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func nothingImprovesALabelAndEachHasAWitness(seed: UInt64) {
    let town = town(seed)
    let network = town.network
    let labels = NetworkDistances(network, from: town.snaps, countsConnector: true).labels
    let seeds = seeds(town)
    for node in 0..<network.nodeCount {
      if let own = seeds[node] { #expect(labels[node] <= own, "seed \(seed)") }
      var isWitnessed = labels[node] == SearchWorkspace.unreached || seeds[node] == labels[node]
      for arc in Int(network.firstArc[node])..<Int(network.firstArc[node + 1]) {
        let head = Int(network.arcs[arc].head)
        let other = SearchWorkspace.label(labels[head], after: Int64(network.arcs[arc].length))
        #expect(labels[node] <= other, "seed \(seed): an arc improves node \(node)")
        if other == labels[node] { isWitnessed = true }
      }
      #expect(isWitnessed, "seed \(seed): node \(node) has no witness")
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func theNearestFacilityIsTheLowestOnATie(seed: UInt64) {
    let town = town(seed)
    let network = town.network
    let all = NetworkDistances(network, from: town.snaps, countsConnector: true)
    let alone = town.snaps.indices.map { index in
      NetworkDistances(
        network, from: town.snaps.indices.map { $0 == index ? town.snaps[$0] : nil },
        countsConnector: true)
    }
    for node in 0..<network.nodeCount {
      let best = alone.indices.compactMap { index in
        alone[index].distance(to: NodeID(node)).map { ($0, index) }
      }.min { $0 < $1 }
      #expect(all.distance(to: NodeID(node)) == best?.0, "seed \(seed)")
      #expect(all.nearest(to: NodeID(node)) == best?.1, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func aBoundedSearchIsTheUnboundedOneCutOff(seed: UInt64) {
    let town = town(seed)
    let whole = NetworkDistances(town.network, from: town.snaps, countsConnector: true).labels
    for metres in [0.0, 1, 4.5, 12, 1000] {
      let bound = Length(metres: metres)
      let bounded = NetworkDistances(
        town.network, from: town.snaps, countsConnector: true, within: bound
      ).labels
      let cut = whole.map {
        $0 != SearchWorkspace.unreached && Int64($0 >> 32) <= bound.millimetres
          ? $0 : SearchWorkspace.unreached
      }
      #expect(bounded == cut, "seed \(seed), \(metres) m")
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func aUsedWorkspaceSearchesLikeANewOne(seed: UInt64) {
    let town = town(seed)
    let network = town.network
    var random = SeededRandom(seed: seed)
    var used = SearchWorkspace(for: network)
    for _ in 0..<5 {
      let seeds = (0..<Int.random(in: 0...3, using: &random)).map { source in
        SearchWorkspace.Seed(
          node: UInt32.random(in: 0..<UInt32(network.nodeCount), using: &random),
          distance: .random(in: 0...20_000, using: &random), source: UInt32(source))
      }
      let bound = UInt64.random(in: 0...40_000, using: &random)
      used.search(network, from: seeds, within: bound)
      var fresh = SearchWorkspace(for: network)
      fresh.search(network, from: seeds, within: bound)
      for node in 0..<UInt32(network.nodeCount) {
        let (one, other) = (used.distance(to: node), fresh.distance(to: node))
        #expect(one == other, "seed \(seed)")
        #expect(used.touched.contains(node) == (one != nil), "seed \(seed)")
      }
      #expect(Set(used.touched).count == used.touched.count)
    }
  }

  @Test func distancesPastWhatALabelHoldsAreUnreachedAndNoCrash() {
    var town = Town()
    for index in 0..<8 {
      town.street(
        "e\(index)", "n\(index)", "n\(index + 1)",
        [(Double(index), 0), (Double(index + 1), 0)], length: 1_000_000)
    }
    let network = town.network
    let snaps = Snapper(network).snaps(of: [Position(x: 0, y: 0)], within: Length(metres: 60))
    let distances = NetworkDistances(network, from: snaps, countsConnector: true)
    let reached = (0..<8).filter {
      distances.nearest(in: network, to: EdgeID($0), at: network.length(of: EdgeID($0))) != nil
    }
    #expect(reached == [0, 1, 2, 3])
  }

  /// A lattice whose edges are far shorter than the mean: what a queue in the wrong order rescans
  /// without end.
  private func lattice(_ side: Int, seed: UInt64) -> StreetNetwork {
    var random = SeededRandom(seed: seed)
    var town = Town()
    for x in 0..<side {
      for y in 0..<side {
        for (dx, dy) in [(1, 0), (0, 1)] where x + dx < side && y + dy < side {
          town.street(
            "\(x)-\(y)-\(dx)", "\(x)-\(y)", "\(x + dx)-\(y + dy)",
            [(Double(x), Double(y)), (Double(x + dx), Double(y + dy))],
            length: [0, 0.001, 0.01, 0.1, 1, 40].randomElement(using: &random))
        }
      }
    }
    // Apart from all, so that only a source of its own reaches it.
    town.street("apart", "p", "q", [(-9, -9), (-8, -9)], length: 3)
    return town.network
  }

  @Test func aLatticeOfTinyEdgesIsScannedAFewTimesOnly() {
    let network = lattice(120, seed: 7)
    var workspace = SearchWorkspace(for: network)
    workspace.search(
      network, from: [.init(node: network.tails[0], distance: 0, source: 0)],
      within: SearchWorkspace.farthest)
    #expect(workspace.touched.count == network.nodeCount - 2)
    #expect(workspace.scannedArcs < 40 * network.arcs.count)
  }

  @Test(arguments: [1, 2, 5] as [Int])
  func coresDoNotShowInTheLabels(cores: Int) {
    // Large enough to be split in two: 108,900 nodes, 3,000 sources.
    let network = lattice(330, seed: 11)
    var random = SeededRandom(seed: 5)
    var seeds = (0..<3000).map { source in
      SearchWorkspace.Seed(
        node: network.tails.dropLast().randomElement(using: &random) ?? 0,
        distance: .random(in: 0...9000, using: &random), source: UInt32(source))
    }
    // A source whose first node lies beyond any usual reach.
    seeds.append(
      .init(node: network.tails[network.edgeCount - 1], distance: 900_000_000, source: 3000))
    for bound in [SearchWorkspace.farthest, 5000] {
      var single = SearchWorkspace(for: network)
      single.search(network, from: seeds, within: bound)
      let labels = MultiSourceSearch.labels(
        of: network, from: seeds, within: bound, cores: cores)
      let wrong = labels.indices.filter { node in
        let distance = labels[node] == SearchWorkspace.unreached ? nil : UInt32(labels[node] >> 32)
        return distance != single.distance(to: UInt32(node))
      }
      #expect(wrong.isEmpty)
      // Every label of a seed's own node is at most the seed; equal distances go to the lowest.
      #expect(
        seeds.allSatisfy {
          $0.distance > bound || labels[Int($0.node)] <= $0.distance << 32 | UInt64($0.source)
        })
    }
  }
}
