/// What is asked of a town that is kept in memory: within which budgets, and when.
public struct LiveQuestion: Hashable, Sendable {
  /// Gaps, changes and schools are given for the main one.
  public var budgets: Budgets
  /// When only relays open for certain count; every relay does if `nil`.
  public var moment: MomentCoverage.Moment?

  public init(_ budgets: Budgets, at moment: MomentCoverage.Moment? = nil) {
    self.budgets = budgets
    self.moment = moment
  }
}

/// Relays as they might be: some more, some fewer.
public struct Scenario: Hashable, Sendable {
  /// Places that would become relays.
  public var added: [Facility]
  /// Present relays that would leave, by index.
  public var removed: Set<Int>
  public var question: LiveQuestion

  public init(
    adding added: [Facility] = [], removing removed: Set<Int> = [], _ question: LiveQuestion
  ) {
    self.added = added
    self.removed = removed
    self.question = question
  }
}
