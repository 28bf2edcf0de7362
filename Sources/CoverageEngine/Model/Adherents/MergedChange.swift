/// Two establishments that were one all along, made one.
public struct MergedChange: Sendable {
  /// The one that stays, as it is now.
  public var one: Establishment
  /// The other, as it was.
  public var other: Establishment
  /// Facts the one lacked and has from the other.
  public var filled: Set<EstablishmentField>
  /// Facts in which they differed: the one's stays.
  public var differing: Set<EstablishmentField>
  public var contact: ContactOutcome
  /// The number by which it is taken back.
  public var number: Int64

  /// What becomes of whom to call.
  public enum ContactOutcome: Sendable {
    /// The same, or nobody.
    case same
    /// The other's, for the one had none.
    case taken
    /// The one's, though the other's differs.
    case kept
  }

  package init(
    one: Establishment, other: Establishment, filled: Set<EstablishmentField>,
    differing: Set<EstablishmentField>, contact: ContactOutcome, number: Int64
  ) {
    self.one = one
    self.other = other
    self.filled = filled
    self.differing = differing
    self.contact = contact
    self.number = number
  }
}
