import Testing

@testable import RelaisFormats

/// Which file of an archive is its data, and when that is not evident.
@Suite struct ArchiveChoiceTests {
  private func chosen(_ names: String...) -> [String]? {
    guard case .data(let members) = ArchiveChoice(of: names) else { return nil }
    return members.map { names[$0.main] }
  }

  @Test func oneFileOfDataBesideOthers() {
    #expect(chosen("a") == ["a"])
    #expect(chosen("README") == ["README"])
    #expect(
      chosen("d/rues.osm", "d/README.txt", "__MACOSX/d/._rues.osm", ".DS_Store") == ["d/rues.osm"])
    #expect(chosen("grille.csv", "metadonnees.csv", "notice.pdf", "Licence.txt") == ["grille.csv"])
    #expect(chosen("a.txt", "a.csv") == ["a.csv"])
    #expect(chosen("doc.kml", "files/icon.png") == ["doc.kml"])
    #expect(chosen("t.dbf", "t.prj") == ["t.dbf"])
    #expect(chosen("dossier\\rues.gpkg", "dossier\\style.qml") == ["dossier\\rues.gpkg"])
  }

  @Test func aShapefileIsAllItsParts() {
    let names = ["d/V.SHP", "d/v.dbf", "d/V.shp.xml", "d/v.prj", "e/v.dbf", "d/LISEZMOI.txt"]
    let without = names.filter { $0 != "e/v.dbf" }
    guard case .data(let members) = ArchiveChoice(of: without) else {
      Issue.record("refused")
      return
    }
    #expect(members == [.init(main: 0, parts: [1, 3, 2])])
    #expect(ArchiveChoice(of: names) == .notEvident(["d/V.SHP", "e/v.dbf"]))
  }

  @Test func severalShapefilesAreLayersAndOtherFilesAChoice() {
    #expect(chosen("a.shp", "a.dbf", "b.shp", "b.dbf") == ["a.shp", "b.shp"])
    #expect(ArchiveChoice(of: ["x/a.shp", "y/a.shp"]) == .notEvident(["x/a.shp", "y/a.shp"]))
    #expect(ArchiveChoice(of: ["a.shp", "b.tab"]) == .notEvident(["a.shp", "b.tab"]))
    #expect(ArchiveChoice(of: ["a.gpkg", "b.gpkg", "c.md"]) == .notEvident(["a.gpkg", "b.gpkg"]))
    #expect(ArchiveChoice(of: ["a.csv", "a.csv"]) == .notEvident(["a.csv", "a.csv"]))
    #expect(ArchiveChoice(of: []) == .notEvident([]))
    #expect(ArchiveChoice(of: ["__MACOSX/._a"]) == .notEvident([]))
  }
}
