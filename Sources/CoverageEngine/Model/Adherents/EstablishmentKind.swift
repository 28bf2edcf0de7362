/// What an establishment is. Raw values are stable; files and options use them.
public enum EstablishmentKind: String, CaseIterable, Sendable {
  case shop
  case association
  case institution
  case municipal

  /// What files and options call it.
  public var word: String { rawValue }
}
