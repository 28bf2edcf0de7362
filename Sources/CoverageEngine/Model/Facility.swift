public import RelaisGeo

/// A recruited place that shelters children: what users call a relay.
public struct Facility: Hashable, Sendable {
  /// The source's identifier, unique in its file.
  public var id: String
  public var name: String?
  public var kind: FacilityKind?
  public var position: Position
  /// Opening hours in OSM syntax, unread as yet.
  public var openingHours: String?
  /// Only its street is known, not where in the street: nobody is to be shown a point.
  public var isApproximate = false

  public init(
    id: String, name: String? = nil, kind: FacilityKind? = nil, position: Position,
    openingHours: String? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.position = position
    self.openingHours = openingHours
  }
}

extension Facility {
  /// The few characters that usually distinguish a relay of the registry from all others, and by which lists call it.
  public var code: String { id.relayCode }
}

extension String {
  /// Of an identifier of the registry.
  var relayCode: String { String(prefix(8)) }
}
