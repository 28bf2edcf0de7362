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
    _ features: [(Geometry?, [(String, AttributeValue)])]
  ) throws -> Imported<[Area]> {
    let folder = try TemporaryFolder()
    var writer = GeoJSONWriter(coordinates: .metres)
    for feature in features { writer.append(feature.0, attributes: feature.1) }
    let file = try folder.write(writer.finish(), "areas.geojson")
    let imported = try AreasImporter.read(file, in: Around.plane)
    #expect(imported.report.rows == imported.report.taken + imported.report.rejected.count)
    #expect(imported.report.taken == imported.value.count)
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

  @Test func theBoundaryIsChosenByCodeThenByNameThenAsTheOnlyOne() {
    let areas = [area("54395", "Nancy"), area("54547", "Vandœuvre"), area("9", "54395")]
    #expect(AreasImporter.boundary(among: areas, insee: "54547", name: "Nancy")?.id == "54547")
    #expect(AreasImporter.boundary(among: areas, insee: nil, name: "nancy")?.id == "54395")
    #expect(AreasImporter.boundary(among: areas, insee: "00000", name: "Nancy")?.id == "54395")
    #expect(AreasImporter.boundary(among: areas, insee: nil, name: "Metz") == nil)
    #expect(AreasImporter.boundary(among: [areas[1]], insee: nil, name: "Metz")?.id == "54547")
    #expect(AreasImporter.boundary(among: [], insee: nil, name: "Metz") == nil)
  }

  @Test func ofAreasWithOneNameTheSmallestIsTheTown() {
    let areas = [area("1", "Nancy", side: 50), area("2", "Nancy", side: 10)]
    #expect(AreasImporter.boundary(among: areas, insee: nil, name: "Nancy")?.id == "2")
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
