public import Covering

/// How many recruits are enough at one budget, and what none of them reaches.
public struct BudgetCurve: Sendable {
  public var recruits: RecruitmentCurve
  public var unreachable: UnreachableStreets
}
