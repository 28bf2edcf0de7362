/// Finds a number along a street: itself, or where it must be.
struct HouseSearch {
  struct Found {
    var kind: GeocodingMatch.Kind
    var position: Position
    /// The house found or nearest to what was asked.
    var house: AddressBase.House
    /// The number asked, `12 bis`; empty where only the street was found.
    var number = ""
    var check: GeocodingMatch.Check?
  }

  let base: AddressBase
  let street: AddressBase.Street
  /// The postcode the address gives, which decides where a street has a number in several.
  let postcode: String?

  init(_ base: AddressBase, _ street: Int, postcode: String? = nil) {
    self.base = base
    self.street = base.streets[street]
    self.postcode = postcode
  }

  private var houses: ArraySlice<AddressBase.House> {
    base.houses[Int(street.houses.lowerBound)..<Int(street.houses.upperBound)]
  }

  /// Whether the street has the number, whatever its suffix.
  func has(_ number: Int) -> Bool { houses.contains { $0.number == Int32(number) } }

  /// The street itself.
  func middle() -> Found {
    let house = base.middle(of: street)
    return Found(
      kind: street.isPlace && house.number < 0 ? .locality : .street, position: house.position,
      house: house)
  }

  /// A number, or the first of a range that the street has.
  func find(_ numbers: [Int], suffix: String) -> Found {
    let asked = HouseSearch.text(numbers[0], suffix)
    for (place, number) in numbers.enumerated() {
      if let found = exact(number, place == 0 ? suffix : "", asked) { return found }
    }
    return between(numbers[0], asked) ?? beyond(numbers[0], asked) ?? unknown(asked)
  }

  static func text(_ number: Int, _ suffix: String) -> String {
    suffix.isEmpty ? String(number) : "\(number) \(suffix)"
  }

  /// The number and suffix as the base writes them.
  func text(_ house: AddressBase.House) -> String {
    HouseSearch.text(Int(house.number), base.writtenSuffixes[Int(house.suffix)].lowercased())
  }

  private func exact(_ number: Int, _ suffix: String, _ asked: String) -> Found? {
    var same = houses.filter { $0.number == Int32(number) }
    guard !same.isEmpty else { return nil }
    if let postcode, same.count > 1 {
      let own = same.filter { base.postcodes[Int($0.postcode)] == postcode }
      if !own.isEmpty { same = own }
    }
    for reading in HouseSuffix.readings(suffix) {
      let found = same.filter { base.suffixes[Int($0.suffix)] == reading }
      guard let house = found.first else { continue }
      var result = Found(
        kind: .houseNumber, position: house.position, house: house, number: text(house))
      // Two streets may bear one name: what is farther than the width of a house is another one.
      if found.contains(where: {
        Ground.ellipsoid.length(from: $0.position, to: house.position) > 30
      }) {
        result.check = .numberTwice(text(house))
      }
      return result
    }
    let house = same.first { $0.suffix == 0 } ?? same[same.startIndex]
    return Found(
      kind: .interpolated, position: house.position, house: house, number: asked,
      check: .suffixUnknown(asked: asked, found: text(house)))
  }

  /// Numbers from here on are provisional ones of the land register, and lie anywhere along a street.
  private static let provisional: Int32 = 5000

  /// On its side of the street between the numbers around it; else between those of both sides.
  private func between(_ number: Int, _ asked: String) -> Found? {
    let numbered = houses.filter { (0..<HouseSearch.provisional).contains($0.number) }
    for isSided in [true, false] {
      let side = numbered.filter { !isSided || ($0.number - Int32(number)) % 2 == 0 }
      guard let low = side.last(where: { $0.number < Int32(number) }),
        let high = side.first(where: { $0.number > Int32(number) })
      else { continue }
      // Across the street only where the numbers are near: sides may run apart.
      if !isSided, high.number - low.number > 12 { continue }
      let share = (Double(number) - Double(low.number)) / Double(high.number - low.number)
      let (a, b) = (low.position, high.position)
      let position = Position(
        longitude: a.x + share * (b.x - a.x), latitude: a.y + share * (b.y - a.y))
      return Found(
        kind: .interpolated, position: position, house: share < 0.5 ? low : high, number: asked,
        check: .numberBetween(asked: asked, low: text(low), high: text(high)))
    }
    return nil
  }

  /// Past an end of the street by little: at its last number, on its side if that has any.
  private func beyond(_ number: Int, _ asked: String) -> Found? {
    let numbered = houses.filter { (0..<HouseSearch.provisional).contains($0.number) }
    let side = numbered.filter { ($0.number - Int32(number)) % 2 == 0 }
    for candidates in [side, numbered] {
      guard
        let last = candidates.min(by: {
          abs($0.number - Int32(number)) < abs($1.number - Int32(number))
        }), abs(Int(last.number) - number) <= 20
      else { continue }
      return Found(
        kind: .street, position: last.position, house: last,
        check: .numberBeyond(asked: asked, last: text(last)))
    }
    return nil
  }

  private func unknown(_ asked: String) -> Found {
    var found = middle()
    found.check = .numberUnknown(asked: asked)
    return found
  }
}
