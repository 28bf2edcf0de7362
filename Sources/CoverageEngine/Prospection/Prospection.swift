public import Covering
public import RelaisGeo

/// Which candidates to recruit: the whole computation, in one call.
public struct Prospection: Sendable {
  public var network: StreetNetwork
  /// The present relays.
  public var facilities: [Facility]
  public var candidates: [Candidate]
  /// Those who said yes and have yet to join: what they will cover is no reason to ask others.
  public var agreed: [Facility] = []
  /// Its main budget is the one that counts.
  public var parameters: AnalysisParameters
  /// Where streets count; everywhere if `nil`.
  public var studyArea: Area?
  /// What streets count for; each metre as the source weighs it if `nil`.
  public var density: DemandDensity?
  /// When relays and candidates count only if open (``ProspectionInTime``); all do if `nil`.
  public var moment: MomentCoverage.Moment?
  /// For it, the calendar that hours are read by.
  public var calendar = FrenchCalendar()
  /// Whether to compute how many recruits are enough at every budget, not at the main one alone.
  public var tellsEveryBudget = false

  public init(
    network: StreetNetwork, facilities: [Facility], candidates: [Candidate],
    parameters: AnalysisParameters
  ) {
    self.network = network
    self.facilities = facilities
    self.candidates = candidates
    self.parameters = parameters
  }

  /// - Parameters:
  ///   - count: How many to recruit at most.
  ///   - keepsTrace: Whether the list is to carry what a checker needs.
  public func run(
    count: Int, effort: SearchEffort = SearchEffort(), keepsTrace: Bool = false,
    progress: Progress = .silent
  ) -> ProspectionResult {
    let chances = candidates.chances
    progress(.searching)
    let fixed = facilities + agreed
    let network = network.walked(at: moment, calendar: calendar)
    let allRelays = Snapper(network, parameters.snapping).snaps(
      of: fixed.map(\.position), within: parameters.maximumSnap)
    var inTime = moment.map {
      ProspectionInTime(
        $0, calendar, fixed, candidates, isOnEarth: network.ground == .ellipsoid)
    }
    let relays = inTime?.counted(allRelays) ?? allRelays
    let clip = studyArea.map { AreaClip(network, $0.shape) }
    func posed(_ budget: Budget) -> ProspectionProblem {
      ProspectionProblem(
        network, relays: relays, candidates: candidates.map(\.place),
        isOpen: inTime?.isCounted, density: density, count: count, budget: budget,
        parameters: parameters, studyArea: clip)
    }
    let main = parameters.mainBudget
    let problem = posed(main)
    progress(.choosing)
    let (list, curve) = RecruitmentCurve.beside(
      {
        RecruitmentList(
          problem.matrix, count: count, chances: chances, effort: effort, keepsTrace: keepsTrace
        ) { optimality in
          progress(.choosing, Int((1 - min(1, optimality.gap)) * 1000), of: 1000)
        }
      }, problem.matrix, count: count, demand: problem.demand,
      before: problem.demand - problem.open, isOver: effort.isOver)
    let distances = NetworkDistances(
      network, from: relays, countsConnector: parameters.countsConnector, within: nil)
    let finder = GapFinder(network, distances, studyArea: clip, districts: [], numbers: nil)
    let curves = PerBudget(tellsEveryBudget ? parameters.budgets : Budgets(main)) { budget in
      let own = budget == main ? problem : posed(budget)
      return BudgetCurve(
        recruits: budget == main
          ? curve
          : RecruitmentCurve(
            own.matrix, count: count, demand: own.demand, before: own.demand - own.open,
            isOver: effort.isOver),
        unreachable: UnreachableStreets(own, budget: budget, finder))
    }
    inTime?.measure(
      list.recruits.map(\.candidate), self, on: network, snaps: allRelays, count: count,
      chances: chances,
      studyArea: clip)
    let ofRelays = CoverageFindings(
      network: self.network, facilities: facilities,
      snaps: Array(allRelays.prefix(facilities.count)),
      parameters: parameters,
      studyArea: clip, districts: [])
    let ofCandidates = CoverageFindings(
      network: self.network, facilities: candidates.map(\.place), snaps: problem.snaps,
      parameters: parameters,
      studyArea: clip, districts: [], shop: Finding.Shop.candidate
    ).places()
    return ProspectionResult(
      parameters: parameters, count: count, facilities: facilities, agreed: agreed,
      candidates: candidates,
      problem: problem, list: list, curves: curves,
      findings: ofRelays.all() + ofCandidates, profile: density?.profile ?? .streets,
      inTime: inTime)
  }
}

/// Everything an output may show of one prospection.
public struct ProspectionResult: Sendable {
  public var parameters: AnalysisParameters
  /// How many were asked for.
  public var count: Int
  public var facilities: [Facility]
  /// Counted as relays: those who said yes and have yet to join.
  public var agreed: [Facility] = []
  public var candidates: [Candidate]
  public var problem: ProspectionProblem
  public var list: RecruitmentList
  /// For the main budget, and for the others where they were asked for.
  public var curves: PerBudget<BudgetCurve>
  public var findings: [Finding]
  /// What streets count for.
  public var profile = DemandProfile.streets
  /// The time asked for; `nil` where every relay and candidate counts.
  public var inTime: ProspectionInTime?
}
