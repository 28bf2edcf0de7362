import RelaisGeo

/// Coverage from several sets of the same relays, each different set searched once.
///
/// A school week has 168 hours and a town opens and shuts its relays a few dozen times in it: hours
/// with the same relays open share one answer.
struct RelaySetCoverage {
  let network: StreetNetwork
  let snaps: [Snap?]
  let parameters: AnalysisParameters
  let studyArea: AreaClip?

  /// The different sets, in the order they were first asked for; attached relays only.
  private(set) var sets: [[Bool]] = []
  private var known: [[Bool]: Int] = [:]

  init(
    network: StreetNetwork, snaps: [Snap?], parameters: AnalysisParameters, studyArea: AreaClip?
  ) {
    self.network = network
    self.snaps = snaps
    self.parameters = parameters
    self.studyArea = studyArea
  }

  /// The number of a set of relays; sets alike but for unattached relays have the same.
  mutating func number(of isOpen: [Bool]) -> Int {
    let set = zip(isOpen, snaps).map { $0 && $1 != nil }
    if let number = known[set] { return number }
    known[set] = sets.count
    sets.append(set)
    return sets.count - 1
  }

  /// What one set covers within every budget.
  ///
  /// - Complexity: one search bounded by the largest budget, then linear in edges for each budget.
  func coverage(ofSet number: Int) -> [Coverage] {
    let open = zip(sets[number], snaps).map { $0 ? $1 : nil }
    let distances = NetworkDistances(
      network, from: open, countsConnector: parameters.countsConnector,
      within: parameters.budgets.last)
    return parameters.budgets.map { Coverage(network, distances, budget: $0) }
  }

  func summaries(_ coverage: [Coverage]) -> [BudgetSummary] {
    coverage.map { CoverageSummary.summary(network, $0, studyArea: studyArea) }
  }
}
