public import RelaisGeo

/// A recruited place that shelters children: what users call a relay.
public struct Facility: Hashable, Sendable {
  /// The source's identifier, unique in its file.
  public var id: String
  public var name: String?
  /// Kind as the source says it: shop, institution, municipal, association, or other words.
  public var kind: String?
  public var position: Position
  /// Opening hours in OSM syntax, unread as yet.
  public var openingHours: String?

  public init(
    id: String, name: String? = nil, kind: String? = nil, position: Position,
    openingHours: String? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.position = position
    self.openingHours = openingHours
  }
}
