extension AddressReader {
  /// Whose form a table of addresses has.
  public enum Format: Hashable, Sendable {
    /// The national base (BAN).
    case national
    /// That of a town (BAL).
    case local
  }
}
