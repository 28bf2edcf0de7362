import Computing
import RelaisGeo

/// What some relays cover, found by the functions of the plain analysis.
struct LiveState: Sendable {
  /// The streets as they are walked at the time asked for.
  let network: StreetNetwork
  /// One per relay.
  let snaps: [Snap?]
  /// Those that count: all, or those open for certain.
  let counted: [Snap?]
  /// With its upper bound; `nil` where no time was asked for.
  let moment: MomentCoverage?
  let distances: NetworkDistances
  let coverage: PerBudget<Coverage>
  let summaries: PerBudget<BudgetSummary>

  /// - Parameters:
  ///   - snaps: Where every way is open.
  ///   - moment: The states of these relays.
  /// - Complexity: about linear in edges, times the number of budgets.
  init(
    _ streets: LiveStreets, _ snaps: [Snap?], of places: [Position], _ budgets: Budgets,
    moment: MomentCoverage?
  ) {
    let network = streets.network(at: moment?.moment)
    let countsConnector = streets.parameters.countsConnector
    func summaries(_ coverage: PerBudget<Coverage>) -> PerBudget<BudgetSummary> {
      coverage.mapValues { CoverageSummary.summary(network, $0, studyArea: streets.clip) }
    }
    let snaps = Snapper(network, streets.parameters.snapping).renewed(
      snaps, of: places, within: streets.parameters.maximumSnap)
    let counted = moment.map { zip(snaps, $0.states).map { $1 == .open ? $0 : nil } } ?? snaps
    // Gaps state how far the nearest relay is, however far.
    let distances = NetworkDistances(network, from: counted, countsConnector: countsConnector)
    let coverage = PerBudget(budgets) { Coverage(network, distances, budget: $0) }
    var moment = moment
    if let states = moment?.states {
      let possible = NetworkDistances(
        network, from: zip(snaps, states).map { $1 == .closed ? nil : $0 },
        countsConnector: countsConnector, within: budgets.farthest.length)
      moment?.possible = summaries(PerBudget(budgets) { Coverage(network, possible, budget: $0) })
    }
    self.network = network
    self.snaps = snaps
    self.counted = counted
    self.moment = moment
    self.distances = distances
    self.coverage = coverage
    self.summaries = summaries(coverage)
  }

  var figures: ScenarioOutcome.Figures {
    .init(certain: summaries, possible: moment?.possible)
  }
}
