import Testing

@testable import RelaisFormats

/// Addresses of databases and services.
@Suite struct ForeignAddressTests {
  @Test(arguments: [
    "PG:host=db user=gis password=secret", "PG:dbname='x' PASSWORD = 'y'",
    "PG:postgresql://gis:secret@db/town", "WFS:https://agent:secret@example.fr/wfs",
    "WFS:https://example.fr/wfs?user=a&password=b",
  ])
  func aPasswordIsRefusedAndNotRepeated(_ address: String) throws {
    #expect(throws: FormatError.passwordInAddress) {
      _ = try Conversion(address, try #require(ForeignFormat(of: address)))
    }
  }

  @Test(arguments: ["PG:host=db user=gis", "WFS:https://example.fr/wfs?typename=a:b"])
  func anAddressWithoutOneIsNot(_ address: String) {
    #expect(!ForeignFormat.holdsPassword(address))
  }
}
