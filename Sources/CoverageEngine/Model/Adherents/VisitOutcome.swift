/// What came of a visit. Raw values are stable.
public enum VisitOutcome: String, CaseIterable, Sendable {
  case yes
  case no
  case callBack = "call-back"
  case closed
  case notEligible = "not-eligible"
}
