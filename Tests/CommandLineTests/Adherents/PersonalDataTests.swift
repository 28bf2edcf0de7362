import Foundation
import RelaisTestSupport
import Testing

/// A person asks to see what is held of them, then to be erased.
@Suite struct PersonalDataTests {
  private static let name = "Zélie Canari-Volant"
  private static let phone = "06 98 76 54 32"

  private func town() throws -> RegistryTown {
    let town = try RegistryTown()
    let text = """
      nom;adresse;lon;lat;contact;tel;mail;notes
      Librairie;1 rue B;6,18;48,69;\(Self.name);698765432;zelie@exemple.fr;voir Mme CANARI VOLANT le lundi
      Autre;2 rue B;6,19;48,69;Jean Martin;0383000002;;appeler 0698765432, ami de la librairie

      """
    try town.relais("adherents", "import", try town.folder.write(text.utf8, "source.csv"))
    try FileManager.default.removeItem(atPath: town.folder.path("source.csv"))
    try town.relais(
      "adherents", "set", "librairie", "notes=\(Self.name), \(Self.phone)", "--reason",
      "Zelie Canari-Volant appelle du +33698765432")
    return town
  }

  /// Files in which one of the canaries stands, in any of the shapes it was written in.
  private func traces(in town: RegistryTown) throws -> [String] {
    let canaries = [
      "Canari", "CANARI", "canari", "Volant", "VOLANT", "698765432", "98 76 54 32", "zelie@",
    ]
    return try town.folder.names.flatMap { name -> [String] in
      let bytes = Data(try town.folder.read(name))
      return canaries.filter { bytes.range(of: Data($0.utf8)) != nil }.map { "\(name): \($0)" }
    }
  }

  @Test(arguments: ["librairie", name, "+33 6 98 76 54 32", "ZELIE@exemple.fr"])
  func anErasedPersonIsInNoByteOfAnyFile(named: String) throws {
    let town = try town()
    try town.relais("backup", "registry.gpkg.before-restore-test")
    #expect(!(try traces(in: town)).isEmpty)
    try town.relais("adherents", "erase-person", named)
    try town.relais("adherents", "export", "--public", "--csv", "p.csv", "--geojson", "p.geojson")
    try town.relais("adherents", "mailing", "--csv", "m.csv")
    #expect(try traces(in: town) == [])
    try town.expectSound()
    try town.expectValid()
    let other = try town.relais("adherents", "show", "autre").output
    #expect(other.contains("Jean Martin") && other.contains("ami de la librairie"))
    try town.relais("adherents", "export-person", Self.name, expecting: 1)
  }

  @Test func anImportDoesNotBringAnErasedPersonBack() throws {
    let town = try town()
    try town.relais("adherents", "erase-person", "librairie")
    let text =
      "nom;adresse;lon;lat;contact;tel\nLibrairie;1 rue B;6,18;48,69;\(Self.name);698765432\n"
    let file = try town.folder.write(text.utf8, "again.csv")
    try town.relais("adherents", "import", file)
    try FileManager.default.removeItem(atPath: file)
    #expect(try traces(in: town) == [])
  }

  @Test func aPersonSeesAllThatIsHeld() throws {
    let town = try town()
    let json = try town.relais("adherents", "export-person", "zelie canari volant").json
    #expect(json["schema"].text == "relais.person/1")
    #expect(json["contacts"].list.map { $0["phone"].text } == ["0698765432"])
    #expect(json["contacts"][0]["establishment_name"].text == "Librairie")
    #expect(json["mentions"].list.count == 4)
  }

  @Test func aMailingIsOfAdherentsUnlessAskedOtherwise() throws {
    let town = try town()
    try town.relais("adherents", "leave", "autre")
    let mailing = try town.relais("adherents", "mailing").output
    #expect(mailing.contains(Self.name) && !mailing.contains("Jean Martin"))
    let left = try town.relais("adherents", "mailing", "--state", "left").output
    #expect(left.contains("Jean Martin") && !left.contains(Self.name))
  }

  @Test func duplicatesAreListed() throws {
    let town = try town()
    #expect(try town.relais("adherents", "duplicates", "--strict").output.contains("doublon"))
    try town.relais(
      "adherents", "add", "LIBRAIRIE", "--kind", "shop", "--lon", "6.1801", "--lat", "48.69")
    let found = try town.relais("adherents", "duplicates", "--strict", expecting: 2)
    #expect(found.output.contains("50"))
  }
}

/// Contacts kept for longer than there is reason to.
@Suite struct RetentionTests {
  @Test func contactsOfThoseWhoLeftLongAgoAreListedThenErased() throws {
    let town = try RegistryTown()
    let text = """
      nom;adresse;contact;tel;date adhesion
      Ancien;1 rue B;Canari Un;0383000001;20/11/2018
      Récent;2 rue B;Canari Deux;0383000002;20/11/2018

      """
    try town.relais("adherents", "import", try town.folder.write(text.utf8, "c.csv"))
    try town.relais("adherents", "leave", "ancien", "--date", "2019-05-01")
    try town.relais("adherents", "leave", "récent")
    let list = try town.relais("adherents", "retention").output
    #expect(list.contains("Ancien") && !list.contains("Récent"))
    #expect(try town.relais("adherents", "show", "ancien").output.contains("Canari Un"))
    try town.relais("adherents", "retention", "--erase")
    let bytes = Data(try town.folder.read("registry.gpkg"))
    #expect(bytes.range(of: Data("Canari Un".utf8)) == nil)
    #expect(bytes.range(of: Data("Canari Deux".utf8)) != nil)
    #expect(!(try town.relais("adherents", "retention").output.contains("Ancien")))
    try town.relais("adherents", "retention", "--years", "0", expecting: 64)
    try town.expectValid()
  }
}
