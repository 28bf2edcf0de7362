import Testing

@testable import RelaisFormats
@testable import RelaisGeo

@Suite struct WKTTests {
  @Test(arguments: [
    "LINESTRING (1 2, 3.5 -4e0)", "linestring(1 2,3.5 -4)", "LineString Z (1 2 9,3.5 -4 9)",
    "LINESTRINGZ(1 2 0, 3.5 -4 0)", "LINESTRING ZM (1 2 3 4, 3.5 -4 5 6)",
    "SRID=2154;LINESTRING(1 2,3.5 -4)",
    "  LINESTRING  M ( 1\t2 3 , 3.5 -4 7 )\n", "LINESTRING (1 2 3, 3.5 -4 3)",
    "srid = 4326 ; LINESTRING(1 2,3.5 -4)",
  ])
  func readsLines(text: String) {
    #expect(WKT.positions(text) == [Position(x: 1, y: 2), Position(x: 3.5, y: -4)])
  }

  @Test(arguments: ["POINT (6.18 48.69)", "Point Z(6.18 48.69 200)", "POINT(6.18 48.69)"])
  func readsPoints(text: String) {
    #expect(WKT.positions(text) == [Position(x: 6.18, y: 48.69)])
  }

  @Test(arguments: [
    "", "LINESTRING EMPTY", "LINESTRING ()", "LINESTRING (1 2)", "LINESTRING (1 2, 3)",
    "POINT (1 2, 3 4)",
    "LINESTRING (1 2, 3 4", "LINESTRING (1 2, 3 4) x", "LINESTRING (1 2, nan 4)",
    "LINESTRING (1 2, inf 4)",
    "LINESTRING (1,5 2, 3 4, 5)", "LINESTRING (1e999 2, 3 4)", "LINESTRING Z (1 2, 3 4)",
    "LINESTRING (1 2 3 4 5, 1 2)", "MULTILINESTRING ((1 2, 3 4))", "POLYGON ((0 0,1 0,1 1,0 0))",
    "LINESTRING ((1 2, 3 4))", "SRID=;", "SRID", "POINT", "LINESTRING Q (1 2, 3 4)", "é",
    "LINESTRING (1 2,, 3 4)",
  ])
  func refusesTheRest(text: String) { #expect(WKT.positions(text) == nil) }

  @Test func damagedTextGivesWholePositionsOrNone() throws {
    var generator = SeededGenerator(seed: 3)
    var read = 0
    for _ in 0..<5_000 {
      let sample = text(generator.damaged(bytes("SRID=2154;LINESTRING ZM (1 2 3 4, 5 6 7 8)")))
      guard let positions = WKT.positions(sample) else { continue }
      read += 1
      // No comma is made or lost without a position: two, or as many as the commas say.
      #expect(positions.count == 1 + sample.count { $0 == "," }, "\(sample)")
      #expect(positions.count >= 2, "\(sample)")
      let plain = positions.map { "\($0.x) \($0.y)" }.joined(separator: ", ")
      #expect(WKT.positions("LINESTRING (\(plain))") == positions, "\(sample)")
    }
    #expect((100..<4_500).contains(read))
  }
}
