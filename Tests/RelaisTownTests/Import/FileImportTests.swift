import CoverageEngine
import Foundation
import RelaisFormats
import RelaisGeo
import RelaisTestSupport
import RelaisTown
import Testing

@Suite struct FileImportTests {
  private func names(_ town: OSMTerritory, _ kind: InputKind) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: town.territory.sourceFolder(kind))
  }

  @Test func lookingAtFilesTakesNone() throws {
    let town = try OSMTerritory()
    var arrival = FileImport(.streets, into: town.territory)
    let checked = try arrival.add(town.folder.path("streets.osm"))
    #expect(checked.summary.taken > 0)
    #expect(try names(town, .streets) == [])
    var told: [String] = []
    try arrival.take(SmallTown.work()) { told.append($0) }
    #expect(told == ["streets.osm"])
    #expect(try names(town, .streets) == ["streets.osm"])
  }

  @Test func aFileThatCannotBeReadKeepsAllOut() throws {
    let town = try OSMTerritory()
    try town.folder.write("<osm".utf8, "broken.osm")
    var arrival = FileImport(.streets, into: town.territory)
    _ = try arrival.add(town.folder.path("streets.osm"))
    #expect(throws: FormatError.self) { _ = try arrival.add(town.folder.path("broken.osm")) }
    #expect(try names(town, .streets) == [])
  }

  @Test func filesOfOneNameAreKeptApart() throws {
    let town = try OSMTerritory()
    var arrival = FileImport(.streets, into: town.territory)
    for _ in 0..<2 { _ = try arrival.add(town.folder.path("streets.osm")) }
    try arrival.take(SmallTown.work())
    #expect(try names(town, .streets).sorted() == ["2-streets.osm", "streets.osm"])
  }
}
