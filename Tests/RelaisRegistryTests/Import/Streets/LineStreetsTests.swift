import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// Line layers, written by the project's own writers and read as a run reads them.
@Suite struct LineStreetsTests {
  private struct Line {
    var points: [(Double, Double)]
    var attributes: [(String, AttributeValue)]
    var id: String?

    init(
      _ points: [(Double, Double)], _ attributes: [(String, AttributeValue)] = [],
      id: String? = nil
    ) {
      self.points = points
      self.attributes = attributes
      self.id = id
    }

    var positions: [Position] { points.map { Position(x: $0.0, y: $0.1) } }
  }

  private func read(
    _ lines: [Line], mapping: ColumnMapping = ColumnMapping()
  ) throws -> Imported<StreetSections> {
    let folder = try TemporaryFolder()
    var writer = GeoJSONWriter(coordinates: .metres)
    for line in lines {
      writer.append(.lineString(line.positions), id: line.id, attributes: line.attributes)
    }
    let file = try folder.write(writer.finish(), "streets.geojson")
    let imported = try StreetsImporter.read(file, mapping: mapping, in: Around.plane)
    #expect(imported.report.rows == imported.report.taken + imported.report.rejected.count)
    return imported
  }

  private func road(
    _ id: String, _ points: [(Double, Double)], level: String = "0",
    _ more: [(String, AttributeValue)] = []
  ) -> Line {
    Line(
      points,
      [
        ("cleabs", .text(id)), ("nature", .text("Route à 1 chaussée")),
        ("position_par_rapport_au_sol", .text(level)),
      ] + more)
  }

  @Test func linesJoinWhereTheyShareAVertexAndNowhereElse() throws {
    let network = try read([
      Line([(0, 0), (50, 0), (100, 0)], [("id", .text("a")), ("nom", .text("Rue A"))]),
      Line([(50, 0), (50, 50)], [("id", .text("b"))]),
      Line([(75, -10), (75, 10)], [("id", .text("c"))]),
    ]).network
    #expect(network.identifiers == ["a/0", "a/1", "b", "c"])
    #expect(network.names == ["Rue A", "Rue A", nil, nil])
    #expect(network.components.count == 2)
  }

  @Test func aColumnMappingSaysWhatColumnsMean() throws {
    let imported = try read(
      [
        Line(
          [(0, 0), (50, 0)], [("CODE", .integer(7)), ("VOIE", .text("Rue A")), ("W", .real(2))]),
        Line([(0, 0), (0, 50)], [("CODE", .integer(8)), ("W", .text("many"))]),
      ], mapping: ColumnMapping(["id": "code", "name": "voie", "weight": "w"]))
    #expect(imported.network.identifiers == ["7"])
    #expect(imported.network.names == ["Rue A"])
    #expect(imported.network.weight(of: EdgeID(0)) == 2)
    #expect(imported.reasons == [.notANumber])
  }

  @Test func geometriesThatAreNoLinesAreRejected() throws {
    let folder = try TemporaryFolder()
    var writer = GeoJSONWriter(coordinates: .metres)
    writer.append(.lineString([Position(x: 0, y: 0), Position(x: 9, y: 0)]), id: "a")
    writer.append(.point(Position(x: 0, y: 0)), id: "b")
    writer.append(nil, id: "c")
    writer.append(
      .multiLineString([
        [Position(x: 9, y: 0), Position(x: 9, y: 9)], [Position(x: 9, y: 9), Position(x: 0, y: 9)],
      ]), id: "d")
    let file = try folder.write(writer.finish(), "streets.geojson")
    let imported = try StreetsImporter.read(file, in: Around.plane)
    #expect(imported.network.identifiers == ["a", "d/0", "d/1"])
    #expect(imported.network.components.count == 1)
    #expect(imported.reasons == [.wrongGeometry, .noGeometry])
    #expect(imported.report.rows == 4)
  }

