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
  public var facts: [EstablishmentField: FactValue?] = [:]
  public var contact = ContactChange()
  /// Whether it is added although it resembles one the registry has.
  public var isOther = false

  public init(name: String, kind: EstablishmentKind) {
    self.name = name
    self.kind = kind
  }

  var values: [EstablishmentField: FactValue?] {
    var values = facts
    values[.name] = .text(name)
    values[.kind] = .kind(kind)
    values[.state] = .state(state)
    if let address { values[.address] = .text(address) }
    if let position {
      values[.position] = .position(position)
      values[.positionSource] = .source(.hand)
    }
    return values
  }
}
