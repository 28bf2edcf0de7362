public import RelaisGeo

/// The whole computation of coverage, in one call.
public struct CoverageAnalysis: Sendable {
  public var network: StreetNetwork
  public var facilities: [Facility]
  public var parameters: AnalysisParameters
  /// Where demand streets count and gaps lie; everywhere if `nil`.
  public var studyArea: Area?
  public var districts: [Area] = []
  public var houseNumbers: HouseNumbers?

  public init(network: StreetNetwork, facilities: [Facility], parameters: AnalysisParameters) {
    self.network = network
    self.facilities = facilities
    self.parameters = parameters
  }

  /// How much to compute: figures alone take a fraction of the time.
  public enum Extent: Sendable {
    /// Snaps, intervals, sums.
    case figures
    /// With gaps, circles and districts.
    case everything
  }

  /// - Complexity: about linear in edges, times the number of budgets.
  public func run(_ extent: Extent, progress: Progress = .silent) -> AnalysisResult {
    progress(.searching)
    let snapper = Snapper(network)
    let snaps = snapper.snaps(of: facilities.map(\.position), within: parameters.maximumSnap)
    let distances = NetworkDistances(
      network, from: snaps, countsConnector: parameters.countsConnector,
      // Gaps tell how far the nearest relay is, however far.
      within: extent == .figures ? parameters.budgets.last : nil)
    let coverage = parameters.budgets.map { Coverage(network, distances, budget: $0) }
    let clip = studyArea.map { AreaClip(network, $0.shape) }
    let districtClips =
      extent == .everything ? districts.map { AreaClip(network, $0.shape) } : []
    let summaries = coverage.map { coverage in
      CoverageSummary.summary(
        network, coverage, studyArea: clip,
        circles: extent == .everything
          ? CrowFlyCircles.claimed(
            network, around: facilities.map(\.position).filter(\.isFinite),
            radius: coverage.budget) : nil)
    }
    var gaps: [Gap] = []
    if extent == .everything {
      let finder = GapFinder(
        network, distances, studyArea: clip, districts: districts, numbers: houseNumbers)
      for (index, coverage) in coverage.enumerated() {
        progress(.describingGaps, index, of: parameters.budgets.count)
        gaps += finder.gaps(coverage)
      }
    }
    let findings = CoverageFindings(
      network: network, facilities: facilities, snaps: snaps, parameters: parameters,
      studyArea: clip, districts: districtClips)
    return AnalysisResult(
      parameters: parameters, network: network, facilities: facilities, snaps: snaps,
      distances: distances, coverage: coverage, summaries: summaries, gaps: gaps,
      districts: zip(districts, districtClips).map {
        CoverageSummary.district($0, $1, network, coverage, studyArea: clip)
      },
      studyArea: studyArea, studyClip: clip, districtAreas: districts, findings: findings.all())
  }
}
