/// One value for each budget of a run, asked for by its budget.
///
/// As a sequence, the values in the order of the budgets.
public struct PerBudget<Value> {
  public let budgets: Budgets
  private let values: [Value]

  /// - Parameter value: Called once for each budget, in their order.
  public init<Failure>(
    _ budgets: Budgets, _ value: (Budget) throws(Failure) -> Value
  ) throws(Failure) {
    self.budgets = budgets
    var values: [Value] = []
    values.reserveCapacity(budgets.count)
    for budget in budgets { values.append(try value(budget)) }
    self.values = values
  }

  /// - Precondition: The budget is one of ``budgets``.
  public subscript(budget: Budget) -> Value {
    guard let index = budgets.firstIndex(of: budget) else {
      preconditionFailure("a run is asked for a budget it was not run for")
    }
    return values[index]
  }

  /// That of the main budget.
  public var main: Value { self[budgets.main] }

  public var count: Int { values.count }

  /// Another value for each budget, made of this one.
  public func mapValues<Other, Failure>(
    _ transform: (Value) throws(Failure) -> Other
  ) throws(Failure) -> PerBudget<Other> {
    try PerBudget<Other>(budgets) { budget throws(Failure) in try transform(self[budget]) }
  }

  /// Values with their budgets.
  public var pairs: [(budget: Budget, value: Value)] {
    zip(budgets, values).map { (budget: $0, value: $1) }
  }
}

extension PerBudget: Sequence {
  public func makeIterator() -> IndexingIterator<[Value]> { values.makeIterator() }
}

extension PerBudget: Sendable where Value: Sendable {}
extension PerBudget: Equatable where Value: Equatable {}
extension PerBudget: Hashable where Value: Hashable {}
