import Foundation
import RelaisRegistry
import RelaisTestSupport
import Testing

/// An erasure that may be cut at any instant, and touches nobody else.
@Suite struct ErasureTests {
  private static let name = "Zélie Canari-Volant"
  private static let canaries = ["Canari-Volant", "CANARI", "698765432", "98 76 54 32", "zelie@"]

  /// A territory with the person in the registry, in copies of it, in results, and in what a killed run left.
  private func town() throws -> RegistryTown {
    let town = try RegistryTown()
    let text = """
      nom;adresse;lon;lat;contact;tel;mail;notes
      Librairie;1 rue B;6,18;48,69;\(Self.name);0698765432;zelie@exemple.fr;Mme CANARI le lundi
      Autre;2 rue B;6,19;48,69;Jean Martin;0383000002;jean@exemple.fr;
      ;3 rue B;6,18;48,69;\(Self.name);0698765432;zelie@exemple.fr;

      """
    try town.relais("adherents", "import", try town.folder.write(text.utf8, "source.csv"))
    try FileManager.default.removeItem(atPath: town.folder.path("source.csv"))
    try town.relais("backup", "sauvegarde.gpkg")
    try town.relais("adherents", "set", "librairie", "notes=\(Self.name), 06 98 76 54 32")
    try town.relais("restore", "sauvegarde.gpkg")
    try town.relais("adherents", "mailing", "--csv", "out/mailing.csv")
    try FileManager.default.copyItem(
      atPath: town.registry, toPath: town.folder.path(".registry.gpkg.77.x1.tmp"))
    try town.folder.write("\(Self.name)\n".utf8, "registry.gpkg.before-1-old-journal")
    return town
  }

