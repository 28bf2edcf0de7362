public import CoverageEngine
public import RelaisGeo

/// What an import of adherents did, or would do.
public struct AdherentsReport: Sendable {
  /// A row that was taken although something in it asks for a person's eye.
  public struct Doubt: Hashable, Sendable {
    /// Raw values are stable.
    public enum Reason: String, CaseIterable, Sendable {
      /// A zero at the head of a phone number was put back.
      case phoneZeroRestored = "phone-zero-restored"
      case phoneUnreadable = "phone-unreadable"
      /// A value could not be understood and was left out.
      case valueLeftOut = "value-left-out"
      /// Without a position, the relay covers nothing yet.
      case positionMissing = "position-missing"
      /// The address was found, and something in it asks for a check.
      case positionDoubtful = "position-doubtful"
      /// The file asks for a state that may not follow the present one.
      case stateForbidden = "state-forbidden"
      /// A day of which the century, or the form, had to be guessed.
      case dateGuessed = "date-guessed"
      /// Farther from the territory than its relays may lie.
      case positionOutside = "position-outside"
      /// Two establishments would have the same sticker.
      case stickerTaken = "sticker-taken"
      /// The row's number named another establishment; the row was taken for a new one.
      case numberReused = "number-reused"
      /// A date to come.
      case dateInFuture = "date-in-future"
    }

    public var place: SourcePlace
    public var reason: Reason
    /// The column and what stands in it; empty for contacts, which are never shown.
    public var found: String
    /// What the address base says of the row's address.
    public var match: GeocodingMatch?
  }

  /// Two establishments that may be one.
  public struct Pair: Hashable, Sendable {
    public var duplicate: DuplicatePair
    public var names: [String]
  }

  /// What a list changed in an establishment.
  public struct Change: Sendable {
    public var fields: [EstablishmentField: String?]
    public var isContact = false
  }

  public var file: String
  public var rows: Int
  public var added: [Establishment] = []
  public var changed: [Establishment] = []
  /// What was changed, by the establishment's key.
  public var changes: [String: Change] = [:]
  public var unchanged = 0
  public var rejected: [RejectedRow]
  public var doubts: [Doubt] = []
  public var duplicates: [Pair] = []
  public var ignoredColumns: [String] = []
  /// The line the column names are on, from 1, where a title stands above them.
  public var headerLine: Int?
  public var edits: [RegistryEdit] = []
}
