import CoverageEngine
import Foundation
import RelaisGeo
import RelaisRegistry
import RelaisTestSupport
import Testing

/// Past days, the trend, and reports alone, through the built tool.
@Suite struct TrendCommandTests {
  /// rue A of some 746 m and rue B of some 445 m; a relay at the west end since 2025, one at the
  /// north since April 2026.
  private func territory(withRegistry: Bool = true) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    #expect(try Tool.run("init", "town", "--name", "Ville", "--quiet", in: folder).status == 0)
    try folder.write(SmallTown.osm.utf8, "town/sources/streets/town.osm")
    let text = """
      id;nom;type;adresse;lon;lat;date_adhesion
      1;Boulangerie;commerce;1 rue A;6,0001;48,0001;2025-02-03
      2;Mairie;mairie;9 rue B;6,005;48,0039;2026-04-20

      """
    try folder.write(text.utf8, "relais.csv")
    if withRegistry {
      #expect(
        try Tool.run(
          "adherents", "import", "relais.csv", "--territory", "town", "--quiet", in: folder
        ).status == 0)
    } else {
      try folder.write(text.utf8, "town/sources/adherents/relais.csv")
    }
    return folder
  }

  private func run(
    _ arguments: String..., in folder: TemporaryFolder, expecting status: Int32 = 0
  ) throws -> Programs.Outcome {
    let outcome = try Tool.run(arguments, in: folder)
    #expect(outcome.status == status, "\(arguments): \(outcome.output)\(outcome.errors)")
    return outcome
  }

  @Test func aPastDayTakesTheAdherentsOfThen() throws {
    let folder = try territory()
    let past = try run(
      "coverage", "--territory", "town", "--as-of", "2026-03-31", "--json", "-", in: folder
    ).json
    #expect(past["as_of"].text == "2026-03-31")
    #expect(past["relays"].list.count == 1)
    let now = try run("coverage", "--territory", "town", "--json", "-", in: folder).json
    #expect(now["as_of"].isNull)
    #expect(now["relays"].list.count == 2)

    _ = try run("run", "town", "--as-of", "2026-03-31", "--out", "past", "--quiet", in: folder)
    let summary = try JSON(folder.read("past/summary.json"))
    #expect(summary["as_of"].text == "2026-03-31")
    #expect(
      summary["budgets"][0]["streets_covered_m"].number
        == past["budgets"][0]["streets_covered_m"].number)
    // The last point of the trend is that day, and says the same.
    let last = try #require(summary["trend"]["points"].list.last)
    #expect(last["day"].text == "2026-03-31")
    #expect(
      last["budgets"][0]["streets_covered_m"].number
        == past["budgets"][0]["streets_covered_m"].number)
    let page = String(decoding: try folder.read("past/council.html"), as: UTF8.self)
    #expect(page.contains("situation au 31\u{A0}mars 2026"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("town/out/council.html")))
  }

  @Test(.needs(.python3)) func aRunIsKeptOnceAndTheNextTellsWhatChanged() throws {
    let folder = try territory()
    _ = try run("run", "town", "--quiet", in: folder)
    let names = ["summary.json", "council.html", "coverage.gpkg", "trend.csv", "changes.csv"]
    let first = try names.map { try folder.read("town/out/" + $0) }
    _ = try run("run", "town", "--quiet", in: folder)
    #expect(try names.map { try folder.read("town/out/" + $0) } == first)

    // Two runs as they might have been in February and in June, on a shorter street.
    let path = folder.path("town/registry.gpkg")
    let store = try RegistryStore(path: path, for: .writing)
    let own = try #require(try store.runs().first)
    #expect(try store.runs().count == 1)
    #expect(own.isOfItsDay && own.value(.relays) == 2)
    let covered = try #require(own.value(.streetsCovered, budget: Budget(Length(metres: 300))))
    var earlier = own
    earlier.asOf = try #require(CalendarDay("2026-02-10"))
    earlier.ranOn = earlier.asOf
    earlier.lastEvent = 1
    for index in earlier.figures.indices
    where earlier.figures[index].name == .streetsCovered { earlier.figures[index].value -= 1234 }
    let stamp = RegistryStamp(
      author: "", recordedAt: "", today: try #require(CalendarDay("2026-02-10")))
    try store.write(stamp) { try $0.record(earlier) }
    store.close()

    let outcome = try run("run", "town", "--json", "now.json", in: folder)
    let summary = try JSON(folder.read("now.json"))
    let change = summary["trend"]["change"]
    #expect(change["since"].text == "2026-02-10")
    #expect(change["recorded"].bool == true)
    #expect(change["relays_joined"].number == 1)
    let effects = change["budgets"][0]
    func millimetres(_ key: String) throws -> Int64 {
      Int64((try #require(effects[key].number) * 1000).rounded())
    }
    #expect(try millimetres("change_m") == 1234)
    #expect(try millimetres("by_members_m") + millimetres("by_streets_m") == 1234)
    #expect(try millimetres("by_members_m") > 100_000)
    #expect(try millimetres("gained_m") - millimetres("lost_m") == millimetres("by_members_m"))
    #expect(
      Int64((try #require(effects["now"]["streets_covered_m"].number) * 1000).rounded())
        == covered)
    #expect(outcome.output == "")
    let csv = String(decoding: try folder.read("town/out/changes.csv"), as: UTF8.self)
    #expect(csv.contains("2026-02-10;300,000;gagnée;Rue B"))
    let said = try run("run", "town", "--lang", "en", in: folder)
    #expect(said.output.contains("Since 10\u{A0}February 2026"), "\(said.output)")
    let layers = try Programs.run(
      Program.python3.path,
      [
        "-c",
        "import sqlite3,sys; d=sqlite3.connect(sys.argv[1]); print(d.execute(\"select change,count(*) from changes group by 1\").fetchall())",
        folder.path("town/out/coverage.gpkg"),
      ])
    #expect(layers.output.contains("gained"))
    // A point bears what its quarter's run had found.
    let point = summary["trend"]["points"].list.first { $0["day"].text == "2026-03-31" }
    #expect(point?["recorded_on"].text == "2026-02-10")
    #expect(try run("verify", "--territory", "town", in: folder).output.contains("sain"))
  }

  @Test func withoutARegistryThereIsNoTrendAndNoneIsMade() throws {
    let folder = try territory(withRegistry: false)
    let outcome = try run("run", "town", "--lang", "en", in: folder)
    #expect(outcome.errors.contains("no trend can be told"))
    let summary = try JSON(folder.read("town/out/summary.json"))
    #expect(summary["as_of"].isNull && summary["trend"].isNull)
    #expect(summary.keys.isSuperset(of: ["as_of", "trend"]))
    #expect(!FileManager.default.fileExists(atPath: folder.path("town/registry.gpkg")))
    let past = try run("run", "town", "--as-of", "2026-01-01", in: folder, expecting: 1)
    #expect(past.errors.contains("adherents import"))
  }

  @Test func daysThatCannotBeAreMisuse() throws {
    let folder = try territory()
    for arguments in [
      ["run", "town", "--as-of", "2990-01-01"], ["run", "town", "--as-of", "hier"],
      ["run", "town", "--as-of", "2026-02-01", "--since", "2026-02-01"],
      ["run", "town", "--since", "2990-01-01"],
      ["report", "--territory", "town", "--for", "mayor"],
      ["coverage", "--territory", "town", "--as-of", "2990-01-01"],
    ] {
      let outcome = try Tool.run(arguments, in: folder)
      #expect(outcome.status == 64, "\(arguments): \(outcome.errors)")
    }
  }

  @Test func aReportAloneIsThatOfTheRun() throws {
    let folder = try territory()
    _ = try run("run", "town", "--quiet", in: folder)
    _ = try run(
      "report", "--for", "council", "--territory", "town", "--out", "alone", in: folder)
    #expect(try folder.read("alone/council.html") == folder.read("town/out/council.html"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("alone")).sorted()
        == [".relais.json", "council.html"])
    // Every report there is, and nothing else of the folder is touched.
    let before = try folder.read("town/out/summary.json")
    let all = try run("report", "--territory", "town", in: folder)
    #expect(all.output.contains("council.html"))
    #expect(try folder.read("town/out/summary.json") == before)
    let past = try run(
      "report", "--for", "council", "--territory", "town", "--as-of", "2026-03-31", "--out",
      "past", "--lang", "en", "--quiet", in: folder)
    #expect(past.output == "")
    #expect(
      String(decoding: try folder.read("past/council.html"), as: UTF8.self)
        .contains("as of 31\u{A0}March 2026"))
  }

  @Test(.needs(.boundByPermissions))
  func aRegistryThatCannotBeWrittenKeepsNoRunAndTheReportsStand() throws {
    let folder = try territory()
    let before = try folder.read("town/registry.gpkg")
    chmod(folder.path("town/registry.gpkg"), 0o444)
    chmod(folder.path("town"), 0o555)
    defer { chmod(folder.path("town"), 0o755) }
    let outcome = try Programs.runBound(
      Tool.path, ["run", "town", "--out", "out", "--lang", "en"], in: folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("could not be kept"), "\(outcome.errors)")
    #expect(FileManager.default.fileExists(atPath: folder.path("out/council.html")))
    #expect(try folder.read("town/registry.gpkg") == before)
  }
}
