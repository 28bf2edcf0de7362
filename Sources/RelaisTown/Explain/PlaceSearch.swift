public import RelaisGeo

/// A place as people write it: a position, else an address to look up.
public struct PlaceSearch: Sendable {
  /// `12 rue Saint-Dizier`, or `6.183,48.692`.
  public var text: String
  /// Files of addresses; none for those of the territory.
  public var addresses: [String] = []
  public var territory: TerritorySearch

  public init(_ text: String, in territory: TerritorySearch) {
    self.text = text
    self.territory = territory
  }

  public enum Found: Sendable {
    case position(Position)
    /// What the address base says; see `GeocodingMatch.isPlace`.
    case address(GeocodingMatch)
  }

  /// - Throws: what reading addresses throws; ``RequestError/noPlace(_:withoutAddresses:)``.
  public func find(_ work: Work) throws -> Found {
    if let position = Position(parsing: text) { return .position(position) }
    work.progress(.readingAddresses)
    guard let base = try AddressBases.read(addresses, else: territory) else {
      throw RequestError.noPlace(text, withoutAddresses: true)
    }
    var geocoder = Geocoder(base)
    return .address(geocoder.match(AddressInput(text)))
  }
}
