import Foundation
import RelaisTestSupport
import Testing

/// `coverage --at`, `coverage --window` and what `run` says of windows and the week.
@Suite struct CoverageInTimeCommandTests {
  /// On rue A, 100 m: R1 at 20 m opens at half past seven, R2 at 80 m at ten; R3 does not say.
  private static let relays = """
    id;x;y;opening_hours
    R1;20;0;Mo-Fr 07:30-19:00
    R2;80;0;Mo-Sa 10:00-19:00
    R3;100;40;

    """

  private func coverage(
    _ more: String..., relays: String = relays
  ) throws -> Programs.Outcome {
    let folder = try TemporaryFolder()
    try folder.write(SmallTown.streets.utf8, "streets.csv")
    try folder.write(relays.utf8, "relays.csv")
    return try Tool.run(
      ["coverage"] + SmallTown.files + ["--distance", "15", "--zone", "B"] + more, in: folder)
  }

  @Test func anInstantCountsTheRelaysOpenThenAndGivesBothBounds() throws {
    let json = try coverage("--at", "2026-11-23T08:00", "--json", "-", "--quiet").json
    #expect(json["schema"].text == "relais.coverage/1")
    #expect(json["at"].text == "2026-11-23T08:00")
    #expect(json["calendar"]["zone"].text == "B")
    #expect(json["relays"].list.map { $0["state"].text } == ["open", "closed", "unknown"])
    #expect(json["relays"].list.map { $0["attached"].bool } == [true, true, true])
    // R1: 5…35 of rue A. R3: 25…55 of rue B.
    #expect(json["budgets"][0]["covered_m"].number == 30)
    #expect(json["budgets_if_unknown_open"][0]["covered_m"].number == 60)
    let later = try coverage("--at", "2026-11-23T10:00", "--json", "-", "--quiet", "--edges").json
    #expect(later["budgets"][0]["covered_m"].number == 60)
    #expect(later["edges"][0]["covered"]["15"].pairs == [[5, 35], [65, 95]])
    #expect(later["edges"][1]["covered"]["15"].pairs == [])
    let sunday = try coverage("--at", "2026-11-22T10:00", "--json", "-", "--quiet").json
    #expect(sunday["budgets"][0]["covered_m"].number == 0)
  }

  @Test func withoutATimeNothingChanges() throws {
    let json = try coverage("--json", "-", "--quiet").json
    #expect(json["budgets"][0]["covered_m"].number == 90)
    #expect(json["at"].isNull && json["budgets_if_unknown_open"].isNull)
    #expect(json["relays"][0]["state"].isNull)
  }

  @Test(arguments: ["morning", "Matin", "MATIN"])
  func aWindowIsFoundByItsNameInEitherLanguage(name: String) throws {
    let json = try coverage(
      "--window", name, "--from", "2026-11-02", "--to", "2026-11-29", "--json", "-", "--quiet"
    ).json
    #expect(json["window"]["name"].text == "morning")
    #expect(json["window"]["hours"].text == "Mo,Tu,Th,Fr 07:45-08:30")
    // Four weeks; Armistice Day is a Wednesday.
    #expect(json["window"]["days"].number == 16)
    #expect(json["window"]["days_certain"].number == 16)
    #expect(json["period"]["from"].text == "2026-11-02")
    #expect(json["period"]["to"].text == "2026-11-29")
    #expect(json["relays"].list.map { $0["state"].text } == ["open", "closed", "unknown"])
    #expect(json["budgets"][0]["covered_m"].number == 30)
  }

