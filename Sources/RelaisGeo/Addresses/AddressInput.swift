/// An address as a row gives it: a text, and the columns that say more.
public struct AddressInput: Hashable, Sendable {
  /// The whole address, or what of it no other column says.
  public var text: String
  public var postcode: String?
  public var city: String?
  /// The commune's INSEE code.
  public var cityCode: String?

  public init(
    _ text: String, postcode: String? = nil, city: String? = nil, cityCode: String? = nil
  ) {
    self.text = text
    self.postcode = postcode
    self.city = city
    self.cityCode = cityCode
  }

  /// An address by its parts, as it is looked up.
  public init(_ address: PostalAddress) {
    self.init(
      address.line ?? "", postcode: address.postcode, city: address.city,
      cityCode: address.cityCode)
  }
}
