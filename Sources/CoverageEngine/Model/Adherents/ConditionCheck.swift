/// Whether a condition of joining was found fulfilled. Raw values are stable.
public enum ConditionCheck: String, CaseIterable, Sendable {
  case yes
  case no
  case notChecked = "not-checked"

  /// What files and options call it.
  public var word: String { rawValue }
}