  @Test func theOutputsOfATimeAreThoseOfTheRelaysOpenThen() throws {
    let folder = try TemporaryFolder()
    try folder.write(SmallTown.streets.utf8, "streets.csv")
    try folder.write(Self.relays.utf8, "relays.csv")
    let outcome = try Tool.run(
      ["coverage"] + SmallTown.files + [
        "--distance", "15", "--at", "2026-11-23T08:00", "--out", "out", "--lang", "en",
      ], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("1\u{A0}relay open, 1\u{A0}of unknown hours, 1\u{A0}closed"))
    #expect(outcome.output.contains("up to"))
    #expect(outcome.errors.contains("Relays that give no opening hours: 1 of 3"))
    let gaps = String(decoding: try folder.read("out/gaps.csv"), as: UTF8.self)
    // 0…5 and 35…100 of rue A are one name but two runs; rue B and the island are whole.
    #expect(gaps.split(whereSeparator: \.isNewline).count == 5)
  }

  @Test func slipsAreMisuse() throws {
    for arguments in [
      ["--at", "yesterday"], ["--at", "2026-02-30T08:00"], ["--window", "nap"],
      ["--at", "2026-11-23T08:00", "--window", "morning"], ["--from", "2026-11-02"],
      ["--window", "morning", "--from", "2026-11-02"],
      ["--window", "morning", "--from", "2026-11-02", "--to", "2026-11-01"], ["--zone", "D"],
      ["--department", "99"],
    ] {
      let folder = try SmallTown.folder()
      let outcome = try Tool.run(
        ["coverage"] + SmallTown.files + ["--quiet"] + arguments, in: folder)
      #expect(outcome.status == 64, "\(arguments)")
      #expect(outcome.output == "")
    }
  }

