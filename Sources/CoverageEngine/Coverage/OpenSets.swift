import Computing
import RelaisGeo

/// The different sets of relays that are open at some time, in the order they were first met.
struct OpenSets {
  typealias Bounds = (certain: Int, possible: Int)

  private(set) var sets: [[Bool]] = []
  private var known: [[Bool]: Int] = [:]
  private let snaps: [Snap?]

  init(snaps: [Snap?]) { self.snaps = snaps }

  /// The numbers of the relays open for certain, and of those that may be.
  mutating func bounds(_ states: [OpeningState]) -> Bounds {
    (number(of: states.map { $0 == .open }), number(of: states.map { $0 != .closed }))
  }

  /// Sets alike but for unattached relays, which cover nothing, are one.
  private mutating func number(of isOpen: [Bool]) -> Int {
    let set = zip(isOpen, snaps).map { $0 && $1 != nil }
    if let number = known[set] { return number }
    known[set] = sets.count
    sets.append(set)
    return sets.count - 1
  }

  /// What each set covers.
  func summaries(
    _ reaches: PerBudget<RelayReaches>, _ network: StreetNetwork, studyArea: AreaClip?
  ) -> [PerBudget<BudgetSummary>] {
    let none = NetworkDistances(network, from: [], countsConnector: true, within: .zero)
    let nothing = reaches.mapValues {
      CoverageSummary.summary(
        network, Coverage(network, none, budget: $0.budget),
        studyArea: studyArea)
    }
    return Parallel.map(sets.count, grain: 1) { range in
      sets[range].map { set in
        reaches.mapValues { own in
          own.summary(of: set, over: nothing[own.budget], network, studyArea)
        }
      }
    }.flatMap { $0 }
  }
}
