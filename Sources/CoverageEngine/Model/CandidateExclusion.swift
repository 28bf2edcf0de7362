/// Why a place is not proposed. Raw values are stable.
public enum CandidateExclusion: String, CaseIterable, Sendable {
  /// Its category is not asked: a bar, a betting shop.
  case category = "category-not-eligible"
  /// It is closed for good.
  case closed
  /// It is an adherent, or one that is suspended.
  case adherent
  /// It said yes, and has yet to join.
  case agreed
  /// It said no, or left, less than a year ago.
  case refused
  /// Somebody looked, and it does not fulfil the conditions of joining.
  case conditions = "conditions-unmet"
  /// It is to be called back on a day that has not come.
  case callBackLater = "call-back-later"
  /// It is so far outside the boundary that it reaches no street inside.
  case outside
  /// It is farther from every street than a place may be.
  case unattached
}