  @Test func hoursThatCannotBeReadAreFindings() throws {
    let outcome = try coverage(
      "--at", "2026-11-23T08:00", "--strict", "--lang", "en",
      relays: "id;x;y;opening_hours\nR1;20;0;Mo-Fr 07:30-19:00 sometimes\u{202E}\n")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("“R1”: the opening hours “Mo-Fr 07:30-19:00 sometimes"))
    #expect(!outcome.errors.contains("\u{202E}"))
  }

  // MARK: A territory

  private func territory(_ configuration: String = "") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    #expect(
      try Tool.run("init", "town", "--name", "Ville", "--insee", "54395", "--quiet", in: folder)
        .status == 0)
    let file = "town/relais.yml"
    let text = String(decoding: try folder.read(file), as: UTF8.self)
    try folder.write(Array((text + configuration).utf8), file)
    try folder.write(SmallTown.osm.utf8, "town/sources/streets/town.osm")
    try folder.write(
      Array(
        """
        id;nom;lon;lat;horaires
        R1;Boulangerie;6,0001;48,0001;"Mo-Sa 07:00-19:00; PH off"
        R2;Mairie;6,0099;48,0001;Mo-Fr 09:00-12:00
        R3;Café;6,005;48,003;<img src=x onerror=alert(1)>
        R4;Bar;6,006;48,0001;

        """.utf8),
      "town/sources/adherents/relais.csv")
    return folder
  }

  @Test func aRunTellsWindowsAndWeek() throws {
    let folder = try territory()
    let outcome = try Tool.run("run", "town", "--json", "-", "--quiet", in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let summary = try outcome.json
    let windows = summary["windows"].list
    #expect(windows.count == 8)
    #expect(windows.first?["name"].text == "morning")
    #expect(summary["calendar"]["zone"].text == "B")
    #expect(summary["calendar"]["department"].text == "54")
    #expect(summary["period"]["from"].text?.hasSuffix("-09-01") == true)
    #expect(summary["week"]["hours"].list.count == 168)
    for window in windows {
      for (low, high) in zip(window["budgets"].list, window["budgets_if_unknown_open"].list) {
        #expect((low["streets_share"].number ?? 2) <= (high["streets_share"].number ?? -1))
      }
    }
    for name in ["windows.csv", "hours.csv"] {
      #expect(try folder.read("town/out/\(name)").starts(with: [0xEF, 0xBB, 0xBF]))
    }
    let again = try Tool.run("run", "town", "--json", "-", "--quiet", in: folder)
    #expect(again.bytes == outcome.bytes)
  }

  @Test func hostileHoursStayTextOnThePage() throws {
    let folder = try territory()
    #expect(try Tool.run("run", "town", "--quiet", in: folder).status == 0)
    let page = String(decoding: try folder.read("town/out/council.html"), as: UTF8.self)
    #expect(!page.contains("<img"))
    #expect(page.contains("&lt;img src=x"))
    #expect(page.contains("id=\"windows\""))
    #expect(page.contains("class=\"week\""))
    #expect(page.contains("id=\"week-table\""))
  }

  @Test func theConfigurationGivesWindowsPeriodAndWeek() throws {
    let folder = try territory(
      """
      zone: C
      windows:
        école: Lu-Ve 08:00-09:00
        mercredi: We 07:45-08:30,11:30-12:15
      period: { from: 2026-11-02, to: 2026-11-29 }
      week: 2026-11-18

      """)
    let summary = try Tool.run("run", "town", "--json", "-", "--quiet", in: folder).json
    #expect(summary["windows"].list.map { $0["name"].text } == ["école", "mercredi"])
    #expect(summary["windows"][1]["hours"].text == "We 07:45-08:30; We 11:30-12:15")
    #expect(summary["windows"].list.map { $0["days"].number } == [19, 3])
    #expect(summary["calendar"]["zone"].text == "C")
    #expect(summary["week"]["monday"].text == "2026-11-16")
    let one = try Tool.run(
      "coverage", "--territory", "town", "--window", "ECOLE", "--json", "-", "--quiet", in: folder)
    #expect(try one.json["window"]["name"].text == "école")
  }

  @Test(arguments: [
    "zone: D", "zone: [A]", "department: \"99\"", "period: 2026",
    "period: { from: 2026-11-02 }", "period: { from: 2026-11-02, to: 2026-11-01 }",
    "period: { from: 2026-11-02, till: 2026-11-01 }", "week: soon", "windows: [a]",
    "windows: { matin: 8 h }", "windows: { \"\": Mo 08:00-09:00 }",
  ])
  func slipsInTheConfigurationAreToldWithTheirLine(slip: String) throws {
    let folder = try territory(slip + "\n")
    let text = String(decoding: try folder.read("town/relais.yml"), as: UTF8.self)
    let line = text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
    let outcome = try Tool.run("run", "town", "--lang", "en", in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("line \(line)"), "\(outcome.errors)")
    let key = slip.prefix { $0 != ":" }
    #expect(outcome.errors.contains("“\(key)”"), "\(outcome.errors)")
  }

  @Test func yearsAddedToTheCalendarAreInputsOfTheRun() throws {
    let folder = try territory("period: { from: 2034-10-02, to: 2034-11-12 }\n")
    let before = try Tool.run("run", "town", "--json", "-", "--quiet", in: folder).json
    #expect(before["findings"]["school-calendar-unknown"].number == 1)
    #expect(before["windows"][0]["days_certain"].number == 0)
    try FileManager.default.createDirectory(
      atPath: folder.path("town/calendar"), withIntermediateDirectories: true)
    try folder.write(
      "zone;debut;reprise\nB;2034-07-08;2034-09-01\nB;2034-10-21;2034-11-06\nB;2034-12-23;soon\nB;2034-12-23;2035-01-08\n"
        .utf8, "town/calendar/2034.csv")
    let after = try Tool.run("run", "town", "--json", "-", "--quiet", in: folder).json
    #expect(after["findings"]["school-calendar-unknown"].isNull)
    // Four weeks of Mo, Tu, Th, Fr, of which All Saints' Day 2034 falls on a Wednesday in the
    // holidays.
    #expect(after["windows"][0]["days"].number == 16)
    #expect(after["windows"][0]["days_certain"].number == 16)
    let input = after["inputs"].list.first { $0["kind"].text == "calendar" }
    #expect(input?["rows"].number == 4)
    #expect(input?["rejected"].number == 1)
    #expect(try !folder.read("town/out/rejects/2034.csv.csv").isEmpty)
  }
}
