/// The addresses of a base, compact: streets by commune, each with its numbers in order.
///
/// 28 bytes an address and its identifier's letters; texts that repeat are kept once. Coordinates are
/// ten-millionths of a degree, a centimetre.
public struct AddressBase: Sendable {
  /// A numbered address; number −1 for the place of a street without one.
  struct House: Sendable {
    var number: Int32
    var suffix: UInt16
    var postcode: UInt16
    var longitude: Int32
    var latitude: Int32
    /// The street's name as this row writes it.
    var name: Int32
    var idStart: UInt32
    var idLength: UInt32

    var position: Position {
      Position(longitude: Double(longitude) / 1e7, latitude: Double(latitude) / 1e7)
    }
  }

  struct Street: Sendable {
    var name: Int32
    var commune: Int32
    /// The commune before a merger; 0 for none.
    var formerCity: Int32
    /// The source's key; 0 for none.
    var key: Int32
    var houses: Range<Int32>
    /// A place name without numbers.
    var isPlace: Bool
    var otherNames: [Int32]
  }

  public struct Commune: Hashable, Sendable {
    public var code: String
    public var name: String
    /// Communes merged into it.
    public var formerNames: [String]
    /// What else its addresses name: their post office, the commune in another language.
    public var otherNames: [String]
    /// Increasing.
    public var postcodes: [String]
    var streets: Range<Int>
    var position: Position
  }

  /// Text 0 is empty.
  var texts: [String] = [""]
  /// Suffix 0 means no suffix; canonical, then as written.
  var suffixes: [String] = [""]
  var writtenSuffixes: [String] = [""]
  var postcodes: [String] = [""]
  var ids: [UInt8] = []
  var houses: [House] = []
  /// Commune after commune.
  var streets: [Street] = []
  public internal(set) var communes: [Commune] = []

  /// How many numbered addresses it knows.
  public var addressCount: Int { houses.count { $0.number >= 0 } }
  public var streetCount: Int { streets.count }

  /// - Complexity: O(1).
  func id(of house: House) -> String {
    let start = Int(house.idStart)
    return String(decoding: ids[start..<start + Int(house.idLength)], as: UTF8.self)
  }

  /// Where a street is shown without a number: its place, else the house nearest to its middle.
  func middle(of street: Street) -> House {
    let range = Int(street.houses.lowerBound)..<Int(street.houses.upperBound)
    if houses[range.lowerBound].number < 0 { return houses[range.lowerBound] }
    return AddressBase.middle(houses[range])
  }

  /// The house nearest to the mean of some, the first on a tie.
  static func middle(_ houses: ArraySlice<House>) -> House {
    var x = 0
    var y = 0
    for house in houses {
      x += Int(house.longitude)
      y += Int(house.latitude)
    }
    x /= max(1, houses.count)
    y /= max(1, houses.count)
    var best = houses[houses.startIndex]
    var least = Int.max
    for house in houses {
      let dx = Int(house.longitude) - x
      let dy = Int(house.latitude) - y
      // Whole degrees squared fit: 3.6e9 squared is above Int's half, positions are of one commune.
      let away = (dx / 4) * (dx / 4) + (dy / 3) * (dy / 3)
      if away < least {
        least = away
        best = house
      }
    }
    return best
  }
}
