public import Covering
import RelaisGeo

/// The candidates that would add most to a scenario.
public struct NextRelays: Sendable {
  /// Index among the candidates, and what it adds to the scenario and to those before it.
  public struct Next: Hashable, Sendable {
    public var candidate: Int
    /// In units of ``NextRelays/unit``.
    public var gain: Int64
  }

  /// The one that adds most first; fewer than asked where no more can be gained.
  public let next: [Next]
  public let unit: DemandUnit
  /// How good the choice is, all together.
  public let optimality: Optimality
}

extension LiveCoverage {
  /// How far the choice of a few is searched; its bound says what is left unproven.
  public static let usualEffort = SearchEffort(gap: 0.003, work: SearchEffort.usualWork / 200)

  /// The best candidates after a scenario, within its main budget, every one assumed to say yes; chosen and counted
  /// as ``Prospection`` does, where streets count as their source weighs them.
  ///
  /// - Parameter count: How many at most; not negative.
  /// - Complexity: a bounded search for each candidate, and the choice.
  public func next(
    _ count: Int, after scenario: Scenario, effort: SearchEffort = LiveCoverage.usualEffort
  ) -> NextRelays {
    let before = state(scenario.question)
    let after = state(after: scenario, before, added: streets.snaps(of: scenario.added))
    let isOpen = countedCandidates(scenario.question.moment)
    let problem = ProspectionProblem(
      after.network, relays: after.counted,
      candidates: attachedCandidates(on: after.network), isOpen: isOpen,
      density: nil, count: count, budget: scenario.question.budgets.main,
      parameters: streets.parameters, studyArea: streets.clip)
    let list = RecruitmentList(problem.matrix, count: count, effort: effort)
    return NextRelays(
      next: list.recruits.map { .init(candidate: $0.candidate, gain: $0.gain) },
      unit: problem.unit, optimality: list.optimality)
  }

  /// By candidate, whether prospection counts it at a moment; `nil` where no time is asked for.
  private func countedCandidates(_ moment: MomentCoverage.Moment?) -> [Bool]? {
    moment.map { moment in
      ProspectionInTime(
        moment, streets.calendar, [], candidates, isOnEarth: streets.network.ground == .ellipsoid
      ).isCounted
    }
  }

  /// How candidates attach where some ways are closed.
  private func attachedCandidates(on network: StreetNetwork) -> [Snap?] {
    Snapper(network, streets.parameters.snapping).renewed(
      attachedCandidates(), of: candidates.map(\.place.position),
      within: streets.parameters.maximumSnap)
  }

  /// How the candidates attach that prospection counts at a moment.
  ///
  /// - Parameter network: As it is walked then.
  func openCandidates(
    _ moment: MomentCoverage.Moment?, on network: StreetNetwork
  ) -> [Snap?] {
    let attached = attachedCandidates(on: network)
    guard let isOpen = countedCandidates(moment) else { return attached }
    return zip(attached, isOpen).map { $1 ? $0 : nil }
  }
}
