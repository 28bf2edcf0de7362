import CoverageEngine
import Foundation
import RelaisRegistry
import RelaisTestSupport
import Testing

/// `relais adherents …`, driven as its users drive it.
@Suite struct AdherentsCommandTests {
  @Test func rowsNotTakenAreListedBesideTheOutputs() throws {
    let town = try RegistryTown()
    func write(_ rows: String) throws -> String {
      try town.folder.write(("nom;adresse;tel\n" + rows).utf8, "liste.csv")
    }
    let table = "out/rejects/liste.csv.csv"
    let file = try write("A;1 rue B;\n;2 rue B;0383000001\n\"=cmd\n\";;0383000002\n")
    try town.relais("adherents", "import", file, "--dry-run")
    #expect(!FileManager.default.fileExists(atPath: town.folder.path("out")))
    let said = try town.relais("adherents", "import", file, "--strict", expecting: 2)
    #expect(said.output.contains(table))
    let lines = String(decoding: try town.folder.read(table), as: UTF8.self)
      .split(whereSeparator: \.isNewline)
    #expect(lines.count == 3)
    #expect(lines[1].contains("3;") && lines[1].contains("missing-value"))
    #expect(lines[2].contains("4;") && !lines[2].contains("0383"))

    // A run has rejects of its own and leaves these.
    try FileManager.default.createDirectory(
      atPath: town.folder.path("sources/streets"), withIntermediateDirectories: true)
    try SmallTown.osm.write(
      toFile: town.folder.path("sources/streets/liste.csv"), atomically: true, encoding: .utf8)
    let before = try town.folder.read(table)
    try town.folder.write("mine".utf8, "out/rejects/notes.csv")
    try town.relais("run")
    #expect(try town.folder.read(table) == before)
    let names = try FileManager.default.contentsOfDirectory(atPath: town.folder.path("out/rejects"))
    #expect(names.contains("streets-liste.csv.csv") && names.contains("notes.csv"))
    // The file put right, its table goes.
    try town.relais("adherents", "import", try write("A;1 rue B;\nC;2 rue B;0383000001\n"))
    #expect(!FileManager.default.fileExists(atPath: town.folder.path(table)))
  }

  @Test(.needs(.gdalForPython)) func everyCommandLeavesAValidAndSoundRegistry() throws {
    let town = try RegistryTown()
    func step(_ arguments: String...) throws {
      let outcome = try Tool.run(["adherents"] + arguments, in: town.folder)
      #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
      try town.expectSound()
      try town.expectValid()
    }
    try step("import", try town.spreadsheet(3))
    try step("import", try town.spreadsheet(3))
    try step("add", "Chez Été", "--kind", "shop", "--lon", "-1.5", "--lat", "47.2")
    try step("set", "chez ete", "ground_floor=yes", "horaires=Mo-Fr 09:00-18:00")
    try step("visit", "chez ete", "--outcome", "call-back", "--call-back-on", "2030-01-01")
    try step("join", "chez ete", "--sticker", "12")
    try step("follow-up", "chez ete")
    try step("suspend", "chez ete", "--reason", "works")
    try step("leave", "chez ete")
    let list = try town.relais("adherents", "list", "--json", "-", "--state", "left").json
    #expect(list["schema"].text == "relais.adherents/1")
    #expect(list["count"].number == 1)
    #expect(list["adherents"][0]["name"].text == "Chez Été")
    #expect(list["adherents"][0]["lon"].number == -1.5)
    #expect(list["adherents"][0]["sticker"].text == "12")
    let sheet = try town.relais("adherents", "show", "chez ete").output
    #expect(sheet.contains("works"))
  }

  @Test func theSameFileTwiceLeavesTheSameBytes() throws {
    let town = try RegistryTown()
    let file = try town.spreadsheet(20)
    let rehearsal = try town.relais("adherents", "import", file, "--dry-run")
    #expect(rehearsal.output.contains("20"))
    #expect(!FileManager.default.fileExists(atPath: town.registry))
    try town.relais("adherents", "import", file)
    let before = try town.folder.read("registry.gpkg")
    try town.relais("adherents", "import", file)
    #expect(try town.folder.read("registry.gpkg") == before)
  }

