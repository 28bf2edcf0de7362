import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisFormats

/// Texts one after the other, as `ogr2ogr -f GeoJSONSeq` and `osmium export` write them.
@Suite struct GeoJSONSequenceTests {
  private func feature(_ id: Int) -> String {
    """
    {"type":"Feature","id":\(id),"properties":{"nom":"Rue \(id)"},\
    "geometry":{"type":"LineString","coordinates":[[0,0,NaN],[\(id),0,null]]}}
    """
  }

  private func line(_ end: Double) -> Geometry {
    .lineString([Position(x: 0, y: 0), Position(x: end, y: 0)])
  }

  @Test(arguments: ["", "\u{1E}"], ["\n", "\r\n", "\n\n"])
  func aFeatureALineIsRead(separator: String, ending: String) throws {
    let text = (1...3).map { separator + feature($0) + ending }.joined()
    let folder = try TemporaryFolder()
    let file = try folder.write(text.utf8, "lines.geojsonl")
    #expect(try InputFormat(ofFileAt: file) == .geoJSON)
    let content = try GeoJSONReader.read(InputFile(path: file))
    #expect(content.features.map(\.id) == ["1", "2", "3"])
    #expect(content.features.map(\.geometry) == [line(1), line(2), line(3)])
    let lines = ending == "\n\n" ? [1, 3, 5] : [1, 2, 3]
    #expect(content.features.map(\.place) == lines.map { .line($0) })
  }

  @Test func geometriesAndPagesAreReadInTurn() throws {
    let bare = "{\"type\":\"LineString\",\"coordinates\":[[0,0],[4,0]]}"
    let page = "{\"type\":\"FeatureCollection\",\"features\":[\(feature(1)),\(feature(2))]}"
    let content = try GeoJSONReader.read(
      Array([bare, page, feature(3)].joined(separator: "\n").utf8), file: "f")
    #expect(content.features.map(\.geometry) == [line(4), line(1), line(2), line(3)])
  }

  @Test func aFeatureThatIsWrongIsRejectedAlone() throws {
    let wrong = "{\"type\":\"Feature\",\"properties\":null,\"geometry\":{\"type\":\"Curve\"}}"
    let content = try GeoJSONReader.read(
      Array([feature(1), wrong, feature(2)].joined(separator: "\n").utf8), file: "f")
    #expect(content.features.count == 2)
    #expect(content.rejected.map(\.place) == [.line(2)])
  }

  @Test(arguments: ["{\"type\":\"Feature\",\"prop", "x", "{\"a\":1}", "[1]"])
  func whatFollowsAndIsNoFeatureIsNamedByItsLine(rest: String) {
    #expect {
      try GeoJSONReader.read(Array((feature(1) + "\n" + rest).utf8), file: "f")
    } throws: { error in
      if case FormatError.damaged("f", .line(2)?, _) = error { true } else { false }
    }
  }

  @Test func attributesWithoutANumberAreEmpty() throws {
    let text =
      "{\"type\":\"Feature\",\"properties\":{\"a\":NaN,\"b\":-Infinity,\"c\":1},\"geometry\":null}"
    let content = try GeoJSONReader.read(Array(text.utf8), file: "f")
    #expect(content.features[0].attributes == ["a": .null, "b": .null, "c": .integer(1)])
  }
}
