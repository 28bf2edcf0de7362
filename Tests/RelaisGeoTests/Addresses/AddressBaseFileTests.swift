import Testing

@testable import RelaisGeo

@Suite struct AddressBaseFileTests {
  @Test func fileGivesTheSameBaseBack() throws {
    let bytes = SmallBase.base.fileBytes()
    #expect(bytes == SmallBase.base.fileBytes())
    let back = try #require(AddressBase(fileBytes: bytes))
    #expect(back.fileBytes() == bytes)
    var geocoder = Geocoder(back)
    #expect(
      geocoder.match(AddressInput("3 rue Carnot Valmont"))
        == SmallBase.match("3 rue Carnot Valmont"))
  }

  @Test func damagedFileIsNone() {
    let bytes = SmallBase.base.fileBytes()
    #expect(AddressBase(fileBytes: []) == nil)
    #expect(AddressBase(fileBytes: Array(bytes.dropLast())) == nil)
    for at in stride(from: 0, to: bytes.count, by: 97) {
      var damaged = bytes
      damaged[at] ^= 0x40
      #expect(AddressBase(fileBytes: damaged) == nil)
    }
  }
}
