public import RelaisGeo

/// What is asked of an analysis; validated once, then trusted.
public struct AnalysisParameters: Hashable, Sendable {
  /// Walking budgets, increasing, at least one.
  public private(set) var budgets: [Length]
  /// The budget of the maps and tables that show a single one: the first as the user gave them.
  public let mainBudget: Length
  /// Whether the leg from place to street counts as walking.
  public let countsConnector: Bool
  /// Places farther from every edge stay unattached.
  public let maximumSnap: Length
  /// Half the width of a service area around its streets.
  public let bufferRadius: Length

  public enum Invalid: Error, Hashable, Sendable {
    case noBudget
    case budgetOutOfRange(metres: Double)
    case maximumSnapOutOfRange(metres: Double)
    case bufferOutOfRange(metres: Double)
  }

  /// - Parameters: all in metres; budgets from 0 to 2,000 km, in any order, repeats dropped.
  /// - Throws: ``Invalid`` for the first value out of range.
  public init(
    budgets: [Double], countsConnector: Bool = true, maximumSnap: Double = 60,
    bufferRadius: Double = 25
  ) throws(Invalid) {
    guard let first = budgets.first else { throw .noBudget }
    for metres in budgets where !(metres >= 0 && metres <= 2_000_000) {
      throw .budgetOutOfRange(metres: metres)
    }
    guard maximumSnap >= 0, maximumSnap <= 10_000 else {
      throw .maximumSnapOutOfRange(metres: maximumSnap)
    }
    guard bufferRadius >= 0.1, bufferRadius <= 1000 else {
      throw .bufferOutOfRange(metres: bufferRadius)
    }
    var seen = Set<Length>()
    self.budgets = budgets.map { Length(metres: $0) }.filter { seen.insert($0).inserted }.sorted()
    self.mainBudget = Length(metres: first)
    self.countsConnector = countsConnector
    self.maximumSnap = Length(metres: maximumSnap)
    self.bufferRadius = Length(metres: bufferRadius)
  }

  /// The same, asked for the main budget alone.
  public var ofMainBudget: AnalysisParameters {
    var parameters = self
    parameters.budgets = [mainBudget]
    return parameters
  }
}
