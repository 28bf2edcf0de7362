/// Everything an analysis found for one budget.
public struct BudgetResult: Sendable {
  /// What of every edge is covered.
  public var coverage: Coverage
  public var summary: BudgetSummary
  /// By rank; none where only figures were asked for.
  public var gaps: [Gap]

  public var budget: Budget { coverage.budget }
}
