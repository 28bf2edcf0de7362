import RelaisGeo
import Testing

@Suite struct SystemDefinitionTests {
  @Test(arguments: [
    (2154, "PROJCS[\"RGF93"), (4326, "GEOGCS[\"WGS 84\""),
    (32631, "PROJCS[\"WGS 84 / UTM zone 31N\""),
    (5490, "PROJCS["), (2972, "PROJCS["), (2975, "PROJCS["), (4471, "PROJCS["), (4467, "PROJCS["),
  ])
  func theDefinitionIsOneLineOfWellKnownText(code: Int, start: String) throws {
    let definition = try SystemDefinition(of: .epsg(code))
    #expect(definition.wkt.hasPrefix(start))
    #expect(!definition.wkt.contains("\n"))
    #expect(definition.wkt.contains("AUTHORITY[\"EPSG\",\"\(code)\"]"))
    #expect(definition.organisation == "EPSG")
    #expect(definition.code == code)
    #expect(!definition.name.isEmpty)
  }

  @Test func aLocalPlaneIsUndefined() throws {
    let definition = try SystemDefinition(of: .local)
    #expect(definition.code == -1)
    #expect(definition.wkt == "undefined")
  }

  @Test func anUnknownCodeIsRefused() {
    #expect(throws: ProjectionError.unknownCode(999_999)) {
      try SystemDefinition(of: .epsg(999_999))
    }
  }
}
