import Computing
import RelaisGeo

/// A town's streets, relays, candidates and ways to school, kept in memory to be asked again and again.
///
/// Every figure comes from the functions of the plain analysis, over all edges: it is that of ``CoverageAnalysis`` on
/// the same relays, to the millimetre, whatever rules are added there. Only gaps and schools, which cost far more, are
/// worked out where coverage changes (`Documentation/Decisions/0042`).
///
/// Nothing here changes once it is made but what is remembered of earlier questions, so that any number of threads may
/// ask at once.
public final class LiveCoverage: Sendable {
  public let streets: LiveStreets
  public let relays: [Facility]
  public let candidates: [Candidate]
  /// Who walks to which school where; `nil` without schools or homes.
  public let ways: SchoolWays?
  private let snaps: [Snap?]
  private let candidateSnaps = Once<[Snap?]>()
  private let states = Remembered<LiveQuestion, LiveState>(limit: 8)
  private let gaps = Remembered<LiveQuestion, [Gap]>(limit: 4)
  private let covered = Remembered<LiveQuestion, [Int128]>(limit: 8)

  /// - Complexity: that of attaching the relays.
  public init(
    _ streets: LiveStreets, relays: [Facility], candidates: [Candidate] = [],
    ways: SchoolWays? = nil
  ) {
    self.streets = streets
    self.relays = relays
    self.candidates = candidates
    self.ways = ways
    snaps = streets.snaps(of: relays)
  }

  /// The same with ways to school.
  public func walked(_ ways: SchoolWays?) -> LiveCoverage {
    LiveCoverage(streets, relays: relays, candidates: candidates, ways: ways)
  }

  private var network: StreetNetwork { streets.network }

  /// The coverage of the present relays, with everything that figures are made of, and without gaps.
  ///
  /// - Parameter checksHealth: Whether the network is judged as well.
  public func result(_ question: LiveQuestion, checksHealth: Bool = false) -> AnalysisResult {
    let state = state(question)
    return AnalysisResult(
      parameters: streets.parameters.asked(for: question.budgets), network: state.network,
      facilities: relays, snaps: state.snaps, distances: state.distances,
      byBudget: PerBudget(question.budgets) {
        BudgetResult(coverage: state.coverage[$0], summary: state.summaries[$0], gaps: [])
      },
      districts: [], studyArea: streets.studyArea, studyClip: streets.clip, districtAreas: [],
      findings: [], moment: state.moment,
      health: checksHealth ? streets.health(reach: question.budgets.farthest.length) : nil)
  }

  /// The present gaps within the main budget, the longest first.
  public func gaps(_ question: LiveQuestion) -> [Gap] {
    gaps.answer(to: question) {
      let state = state(question)
      return streets.finder.measuring(state.distances, on: state.network).gaps(state.coverage.main)
    }
  }

