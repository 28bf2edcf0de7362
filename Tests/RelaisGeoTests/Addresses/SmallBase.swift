@testable import RelaisGeo

/// A base small enough to know by heart: two streets that differ in type, one in two towns, one with a
/// hole in its numbers.
enum SmallBase {
  /// A row per number: `street|town|numbers`, towns by letter.
  static let streets = [
    "Rue Carnot|A|1,2,3,4,5,6,7,8,9,10,11,13,15,20,21,30",
    "Avenue Carnot|A|1,2,3,4",
    "Rue Saint-Dizier|A|1,2,2 bis,4,6",
    "Rue du 8 Mai 1945|A|8,12",
    "Rue de l'Église|A|1,2,3", "Rue de l'Église|B|1,2,3",
    "Rue du Général Leclerc|B|5,7,7 b",
    "Avenue Jean Jaurès|A|10,12,14",
    "Rue Henri IV|A|1,4", "Rue du Moulin|C|1,2",
    "Rue de Belmont|A|1,3",
  ]

  static let towns = [
    "A": ("54001", "Valmont", "54100"), "B": ("54002", "Belmont-sur-Orle", "54200"),
    "C": ("54003", "Saint-Aubry", "54300"),
  ]

  /// A number's place: 10 m a number along its street, streets 500 m apart, odd numbers 10 m north.
  static func position(_ street: Int, _ number: Int) -> Position {
    Position(
      longitude: 6 + 0.0001 * Double(number),
      latitude: 48 + 0.005 * Double(street) + (number % 2 == 1 ? 0.0001 : 0))
  }

  static let base: AddressBase = {
    var builder = AddressBaseBuilder()
    for record in records { builder.add(record) }
    return builder.finish()
  }()

  static let records: [AddressRecord] = streets.enumerated().flatMap { index, line in
    let parts = line.split(separator: "|").map(String.init)
    let town = towns[parts[1]] ?? ("", "", "")
    return parts[2].split(separator: ",").map { text in
      let words = text.split(separator: " ").map(String.init)
      let number = Int(words[0]) ?? 0
      return AddressRecord(
        place: .line(1), id: "\(town.0)_\(index)_\(text)", streetID: "\(town.0)_\(index)",
        number: number, suffix: words.count > 1 ? words[1] : "", street: parts[0], otherNames: [],
        hamlet: nil, postcode: town.2, cityCode: town.0, city: town.1, formerCity: "",
        position: position(index, number), kind: .entrance)
    }
  }

  static func match(_ text: String) -> GeocodingMatch { match(AddressInput(text)) }

  static func match(_ input: AddressInput) -> GeocodingMatch {
    var geocoder = Geocoder(base)
    return geocoder.match(input)
  }
}
