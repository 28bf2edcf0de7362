public import RelaisGeo

/// The whole computation of coverage, in one call.
public struct CoverageAnalysis: Sendable {
  public var network: StreetNetwork
  public var facilities: [Facility]
  public var parameters: AnalysisParameters
  /// Where demand streets count and gaps lie; everywhere if `nil`.
  public var studyArea: Area?
  public var districts: [Area] = []
  /// The communes that make up the study area, where it is a list of them.
  public var communes: [Area] = []
  /// Told like districts; they may overlap and leave most of the town out.
  public var priorityAreas: [Area] = []
  public var houseNumbers: HouseNumbers?
  /// Whether the network is judged as well.
  public var checksHealth = false
  /// When only relays open for certain count; every relay does if `nil`.
  public var moment: MomentCoverage.Moment?
  /// Windows and a week to report as well.
  public var times: TimeQuestion?
  /// For either of them, the calendar that hours are read by.
  public var calendar = FrenchCalendar()

  public init(network: StreetNetwork, facilities: [Facility], parameters: AnalysisParameters) {
    self.network = network
    self.facilities = facilities
    self.parameters = parameters
  }

  /// How much to compute: figures alone take a fraction of the time.
  public enum Extent: Sendable {
    /// Snaps, intervals, sums.
    case figures
    /// With gaps, districts and what each relay is worth.
    case gaps
    /// With what circles would claim.
    case everything
  }

  /// - Complexity: about linear in edges, times the number of budgets.
  public func run(_ extent: Extent, progress: Progress = .silent) -> AnalysisResult {
    progress(.searching)
    let whole = network
    let network = whole.walked(at: moment, calendar: calendar)
    let snaps = Snapper(network, parameters.snapping).snaps(
      of: facilities.map(\.position), within: parameters.maximumSnap)
    let asksHours = moment != nil || times != nil
    let hours =
      asksHours
      ? RelayHours(facilities, calendar: calendar, isOnEarth: network.ground == .ellipsoid) : nil
    var atMoment = moment.flatMap { moment in hours.map { MomentCoverage(moment, $0) } }
    let isCounted = atMoment?.states.map { $0 == .open }
    let distances = NetworkDistances(
      network, from: isCounted.map { zip(snaps, $0).map { $1 ? $0 : nil } } ?? snaps,
      countsConnector: parameters.countsConnector,
      // Gaps state how far the nearest relay is, however far.
      within: extent == .figures ? parameters.budgets.farthest.length : nil)
    let coverage = PerBudget(parameters.budgets) { Coverage(network, distances, budget: $0) }
    let clip = studyArea.map { AreaClip(network, $0.shape) }
    let districtClips =
      extent == .figures ? [] : districts.map { AreaClip(network, $0.shape) }
    let summaries = coverage.mapValues { coverage in
      CoverageSummary.summary(
        network, coverage, studyArea: clip,
        circles: extent == .everything
          ? CrowFlyCircles.claimed(
            network,
            around: facilities.indices.filter { isCounted?[$0] ?? true }
              .map { facilities[$0].position }.filter(\.isFinite),
            radius: coverage.budget.length) : nil)
    }
    if let states = atMoment?.states {
      let possible = NetworkDistances(
        network, from: zip(snaps, states).map { $1 == .closed ? nil : $0 },
        countsConnector: parameters.countsConnector, within: parameters.budgets.farthest.length)
      atMoment?.possible = PerBudget(parameters.budgets) {
        CoverageSummary.summary(
          network, Coverage(network, possible, budget: $0), studyArea: clip)
      }
    }
    var gaps = coverage.mapValues { _ in [Gap]() }
    var inTime: CoverageInTime?
    var fragility: Fragility?
    if extent != .figures {
      let reaches = RelayReaches.within(
        times == nil ? Budgets(parameters.mainBudget) : parameters.budgets, network, snaps,
        parameters)
      fragility = Fragility(
        reaches.main, network, isCounted: isCounted ?? facilities.map { _ in true },
        studyArea: clip)
      let finder = GapFinder(
        network, distances, studyArea: clip, districts: districts, communes: communes,
        numbers: houseNumbers)
      if let times, let hours {
        inTime = CoverageInTime(
          times, hours,
          .init(
            network: network, snaps: snaps, positions: facilities.map(\.position),
            parameters: parameters, studyArea: clip, reaches: reaches), finder: finder,
          progress: progress)
      }
      var done = 0
      gaps = coverage.mapValues { coverage in
        progress(.describingGaps, done, of: parameters.budgets.count)
        done += 1
        return finder.gaps(coverage)
      }
    }
    let priorityClips =
      extent == .figures ? [] : priorityAreas.map { AreaClip(network, $0.shape) }
    let findings = CoverageFindings(
      network: whole, facilities: facilities, snaps: snaps, parameters: parameters,
      studyArea: clip, districts: districtClips, priorityAreas: priorityClips)
    if checksHealth { progress(.checkingNetwork) }
    let health =
      checksHealth
      ? NetworkHealth(
        of: whole, studyArea: studyArea?.shape, clip: clip,
        houses: houseNumbers?.positions ?? [], reach: parameters.budgets.farthest.length) : nil
    let hoursFindings = hours.map { HoursFindings(facilities: facilities, hours: $0) }
    let priorities = zip(priorityAreas, priorityClips).map {
      CoverageSummary.district($0, $1, network, coverage, studyArea: clip)
    }
    var result = AnalysisResult(
      parameters: parameters, network: network, facilities: facilities, snaps: snaps,
      distances: distances,
      byBudget: PerBudget(parameters.budgets) {
        BudgetResult(coverage: coverage[$0], summary: summaries[$0], gaps: gaps[$0])
      },
      districts: zip(districts, districtClips).map {
        CoverageSummary.district($0, $1, network, coverage, studyArea: clip)
      },
      studyArea: studyArea, studyClip: clip, districtAreas: districts,
      priorities: priorities, priorityAreas: priorityAreas,
      findings: (health?.findings ?? []) + findings.all()
        + (hoursFindings.map { $0.all() + $0.windows(inTime?.days ?? atMoment?.days ?? []) } ?? []),
      moment: atMoment, inTime: inTime, fragility: fragility, health: health)
    if extent != .figures {
      result.communeAreas = communes
      result.communes = communes.map {
        CoverageSummary.district(
          $0, AreaClip(network, $0.shape), network, coverage, studyArea: clip)
      }
    }
    return result
  }
}
