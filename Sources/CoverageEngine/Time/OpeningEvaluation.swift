/// Whether a place is open at an instant, and why.
public struct OpeningEvaluation: Hashable, Sendable {
  public var state: OpeningState
  /// The comment of the rule that decided, as the value has it.
  public var comment: String?
  /// The rule that decided, counted from 0; `nil` where none applies, which is closed.
  public var rule: Int?
  /// What else made the state unknown.
  public var doubt: Doubt?

  /// Whether the value leaves the state unknown without a word about it.
  public var isUnsaid: Bool { state == .unknown && comment == nil && doubt == nil }

  /// Why a state is unknown though no rule says so.
  public enum Doubt: Hashable, Sendable {
    /// The closing time is not known.
    case openEnd
    /// School holidays decide, and the calendar does not know that day.
    case schoolHolidays
    /// Sunrise or sunset decides, and the position is not known, or the sun does neither that day.
    case sun
  }

  public init(
    state: OpeningState, comment: String? = nil, rule: Int? = nil, doubt: Doubt? = nil
  ) {
    self.state = state
    self.comment = comment
    self.rule = rule
    self.doubt = doubt
  }
}
