import RelaisGeo

/// The different ways that are closed at some times, in the order they were first met; number 0 is none.
struct ClosureSets {
  private(set) var sets = [Closures.none]
  private var known = [Closures.none: 0]

  mutating func number(of closures: Closures) -> Int {
    if let number = known[closures] { return number }
    known[closures] = sets.count
    sets.append(closures)
    return sets.count - 1
  }

  /// What each relay reaches alone under each of them.
  ///
  /// - Parameter reaches: With nothing closed.
  /// - Returns: By number; and how many relays were searched again.
  /// - Complexity: One bounded search for each relay that could walk where something is closed, for each set.
  func reaches(
    _ reaches: PerBudget<RelayReaches>, _ network: StreetNetwork, _ snaps: [Snap?],
    of positions: [Position], _ parameters: AnalysisParameters
  ) -> (reaches: [PerBudget<RelayReaches>], searches: Int) {
    var searches = 0
    let all = sets.map { closures -> PerBudget<RelayReaches> in
      guard !closures.isEmpty else { return reaches }
      var edges = Set(closures.edges)
      for node in closures.nodes {
        edges.formUnion(network.edges(at: NodeID(Int(node))).map(\.index))
      }
      let farthest = reaches[parameters.budgets.farthest]
      let affected = farthest.relays(reaching: edges, of: snaps.count)
      searches += affected.count { $0 }
      let walked = network.walked(without: closures)
      let attached = Snapper(walked, parameters.snapping).renewed(
        zip(snaps, affected).map { $1 ? $0 : nil }, of: positions, within: parameters.maximumSnap)
      let anew = RelayReaches.within(parameters.budgets, walked, attached, parameters)
      return reaches.mapValues { $0.replacing(affected, by: anew[$0.budget]) }
    }
    return (all, searches)
  }
}
