import Foundation
import RelaisTestSupport
import RelaisWording
import Testing

/// What goes wrong ends with a sentence that names the file and what to do, and status 1; misuse 64.
@Suite struct FailureTests {
  private func coverage(
    streets: String, relays: String = "relays.csv", _ more: [String] = ["--crs", "local"],
    in folder: TemporaryFolder
  ) throws -> Programs.Outcome {
    try Tool.run(
      ["coverage", "--streets", streets, "--relays", relays, "--lang", "en"] + more, in: folder)
  }

  private func expectFailure(
    _ outcome: Programs.Outcome, naming file: String, _ remedy: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(outcome.status == 1, sourceLocation: sourceLocation)
    #expect(outcome.output == "", sourceLocation: sourceLocation)
    #expect(outcome.errors.contains(file), "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(outcome.errors.contains(remedy), "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(outcome.errors.hasPrefix("relais: "), sourceLocation: sourceLocation)
  }

  @Test func aMissingFileIsNamed() throws {
    let folder = try SmallTown.folder()
    expectFailure(try coverage(streets: "nowhere.csv", in: folder), naming: "nowhere.csv", "Check")
    expectFailure(
      try coverage(streets: "streets.csv", relays: "nobody.csv", in: folder), naming: "nobody.csv",
      "Check")
  }

