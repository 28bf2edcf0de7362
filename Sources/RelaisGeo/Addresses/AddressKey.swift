/// What an address is called, without what sources write differently: to know one of two files again.
package enum AddressKey {
  /// - Parameter suffix: As the source writes it; empty for none.
  package static func of(number: Int, suffix: String, street: String) -> String {
    "\(number)|\(HouseSuffix.canonical(suffix))|\(StreetName(street).key)"
  }
}
