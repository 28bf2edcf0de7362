public import RelaisGeo

/// Which candidates to recruit: the whole computation, in one call.
public struct Prospection: Sendable {
  public var network: StreetNetwork
  /// The present relays.
  public var facilities: [Facility]
  public var candidates: [Candidate]
  /// Its main budget is the one that counts.
  public var parameters: AnalysisParameters
  /// Where streets count; everywhere if `nil`.
  public var studyArea: Area?

  public init(
    network: StreetNetwork, facilities: [Facility], candidates: [Candidate],
    parameters: AnalysisParameters
  ) {
    self.network = network
    self.facilities = facilities
    self.candidates = candidates
    self.parameters = parameters
  }

  /// By candidate, in thousandths; `nil` where nobody's is known. Those nothing is known of count as certain.
  private var chances: [Int64]? {
    candidates.contains { $0.acceptance != nil }
      ? candidates.map { $0.acceptance.map(Chance.thousandths) ?? Chance.certain } : nil
  }

  /// - Parameters:
  ///   - count: How many to recruit at most.
  ///   - keepsTrace: Not where a candidate's acceptance is known to be below certain.
  public func run(
    count: Int, effort: SearchEffort = SearchEffort(), keepsTrace: Bool = false,
    progress: Progress = .silent
  ) -> ProspectionResult {
    progress(.searching)
    let relays = Snapper(network).snaps(
      of: facilities.map(\.position), within: parameters.maximumSnap)
    let clip = studyArea.map { AreaClip(network, $0.shape) }
    let problem = ProspectionProblem(
      network, relays: relays, candidates: candidates.map(\.place), count: count,
      parameters: parameters,
      studyArea: clip)
    progress(.choosing)
    let list = RecruitmentList(
      problem.matrix, count: count, chances: chances, effort: effort, keepsTrace: keepsTrace
    ) { optimality in
      progress(.choosing, Int((1 - min(1, optimality.gap)) * 1000), of: 1000)
    }
    var curve = RecruitmentCurve(
      problem.matrix, list: list, count: count, demand: problem.demand,
      before: problem.demand - problem.open, isOver: effort.isOver)
    let distances = NetworkDistances(
      network, from: relays, countsConnector: parameters.countsConnector, within: nil)
    curve.unreachable = problem.unreachable.reduce(.zero) { $0 + $1.length }
    curve.unreachableStretches = GapFinder(
      network, distances, studyArea: clip, districts: [], numbers: nil
    ).gaps(
      of: problem.unreachable, kinds: Array(repeating: 0, count: problem.unreachable.count),
      budget: parameters.mainBudget
    ).map(\.gap)
    let ofRelays = CoverageFindings(
      network: network, facilities: facilities, snaps: relays, parameters: parameters,
      studyArea: clip, districts: [])
    let ofCandidates = CoverageFindings(
      network: network, facilities: candidates.map(\.place), snaps: problem.snaps,
      parameters: parameters,
      studyArea: clip, districts: []
    ).places().map { finding in
      // A candidate on an island gains little and is not chosen: nothing to mend for that.
      var finding = finding
      if finding.code == .relayOnIsland { finding.severity = .note }
      return finding
    }
    return ProspectionResult(
      parameters: parameters, count: count, facilities: facilities, candidates: candidates,
      problem: problem, list: list, curve: curve,
      findings: ofRelays.all() + ofCandidates)
  }
}

/// Everything an output may show of one prospection.
public struct ProspectionResult: Sendable {
  public var parameters: AnalysisParameters
  /// How many were asked for.
  public var count: Int
  public var facilities: [Facility]
  public var candidates: [Candidate]
  public var problem: ProspectionProblem
  public var list: RecruitmentList
  public var curve: RecruitmentCurve
  public var findings: [Finding]
}
