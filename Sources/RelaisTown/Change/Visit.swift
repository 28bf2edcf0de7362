public import CoverageEngine

/// What came of a visit.
public struct Visit: Sendable {
  public var outcome: VisitOutcome
  /// For `.callBack`.
  public var callBackOn: CalendarDay?
  /// For `.notEligible`, the condition that is not met.
  public var condition: EstablishmentField?

  public init(
    _ outcome: VisitOutcome, callBackOn: CalendarDay? = nil, condition: EstablishmentField? = nil
  ) {
    self.outcome = outcome
    self.callBackOn = callBackOn
    self.condition = condition
  }
}
