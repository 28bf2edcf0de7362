public import RelaisGeo

/// Everything a report may show of one analysis.
public struct AnalysisResult: Sendable {
  public var parameters: AnalysisParameters
  public var network: StreetNetwork
  public var facilities: [Facility]
  /// One per facility, `nil` where it stays unattached.
  public var snaps: [Snap?]
  /// The walk from the nearest relay to every point.
  public var distances: NetworkDistances
  /// One per budget, in the order of the parameters.
  public var coverage: [Coverage]
  public var summaries: [BudgetSummary]
  /// By budget, then rank.
  public var gaps: [Gap]
  public var districts: [DistrictSummary]
  public var studyArea: Area?
  public var districtAreas: [Area]
  public var findings: [Finding]
}