  @Test func emptyForeignAndTruncatedFilesAreRefused() throws {
    let folder = try SmallTown.folder()
    try folder.write([], "empty.osm.pbf")
    expectFailure(
      try coverage(streets: "empty.osm.pbf", [], in: folder), naming: "empty.osm.pbf", "again")
    try folder.write(Array("<html>404</html>".utf8), "page.osm.pbf")
    expectFailure(
      try coverage(streets: "page.osm.pbf", [], in: folder), naming: "page.osm.pbf", "html")
    try folder.write((0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 7919) }, "noise.bin")
    expectFailure(try coverage(streets: "noise.bin", [], in: folder), naming: "noise.bin", "format")
    try folder.write(SmallTown.osm.utf8.prefix(700), "cut.osm")
    expectFailure(try coverage(streets: "cut.osm", [], in: folder), naming: "cut.osm", "again")
  }

  @Test(.needs(.osmium)) func aTruncatedExtractIsRefused() throws {
    let folder = try SmallTown.folder()
    try folder.write(SmallTown.osm.utf8, "town.osm")
    let whole = folder.path("town.osm.pbf")
    try #require(
      try Programs.run(Program.osmium.path, ["cat", folder.path("town.osm"), "-o", whole]).status
        == 0)
    let bytes = try folder.read("town.osm.pbf")
    for share in [0.3, 0.6, 0.9, 0.99] {
      try folder.write(bytes.prefix(Int(Double(bytes.count) * share)), "cut.osm.pbf")
      expectFailure(
        try coverage(streets: "cut.osm.pbf", [], in: folder), naming: "cut.osm.pbf", "again")
    }
  }

  @Test func projectedCoordinatesWithoutTheirSystemAreRefused() throws {
    let folder = try SmallTown.folder()
    try folder.write(
      Array("id,u,v,wkt\na,1,2,\"LINESTRING (934500 6847900, 934600 6847900)\"\n".utf8), "l93.csv")
    expectFailure(
      try coverage(streets: "l93.csv", [], in: folder), naming: "l93.csv", "--crs EPSG:2154")
    try folder.write(Array("id,x,y\nR1,934500,6847901\n".utf8), "relays.csv")
    let outcome = try coverage(
      streets: "l93.csv", ["--crs", "EPSG:2154", "--json", "-"], in: folder)
    #expect(outcome.status == 0)
    #expect(abs((try outcome.json["relays"][0]["connector_m"].number ?? 0) - 1) < 0.01)
  }

  @Test func coordinatesThatAreNoNumbersAreRejectedRows() throws {
    let folder = try SmallTown.folder()
    try folder.write(
      Array("id,x,y\nR1,nan,0\nR2,inf,0\nR3,1e400,0\nR4,1e300,1e300\nR5,40,0\n".utf8),
      "relays.csv")
    let outcome = try coverage(
      streets: "streets.csv", ["--crs", "local", "--json", "-", "--out", "out"], in: folder)
    #expect(outcome.status == 0)
    let ids = try outcome.json["relays"].list.filter { $0["attached"].bool == true }.map {
      $0["id"].text
    }
    #expect(ids == ["R5"])
    let rejects = String(decoding: try folder.read("out/rejects/relays.csv.csv"), as: UTF8.self)
    #expect(rejects.contains("R1") && rejects.contains("R2"))
  }

  @Test func exchangedAxesAreAFinding() throws {
    let folder = try TemporaryFolder()
    try folder.write(SmallTown.osm.utf8, "town.osm")
    try folder.write(Array("id,lon,lat\nR1,48.0001,6.0001\n".utf8), "relays.csv")
    let outcome = try coverage(
      streets: "town.osm", ["--json", "-", "--strict", "--out", "out"], in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("R1"))
    #expect(outcome.errors.contains("axes") || outcome.errors.contains("xchanged"))
  }

  @Test func aSystemOfAnotherPlaceIsToldFromItsCoordinates() throws {
    let folder = try SmallTown.folder()
    try folder.write(
      Array("id,u,v,wkt\na,1,2,\"LINESTRING (934500 6847900, 934600 6847900)\"\n".utf8), "l93.csv")
    expectFailure(
      try coverage(streets: "l93.csv", ["--crs", "EPSG:2975"], in: folder), naming: "l93.csv",
      "--crs")
    let unknown = try coverage(streets: "l93.csv", ["--crs", "EPSG:99999"], in: folder)
    #expect(unknown.status == 1 || unknown.status == 64)
    #expect(unknown.errors.contains("99999"))
    let words = try coverage(streets: "l93.csv", ["--crs", "Lambert"], in: folder)
    #expect(words.status == 64)
    #expect(words.errors.contains("Lambert"))
  }

  @Test(arguments: [
    ["coverage", "--nonsense"], ["coverage", "--distance", "far", "--streets", "streets.csv"],
    ["coverage", "--distance", "2000001", "--streets", "streets.csv"],
    ["coverage", "--distance", "-300", "--streets", "streets.csv"],
    ["coverage", "--distance", "nan", "--streets", "streets.csv"],
    ["coverage", "--max-snap", "-1", "--streets", "streets.csv"],
    ["coverage", "--connector", "curved", "--streets", "streets.csv"],
    ["coverage", "--relays", "relays.csv"], ["coverage", "--boundary", "town.geojson"],
    ["coverage", "--districts", "town.geojson", "--territory", "town"],
    ["routes", "--boundary", "town.geojson"], ["explain", "here", "--relays", "relays.csv"],
    ["prospect", "--count", "2", "--priority-areas", "town.geojson"],
    ["prospect", "--count", "2", "--coverage-matrix", "m.txt", "--boundary", "town.geojson"],
    ["nonsense"], ["init", "town"],
    ["init", "town", "--name", "N", "--insee", "123"], ["import", "nonsense", "streets.csv"],
    ["explain", "here", "--streets", "streets.csv"],
    ["explain", "200,95", "--streets", "streets.csv"], ["check"],
    ["coverage", "--lang", "xx", "--streets", "streets.csv"],
  ])
  func misuseEndsWith64(arguments: [String]) throws {
    let outcome = try Tool.run(arguments, in: SmallTown.folder())
    #expect(outcome.status == 64, "\(outcome.errors)")
    #expect(outcome.output == "")
    #expect(!outcome.errors.isEmpty)
  }

  @Test func outsideATerritoryTheRemedyIsNamed() throws {
    let folder = try TemporaryFolder()
    let outcome = try Tool.run("coverage", "--lang", "en", in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("relais init"))
  }
}
