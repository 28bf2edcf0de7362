public import RelaisGeo

/// An establishment as INSEE's register (SIRENE) has it.
public struct SireneRecord: Hashable, Sendable {
  public var place: SourcePlace
  /// 14 digits.
  public var siret: String
  /// `false` for one that is closed (`F`).
  public var isOpen: Bool
  /// The day its present state began, as written.
  public var since: String?
  /// Its owner keeps name and address out (diffusion `P`, or `N` in older files; anything but `O`).
  public var isVeiled: Bool
  /// What its sign says, else its usual or its company's name; never a person's.
  public var name: String?
  /// `10.71C` of NAF rev. 2, `10.71Y` of NAF 2025.
  public var activity: BusinessActivity?
  /// Its street is the kind and name.
  public var address: PostalAddress
  /// Longitude and latitude, of projected coordinates of the commune's legal system.
  public var position: Position?
}

/// Where the register's geolocated file puts an establishment.
public struct SirenePosition: Hashable, Sendable {
  public var position: Position
  /// The number was found; otherwise the point is anywhere along its street.
  public var isExact: Bool
}
