import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// Relays and house numbers.
@Suite struct PlacesTests {
  private func relays(
    _ text: String, in surroundings: Surroundings = Around.earth,
    mapping: ColumnMapping = ColumnMapping(), name: String = "relays.csv"
  ) throws -> Imported<[Facility]> {
    let folder = try TemporaryFolder()
    let file = try folder.write(text.utf8, name)
    let imported = try FacilitiesImporter.read(file, mapping: mapping, in: surroundings)
    #expect(imported.report.rows == imported.report.taken + imported.report.rejected.count)
    #expect(imported.report.taken == imported.value.count)
    return imported
  }

  @Test func degreesAreReadInAnyDialect() throws {
    for text in [
      "id,lon,lat\nR1,6.18,48.69\n", "id;Longitude;Latitude\nR1;6,18;48,69\n",
      "\u{FEFF}ID\tLAT\tLON\r\nR1\t48.69\t6.18\r\n", "id,lon,lat,more\nR1, 6.18 ,48.69,x\n",
    ] {
      let imported = try relays(text)
      #expect(imported.value == [Facility(id: "R1", position: Position(x: 6.18, y: 48.69))])
    }
  }

  @Test func projectedPlacesBecomeDegrees() throws {
    let imported = try relays(
      "id,x,y\nR1,934500,6847900\n", in: Surroundings(.epsg(2154)))
    let place = try #require(imported.value.first).position
    #expect(abs(place.x - 6.18) < 0.02)
    #expect(abs(place.y - 48.69) < 0.02)
    #expect(throws: FormatError.self) { try relays("id,x,y\nR1,934500,6847900\n") }
  }

  @Test func aPlaneTakesMetres() throws {
    let imported = try relays("id,x,y\nR1,40,-10.5\n", in: Around.plane)
    #expect(imported.value[0].position == Position(x: 40, y: -10.5))
    #expect(throws: FormatError.self) { try relays("id,lon,lat\nR1,40,10\n", in: Around.plane) }
  }

  @Test func furtherColumnsAreKeptWhereTheyMeanSomething() throws {
    let imported = try relays(
      "id;enseigne;genre;horaires;lon;lat\nR1;Boulangerie Hélène;commerce;Mo-Fr 08:00-19:00;6;48\n")
    let relay = imported.value[0]
    #expect(relay.name == "Boulangerie Hélène")
    #expect(relay.kind == .other("commerce"))
    #expect(relay.openingHours == "Mo-Fr 08:00-19:00")
  }

  @Test func badRowsAreRejectedWithLineAndReason() throws {
    let imported = try relays(
      """
      id,lon,lat
      R1,6,48
      R2,,48
      R3,6,
      R4,six,48
      R5,6,nan
      R6,6,95
      R7,999,48
      R1,6.5,48.5
      ,6,48
      """)
    #expect(imported.value.map(\.id) == ["R1", "line/10"])
    let byLine = Dictionary(
      uniqueKeysWithValues: zip(imported.rejectedLines, imported.reasons))
    #expect(
      byLine == [
        3: .missingValue, 4: .missingValue, 5: .notANumber, 6: .notANumber, 7: .outOfRange,
        8: .outOfRange, 9: .duplicateID,
      ])
  }

  @Test func aHeaderAloneIsNoError() throws {
    #expect(try relays("id,lon,lat\n").value.isEmpty)
    #expect(try relays("id,x,y\n", in: Around.plane).value.isEmpty)
  }

  @Test func missingColumnsAreNamed() throws {
    #expect {
      try relays("id,nom\nR1,x\n")
    } throws: { error in
      guard case FormatError.missing(_, let what, let found) = error else { return false }
      return what == ["lon", "lat"] && found == ["id", "nom"]
    }
  }

  @Test func aConfigurationNamesColumnsOtherwise() throws {
    let imported = try relays(
      "ref;ou_x;ou_y\nA;6;48\n",
      mapping: ColumnMapping(["id": "REF", "lon": "ou_x", "lat": "ou_y"]))
    #expect(imported.value == [Facility(id: "A", position: Position(x: 6, y: 48))])
  }

  @Test func featuresThatArePointsAreTaken() throws {
    var writer = GeoJSONWriter()
    writer.append(.point(Position(x: 6, y: 48)), id: "7", attributes: [("name", .text("Mairie"))])
    writer.append(.multiPoint([Position(x: 6.1, y: 48)]), id: "8")
    writer.append(.multiPoint([Position(x: 6, y: 48), Position(x: 7, y: 48)]), id: "9")
    writer.append(.lineString([Position(x: 6, y: 48), Position(x: 7, y: 48)]), id: "10")
    writer.append(nil, id: "11")
    writer.append(.point(Position(x: 6, y: 48)), id: "7")
    let text = String(decoding: writer.finish(), as: UTF8.self)
    let imported = try relays(text, name: "relays.geojson")
    #expect(imported.value.map(\.id) == ["7", "8"])
    #expect(imported.value[0].name == "Mairie")
    #expect(imported.reasons == [.wrongGeometry, .wrongGeometry, .noGeometry, .duplicateID])
  }

  @Test func otherKindsOfFileAreRefused() throws {
    #expect(throws: FormatError.self) { try relays(OSMText().text, name: "relays.osm") }
  }

  private func numbers(_ text: String) throws -> Imported<[HouseNumbers.Entry]> {
    let folder = try TemporaryFolder()
    let file = try folder.write(text.utf8, "ban.csv")
    let imported = try HouseNumbersImporter.read(file)
    #expect(imported.report.rows == imported.report.taken + imported.report.rejected.count)
    return imported
  }

  @Test func houseNumbersOfTheNationalBaseAreRead() throws {
    let imported = try numbers(
      """
      id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;x;y;lon;lat
      54395_1;;12;;Rue Héré;54000;54395;Nancy;934500;6847900;6.18;48.69
      54395_2;;12;bis;Rue Héré;54000;54395;Nancy;934500;6847900;6.181;48.69
      54395_3;;;;Rue Héré;54000;54395;Nancy;;;6.18;48.69
      54395_4;;14;;;54000;54395;Nancy;;;6.18;48.69
      54395_5;;14;;Rue Héré;54000;54395;Nancy;;;;
      54395_6;;14;;Rue Héré;54000;54395;Nancy;;;6.18;148.69
      """)
    #expect(imported.value.map(\.number) == ["12", "12 bis"])
    #expect(imported.value.map(\.street) == ["Rue Héré", "Rue Héré"])
    #expect(imported.value[0].position == Position(x: 6.18, y: 48.69))
    #expect(imported.reasons == [.missingValue, .missingValue, .notANumber, .outOfRange])
    #expect(imported.rejectedLines == [4, 5, 6, 7])
  }

  @Test func aLocalBaseIsReadByItsOwnNames() throws {
    let imported = try numbers(
      """
      cle_interop;voie_nom;numero;suffixe;commune_nom;position;x;y;long;lat
      54395_0001_00003_ter;Place Stanislas;3;ter;Nancy;entrée;934500;6847900;6.183;48.6935
      """)
    #expect(imported.value.map(\.number) == ["3 ter"])
    #expect(imported.value[0].position == Position(x: 6.183, y: 48.6935))
  }

  @Test func aTableWithoutNumbersIsRefused() throws {
    #expect(throws: FormatError.self) { try numbers("id,lon,lat\nR1,6,48\n") }
  }
}