  /// What a scenario would change; it changes nothing.
  ///
  /// - Precondition: Its relays are among the present ones.
  /// - Complexity: about linear in edges, times the number of budgets; twice where the present relays have not been
  ///   asked for lately.
  public func outcome(_ scenario: Scenario) -> ScenarioOutcome {
    let before = state(scenario.question)
    let added = streets.snaps(of: scenario.added)
    let after = state(after: scenario, before, added: added)
    let difference = CoverageDifference(
      from: before.coverage.main, to: after.coverage.main, in: network)
    let edges = difference.changes.map(\.edge)
    let byEdge = Dictionary(uniqueKeysWithValues: zip(edges, difference.changes))
    func changes(
      _ state: LiveState, _ changed: KeyPath<CoverageDifference.Change, IntervalSet>
    ) -> [ScenarioOutcome.GapChange] {
      let finder = streets.finder.measuring(state.distances, on: state.network)
      return finder.gaps(state.coverage.main, touching: edges).compactMap { gap in
        let length = gap.pieces.reduce(Int64(0)) { sum, piece in
          guard let change = byEdge[piece.edge.position] else { return sum }
          let own = IntervalSet(union: [
            .init(from: piece.from.millimetres, to: piece.to.millimetres)
          ])
          return sum + own.intersection(change[keyPath: changed]).length
        }
        return length > 0 ? .init(gap: gap, changed: Length(millimetres: length)) : nil
      }
    }
    let staying = after.snaps.count - added.count
    let states = after.moment?.states.suffix(scenario.added.count)
    return ScenarioOutcome(
      question: scenario.question, before: before.figures, after: after.figures,
      added: scenario.added.indices.map { index in
        .init(
          place: scenario.added[index], snap: after.snaps[staying + index],
          state: states.map { $0[$0.startIndex + index] })
      },
      closed: changes(before, \.gained), opened: changes(after, \.lost),
      stretches: stretches(difference), schools: schools(before, scenario.question, difference),
      findings: CoverageFindings(
        network: network, facilities: scenario.added, snaps: added,
        parameters: streets.parameters, studyArea: streets.clip, districts: [],
        shop: Finding.Shop.candidate
      ).places())
  }

  /// The attached present relays and candidates, as the map shows them.
  func state(_ question: LiveQuestion) -> LiveState {
    states.answer(to: question) {
      LiveState(
        streets, snaps, of: relays.map(\.position), question.budgets,
        moment: question.moment.map { streets.moment($0, of: relays) })
    }
  }

  /// How candidates attach.
  func attachedCandidates() -> [Snap?] {
    candidateSnaps.value { streets.snaps(of: candidates.map(\.place)) }
  }

  /// - Parameter added: How the scenario's places attach; they come after the relays that stay.
  func state(after scenario: Scenario, _ before: LiveState, added: [Snap?]) -> LiveState {
    precondition(scenario.removed.allSatisfy(relays.indices.contains), "a relay nobody knows")
    let staying = relays.indices.filter { !scenario.removed.contains($0) }
    var moment = before.moment
    if let own = moment {
      moment?.states =
        staying.map { own.states[$0] }
        + (scenario.added.isEmpty
          ? [] : streets.moment(own.moment, of: scenario.added).states)
    }
    return LiveState(
      streets, staying.map { snaps[$0] } + added,
      of: staying.map { relays[$0].position } + scenario.added.map(\.position),
      scenario.question.budgets, moment: moment)
  }

  private func stretches(_ difference: CoverageDifference) -> [ScenarioOutcome.Stretch] {
    var stretches: [ScenarioOutcome.Stretch] = []
    for change in difference.changes where network.isDemand[change.edge] {
      let length = Int64(network.lengths[change.edge])
      let inside = streets.clip?.set(of: change.edge, length: length)
      var own: [(portion: IntervalSet.Portion, isGained: Bool)] = []
      for (set, isGained) in [(change.gained, true), (change.lost, false)] {
        own += (inside?.intersection(set) ?? set).portions.map { ($0, isGained) }
      }
      own.sort { $0.portion.from < $1.portion.from }
      stretches += own.map { portion, isGained in
        .init(
          interval: EdgeInterval(
            edge: EdgeID(change.edge), from: Length(millimetres: portion.from),
            to: Length(millimetres: portion.to)), isGained: isGained)
      }
    }
    return stretches
  }

  private func schools(
    _ before: LiveState, _ question: LiveQuestion, _ difference: CoverageDifference
  ) -> [ScenarioOutcome.SchoolChange] {
    guard let ways else { return [] }
    let was = covered.answer(to: question) {
      ways.covered(by: before.coverage.main, in: network)
    }
    let now = ways.covered(was, after: difference)
    return ways.schools.indices.compactMap { school in
      guard let before = ways.publishedShare(of: school, covered: was[school]),
        let after = ways.publishedShare(of: school, covered: now[school]), before != after
      else { return nil }
      return .init(school: school, before: before, after: after)
    }
  }
}
