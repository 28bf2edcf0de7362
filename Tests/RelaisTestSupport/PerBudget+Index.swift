public import CoverageEngine

/// Values by the place of their budget, for tests that draw their budgets themselves.
extension PerBudget {
  public subscript(index: Int) -> Value { self[budgets[index]] }
  public var indices: Range<Int> { budgets.indices }
}
