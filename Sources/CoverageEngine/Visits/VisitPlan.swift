public import Covering
import RelaisGeo

/// Which doors to visit, why, which ones instead, and in which order: what one prospection means at
/// people's doors.
public struct VisitPlan: Sendable {
  /// A recruit of the list.
  public struct Pick: Hashable, Sendable {
    public var candidate: Int
    /// Demand it adds to relays and to the picks before, and all up to here, once all have said yes; in units.
    public var gain: Int64
    public var cumulative: Int64
    /// Demand that nobody else of the list covers: what its refusal would cost, in units.
    public var lost: Int64
    /// At most ``VisitPlan/alternativeLimit``.
    public var alternatives: [Alternative]
  }

  public static let alternativeLimit = 3
  /// Doors of the list that the middle is sought of, and that a terminal says the reasons of.
  public static let middleLimit = 30

  public var prospection: ProspectionResult
  /// In the order of the list.
  public var picks: [Pick]
  /// The windows that openings refer to.
  public var windows: [SchoolRunWindow]
  /// `nil` where no pick is attached, or nothing says where to start.
  public var rounds: VisitRounds?
  private let reasonsOfCandidate: [Int: Reasons]

  /// Those of a pick or an alternative.
  ///
  /// - Precondition: The candidate is one of them, or a door of a round, on its way or an alternative to it.
  public func reasons(of candidate: Int) -> Reasons {
    guard let reasons = reasonsOfCandidate[candidate] else {
      preconditionFailure("reasons of a candidate that is not in the list")
    }
    return reasons
  }

  /// - Parameters:
  ///   - result: The analysis of the same relays, at the same main budget, with its gaps.
  ///   - routes: The ways to school, where they are known.
  ///   - times: The windows and the week that openings refer to, and the calendar they are read by.
  ///   - starts: Where rounds may begin, the nearest to the middle of the doors to be taken; a relay there
  ///     if empty.
  /// - Complexity: a bounded search for each pick and alternative, and a search for each of the first picks.
  public init(
    _ prospection: ProspectionResult, _ result: AnalysisResult, routes: RoutePlan?,
    times: (question: TimeQuestion, calendar: FrenchCalendar)?, starts: [VisitStart],
    parameters: VisitParameters
  ) {
    self.prospection = prospection
    let list = prospection.list.recruits
    let alternatives = Alternatives(
      prospection.problem.matrix, list: list.map(\.candidate), limit: VisitPlan.alternativeLimit)
    var cumulative: Int64 = 0
    let picks = list.enumerated().map { index, recruit in
      cumulative += recruit.gainIfYes
      return Pick(
        candidate: recruit.candidate, gain: recruit.gainIfYes, cumulative: cumulative,
        lost: alternatives.lost[index], alternatives: alternatives.ofEach[index])
    }
    self.picks = picks
    windows = times?.question.windows ?? []
    if !picks.isEmpty, let start = VisitPlan.start(among: starts, of: picks, prospection, result) {
      rounds = VisitRounds(
        result.network, result.main.coverage, prospection, picks: picks.map(\.candidate),
        start: start, parameters: parameters)
    }
    let stops = rounds?.rounds.flatMap(\.stops) ?? []
    var inPlay = Set<Int>()
    for pick in picks {
      inPlay.insert(pick.candidate)
      inPlay.formUnion(pick.alternatives.map(\.candidate))
    }
    for stop in stops {
      inPlay.insert(stop.candidate)
      inPlay.formUnion(stop.alternatives.map(\.candidate))
      inPlay.formUnion(stop.near.map(\.candidate))
    }
    let asked = inPlay.sorted()
    let snaps = prospection.problem.snaps
    var reasons = ReasonFinder(result, routes: routes).reasons(of: asked.map { snaps[$0] })
    if let times {
      let openings = CandidateOpening.openings(
        of: asked.map { prospection.candidates[$0].place }, times.question,
        calendar: times.calendar, isOnEarth: result.network.ground == .ellipsoid)
      for (index, opening) in openings.enumerated() { reasons[index].opening = opening }
    }
    reasonsOfCandidate = Dictionary(uniqueKeysWithValues: zip(asked, reasons))
  }

  /// The start nearest to the middle of the first doors, as the crow flies; without one the relay nearest to
  /// it, or the candidate, on the same piece of the network as the first door. Ties to the first.
  private static func start(
    among starts: [VisitStart], of picks: [Pick], _ prospection: ProspectionResult,
    _ result: AnalysisResult
  ) -> VisitStart? {
    let network = result.network
    func piece(_ snap: Snap?) -> UInt32? {
      snap.map { network.components.ofNode[network.tail(of: $0.edge).position] }
    }
    let snaps = prospection.problem.snaps
    let doors = picks.prefix(VisitPlan.middleLimit).map {
      prospection.candidates[$0.candidate].place.position
    }
    let middle = Position(
      x: doors.reduce(0) { $0 + $1.x } / Double(doors.count),
      y: doors.reduce(0) { $0 + $1.y } / Double(doors.count))
    if !starts.isEmpty {
      let distances = starts.map { network.ground.length(from: middle, to: $0.position) }
      return zip(starts, distances).min { $0.1 < $1.1 }?.0
    }
    guard let first = piece(snaps[picks[0].candidate]) else { return nil }
    func nearest(_ places: [Facility], _ snaps: [Snap?]) -> VisitStart? {
      var best: (place: Facility, distance: Double)?
      for (place, snap) in zip(places, snaps) where piece(snap) == first {
        let distance = network.ground.length(from: middle, to: place.position)
        if distance < best?.distance ?? .infinity { best = (place, distance) }
      }
      return best.map {
        VisitStart(.middle, name: $0.place.name ?? $0.place.id, position: $0.place.position)
      }
    }
    return nearest(result.facilities, result.snaps)
      ?? nearest(prospection.candidates.map(\.place), snaps)
  }
}
