import Covering
import RelaisGeo

/// A prospection for one time: who counts then, and what its choice covers at least and at most.
///
/// The choice counts relays and candidates that are open for certain; in a window also candidates of unknown
/// hours whose kind is usually open when children walk, since the visit will show. Both bounds,
/// with unknown hours counted as closed and as open, come with it.
public struct ProspectionInTime: Sendable {
  /// What a choice comes to by one bound, in the problem's units.
  public struct Bound: Hashable, Sendable {
    /// What relays cover.
    public var coveredBefore: Int64 = 0
    /// What the chosen candidates add to it.
    public var objective: Int64 = 0
  }

  public var relays: MomentCoverage
  public var candidates: MomentCoverage
  /// By candidate: whether its kind alone says that it is open.
  public let isPresumed: [Bool]
  public internal(set) var ifClosed = Bound()
  public internal(set) var ifOpen = Bound()

  init(
    _ moment: MomentCoverage.Moment, _ calendar: FrenchCalendar, _ facilities: [Facility],
    _ candidates: [Candidate], isOnEarth: Bool
  ) {
    func hours(_ places: [Facility]) -> RelayHours {
      RelayHours(places, calendar: calendar, isOnEarth: isOnEarth)
    }
    relays = MomentCoverage(moment, hours(facilities))
    let ofCandidates = hours(candidates.map(\.place))
    let states = MomentCoverage(moment, ofCandidates)
    self.candidates = states
    // An hour of the night is no kind's usual one; and hours that are given say more than any kind.
    let isWindow = if case .window = moment { true } else { false }
    isPresumed = candidates.indices.map { index in
      guard isWindow, states.states[index] == .unknown,
        candidates[index].usuallyOpensAtSchoolHours
      else { return false }
      if case .understood = ofCandidates.readings[index] { return false }
      return true
    }
  }

  /// By candidate, whether the choice counts it.
  var isCounted: [Bool] { zip(candidates.states, isPresumed).map { $0 == .open || $1 } }

  /// Of how relays attach, that of those open for certain.
  func counted(_ snaps: [Snap?]) -> [Snap?] {
    zip(snaps, relays.states).map { $1 == .open ? $0 : nil }
  }

  /// Measures a choice by both bounds.
  ///
  /// - Parameter snaps: of all relays.
  mutating func measure(
    _ chosen: [Int], _ prospection: Prospection, on network: StreetNetwork, snaps: [Snap?],
    count: Int, chances: [Int64]?,
    studyArea: AreaClip?
  ) {
    func bound(_ counts: (OpeningState) -> Bool) -> Bound {
      let some = chosen.filter { counts(candidates.states[$0]) }
      let problem = ProspectionProblem(
        network, relays: zip(snaps, relays.states).map { counts($1) ? $0 : nil },
        candidates: some.map { prospection.candidates[$0].place }, density: prospection.density,
        count: count, parameters: prospection.parameters, studyArea: studyArea)
      // All of them, as the list counts: on average where they may refuse.
      let all = RecruitmentList(
        problem.matrix, count: max(1, some.count),
        chances: chances.map { chances in some.map { chances[$0] } })
      return Bound(
        coveredBefore: problem.demand - problem.open,
        objective: all.recruits.last?.cumulative ?? 0)
    }
    ifClosed = bound { $0 == .open }
    ifOpen = bound { $0 != .closed }
  }
}
