/// What came of a visit. Raw values are stable.
public enum VisitOutcome: String, CaseIterable, Sendable {
  case yes
  case no
  case callBack = "call-back"
  /// The place has closed for good; one that was shut at that hour is ``absent``.
  case closed
  case notEligible = "not-eligible"
  /// Nobody was there to answer: the door is as it was, to be tried again.
  case absent
}
