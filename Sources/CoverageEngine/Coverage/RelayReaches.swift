import Computing
import RelaisGeo

/// What each relay reaches alone within one budget, edge by edge: from it follows, without another
/// search, what any set of them covers.
///
/// { x : min d_r(x) ≤ T } is the union of { x : d_r(x) ≤ T } over the relays r of the set, to the
/// millimetre; so one bounded search per relay answers for every hour of a week.
struct RelayReaches {
  struct Entry: Hashable {
    var edge: UInt32
    var relay: Int32
    var portion: IntervalSet.Portion
    /// A bit for each window in which the ways to it are open.
    var windows = UInt32.max
  }

  let budget: Budget
  /// By edge, then relay, then offset.
  let entries: [Entry]
  /// Where each edge's entries begin, and the end of the last.
  let starts: [Int]

  /// - Parameter areas: Of this budget, by facility.
  init(_ areas: some Sequence<ServiceArea>, budget: Budget) {
    var entries: [Entry] = []
    for area in areas {
      for piece in area.pieces {
        entries.append(
          Entry(
            edge: piece.edge.index, relay: Int32(area.facility),
            portion: .init(from: piece.from.millimetres, to: piece.to.millimetres)))
      }
    }
    RadixSort.sort(&entries) { $0.edge }
    self.init(sorted: entries, budget: budget)
  }

  private init(sorted entries: [Entry], budget: Budget) {
    self.budget = budget
    self.entries = entries
    starts =
      entries.indices.filter { $0 == 0 || entries[$0].edge != entries[$0 - 1].edge }
      + [entries.count]
  }

  /// For each budget, from one bounded search per relay.
  static func within(
    _ budgets: Budgets, _ network: StreetNetwork, _ snaps: [Snap?],
    _ parameters: AnalysisParameters
  ) -> PerBudget<RelayReaches> {
    let areas = ServiceArea.areas(
      network, snaps: snaps, budgets: budgets, countsConnector: parameters.countsConnector)
    return PerBudget(budgets) { budget in
      RelayReaches(areas.lazy.map { $0[budget] }, budget: budget)
    }
  }

  /// The same where some ways are closed: only relays that could walk there are searched again.
  ///
  /// - Parameters:
  ///   - affected: One per relay: those.
  ///   - others: What they reach then.
  func replacing(_ affected: [Bool], by others: RelayReaches) -> RelayReaches {
    var entries = entries.filter { !affected[Int($0.relay)] } + others.entries
    entries.sort { ($0.edge, $0.relay, $0.portion.from) < ($1.edge, $1.relay, $1.portion.from) }
    return RelayReaches(sorted: entries, budget: budget)
  }

  /// Several of them as one, each for its own windows; this one for the rest.
  func joined(_ others: [(reaches: RelayReaches, windows: UInt32)]) -> RelayReaches {
    let taken = others.reduce(UInt32(0)) { $0 | $1.windows }
    var all: [Entry] = []
    for (reaches, windows) in [(self, ~taken)] + others.map({ ($0.reaches, $0.windows) }) {
      for var entry in reaches.entries {
        entry.windows = windows
        all.append(entry)
      }
    }
    RadixSort.sort(&all) { $0.edge }
    return RelayReaches(sorted: all, budget: budget)
  }

  /// Which relays reach one of some edges.
  func relays(reaching edges: Set<UInt32>, of count: Int) -> [Bool] {
    var reach = [Bool](repeating: false, count: count)
    for entry in entries where edges.contains(entry.edge) { reach[Int(entry.relay)] = true }
    return reach
  }

  /// Edges that some relay reaches.
  var edgeCount: Int { starts.count - 1 }

  /// The entries of the edge of a rank among them.
  func entries(at rank: Int) -> ArraySlice<Entry> { entries[starts[rank]..<starts[rank + 1]] }

  /// What the open relays cover, added up as ``CoverageSummary`` adds it.
  ///
  /// - Parameters:
  ///   - isOpen: One per relay.
  ///   - nothing: The summary of no relay at all.
  /// - Complexity: linear in entries.
  func summary(
    of isOpen: [Bool], over nothing: BudgetSummary, _ network: StreetNetwork, _ studyArea: AreaClip?
  ) -> BudgetSummary {
    var summary = nothing
    var weight = 0.0
    var covered: Int64 = 0
    var streets: Int64 = 0
    var portions: [IntervalSet.Portion] = []
    for rank in 0..<edgeCount {
      portions.removeAll(keepingCapacity: true)
      for entry in entries(at: rank) where isOpen[Int(entry.relay)] {
        portions.append(entry.portion)
      }
      guard !portions.isEmpty else { continue }
      let edge = Int(entries[starts[rank]].edge)
      // By edge: what is across squares comes last.
      guard edge < network.streetEdgeCount else { break }
      let length = Int64(network.lengths[edge])
      let set = IntervalSet(union: portions)
      let own = set.length
      covered += own
      weight += network.weight(of: EdgeID(edge)) * Double(own) / 1000
      if own == length {
        summary.edgesCovered += 1
        summary.edgesUncovered -= 1
      } else if own > 0 {
        summary.edgesPartly += 1
        summary.edgesUncovered -= 1
      }
      guard network.isDemand[edge] else { continue }
      guard let studyArea else {
        streets += own
        continue
      }
      guard studyArea.sides[edge] != .outside else { continue }
      streets += studyArea.set(of: edge, length: length).intersection(set).length
    }
    summary.covered = Length(millimetres: covered)
    summary.uncovered = nothing.uncovered - summary.covered
    summary.streetsCovered = Length(millimetres: streets)
    summary.coveredWeight = network.isUnweighted ? summary.covered.metres : weight
    return summary
  }
}
