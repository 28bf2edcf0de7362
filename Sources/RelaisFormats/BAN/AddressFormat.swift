extension AddressReader {
  /// Whose form a table of addresses has. Raw values are stable.
  public enum Format: String, Hashable, Sendable {
    /// The national base (BAN).
    case national = "ban-csv"
    /// That of a town (BAL).
    case local = "bal-csv"
  }
}