  @Test func bdTopoIsRecognisedAndItsColumnsObeyed() throws {
    let line = [(0.0, 0.0), (100.0, 0.0)]
    let imported = try read([
      road("T1", line), road("T2", line, [("etat_de_l_objet", .text("En projet"))]),
      road("T3", line, [("etat_de_l_objet", .text("En service"))]),
      road("T4", line, [("prive", .bool(true))]), road("T5", line, [("prive", .bool(false))]),
      road("T6", line, [("acces_pieton", .text("Interdit"))]),
      road("T7", line, [("acces_pieton", .text("Restreint aux ayants droit"))]),
      road("T8", line, [("acces_pieton", .text("Libre"))]),
      Line(
        line,
        [
          ("cleabs", .text("T9")), ("nature", .text("Type autoroutier")),
          ("position_par_rapport_au_sol", .text("0")),
        ]),
    ])
    #expect(imported.report.format.code == "geojson-bd-topo")
    #expect(imported.network.identifiers == ["T1", "T3", "T5", "T8"])
    #expect(
      imported.reasons == [
        .notInService, .privateAccess, .noPedestrianAccess, .noPedestrianAccess, .notWalkable,
      ])
  }

  @Test func bdTopoPathsAreStreetsOnlyWhenNamed() throws {
    func path(_ id: String, _ nature: String, _ name: String?) -> Line {
      Line(
        [(0, 0), (10, 0)],
        [
          ("cleabs", .text(id)), ("nature", .text(nature)),
          ("position_par_rapport_au_sol", .text("0")),
          ("nom_voie", name.map { .text($0) } ?? .null),
        ])
    }
    let network = try read([
      path("1", "Sentier", nil), path("2", "Sentier", "Sente des Lilas"),
      path("3", "Rond-point", nil), path("4", "Escalier", nil),
    ]).network
    #expect(network.isDemand == [false, true, true, false])
  }

  @Test func aBridgeWithAVertexAboveTheStreetDoesNotJoinIt() throws {
    let network = try read([
      road("street", [(-50, 0), (0, 0), (50, 0)]),
      road("bridge", [(0, -50), (0, 0), (0, 50)], level: "1"),
    ]).network
    #expect(network.identifiers == ["street", "bridge"])
    #expect(network.components.count == 2)
  }

  @Test func aBridgeCutAboveTheStreetDoesNotJoinItEither() throws {
    let network = try read([
      road("west", [(-50, 0), (0, 0)]), road("east", [(0, 0), (50, 0)]),
      road("south", [(0, -50), (0, 0)], level: "1"), road("north", [(0, 0), (0, 50)], level: "1"),
    ]).network
    #expect(network.touch("west", "east"))
    #expect(network.touch("south", "north"))
    #expect(!network.touch("west", "north"))
    #expect(network.components.count == 2)
  }

  @Test func theFootOfABridgeJoinsTheStreet() throws {
    let network = try read([
      road("street", [(-50, 0), (0, 0), (50, 0)]), road("bridge", [(0, 0), (0, 50)], level: "1"),
      road("ramp", [(0, 50), (0, 90)]),
    ]).network
    #expect(network.components.count == 1)
    #expect(network.identifiers == ["street/0", "street/1", "bridge", "ramp"])
  }

  @Test func aVertexWrittenTwiceDoesNotHideTheFootOfABridge() throws {
    let network = try read([
      road("street", [(-50, 0), (0, 0), (50, 0)]),
      road("bridge", [(0, 0), (0, 0), (0, 50)], level: "1"),
    ]).network
    #expect(network.components.count == 1)
  }

  @Test func aTunnelPassesBelow() throws {
    let network = try read([
      road("street", [(-50, 0), (0, 0), (50, 0)]),
      road("tunnel", [(0, -50), (0, 0), (0, 50)], level: "-1"),
    ]).network
    #expect(network.components.count == 2)
  }

  @Test func osmWaysConvertedToLinesFollowTheWalkingRules() throws {
    let imported = try read([
      Line([(0, 0), (9, 0)], [("@id", .text("way/1")), ("highway", .text("residential"))]),
      Line([(0, 0), (0, 9)], [("@id", .text("way/2")), ("highway", .text("motorway"))]),
      Line(
        [(0, 0), (9, 9)],
        [("@id", .text("way/3")), ("highway", .text("footway")), ("foot", .text("private"))]),
    ])
    #expect(imported.report.format.code == "geojson-osm")
    #expect(imported.network.identifiers == ["way/1"])
    #expect(imported.reasons == [.notWalkable, .noPedestrianAccess])
  }

  @Test func aGeoPackageReadsLikeGeoJSON() throws {
    let folder = try TemporaryFolder()
    let rows: [GeoPackageLayer.Row] = [
      .init(
        .lineString([Position(x: 934_500, y: 6_847_900), Position(x: 934_600, y: 6_847_900)]),
        [.text("T1"), .text("Route à 1 chaussée"), .text("0"), .text("Rue Héré")]),
      .init(
        .lineString([Position(x: 934_600, y: 6_847_900), Position(x: 934_600, y: 6_848_000)]),
        [.text("T2"), .text("Bretelle"), .text("0"), .null]),
    ]
    let layer = GeoPackageLayer(
      name: "troncon_de_route", geometryType: .lineString,
      columns: [
        .init("cleabs", .text), .init("nature", .text),
        .init("position_par_rapport_au_sol", .text), .init("nom_voie", .text),
      ], rows: rows)
    let system = try SystemDefinition(of: .epsg(2154))
    let file = folder.path("bdtopo.gpkg")
    try GeoPackageWriter.write(
      [layer],
      referenceSystem: .epsg(2154, name: system.name, definition: system.wkt), to: file)
    // The file says its own system; nobody need name it.
    let imported = try StreetsImporter.read(file, in: Around.earth)
    #expect(imported.report.format.code == "geopackage-bd-topo")
    #expect(imported.network.identifiers == ["T1"])
    #expect(imported.network.names == ["Rue Héré"])
    #expect(imported.reasons == [.notWalkable])
    #expect(abs(imported.network.totalLength.metres - 100) < 0.1)
    #expect(throws: FormatError.self) {
      try StreetsImporter.read(file, layer: "adresse", in: Around.earth)
    }
  }

  @Test func pointsAloneAreNoStreets() throws {
    let folder = try TemporaryFolder()
    var writer = GeoJSONWriter()
    writer.append(.point(Position(x: 6, y: 48)))
    let file = try folder.write(writer.finish(), "shops.geojson")
    #expect(throws: FormatError.missing(file: file, what: ["LineString"], found: [])) {
      try StreetsImporter.read(file, in: Around.earth)
    }
  }

  @Test func linesWithoutLengthOrOfAMillionKilometresAreRejected() throws {
    let imported = try read([
      Line([(0, 0), (9, 0)], [("id", .text("a"))]),
      Line([(-1e9, 0), (1e9, 0)], [("id", .text("far"))]),
    ])
    #expect(imported.network.identifiers == ["a"])
    #expect(imported.reasons == [.outOfRange])
  }
}
