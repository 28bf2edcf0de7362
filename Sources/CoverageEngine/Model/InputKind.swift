/// The kinds of input a territory may hold. Raw values are stable: they name folders of `sources/`
/// and keys of `relais.yml`.
public enum InputKind: String, CaseIterable, Sendable {
  case streets
  case boundary
  case districts
  case priorityAreas = "priority-areas"
  case addresses
  case schools
  case catchments
  case adherents
  case candidates
  case population

  /// What folders, keys and options call it.
  public var word: String { rawValue }
}
