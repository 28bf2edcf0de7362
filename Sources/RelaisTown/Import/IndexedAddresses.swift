/// What a territory's address files hold, ready for the commands that look addresses up.
public struct IndexedAddresses: Sendable {
  public let rows: Int
  public let addresses: Int
  public let streets: Int
  public let communes: Int

  /// Reads the territory's address files and keeps what they hold in its cache.
  ///
  /// - Returns: `nil` without addresses.
  /// - Throws: `FormatError`.
  public init?(_ territory: Territory) throws {
    guard let (base, sources) = try AddressBases.index(territory) else { return nil }
    rows = sources.map(\.rows).reduce(0, +)
    addresses = base.addressCount
    streets = base.streetCount
    communes = base.communes.count
  }
}
