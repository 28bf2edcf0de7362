public import RelaisGeo

/// What is asked of an analysis; validated once, then trusted.
public struct AnalysisParameters: Hashable, Sendable {
  public private(set) var budgets: Budgets
  /// Whether the leg from place to street counts as walking.
  public let countsConnector: Bool
  /// Places farther from every edge stay unattached.
  public let maximumSnap: Length
  /// Which streets places attach to.
  public var snapping = Snapping.streets
  /// Half the width of a service area around its streets.
  public let bufferRadius: Length

  public enum Invalid: Error, Hashable, Sendable {
    case noBudget
    case budgetOutOfRange(metres: Double)
    case maximumSnapOutOfRange(metres: Double)
    case bufferOutOfRange(metres: Double)
  }

  /// - Parameters:
  ///   - maximumSnap: In metres, to 10 km.
  ///   - bufferRadius: In metres, 0.1 to 1,000.
  /// - Throws: ``Invalid`` for the first value out of range.
  public init(
    budgets: Budgets, countsConnector: Bool = true, maximumSnap: Double = 60,
    bufferRadius: Double = 25
  ) throws(Invalid) {
    guard maximumSnap >= 0, maximumSnap <= 10_000 else {
      throw .maximumSnapOutOfRange(metres: maximumSnap)
    }
    guard bufferRadius >= 0.1, bufferRadius <= 1000 else {
      throw .bufferOutOfRange(metres: bufferRadius)
    }
    self.budgets = budgets
    self.countsConnector = countsConnector
    self.maximumSnap = Length(metres: maximumSnap)
    self.bufferRadius = Length(metres: bufferRadius)
  }

  /// The same, of budgets in metres as ``Budgets/init(metres:)`` takes them.
  public init(
    budgets: [Double], countsConnector: Bool = true, maximumSnap: Double = 60,
    bufferRadius: Double = 25
  ) throws(Invalid) {
    try self.init(
      budgets: Budgets(metres: budgets), countsConnector: countsConnector,
      maximumSnap: maximumSnap, bufferRadius: bufferRadius)
  }

  public var mainBudget: Budget { budgets.main }

  /// The same, asked for the main budget alone.
  public var ofMainBudget: AnalysisParameters { asked(for: Budgets(mainBudget)) }

  /// The same, asked for other budgets.
  public func asked(for budgets: Budgets) -> AnalysisParameters {
    var parameters = self
    parameters.budgets = budgets
    return parameters
  }
}
