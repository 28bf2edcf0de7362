import Testing

@testable import RelaisFormats
@testable import RelaisGeo

@Suite struct GeoJSONWriterTests {
  @Test func writesAFeatureALine() {
    var writer = GeoJSONWriter(
      name: "rues", referenceSystemName: "urn:ogc:def:crs:EPSG::2154", coordinates: .metres)
    writer.append(
      .lineString([Position(x: 1.00049, y: 2), Position(x: 3.0005, y: -4)]), id: "a",
      attributes: [("z", .integer(1)), ("a", .text("<é>"))])
    writer.append(nil)
    writer.append(.point(Position(x: .nan, y: 0)))
    #expect(
      text(writer.finish()) == """
        {"type":"FeatureCollection","name":"rues","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::2154"}},"features":[
        {"type":"Feature","id":"a","properties":{"z":1,"a":"<é>"},"geometry":{"type":"LineString","coordinates":[[1,2],[3.001,-4]]}},
        {"type":"Feature","properties":{},"geometry":null},
        {"type":"Feature","properties":{},"geometry":null}
        ]}

        """)
  }

  @Test func whatIsWrittenReadsBack() throws {
    let ring = [
      Position(x: 0, y: 0), Position(x: 1.1234567, y: 0), Position(x: 1, y: 1),
      Position(x: 0, y: 0),
    ]
    let geometries: [Geometry] = [
      .point(ring[1]), .multiPoint(ring), .lineString(ring), .multiLineString([ring, ring]),
      .polygon(Polygon(shell: ring, holes: [ring])),
      .multiPolygon(MultiPolygon([Polygon(shell: ring), Polygon(shell: ring, holes: [ring])])),
    ]
    let attributes: [(String, AttributeValue)] = [
      ("t", .text("é\"\\\n")), ("i", .integer(-5)), ("r", .real(0.1)), ("b", .bool(false)),
      ("n", .null),
    ]
    var writer = GeoJSONWriter()
    for geometry in geometries { writer.append(geometry, id: "1", attributes: attributes) }
    let content = try GeoJSONReader.read(writer.finish(), file: "f")
    #expect(content.rejected.isEmpty)
    #expect(content.features.map(\.geometry) == geometries)
    #expect(
      content.features.allSatisfy { $0.attributes == Dictionary(uniqueKeysWithValues: attributes) })
    #expect(content.features.map(\.place) == (2...7).map { .line($0) })
  }
}
