public import CoverageEngine

/// How to measure, as far as somebody asks; the rest is as the territory says, else as usual.
public struct Measure: Sendable {
  /// Budgets in metres, the first the main one; none for those of the territory.
  public var budgets: [Double] = []
  public var countsConnector: Bool?
  /// Metres.
  public var maximumSnap: Double?
  /// Which streets places attach to.
  public var snapping: Snapping?
  /// Metres.
  public var bufferRadius: Double?

  public init() {}

  /// - Throws: `AnalysisParameters.Invalid`.
  package func parameters() throws(AnalysisParameters.Invalid) -> AnalysisParameters {
    try parameters(over: nil)
  }

  /// - Throws: `AnalysisParameters.Invalid`.
  func parameters(
    over defaults: TerritoryConfiguration?
  ) throws(AnalysisParameters.Invalid) -> AnalysisParameters {
    var parameters = try AnalysisParameters(
      budgets: budgets.isEmpty ? defaults?.budgets ?? .standard : Budgets(metres: budgets),
      countsConnector: countsConnector ?? defaults?.countsConnector ?? true,
      maximumSnap: maximumSnap ?? defaults?.maximumSnap ?? 60,
      bufferRadius: bufferRadius ?? defaults?.bufferRadius ?? 25)
    parameters.snapping = snapping ?? defaults?.snapping ?? .streets
    return parameters
  }
}