  @Test func contactsAndNotesStayOutOfPublicOutputs() throws {
    let town = try RegistryTown()
    let text = """
      nom;adresse;lon;lat;contact;tel;mail;notes
      A;1 rue B;6,18;48,69;Canari Jaune;0383000001;canari@exemple.fr;canari-note

      """
    let file = try town.folder.write(text.utf8, "c.csv")
    try town.relais("adherents", "import", file)
    try town.relais("adherents", "export", "--public", "--csv", "p.csv", "--geojson", "p.geojson")
    try town.relais("adherents", "export", "--csv", "e.csv", "--geojson", "e.geojson")
    for name in ["p.csv", "p.csv.schema.json", "p.geojson"] {
      let content = String(decoding: try town.folder.read(name), as: UTF8.self)
      for canary in ["anari", "0383000001"] { #expect(!content.contains(canary), "\(name)") }
    }
    for name in ["e.csv", "e.geojson"] {
      let content = String(decoding: try town.folder.read(name), as: UTF8.self)
      #expect(!content.contains("0383000001"))
    }
    let schema = try JSON(try town.folder.read("p.csv.schema.json"))
    let header = String(decoding: try town.folder.read("p.csv"), as: UTF8.self)
      .split(separator: "\r\n").first.map(String.init)
    #expect(schema["fields"].list.compactMap { $0["name"].text }.joined(separator: ",") == header)
    try town.relais(
      "adherents", "export", "--public", "--with-contacts", "--csv", "-", expecting: 64)
  }

  @Test func mistakesAreToldAndChangeNothing() throws {
    let town = try RegistryTown()
    #expect(try town.relais("adherents", "list", expecting: 1).errors.contains("import"))
    try town.relais("adherents", "import", try town.spreadsheet(2))
    let before = try town.folder.read("registry.gpkg")
    for arguments in [
      ["show", "nobody"], ["join", "shop"], ["set", "shop 1", "siret=12"],
      ["set", "shop 1", "position=200 95"], ["leave", "shop 1", "--date", "2200-01-01"],
    ] {
      let outcome = try Tool.run(["adherents"] + arguments, in: town.folder)
      #expect(outcome.status == 1, "\(arguments)")
      #expect(outcome.errors.hasPrefix("relais: "))
      #expect(outcome.output == "")
    }
    for arguments in [
      ["set", "shop 1", "state=left"], ["set", "shop 1", "nothing"],
      ["visit", "shop 1", "--outcome", "call-back"], ["export"], ["add", "A", "--kind", "castle"],
      ["add", "A", "--kind", "shop", "--lon", "6"],
    ] {
      let outcome = try Tool.run(["adherents"] + arguments, in: town.folder)
      #expect(outcome.status == 64, "\(arguments)")
    }
    #expect(try town.folder.read("registry.gpkg") == before)
  }

  @Test func whatListsShowIsUnderstoodAndDoubtsAreTold() throws {
    let town = try RegistryTown()
    try town.relais("adherents", "add", "Café", "--kind", "service municipal")
    try town.relais(
      "adherents", "set", "café", "genre=Commerce", "rez-de-chaussée=oui", "autocollant=7")
    try town.relais("adherents", "visit", "café", "--outcome", "oui")
    try town.relais("adherents", "list", "--state", "d’accord", "--quiet")
    let one = try town.relais("adherents", "list", "--json", "-").json["adherents"][0]
    #expect(one["kind"].text == "shop" && one["ground_floor"].text == "yes")
    #expect(one["state"].text == "agreed")
    let misuse = try town.relais("adherents", "visit", "café", "--outcome", "peut", expecting: 64)
    #expect(misuse.errors.contains("- closed\n  - not-eligible"))
    let second = try town.relais(
      "adherents", "add", "Bar", "--kind", "commerce", "--fact", "sticker=n° 7")
    #expect(second.errors.contains("Café"))
    let early = try town.relais(
      "adherents", "leave", "bar", "--date", "1/1/2020", expecting: 1)
    #expect(early.errors.contains("Donnez un jour"))
    #expect(
      try town.relais("restore", "nofile.gpkg", expecting: 1).errors.contains("n’existe pas"))
    let file = try town.folder.write(
      "Ville;;\nNom;Adresse;Autocollant\nBar;1 rue A;8\n".utf8, "l.csv")
    let dry = try town.relais("adherents", "import", file, "--dry-run")
    #expect(dry.output.contains("ligne 2"))
    try town.relais("adherents", "import", file)
    try town.folder.write("Nom;Adresse;Autocollant\nBar;1 rue A;9\n".utf8, "l.csv")
    let changed = try town.relais("adherents", "import", file)
    #expect(changed.output.contains("autocollant = 9"))
  }

  @Test func namesOfFilesNeverSteerTheTerminal() throws {
    let town = try RegistryTown()
    let text = "nom;adresse\n\u{1B}[31mRouge;\u{202E}1 rue\n=1+1;@rue\n"
    try town.relais("adherents", "import", try town.folder.write(text.utf8, "evil.csv"))
    let list = try town.relais("adherents", "list")
    #expect(!list.output.contains("\u{1B}") && !list.output.contains("\u{202E}"))
    let csv = try town.relais("adherents", "list", "--csv", "-").output
    #expect(csv.contains("'=1+1") && csv.contains("'@rue"))
  }

  @Test(.needs(.gdalForPython)) func aRunTakesItsRelaysFromTheRegistry() throws {
    let town = try RegistryTown()
    try FileManager.default.createDirectory(
      atPath: town.folder.path("sources/streets"), withIntermediateDirectories: true)
    try town.folder.write(SmallTown.osm.utf8, "sources/streets/town.osm")
    for name in ["R1", "R2"] {
      try town.relais(
        "adherents", "add", name, "--kind", "shop", "--state", "adherent", "--lon", "6.0001",
        "--lat", "48.0001")
    }
    try town.relais("adherents", "leave", "r2")
    try town.relais("adherents", "add", "R3", "--kind", "shop", "--lon", "6.005", "--lat", "48")
    let summary = try town.relais("run", "--quiet", "--json", "-").json
    #expect(summary["relays"]["count"].number == 1)
    let coverage = try town.relais("coverage", "--json", "-").json
    #expect(coverage["relays"].list.count == 1)
    try town.expectValid()
  }

  @Test func verifyBackupAndRestoreWorkTogether() throws {
    let town = try RegistryTown()
    try town.relais("adherents", "import", try town.spreadsheet(5))
    try town.relais("backup", "copy.gpkg")
    try town.relais("adherents", "leave", "shop 1")
    try town.relais("verify")
    try town.relais("backup", "registry.gpkg", expecting: 1)
    try town.relais("restore", "copy.gpkg")
    let list = try town.relais("adherents", "list", "--state", "adherent", "--json", "-").json
    #expect(list["count"].number == 5)
    #expect(try town.folder.names.contains { $0.hasPrefix("registry.gpkg.before-restore-") })
    var bytes = try town.folder.read("copy.gpkg")
    bytes.removeLast(bytes.count / 3)
    try town.folder.write(bytes, "bad.gpkg")
    try town.relais("restore", "bad.gpkg", expecting: 1)
    try town.relais("verify")
    try town.folder.write(bytes, "registry.gpkg")
    try town.relais("verify", expecting: 1)
  }
}
