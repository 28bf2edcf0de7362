import RelaisGeo

/// What a prospection chooses among: the open streets, and which candidates would cover them.
public struct ProspectionProblem: Sendable {
  /// One per candidate, `nil` where it stays unattached and covers nothing.
  public let snaps: [Snap?]
  public let overlay: DemandOverlay
  public let unit: DemandUnit
  /// All demand, covered or not, in units.
  public let demand: Int64
  /// Of it, what no relay covers now.
  public let open: Int64

  public var matrix: CoverageMatrix { overlay.matrix }

  /// - Parameters:
  ///   - relays: How the present relays attach; they are fixed.
  ///   - count: How many candidates are to be chosen.
  /// - Complexity: a search over the network, and a bounded one a candidate.
  public init(
    _ network: StreetNetwork, relays: [Snap?], candidates: [Facility], count: Int,
    parameters: AnalysisParameters, studyArea: AreaClip? = nil
  ) {
    let budget = parameters.mainBudget
    snaps = Snapper(network).snaps(
      of: candidates.map(\.position), within: parameters.maximumSnap)
    let distances = NetworkDistances(
      network, from: relays, countsConnector: parameters.countsConnector, within: budget)
    let open = OpenDemand(
      network, beyond: Coverage(network, distances, budget: budget), studyArea: studyArea)
    let unit = DemandUnit(network, count: count)
    let isUnweighted = network.isUnweighted
    func units(_ edge: Int, _ millimetres: Int64) -> Int64 {
      isUnweighted ? millimetres : unit.units(millimetres, of: edge, network)
    }
    self.unit = unit
    demand = OpenDemand(network, beyond: nil, studyArea: studyArea).total(units)
    self.open = open.total(units)
    overlay = DemandOverlay(
      CandidateReach.portions(
        network, snaps: snaps, budget: budget, countsConnector: parameters.countsConnector,
        open: open),
      candidateCount: candidates.count, open: open, units: units)
  }
}
