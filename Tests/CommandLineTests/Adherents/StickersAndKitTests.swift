import Foundation
import RelaisTestSupport
import Testing

/// Stickers, the page at the counter, and the yearly balance.
@Suite struct StickersAndKitTests {
  @Test(.needs(.gdalForPython)) func everyStickerIsAccountedFor() throws {
    let town = try RegistryTown()
    try town.relais("adherents", "stickers", "--bought", "200")
    try town.relais("adherents", "import", try town.spreadsheet(3))
    for number in 1...3 {
      try town.relais("adherents", "set", "shop \(number)", "sticker=\(number)")
    }
    try town.relais("adherents", "leave", "shop 1")
    try town.relais("adherents", "leave", "shop 2")
    try town.relais("adherents", "stickers", "--recovered", "shop 1")
    try town.relais("adherents", "stickers", "--recovered", "shop 1")
    let stock = try town.relais("adherents", "stickers", "--lost", "2", "--lang", "en").output
    let lines = stock.split(separator: "\n").map(String.init)
    #expect(
      lines.prefix(6) == [
        "bought: 200", "given out: 3", "recovered: 1", "lost: 2", "in stock: 196", "to recover: 1",
      ])
    #expect(lines.count == 7 && lines[6].contains("Shop 2") && lines[6].contains("no. 2"))
    try town.relais("adherents", "stickers", "--bought", "0", expecting: 64)
    try town.expectSound()
    try town.expectValid()
  }

  @Test(.needs(.chromium)) func severalKitsAreMadeAtOnceOrNone() throws {
    let town = try RegistryTown()
    try town.relais("adherents", "import", try town.spreadsheet(3))
    func kits() throws -> Int {
      ((try? FileManager.default.contentsOfDirectory(atPath: town.folder.path("out"))) ?? [])
        .count { $0.hasPrefix("kit-") }
    }
    try town.relais("adherents", "kit", "shop 1", "shop 2", "nobody", expecting: 1)
    #expect(try kits() == 0)
    let said = try town.relais("adherents", "kit", "shop 1", "shop 2", "shop 3").output
    #expect(try kits() == 3 && said.split(whereSeparator: \.isNewline).count == 3)
    // In one file, a sheet each; as a PDF where its name says so.
    let both = try town.relais("adherents", "kit", "shop 1", "shop 2", "--out", "-").output
    #expect(both.components(separatedBy: "<article>").count == 3)
    try town.relais("adherents", "kit", "shop 1", "shop 2", "--out", "kits.PDF")
    #expect(try town.folder.read("kits.PDF").starts(with: Array("%PDF-".utf8)))
  }

  @Test func theKitSaysWhatToDoAndWhomToCallAndNothingOfAFileIsMarkup() throws {
    let town = try RegistryTown()
    try town.folder.write(
      """
      name: Ville
      numbers:
        - { name: "Police <b>", phone: "03 00 00 00 00", hours: de 6 h à 3 h }

      """.utf8, "relais.yml")
    try town.relais(
      "adherents", "add", "<script>alert(1)</script>", "--kind", "shop", "--contact", "Canari",
      "--fact", "sticker=42")
    let page = try town.relais("adherents", "kit", "script alert 1 script", "--out", "-").output
    #expect(!page.contains("<script") && !page.contains("<b>") && !page.contains("Canari"))
    for text in ["42", "03 00 00 00 00", "de 6 h à 3 h", "<ol>", "lang=\"fr\""] {
      #expect(page.contains(text), "\(text)")
    }
    try town.folder.write("name: Ville\nnumbers: 17\n".utf8, "relais.yml")
    let refused = try town.relais("adherents", "list", expecting: 1)
    #expect(refused.errors.contains("numbers"))
  }

  @Test(.needs(.gdalForPython)) func smallNumbersOfShelteredChildrenAreNotToldApart() throws {
    let town = try RegistryTown()
    func record(_ outcome: String) throws -> String {
      try town.relais(
        "adherents", "sheltered", "--hour", "17", "--outcome", outcome, "--date", "2025-03-04",
        "--lang", "en"
      ).output
    }
    for _ in 1...5 { #expect(!(try record("parent-called")).contains("police")) }
    for _ in 1...4 { #expect(!(try record("police-called")).contains("police")) }
    #expect(try record("police-called").contains("2025: 10"))
    #expect(
      try town.relais("adherents", "sheltered", "--lang", "en").output.contains("police called 5"))
    try town.relais(
      "adherents", "sheltered", "--hour", "24", "--outcome", "police-called", expecting: 64)
    try town.relais("adherents", "sheltered", "--hour", "4", expecting: 64)
    // Neither the hour nor anything else is kept.
    let bytes = Data(try town.folder.read("registry.gpkg"))
    #expect(bytes.range(of: Data("16-18".utf8)) != nil)
    try town.expectSound()
    try town.expectValid()
  }
}
