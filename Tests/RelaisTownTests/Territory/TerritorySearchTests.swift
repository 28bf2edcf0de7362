import CoverageEngine
import Foundation
import RelaisTestSupport
import RelaisTown
import RelaisWording
import Testing

@Suite struct TerritorySearchTests {
  @Test func aNewTerritoryIsFoundFromAnyFolderBelowIt() throws {
    let folder = try TemporaryFolder()
    let town = folder.path("ville")
    try NewTerritory(in: town, name: "Ville", insee: "54999").make(Wording(.french))
    let search = TerritorySearch(from: town + "/sources/streets")
    #expect(try search.find().name == "Ville")
    #expect(try search.find().outputFolder.hasSuffix("/ville/out"))
    #expect(throws: TerritoryError.exists(folder: town)) {
      try NewTerritory(in: town, name: "Ville").make(Wording(.french))
    }
  }

  @Test func aFolderThatIsNamedIsNotLookedForElsewhere() throws {
    let folder = try TemporaryFolder()
    try NewTerritory(in: folder.path("ville"), name: "Ville").make(Wording(.english))
    let search = TerritorySearch(named: folder.path("autre"), from: folder.path("ville"))
    #expect(throws: TerritoryError.notFound(folder: folder.path("autre"))) { try search.find() }
  }

  @Test func aFileLiesInItsTerritoryWhereverOneStands() throws {
    let folder = try TemporaryFolder()
    let town = folder.path("ville")
    try NewTerritory(in: town, name: "Ville").make(Wording(.french))
    let elsewhere = TerritorySearch(from: "/")
    #expect(try elsewhere.findIfAny(else: town + "/sources/streets/a.osm")?.name == "Ville")
    #expect(try elsewhere.findIfAny(else: folder.path("a.osm")).map(\.folder) == nil)
  }

  @Test(arguments: [("54395", true), ("2A004", true), ("5439", false), ("54-95", false)])
  func aTownCodeIsFiveCharacters(code: String, isValid: Bool) {
    #expect(TownCode.isValid(code) == isValid)
  }
}
