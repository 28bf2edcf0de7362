import Testing

@testable import RelaisGeo

/// The address of a place somebody points at.
@Suite struct NearestAddressTests {
  @Test func theNearestNumberIsGivenAsPeopleWriteIt() throws {
    let base = SmallBase.base
    for street in base.streets {
      for house in base.houses[Int(street.houses.lowerBound)..<Int(street.houses.upperBound)]
      where house.number >= 0 {
        let near = try #require(base.address(nearestTo: house.position))
        #expect(near.distance == .zero)
        #expect(near.line.hasPrefix("\(house.number)"))
        #expect(!near.city.isEmpty)
      }
    }
  }

  @Test func nothingIsNearWhereNobodyLives() {
    #expect(SmallBase.base.address(nearestTo: Position(longitude: 0, latitude: 0)) == nil)
    #expect(SmallBase.base.address(nearestTo: Position(longitude: .nan, latitude: 48)) == nil)
  }
}
