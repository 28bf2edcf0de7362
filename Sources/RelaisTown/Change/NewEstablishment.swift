public import CoverageEngine
public import RelaisGeo

/// An establishment to add, as somebody describes it.
public struct NewEstablishment: Sendable {
  public var name: String
  public var kind: EstablishmentKind
  public var state = AdherentState.prospect
  /// Set by hand; `nil` to look the address up.
  public var position: Position?
  public var address: String?
  /// Further facts. Name, kind, state, address and position above stand before them.
  public var facts: [EstablishmentField: String?] = [:]
  public var contact = ContactChange()

  public init(name: String, kind: EstablishmentKind) {
    self.name = name
    self.kind = kind
  }

  var values: [EstablishmentField: String?] {
    var values = facts
    values[.name] = name
    values[.kind] = kind.rawValue
    values[.state] = state.rawValue
    if let address { values[.address] = address }
    if let position {
      values[.position] = PositionText.text(position)
      values[.positionSource] = "hand"
    }
    return values
  }
}
