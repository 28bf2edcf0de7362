import Computing
import RelaisGeo

/// The different sets of relays that are open at some time, with the ways that are closed then, in the order they were
/// first met.
struct OpenSets {
  typealias Bounds = (certain: Int, possible: Int)

  /// What is open at some times.
  struct OpenSet: Hashable {
    var relays: [Bool]
    /// A number of the ways that are closed.
    var closures: Int
  }

  private(set) var sets: [OpenSet] = []
  private var known: [OpenSet: Int] = [:]
  private let snaps: [Snap?]

  init(snaps: [Snap?]) { self.snaps = snaps }

  /// The numbers of the relays open for certain, and of those that may be.
  mutating func bounds(_ states: [OpeningState], closures: Int) -> Bounds {
    (
      number(of: states.map { $0 == .open }, closures),
      number(of: states.map { $0 != .closed }, closures)
    )
  }

  /// Sets alike but for unattached relays, which cover nothing, are one.
  private mutating func number(of isOpen: [Bool], _ closures: Int) -> Int {
    let set = OpenSet(relays: zip(isOpen, snaps).map { $0 && $1 != nil }, closures: closures)
    if let number = known[set] { return number }
    known[set] = sets.count
    sets.append(set)
    return sets.count - 1
  }

  /// What each set covers.
  ///
  /// - Parameter reaches: By number of closures.
  func summaries(
    _ reaches: [PerBudget<RelayReaches>], _ network: StreetNetwork, studyArea: AreaClip?
  ) -> [PerBudget<BudgetSummary>] {
    let none = NetworkDistances(network, from: [], countsConnector: true, within: .zero)
    let nothing = reaches[0].mapValues {
      CoverageSummary.summary(
        network, Coverage(network, none, budget: $0.budget),
        studyArea: studyArea)
    }
    return Parallel.map(sets.count, grain: 1) { range in
      sets[range].map { set in
        reaches[set.closures].mapValues { own in
          own.summary(of: set.relays, over: nothing[own.budget], network, studyArea)
        }
      }
    }.flatMap { $0 }
  }
}
