/// What an account may do at the desk. An account has one role or several. Raw values are stable.
public enum DeskRole: String, CaseIterable, Sendable {
  /// Everything of the adherents' file.
  case agent
  /// Rounds, candidates and visits; no contact but a shop's own telephone.
  case apprentice
  /// Figures, the map and scenarios.
  case council
  /// Accounts, imports and copies.
  case admin

  /// What options call it.
  public var word: String { rawValue }
}
