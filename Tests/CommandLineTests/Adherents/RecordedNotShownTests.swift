import Foundation
import RelaisTestSupport
import Testing

/// What is recorded is done, whether or not it could be shown.
@Suite struct RecordedNotShownTests {
  /// Where the account of a change goes: a full disk, a pipe nobody reads, nowhere.
  @Test(arguments: ["> /dev/full", ">&-", "| true"])
  func aChangeThatCannotBeShownIsDone(stream: String) throws {
    let town = try RegistryTown()
    try town.relais("adherents", "add", "Pivot", "--kind", "shop")
    try town.relais("adherents", "add", "Doublon", "--kind", "shop")
    try town.folder.write("nom;adresse\nListe;1 rue B\n".utf8, "liste.csv")
    let changes = [
      "adherents add Nouveau --kind shop", "adherents set pivot notes=x",
      "adherents visit pivot --outcome oui", "adherents import liste.csv",
      "adherents undo", "adherents merge pivot doublon", "adherents stickers --bought 5",
      "adherents sheltered --hour 8 --outcome parent-called", "backup copie.gpkg",
      "restore copie.gpkg",
      "adherents erase-person pivot",
    ]
    for change in changes {
      // With `| true`, the reader is gone before the first word.
      let command =
        stream.hasPrefix("|")
        ? "{ sleep 0.2; '\(Tool.path)' \(change) --lang en; echo $? > status; } \(stream); sleep 0"
        : "'\(Tool.path)' \(change) --lang en \(stream); echo $? > status"
      let outcome = try Programs.run("/bin/bash", ["-c", command], in: town.folder.path)
      let status = String(decoding: try town.folder.read("status"), as: UTF8.self)
      #expect(status == "0\n", "\(change) \(stream): \(outcome.errors)")
      #expect(outcome.errors.contains("Do not run the command again"), "\(change) \(stream)")
    }
    let list = try town.relais("adherents", "list", "--json", "-").json["adherents"].list
    #expect(list.map { $0["name"].text } == ["Nouveau", "Pivot"])
    try town.expectSound()
    // A question whose answer cannot be shown has failed.
    let asked = try Programs.run(
      "/bin/bash", ["-c", "'\(Tool.path)' adherents list > /dev/full"], in: town.folder.path)
    #expect(asked.status == 1)
  }

  private func mode(_ path: String) throws -> Int {
    try #require(
      FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
    ).intValue
  }

  @Test func filesWithContactsAreTheirOwnersAlone() throws {
    let town = try RegistryTown()
    let text = "nom;adresse;contact\nA;1 rue B;Zélie Canari\n;2 rue B;Paul Serin\n"
    try town.relais("adherents", "import", try town.folder.write(text.utf8, "s.csv"))
    try town.folder.write("".utf8, "open.gpkg")
    chmod(town.folder.path("open.gpkg"), 0o644)
    try town.relais("backup", "b.gpkg")
    try town.relais("backup", "open.gpkg")
    try town.relais("restore", "b.gpkg")
    try town.relais("adherents", "mailing", "--csv", "m.csv", "--state", "prospect")
    try town.relais("adherents", "export", "--with-contacts", "--csv", "e.csv")
    try town.relais("adherents", "export-person", "Zélie Canari", "--json", "p.json")
    try town.relais("adherents", "export", "--public", "--csv", "public.csv")
    let kept = try town.folder.names.filter { $0.contains(".before-restore-") }
    #expect(kept.count == 1)
    let files = ["registry.gpkg", "b.gpkg", "open.gpkg", "m.csv", "e.csv", "p.json"] + kept
    for name in files + ["out/rejects/s.csv.csv"] {
      #expect(try mode(town.folder.path(name)) == 0o600, "\(name)")
    }
    #expect(try mode(town.folder.path("public.csv")) != 0o600)
  }
}
