import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisReports

/// Finds the place of an establishment whose address is given and whose position is not.
struct AddressLookup {
  private static let fields = [EstablishmentField.address, .postcode, .city, .insee]

  typealias Found = (match: GeocodingMatch, isPlaced: Bool)

  private let base: AddressBase

  /// - Returns: `nil` where nothing asks for it, or the territory has no addresses.
  init?(_ territory: Territory, for values: [EstablishmentField: FactValue?]) throws {
    guard values[.position] == nil, AddressLookup.fields.contains(where: { values[$0] != nil }),
      let base = try AddressBases.read(of: territory)
    else { return nil }
    self.base = base
  }

  /// Adds the position to what is written; one that was set by hand, a file or a map stays.
  func place(
    _ values: inout [EstablishmentField: FactValue?], of establishment: Establishment? = nil
  ) -> Found? {
    var changed = establishment ?? Establishment(id: "")
    changed.apply(values)
    guard AddressFacts.mayPlace(establishment), changed.address.line != nil else { return nil }
    var geocoder = Geocoder(base)
    let input = AddressInput(changed.address)
    let match = geocoder.match(input)
    let facts = AddressFacts.values(of: match, for: input)
    // The place of the address before is not that of the new one.
    for field in [EstablishmentField.position, .positionSource, .positionQuality]
    where facts != nil || establishment?.position != nil {
      values.updateValue(facts?[field], forKey: field)
    }
    return (match, isPlaced: facts != nil)
  }
}
