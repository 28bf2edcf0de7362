import Foundation
import RelaisTestSupport
import Testing

/// A town of Baden-Württemberg, whose files, reader and holidays are German.
@Suite struct GermanTownTests {
  private func territory(_ more: String = "") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for kind in ["streets", "adherents"] {
      try FileManager.default.createDirectory(
        atPath: folder.path("town/sources/\(kind)"), withIntermediateDirectories: true)
    }
    try folder.write(
      """
      name: Musterstadt
      lang: de
      zone: DE-BW
      budgets: [300]
      \(more)
      """.utf8, "town/relais.yml")
    try folder.write(SmallTown.osm.utf8, "town/sources/streets/town.osm")
    try folder.write(
      """
      Kennung;Name;Art;Länge;Breite;Öffnungszeiten
      1;Bäckerei Müller;Geschäft;6,0001;48,0001;Mo–Fr 7–18 Uhr, Sa geschlossen
      2;Apotheke;Geschäft;6,0099;48,0001;täglich außer Sonntag 9–18 Uhr

      """.utf8, "town/sources/adherents/anlaufstellen.csv")
    return folder
  }

  @Test func itsReportsAreGermanAndItsHolidaysThoseOfTheLand() throws {
    // Corpus Christi 2026 is on Thursday, 4 June.
    let folder = try territory("period: { from: 2026-06-01, to: 2026-06-07 }\n")
    let outcome = try Tool.run("run", "town", "--json", "town/summary.json", in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let summary = try JSON(folder.read("town/summary.json"))
    #expect(summary["calendar"]["zone"].text == "DE-BW")
    #expect(summary["windows"][0]["hours"].text == "Mo,Tu,We,Th,Fr 07:15-08:15")
    #expect(summary["windows"][0]["days"].number == 4)
    let page = String(decoding: try folder.read("town/out/council.html"), as: UTF8.self)
    #expect(page.contains("<html lang=\"de\">"))
    #expect(page.contains("Abdeckung der Straßen"))
    #expect(page.contains("Feiertage: Baden-Württemberg"))
    var seen = page + outcome.errors
    seen.replace(/(?s)<(style|script)\b.*?<\/\1>/, with: " ")
    for name in ["QPV", "SIRENE", "BAN", "INSEE"] { #expect(!seen.contains(name), "\(name)") }
    let told = try Tool.run("run", "town", in: folder)
    #expect(told.output.contains("Anlaufstellen: 2, davon angebunden: 2"), "\(told.output)")
    let english = try Tool.run("run", "town", "--lang", "en", in: folder)
    #expect(english.output.contains("Relays: 2"), "\(english.output)")
  }

  @Test(arguments: ["wrong: 1\n", "budgets: [x]\n", "a: [\n"])
  func aFaultOfTheConfigurationIsToldInItsLanguage(line: String) throws {
    let folder = try territory(line)
    let outcome = try Tool.run("run", "town", in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("Zeile "), "\(outcome.errors)")
  }

  @Test func aFaultIsToldInGerman() throws {
    let folder = try territory()
    let outcome = try Tool.run(
      "coverage", "--territory", "town", "--streets", "absent.csv", in: folder)
    #expect(outcome.status != 0)
    #expect(outcome.errors.hasPrefix("Fehler: ") || outcome.errors.hasPrefix("relais: "))
    let misuse = try Tool.run("coverage", "--distance", "x", "--lang", "de", in: folder)
    #expect(misuse.status == 64)
    #expect(misuse.errors.contains("„x“ ist nicht zulässig für „--distance"), "\(misuse.errors)")
    let absent = try Tool.run("check", "fehlt.csv", "--lang", "de", in: folder)
    #expect(absent.errors.contains("Die Datei „fehlt.csv“ gibt es nicht."), "\(absent.errors)")
  }

  @Test func aNewTerritoryIsCommentedInGerman() throws {
    let folder = try TemporaryFolder()
    let outcome = try Tool.run("init", "neu", "--name", "Musterstadt", "--lang", "de", in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Gebiet angelegt: neu"))
    let text = String(decoding: try folder.read("neu/relais.yml"), as: UTF8.self)
    #expect(text.contains("# Gehstrecken in Metern") && text.contains("# zone: DE-BW"))
    // Every key stays as it is, and what is commented out is right once it counts.
    let keys = text.replacing("\n# zone:", with: "\nzone:").replacing("\n# lang:", with: "\nlang:")
      .replacing("\n# windows:\n#", with: "\nwindows:\n").replacing(
        "\n#   mittag", with: "\n   mittag")
    try folder.write(keys.utf8, "neu/relais.yml")
    try folder.write(SmallTown.osm.utf8, "neu/sources/streets/town.osm")
    let run = try Tool.run("run", "neu", "--json", "-", "--quiet", in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try run.json["windows"].list.map { $0["name"].text } == ["morgen", "mittag"])
  }

  @Test func hoursAreReadAtTheLandsHolidays() throws {
    let folder = try TemporaryFolder()
    let said = try Tool.run(
      "hours", "Mo–Fr 9–18 Uhr außer an Feiertagen", "--at", "2026-06-04T10:00", "--at",
      "2026-06-05T10:00", "--zone", "DE-BY", "--lang", "de", in: folder
    ).output
    #expect(said.contains("Donnerstag, 4.\u{A0}Juni 2026, 10:00 Uhr: geschlossen"), "\(said)")
    #expect(said.contains("Freitag, 5.\u{A0}Juni 2026, 10:00 Uhr: geöffnet"), "\(said)")
  }
}
