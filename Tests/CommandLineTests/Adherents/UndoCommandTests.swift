import Foundation
import RelaisTestSupport
import Testing

/// Taking back, merging and adding twice, as people type it.
@Suite struct UndoCommandTests {
  private func names(_ town: RegistryTown) throws -> [String] {
    try town.relais("adherents", "list", "--json", "-").json["adherents"].list
      .compactMap { $0["name"].text }
  }

  @Test func theLastChangeAndAWholeImportAreTakenBackAndBrought() throws {
    let town = try RegistryTown()
    let list = try town.spreadsheet(3)
    let imported = try town.relais("adherents", "import", list, "--lang", "en")
    #expect(imported.output.contains("to take this import back: relais adherents undo import-1"))
    try town.relais("adherents", "set", "Shop 2", "notes=faux")
    let dry = try town.relais("adherents", "undo", "--dry-run", "--lang", "en")
    #expect(dry.output.contains("Rehearsal") && dry.output.contains("notes = —"))
    let undone = try town.relais("adherents", "undo", "--lang", "en")
    #expect(undone.output.contains("Taken back: no. 4, change, "))
    #expect(undone.output.contains("relais adherents undo 5"))
    let show = try town.relais("adherents", "show", "Shop 2", "--lang", "en").output
    #expect(!show.contains("notes: faux") && show.contains("no. 4, taken back by 5"))

    try town.relais("adherents", "undo", "import-1")
    #expect(try names(town) == [])
    let back = try town.relais("adherents", "undo", "--lang", "en")
    #expect(back.output.contains("taking back of import-1"))
    #expect(try names(town) == ["Shop 1", "Shop 2", "Shop 3"])
    #expect(
      try town.relais("adherents", "undo", "77", "--lang", "en", expecting: 1).errors
        .contains("No change answers to “77”"))

