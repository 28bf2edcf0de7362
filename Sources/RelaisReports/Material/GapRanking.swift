package import CoverageEngine
import RelaisGeo

/// The one order of uncovered streets, in which every page, table and layer numbers them.
enum GapRanking {
  /// Shorter ones are counted, not listed, where a list is to be acted on: a crossing's width is no task.
  static let floor = Length(millimetres: 50_000)

  static func isListed(_ gap: Gap) -> Bool { gap.length >= floor }
}

extension AnalysisResult {
  /// Numbers the gaps of the main budget anew: those worth a list first, by the children who pass them as far as this is
  /// public, then by length. Gaps keep their places; only their ranks change.
  ///
  /// Public figures rank, so that the order reveals nothing they withhold. Those of other budgets stay by length, as nobody
  /// counts children on them.
  package mutating func rankGaps(by routes: RoutePlan?) {
    guard let routes else { return }
    let gaps = main.gaps
    let passing = GapPassing(routes, gaps: gaps)
    func key(_ index: Int) -> (Int, Int, Int) {
      let gap = gaps[index]
      return (GapRanking.isListed(gap) ? 0 : 1, -(passing.children(gap) ?? 0), gap.rank)
    }
    let order = gaps.indices.sorted { key($0) < key($1) }
    let budget = parameters.mainBudget
    byBudget = byBudget.mapValues { found in
      guard found.budget == budget else { return found }
      var found = found
      for (rank, index) in order.enumerated() { found.gaps[index].rank = rank + 1 }
      return found
    }
  }
}

extension [Gap] {
  /// By rank, the first to be acted on first.
  var ranked: [Gap] { sorted { $0.rank < $1.rank } }
}
