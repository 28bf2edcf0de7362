/// A change another program made that was put back, as the registry keeps it.
public struct RefusedEdit: Hashable, Sendable {
  public var edit: RegistryEdit
  /// What it would have written.
  public var value: String?
  /// `2026-12-01T09:30:00.000Z`.
  public var recordedAt: String

  public init(edit: RegistryEdit, value: String?, recordedAt: String) {
    self.edit = edit
    self.value = value
    self.recordedAt = recordedAt
  }
}

/// A change another program made in the registry's file, as it was judged.
public struct RegistryEdit: Hashable, Sendable {
  public var establishment: String
  /// `nil` for a whole row.
  public var field: EstablishmentField?
  /// `nil` if the edit was taken.
  public var refusal: Refusal?
  /// Whether it is whom to call that was changed.
  public var isContact = false
  /// What looks wrong in what was taken.
  public var doubts: [AdherentDoubt.Reason] = []

  public init(
    establishment: String, field: EstablishmentField?, refusal: Refusal? = nil
  ) {
    self.establishment = establishment
    self.field = field
    self.refusal = refusal
  }

  /// Why an edit was put back. Raw values are stable: the registry keeps them.
  public enum Refusal: String, CaseIterable, Sendable {
    case badValue = "bad-value"
    case nameMissing = "name-missing"
    case nameTooLong = "name-too-long"
    case stateForbidden = "state-forbidden"
    /// Establishments leave through their state, never by deletion.
    case rowDeleted = "row-deleted"
    /// A point that was taken away: a relay would cover nothing from one day to the next.
    case positionErased = "position-erased"
    /// A point that is far from every street of the town.
    case outsideTerritory = "outside-territory"
  }
}