    let history = try town.relais("adherents", "history", "--json", "-").json
    #expect(history["schema"].text == "relais.history/1")
    let changes = history["changes"].list
    #expect(changes.map { $0["change"].text } == ["9", "6", "5", "4", "import-1"])
    #expect(changes.last?["file"].text == "Shop.csv")
    #expect(changes[1]["undoes"].text == "import-1" && changes[1]["undone_by"].text == "9")
    let own = try town.relais("adherents", "history", "Shop 2", "--limit", "1").output
    #expect(own.split(separator: "\n").count == 2)
    try town.expectSound()
  }

  @Test func sixTriesMakeOneShop() throws {
    let town = try RegistryTown()
    let add = ["adherents", "add", "Épicerie du Lac", "--kind", "shop", "--lang", "en"]
    for attempt in 0..<6 {
      let outcome = try Tool.run(
        attempt < 3 ? add + ["--address", "1 rue A"] : add, in: town.folder)
      #expect(outcome.status == (attempt == 0 ? 0 : 1))
      if attempt > 0 {
        #expect(outcome.errors.contains("Épicerie du Lac, 1 rue A (prospect)"))
        #expect(outcome.errors.contains("--anyway"))
      }
    }
    #expect(try names(town) == ["Épicerie du Lac"])
    try town.relais("adherents", "add", "Épicerie du Lac", "--kind", "shop", "--address", "9 rue Z")
    try town.relais("adherents", "add", "Épicerie du Lac", "--kind", "shop", "--anyway")
    #expect(try names(town).count == 3)
  }

  @Test func twoAreMadeOneAndBothCodesLeadToIt() throws {
    let town = try RegistryTown()
    try town.relais("adherents", "add", "Café A", "--kind", "shop", "--phone", "0611111111")
    try town.relais(
      "adherents", "add", "Bar B", "--kind", "shop", "--fact", "horaires=Mo-Fr 08:00-18:00")
    let other = try #require(
      try town.relais("adherents", "list", "--search", "Bar B", "--json", "-").json["adherents"]
        .list.first?["code"].text)
    try town.relais("adherents", "merge", "Café A", "Bar B", "--dry-run")
    #expect(try names(town).count == 2)
    let merged = try town.relais("adherents", "merge", "Café A", "Bar B", "--lang", "en").output
    #expect(merged.contains("Taken from the other: opening hours"))
    #expect(merged.contains("name: Café A (not Bar B)"))
    try town.relais("adherents", "merge", "Café A", "Bar B", expecting: 1)
    try town.relais("adherents", "set", other, "notes=par l’autre code")
    let show = try town.relais("adherents", "show", "bar b", "--lang", "en").output
    #expect(show.contains("Café A") && show.contains("par l’autre code"))
    try town.relais("adherents", "visit", "Bar B", "--outcome", "yes")
    #expect(try names(town) == ["Café A"])
    let number = try #require(
      merged.split(separator: "\n").last?.split(separator: " ").last.map(String.init))
    try town.relais("adherents", "undo", number)
    #expect(try names(town) == ["Bar B", "Café A"])
    try town.expectSound()
  }

  @Test func aWrongLetterShowsAndDoesNotWrite() throws {
    let town = try RegistryTown()
    try town.relais("adherents", "add", "Boulangerie Lefèvre", "--kind", "shop")
    let shown = try town.relais("adherents", "show", "boulangrie", "--lang", "en")
    #expect(shown.output.contains("Boulangerie Lefèvre"))
    #expect(shown.errors.contains("“boulangrie”: taken for "))
    for command in [
      ["set", "boulangrie", "notes=x"], ["visit", "boulangrie", "--outcome", "yes"],
      ["suspend", "boulangrie"], ["follow-up", "boulangrie"],
    ] {
      let refused = try Tool.run(["adherents"] + command + ["--lang", "en"], in: town.folder)
      #expect(refused.status == 1 && refused.errors.contains("nothing was done"), "\(command)")
      #expect(refused.errors.contains("Boulangerie Lefèvre (prospect)"), "\(command)")
    }
    try town.relais("adherents", "set", "lefevre", "notes=x")
    #expect(try town.relais("adherents", "history", "--json", "-").json["count"].number == 2)
  }

  @Test func stickersAndShelteringsAreTakenBackLikeAnyChange() throws {
    let town = try RegistryTown()
    try town.relais("adherents", "stickers", "--bought", "10")
    try town.relais("adherents", "sheltered", "--hour", "16", "--outcome", "parent-called")
    let undone = try town.relais("adherents", "undo", "--lang", "en")
    #expect(undone.output.contains("a child sheltered"), "\(undone.output)")
    #expect(
      try town.relais("adherents", "sheltered", "--lang", "en").output
        == "No sheltering recorded.\n")
    let changes = try town.relais("adherents", "history", "--json", "-").json["changes"].list
    #expect(changes.map { $0["kind"].text } == ["undo", "sheltered", "stickers"])
    #expect(changes[2]["events"][0]["stickers"]["quantity"].number == 10)
    try town.relais("adherents", "undo", "1")
    let stock = try town.relais("adherents", "stickers", "--lang", "en").output
    #expect(stock.hasPrefix("bought: 0\n"), "\(stock)")
    try town.expectSound()
  }

  @Test func whatAnImportSaidBeforeComesInOneLine() throws {
    let town = try RegistryTown()
    let list = "id;nom;adresse;lon;lat;horaires\nPR-1;Un;1 rue A;6,18;48,69;parfois\n"
    try town.folder.write(list.utf8, "liste.csv")
    let first = try town.relais("adherents", "import", "liste.csv", "--lang", "en").output
    #expect(first.contains("parfois") && !first.contains("known since"), "\(first)")
    let more = list + "PR-2;Deux;2 rue B;6,19;48,68;souvent\n"
    try town.folder.write(more.utf8, "liste.csv")
    let second = try town.relais("adherents", "import", "liste.csv", "--lang", "en").output
    #expect(!second.contains("parfois") && second.contains("souvent"), "\(second)")
    #expect(second.contains("known since the last import of this list"), "\(second)")
  }

  @Test func aBareNumberNamesTheOnlyOneThatHasIt() throws {
    let town = try RegistryTown()
    let list =
      "id;nom;adresse;lon;lat\nPR-001;Un;1 rue A;6,18;48,69\nPR-012;Deux;2 rue B;6,19;48,68\n"
    try town.folder.write(list.utf8, "liste.csv")
    try town.relais("adherents", "import", "liste.csv")
    for text in ["1", "01", "n°1", "PR-1"] {
      #expect(try town.relais("adherents", "show", text).output.contains("Un"), "\(text)")
    }
    try town.relais("adherents", "set", "12", "notes=vu")
    #expect(try town.relais("adherents", "show", "PR-012").output.contains("vu"))
    let found = try town.relais("adherents", "list", "--search", "12").output
    #expect(found.contains("Deux") && !found.contains("Un "), "\(found)")
  }
}
