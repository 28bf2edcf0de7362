import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// Boundary, districts, priority areas.
@Suite struct AreasImporterTests {
  private func square(_ x: Double, _ y: Double, _ side: Double) -> Polygon {
    Polygon(
      shell: [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)].map {
        Position(x: $0.0, y: $0.1)
      })
  }

  private func read(
    _ features: [(Geometry?, [(String, AttributeValue)])], taken: Int? = nil
  ) throws -> Imported<[Area]> {
    let folder = try TemporaryFolder()
    var writer = GeoJSONWriter(coordinates: .metres)
    for feature in features { writer.append(feature.0, attributes: feature.1) }
    let file = try folder.write(writer.finish(), "areas.geojson")
    let imported = try AreasImporter.read(file, in: Around.plane)
    #expect(imported.report.rows == imported.report.taken + imported.report.rejected.count)
    #expect(imported.report.taken == taken ?? imported.value.count)
    return imported
  }

  @Test func everyPolygonIsAnAreaWithCodeAndName() throws {
    let imported = try read([
      (.polygon(square(0, 0, 10)), [("code_insee", .text("54395")), ("nom", .text("Nancy"))]),
      (
        .multiPolygon(MultiPolygon([square(20, 0, 5), square(30, 0, 5)])),
        [("insee", .integer(54_547)), ("nom_officiel", .text("Vandœuvre"))]
      ), (.polygon(square(0, 20, 10)), []),
      (.point(Position(x: 0, y: 0)), []), (nil, []),
    ])
    #expect(imported.value.map(\.id) == ["54395", "54547", "3"])
    #expect(imported.value.map(\.name) == ["Nancy", "Vandœuvre", "3"])
    #expect(imported.value.map(\.shape.polygons.count) == [1, 2, 1])
    #expect(imported.reasons == [.wrongGeometry, .noGeometry])
    #expect(imported.report.findings == [])
  }

  @Test func anAreaThatCrossesItselfIsRepairedAndSaid() throws {
    // A bow tie: two triangles of 25 m² each.
    let bow = Polygon(
      shell: [(0, 0), (10, 10), (10, 0), (0, 10), (0, 0)].map {
        Position(x: Double($0.0), y: Double($0.1))
      })
    let imported = try read([(.polygon(bow), [("id", .text("B"))])])
    #expect(imported.report.findings.map(\.code) == [.areaRepaired])
    #expect(imported.report.findings[0].subject == .area("B"))
    #expect(imported.report.findings[0].position == Position(x: 5, y: 5))
    let shape = try #require(imported.value.first).shape
    #expect(shape.polygons.count == 2)
    let area = shape.polygons.map { polygon in
      abs(
        zip(polygon.shell, polygon.shell.dropFirst()).reduce(0) {
          $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y
        }) / 2
    }
    #expect(area.sorted() == [25, 25])
  }

  @Test func anAreaWithoutInsideIsRejected() throws {
    let flat = Polygon(
      shell: [(0, 0), (10, 0), (5, 0), (0, 0)].map { Position(x: Double($0.0), y: Double($0.1)) })
    let imported = try read([(.polygon(flat), []), (.polygon(square(0, 0, 1)), [])])
    #expect(imported.reasons == [.invalidGeometry])
    #expect(imported.value.count == 1)
  }

  private func area(_ id: String, _ name: String, side: Double = 1) -> Area {
    Area(id: id, name: name, shape: MultiPolygon([square(0, 0, side)]))
  }

  private func boundary(_ areas: [Area], _ insee: String?, _ name: String) throws -> String? {
    try AreasImporter.boundary(among: areas, insee: insee, name: name, file: "f")?.id
  }

  @Test func theBoundaryIsChosenByCodeThenByNameThenAsTheOnlyOne() throws {
    let areas = [area("54395", "Nancy"), area("54547", "Vandœuvre"), area("9", "54395")]
    #expect(try boundary(areas, "54547", "Nancy") == "54547")
    #expect(try boundary(areas, nil, "nancy") == "54395")
    #expect(try boundary(areas, nil, "Metz") == nil)
    #expect(try boundary([areas[1]], nil, "Metz") == "54547")
    #expect(try boundary([], nil, "Metz") == nil)
    // Outlines without codes, drawn by hand: the name or the only one.
    #expect(try boundary([area("1", "Nancy")], "54395", "Nancy") == "1")
  }

  @Test func aCodeThatNoAreaBearsIsRefusedAndNeverANamesake() {
    let areas = [area("88321", "Nancy"), area("54547", "Vandœuvre")]
    #expect(
      throws: FormatError.codeAbsent(
        file: "f", code: "54395", found: ["88321 Nancy", "54547 Vandœuvre"])
    ) { try boundary(areas, "54395", "Nancy") }
    #expect(throws: FormatError.codeAbsent(file: "f", code: "54395", found: ["88321 Nancy"])) {
      try boundary([areas[0]], "54395", "Nancy")
    }
  }

  @Test func partsOfACommuneOnRowsOfTheirOwnAreOneOutline() throws {
    let parts = [
      area("54395", "Nancy"),
      Area(id: "54395", name: "Nancy", shape: MultiPolygon([square(20, 0, 2)])),
      area("54547", "Vandœuvre"),
    ]
    let whole = try #require(
      try AreasImporter.boundary(among: parts, insee: "54395", name: "Nancy", file: "f"))
    #expect(PolygonOperations.area(of: whole.shape) == 5)
  }

  @Test func districtsBearTheirOwnCodesAndNotTheTowns() throws {
    let folder = try TemporaryFolder()
    var writer = GeoJSONWriter(coordinates: .metres)
    for (code, name) in [("543950101", "Centre"), ("543950102", "Gare")] {
      writer.append(
        .polygon(square(0, 0, 10)),
        attributes: [
          ("INSEE_COM", .text("54395")), ("NOM_COM", .text("Nancy")), ("CODE_IRIS", .text(code)),
          ("NOM_IRIS", .text(name)),
        ])
    }
    let file = try folder.write(writer.finish(), "iris.geojson")
    let districts = try AreasImporter.read(file, as: .districts, in: Around.plane).value
    #expect(districts.map(\.id) == ["543950101", "543950102"])
    #expect(districts.map(\.name) == ["Centre", "Gare"])
  }

  @Test func ofAreasWithOneNameTheInnermostIsTheTown() throws {
    let areas = [area("1", "Nancy", side: 50), area("2", "Nancy", side: 10)]
    #expect(try boundary(areas, nil, "Nancy") == "2")
    let far = Area(id: "3", name: "Nancy", shape: MultiPolygon([square(500, 0, 5)]))
    #expect(
      throws: FormatError.areaNotEvident(
        file: "f", name: "Nancy", found: ["1 Nancy", "2 Nancy", "3 Nancy"])
    ) { try boundary(areas + [far], nil, "Nancy") }
  }

  @Test func linesThatCloseAreAnOutline() throws {
    func line(_ places: [(Double, Double)]) -> Geometry {
      .lineString(places.map { Position(x: $0.0, y: $0.1) })
    }
    // Two ways of a boundary relation, and a ring within them that is a hole.
    let imported = try read(
      [
        (line([(0, 0), (10, 0), (10, 10)]), [("nom", .text("Nancy"))]),
        (line([(10, 10), (0, 10), (0, 0)]), [("nom", .text("Nancy"))]),
      ], taken: 2)
    #expect(imported.value.map(\.name) == ["Nancy"])
    #expect(PolygonOperations.area(of: imported.value[0].shape) == 100)
    // One that closes by itself.
    let ring = try read([(line([(0, 0), (4, 0), (4, 5), (0, 0)]), [("insee", .integer(1053))])])
    #expect(ring.value.map(\.id) == ["01053"])
    #expect(PolygonOperations.area(of: ring.value[0].shape) == 10)
    // Streets close nowhere: a loop with a dead end is no outline.
    let streets = try read(
      [(line([(0, 0), (10, 0), (10, 10), (0, 0)]), []), (line([(10, 0), (20, 0)]), [])])
    #expect(streets.value.count == 1)
    let open = try read([(line([(0, 0), (10, 0), (10, 10)]), [])])
    #expect(open.value.isEmpty)
    #expect(open.report.findings.map(\.code) == [.boundaryWithoutArea])
    #expect(open.report.findings[0].severity == .error)
  }

  @Test func linesAreNoAreasAndTablesAreRefused() throws {
    let folder = try TemporaryFolder()
    let table = try folder.write("id,lon,lat\n".utf8, "areas.csv")
    // A table is a known format all the same: what is said is which ones hold areas.
    #expect(
      throws: FormatError.missing(file: table, what: ["GeoJSON", "GeoPackage"], found: ["csv"])
    ) { try AreasImporter.read(table, in: Around.earth) }
    var writer = GeoJSONWriter(coordinates: .metres)
    writer.append(.lineString([Position(x: 0, y: 0), Position(x: 1, y: 0)]))
    let lines = try folder.write(writer.finish(), "lines.geojson")
    let imported = try AreasImporter.read(lines, in: Around.plane)
    #expect(imported.value.isEmpty)
    #expect(imported.reasons == [.wrongGeometry])
  }
}
