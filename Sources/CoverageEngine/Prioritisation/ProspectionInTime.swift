import RelaisGeo

/// A prospection for one time: who is open then, and what its choice covers if those of unknown hours are
/// open too.
///
/// The choice counts relays and candidates that are open for certain; the other bound is told beside it.
public struct ProspectionInTime: Sendable {
  public var relays: MomentCoverage
  public var candidates: MomentCoverage
  /// With unknown hours counted as open, in the problem's units: what relays cover, and what the chosen
  /// candidates add to it.
  public var coveredBeforeIfOpen: Int64 = 0
  public var objectiveIfOpen: Int64 = 0

  init(
    _ moment: MomentCoverage.Moment, _ calendar: FrenchCalendar, _ facilities: [Facility],
    _ candidates: [Candidate], isOnEarth: Bool
  ) {
    func coverage(_ places: [Facility]) -> MomentCoverage {
      MomentCoverage(moment, RelayHours(places, calendar: calendar, isOnEarth: isOnEarth))
    }
    relays = coverage(facilities)
    self.candidates = coverage(candidates.map(\.place))
  }

  /// Of how relays attach, that of those open for certain.
  func counted(_ snaps: [Snap?]) -> [Snap?] {
    zip(snaps, relays.states).map { $1 == .open ? $0 : nil }
  }

  /// Measures a choice by the other bound.
  ///
  /// - Parameter snaps: of all relays.
  mutating func measure(
    _ chosen: [Int], _ prospection: Prospection, snaps: [Snap?], count: Int, chances: [Int64]?,
    studyArea: AreaClip?
  ) {
    let problem = ProspectionProblem(
      prospection.network, relays: zip(snaps, relays.states).map { $1 == .closed ? nil : $0 },
      candidates: chosen.map { prospection.candidates[$0].place }, density: prospection.density,
      count: count, parameters: prospection.parameters, studyArea: studyArea)
    coveredBeforeIfOpen = problem.demand - problem.open
    // All of them, as the list counts: on average where they may refuse.
    let all = RecruitmentList(
      problem.matrix, count: max(1, chosen.count),
      chances: chances.map { chances in chosen.map { chances[$0] } })
    objectiveIfOpen = all.recruits.last?.cumulative ?? 0
  }
}
