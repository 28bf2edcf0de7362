extension AddressBase {
  /// The numbered address nearest to a point, as a person would write it.
  public struct Near: Hashable, Sendable {
    /// `12 bis Rue de Metz`.
    public var line: String
    public var postcode: String
    public var city: String
    public var cityCode: String
    /// As the crow flies.
    public var distance: Length
  }

  /// The address nearest to a point, the first of the base on a tie; `nil` where the base has none within a kilometre.
  ///
  /// - Complexity: O(n) in the addresses of the base.
  public func address(nearestTo position: Position) -> Near? {
    guard position.isFinite, position.isGeographic else { return nil }
    let scale = Ground.metresPerDegree(atLatitude: position.y)
    var best: (street: Int, house: House, squared: Double)?
    for (index, street) in streets.enumerated() {
      for house in houses[Int(street.houses.lowerBound)..<Int(street.houses.upperBound)]
      where house.number >= 0 {
        let dx = (house.position.x - position.x) * scale.x
        let dy = (house.position.y - position.y) * scale.y
        let squared = dx * dx + dy * dy
        if squared < best?.squared ?? 1e6 { best = (index, house, squared) }
      }
    }
    guard let best else { return nil }
    let commune = communes[Int(streets[best.street].commune)]
    let number = HouseSearch.text(
      Int(best.house.number), writtenSuffixes[Int(best.house.suffix)].lowercased())
    return Near(
      line: number + " " + texts[Int(best.house.name)],
      postcode: postcodes[Int(best.house.postcode)], city: commune.name, cityCode: commune.code,
      distance: Length(metres: best.squared.squareRoot()))
  }
}
