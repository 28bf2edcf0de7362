/// An address by its parts, as far as a source knows them.
public struct PostalAddress: Hashable, Sendable {
  /// `12`, as written; `nil` too where it stands in ``street``.
  public var houseNumber: String?
  /// `bis`, `B`, as written.
  public var suffix: String?
  /// The street as written, perhaps with its number before it.
  public var street: String?
  public var postcode: String?
  public var city: String?
  /// The commune's INSEE code.
  public var cityCode: String?

  public init(
    houseNumber: String? = nil, suffix: String? = nil, street: String? = nil,
    postcode: String? = nil, city: String? = nil, cityCode: String? = nil
  ) {
    self.houseNumber = houseNumber
    self.suffix = suffix
    self.street = street
    self.postcode = postcode
    self.city = city
    self.cityCode = cityCode
  }

  /// The street's line as a person writes it: `12 bis rue des Carmes`; `nil` without a street.
  public var line: String? {
    street.map { [houseNumber, suffix, $0].compactMap { $0 }.joined(separator: " ") }
  }
}
