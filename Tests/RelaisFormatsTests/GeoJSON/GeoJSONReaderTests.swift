import RelaisTestSupport
import Testing

@testable import RelaisFormats
@testable import RelaisGeo

@Suite struct GeoJSONReaderTests {
  func read(_ text: String) throws -> GeoJSONContent {
    try GeoJSONReader.read(bytes(text), file: "f")
  }

  func feature(_ geometry: String, rest: String = "") -> String {
    "{\"type\":\"Feature\",\"properties\":null,\"geometry\":\(geometry)\(rest)}"
  }

  func geometry(_ text: String) throws -> Geometry? {
    let content = try read(feature(text))
    try #require(content.rejected.isEmpty, "\(content.rejected)")
    return try #require(content.features.first).geometry
  }

  let square = [
    Position(x: 0, y: 0), Position(x: 1, y: 0), Position(x: 1, y: 1), Position(x: 0, y: 0),
  ]

  @Test func readsEveryGeometry() throws {
    let ring = "[[0,0],[1,0],[1,1],[0,0]]"
    #expect(
      try geometry("{\"type\":\"Point\",\"coordinates\":[6.18,48.69,200]}")
        == .point(Position(x: 6.18, y: 48.69)))
    #expect(
      try geometry("{\"coordinates\":[[0,0],[1,0]],\"type\":\"MultiPoint\"}")
        == .multiPoint(Array(square[0...1])))
    #expect(
      try geometry("{\"type\":\"LineString\",\"coordinates\":[[0,0],[1,0]]}")
        == .lineString(Array(square[0...1])))
    #expect(
      try geometry("{\"type\":\"MultiLineString\",\"coordinates\":[[[0,0],[1,0]]]}")
        == .multiLineString([Array(square[0...1])]))
    #expect(
      try geometry("{\"type\":\"Polygon\",\"coordinates\":[\(ring),\(ring)]}")
        == .polygon(Polygon(shell: square, holes: [square])))
    #expect(
      try geometry("{\"type\":\"MultiPolygon\",\"coordinates\":[[\(ring)]]}")
        == .multiPolygon(MultiPolygon([Polygon(shell: square)])))
    #expect(
      try geometry(
        "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[0,0]},null,{\"type\":\"MultiPoint\",\"coordinates\":[[1,0]]}]}"
      ) == .multiPoint(Array(square[0...1])))
  }

  @Test(arguments: [
    "null", "{\"type\":\"Point\",\"coordinates\":[]}",
    "{\"type\":\"MultiPolygon\",\"coordinates\":[]}",
    "{\"type\":\"LineString\",\"coordinates\":[]}",
    "{\"type\":\"GeometryCollection\",\"geometries\":[]}",
  ])
  func nothingIsNoGeometry(text: String) throws { #expect(try geometry(text) == nil) }

  @Test(arguments: [
    ("{\"type\":\"Point\",\"coordinates\":[1]}", DefectKind.invalidGeometry),
    ("{\"type\":\"Point\",\"coordinates\":[\"1\",2]}", .invalidGeometry),
    ("{\"type\":\"Point\",\"coordinates\":[1e999,2]}", .invalidGeometry),
    ("{\"type\":\"Point\",\"coordinates\":[1e12,2]}", .invalidGeometry),
    ("{\"type\":\"Point\",\"coordinates\":[[1,2]]}", .invalidGeometry),
    ("{\"type\":\"Point\",\"coordinates\":null}", .invalidGeometry),
    ("{\"type\":\"Point\"}", .invalidGeometry),
    ("{\"type\":\"LineString\",\"coordinates\":[[1,2]]}", .invalidGeometry),
    ("{\"type\":\"LineString\",\"coordinates\":[1,2]}", .invalidGeometry),
    ("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[0,0]]]}", .invalidGeometry),
    ("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1]]]}", .invalidGeometry),
    ("{\"type\":\"Polygon\",\"coordinates\":[[]]}", .invalidGeometry),
    ("{\"type\":\"MultiPolygon\",\"coordinates\":[[]]}", .invalidGeometry),
    ("{\"type\":\"CircularString\",\"coordinates\":[[0,0]]}", .wrongGeometry),
    ("{\"coordinates\":[0,0]}", .wrongGeometry), ("[0,0]", .wrongGeometry), ("7", .wrongGeometry),
    (
      "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[0,0]},{\"type\":\"LineString\",\"coordinates\":[[0,0],[1,1]]}]}",
      .wrongGeometry
    ),
  ])
  func aWrongGeometryCostsItsFeatureOnly(text: String, reason: DefectKind) throws {
    let good = feature("null")
    let content = try read(
      "{\"type\":\"FeatureCollection\",\"features\":[\(good),\n\(feature(text, rest: ",\"id\":\"x\"")),\n\(good)]}"
    )
    #expect(content.features.map(\.place) == [.line(1), .line(3)])
    #expect(content.rejected.map(\.place) == [.line(2)])
    #expect(content.rejected.map(\.defect.kind) == [reason])
    #expect(content.rejected.map(\.id) == ["x"])
  }

  @Test func attributesAreTypedAndNestedOnesStayText() throws {
    let content = try read(
      """
      {"features": [{"properties": {"s": "é", "i": 12, "r": 1.50, "b": true, "n": null,
        "o": {"a": [1, "x y"]}, "big": 12345678901234567890, "huge": 1e999, "z": -0},
        "id": 7, "geometry": null, "type": "Feature"},
       {"type": "Feature", "properties": {"i": 1, "s": "t"}, "geometry": null}],
       "type": "FeatureCollection"}
      """)
    #expect(
      content.features[0].attributes == [
        "s": .text("é"), "i": .integer(12), "r": .real(1.5), "b": .bool(true), "n": .null,
        "o": .text("{\"a\":[1,\"x y\"]}"), "big": .text("12345678901234567890"),
        "huge": .text("1e999"), "z": .real(0),
      ])
    #expect(content.features[0].id == "7")
    #expect(content.features[1].attributes == ["i": .integer(1), "s": .text("t")])
    #expect(content.features[1].id == nil)
    #expect(content.features.map(\.place) == [.line(1), .line(4)])
  }

  @Test func featuresThatAreNoneAreRejected() throws {
    let content = try read(
      "{\"type\":\"FeatureCollection\",\"features\":[null,7,{\"type\":\"X\"},{},{\"type\":\"Feature\",\"properties\":[1],\"geometry\":null}]}"
    )
    #expect(content.features.isEmpty)
    #expect(
      content.rejected.map(\.defect.kind) == [
        .noGeometry, .noGeometry, .wrongGeometry, .wrongGeometry, .invalidText,
      ])
  }

  @Test func aBareGeometryIsOneFeature() throws {
    let content = try read("\n{\"type\":\"Point\",\"coordinates\":[1,2]}")
    #expect(content.features.map(\.geometry) == [.point(Position(x: 1, y: 2))])
    #expect(content.features.map(\.place) == [.line(2)])
    #expect(try read("{\"type\":\"Point\",\"coordinates\":[1]}").rejected.count == 1)
  }

  @Test(arguments: [
    (
      "{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::2154\"}}",
      "urn:ogc:def:crs:EPSG::2154"
    ),
    ("{\"type\":\"EPSG\",\"properties\":{\"code\":2154}}", "EPSG:2154"), ("null", nil),
    ("{\"properties\":null}", nil),
  ])
  func theOldReferenceSystemIsSaid(crs: String, name: String?) throws {
    let content = try read("{\"type\":\"FeatureCollection\",\"features\":[],\"crs\":\(crs)}")
    #expect(content.referenceSystemName == name)
  }

  @Test func jsonThatIsNotGeoJSONIsNamed() {
    for (text, looksLike) in [
      ("{\"elements\":[]}", "overpass-json"), ("{\"type\":\"Topology\"}", "topojson"),
      ("[1]", "json"), ("{}", "json"), ("3", "json"),
    ] {
      #expect(throws: FormatError.unknownFormat(file: "f", looksLike: looksLike)) { try read(text) }
    }
  }

  @Test func damageIsSaidWithItsLine() {
    #expect(
      throws: FormatError.damaged(
        file: "f", place: .line(3), detail: "JSON: a value expected")
    ) {
      try read("{\"type\":\n\"FeatureCollection\",\n\"features\":[x]}")
    }
    #expect(throws: FormatError.empty(file: "f")) { try read(" \n") }
    #expect(throws: FormatError.empty(file: "f")) { try read("\u{FEFF}") }
    #expect(throws: FormatError.unsupportedEncoding(file: "f", detail: "UTF-16")) {
      try GeoJSONReader.read(utf16("{}", lowFirst: true), file: "f")
    }
  }

  static let sample = bytes(
    """
    {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4326"}},"features":[
    {"type":"Feature","id":"a\\u00e9","properties":{"k":[1,{"x":null}],"v":-1.5e3},
     "geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}},
    {"type":"Feature","properties":{},"geometry":{"type":"GeometryCollection","geometries":[
     {"type":"Point","coordinates":[1,2,3]}]}}]}
    """)

  @Test func cutAnywhereItIsRefused() {
    for count in 0..<Self.sample.count {
      #expect(throws: FormatError.self) {
        try GeoJSONReader.read(Array(Self.sample.prefix(count)), file: "f")
      }
    }
    #expect(throws: Never.self) { try GeoJSONReader.read(Self.sample, file: "f") }
  }

  @Test func damagedFeaturesAreTakenOrRejectedWithTheirLine() {
    var generator = SeededGenerator(seed: 42)
    var tally = DamageTally()
    for _ in 0..<10_000 {
      let sample = generator.damaged(Self.sample)
      let content = tally.read(sample, file: "f") { try GeoJSONReader.read($0, file: "f") }
      guard let content else { continue }
      // Damage to the text around them makes no feature and loses none.
      #expect(content.features.count + content.rejected.count == 2, "\(text(sample))")
      #expect(content.features.allSatisfy { $0.place.isIn(sample) })
      #expect(content.rejected.allSatisfy { $0.place.isIn(sample) })
      for feature in content.features {
        let envelope = feature.geometry?.envelope
        #expect(
          envelope.map { [$0.minX, $0.maxX, $0.minY, $0.maxY].allSatisfy(\.isFinite) } ?? true)
      }
    }
    #expect(tally.taken > 500 && tally.refused > 500)
  }

  @Test(.needs(.data("nancy/communes-54-2018.geojson")))
  func readsTheTownsOfADepartment() throws {
    let content = try GeoJSONReader.read(
      InputFile(path: SharedData.path("nancy/communes-54-2018.geojson")))
    #expect(content.rejected.isEmpty)
    #expect(content.features.count > 500)
    #expect(content.features.contains { $0.attributes["nom"] == .text("Nancy") })
  }

  @Test(.needs(.data("bondy/bondy-highways-2023-07-27.overpass-turbo.geojson.gz")))
  func readsCompressedStreets() throws {
    let streets = try GeoJSONReader.read(
      InputFile(
        path: SharedData.path("bondy/bondy-highways-2023-07-27.overpass-turbo.geojson.gz")))
    #expect(streets.rejected.isEmpty)
    #expect(streets.features.count > 1_000)
  }
}