  private func traces(in folder: String) throws -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return try names.sorted().flatMap { name -> [String] in
      let path = folder + "/" + name
      var isFolder = ObjCBool(false)
      FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      if isFolder.boolValue { return [] }
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      return Self.canaries.filter { bytes.range(of: Data($0.utf8)) != nil }.map { "\(name): \($0)" }
    }
  }

  @Test func copiesAreCleanedAndResultsRemoved() throws {
    let town = try town()
    let before = try traces(in: town.folder.path)
    let planned = try town.relais("adherents", "erase-person", Self.name, "--dry-run").output
    #expect(try traces(in: town.folder.path) == before)
    let said = try town.relais("adherents", "erase-person", Self.name).output
    #expect(
      planned.split(separator: "\n").dropFirst() == said.split(separator: "\n").dropFirst(),
      "\(planned)\(said)")
    #expect(said.contains("sauvegarde.gpkg") && said.contains("out/mailing.csv"))
    #expect(try traces(in: town.folder.path) == [])
    #expect(try !town.folder.names.contains { $0.hasSuffix(".erasing") || $0.hasSuffix(".tmp") })
    try town.relais("adherents", "erase-person", Self.name, expecting: 1)
    // What is left of a copy is still a registry, with everybody else in it.
    try town.relais("restore", "sauvegarde.gpkg")
    #expect(try town.relais("adherents", "show", "autre").output.contains("jean@exemple.fr"))
    try town.expectSound()
  }

  @Test(.needs(.strace)) func cutAtAnyCallItIsFinishedByAskingAgain() throws {
    let town = try town()
    let command = ["adherents", "erase-person", Self.name]
    let cuts = try Cuts(of: command, in: town.folder)
    #expect(cuts.count > 60)
    try cuts.atEach { cut, folder, at in
      let again = try Tool.run(command, in: folder)
      // Who was told that it is done may be told next that nobody is known by the name.
      #expect(
        again.status == 0 || cut.output.contains("Personne effacée"),
        "\(at): \(again.output)\(again.errors)")
      let left = try traces(in: folder.path)
      #expect(left == [], "\(at)")
      #expect(try !folder.names.contains { $0.hasSuffix(".erasing") || $0.hasSuffix(".tmp") })
      let verified = try Tool.run(["verify", "--strict"], in: folder)
      #expect(verified.status == 0, "\(at): \(verified.output)")
    }
  }

  @Test(.needs(.strace)) func whatARestoreLaysAsideIsWholeWheneverItIsCut() throws {
    let town = try RegistryTown()
    try town.relais("adherents", "import", try town.spreadsheet(30))
    try town.relais("backup", "copie.gpkg")
    try town.relais("adherents", "add", "Pivot", "--kind", "shop")
    try Cuts(of: ["restore", "copie.gpkg"], in: town.folder).atEach { _, folder, at in
      for name in try folder.names where name.hasPrefix("registry.gpkg.before-restore-") {
        let store = try RegistryStore(path: folder.path(name), for: .reading)
        #expect(try store.establishments().count == 31, "\(at)")
        #expect(try RegistryVerification.problems(of: store) == [], "\(at)")
        store.close()
      }
      #expect(try Tool.run(["restore", "copie.gpkg"], in: folder).status == 0, "\(at)")
      let list = try Tool.run(["adherents", "list", "--json", "-"], in: folder)
      #expect(try list.json["adherents"].list.count == 30, "\(at)")
    }
  }

  /// Shops whose contacts share a first name, a surname, a word, a telephone.
  private func neighbours() throws -> RegistryTown {
    let town = try RegistryTown()
    let text = """
      nom;adresse;lon;lat;contact;tel;mail;notes
      Martin;1 rue B;6,18;48,69;Marie Boulanger;0383000001;marie@exemple.fr;
      Boulanger;2 rue B;6,19;48,69;Marie;0383000002;;rappeler Marie
      Fleurs;3 rue Marie Boulanger;6,20;48,69;Marie Durand;0383000003;anne-marie@exemple.fr;
      Tabac;4 rue B;6,21;48,69;Paul Boulanger;0383000001;;voir M. Boulanger
      Presse;5 rue B;6,22;48,69;Jean Martin;0383000005;;

      """
    try town.relais("adherents", "import", try town.folder.write(text.utf8, "s.csv"))
    return town
  }

  private func contacts(_ town: RegistryTown) throws -> [String] {
    try town.relais("adherents", "mailing", "--state", "adherent", "--state", "prospect").output
      .split(whereSeparator: \.isNewline).map(String.init)
  }

  @Test func nobodyElseIsTouched() throws {
    let town = try neighbours()
    let before = try contacts(town)
    let said = try town.relais("adherents", "erase-person", "Marie Boulanger", "--lang", "en")
      .output
    let after = try contacts(town)
    #expect(
      before.filter { !$0.contains("marie@") || $0.contains("anne-") }
        == after.filter { !$0.hasPrefix("Martin") })
    #expect(after.contains { $0.hasPrefix("Martin") && !$0.contains("Boulanger") })
    #expect(said.contains("part of the name") && said.contains("contacts.name"))
    #expect(said.contains("another person") && said.contains("contacts.phone"))
    #expect(said.contains("name or address of an establishment"))
    #expect(said.contains("s.csv"))
    let notes = try town.relais("adherents", "show", "tabac").output
    #expect(notes.contains("voir M. Boulanger"))
  }

  @Test(arguments: ["Boulanger", "Martin", "0383000001"])
  func aTextThatMayMeanSeveralPeopleErasesNobody(named: String) throws {
    let town = try neighbours()
    let before = try town.folder.read("registry.gpkg")
    let refused = try town.relais(
      "adherents", "erase-person", named, "--lang", "en", expecting: 1)
    #expect(refused.errors.contains("Several"))
    #expect(try town.folder.read("registry.gpkg") == before)
  }

  @Test func aFirstNameThatIsAContactErasesThatOneAlone() throws {
    let town = try neighbours()
    try town.relais("adherents", "erase-person", "Marie")
    let left = try contacts(town).joined(separator: "\n")
    #expect(left.contains("Marie Boulanger") && left.contains("Marie Durand"))
    #expect(!left.contains("0383000002"))
    #expect(try !town.relais("adherents", "show", "boulanger").output.contains("Marie"))
  }

  @Test func aTermThatEndsInOneShopLeavesThePersonInAnother() throws {
    let town = try RegistryTown()
    let text = """
      nom;adresse;contact;tel;date adhesion
      Ancien;1 rue B;Jean Martin;0383000001;20/11/2018
      Nouveau;2 rue B;Jean Martin;0383000001;20/11/2018

      """
    try town.relais("adherents", "import", try town.folder.write(text.utf8, "s.csv"))
    try town.relais("adherents", "leave", "ancien", "--date", "2019-05-01")
    try town.relais("adherents", "retention", "--erase")
    #expect(try !town.relais("adherents", "show", "ancien").output.contains("Martin"))
    #expect(try town.relais("adherents", "show", "nouveau").output.contains("Jean Martin"))
  }
}
