import Foundation
import RelaisFormats
import RelaisGeo
import RelaisTestSupport
import Testing

/// What `relais run` leaves for the apprentice.
@Suite struct ProspectionInRunTests {
  /// The small town on earth with shops: on rue A's far half, beside it, and on rue B.
  private func territory(candidates: Bool = true) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    #expect(
      try Tool.run("init", "town", "--name", "Ville", "--quiet", in: folder).status == 0)
    try folder.write(SmallTown.osm.utf8, "town/sources/streets/town.osm")
    try folder.write(SmallTown.osmRelays.utf8, "town/sources/adherents/relais.csv")
    if candidates {
      try folder.write(
        """
        id,nom,lon,lat,horaires,acceptance
        C1,Pharmacie,6.008,48.0001,Mo-Sa 07:30-19:30,1
        C2,=Presse,6.0079,48.0001,,1
        C3,Librairie,6.005,48.003,Tu-Sa 10:00-19:00,1

        """.utf8, "town/sources/candidates/commerces.csv")
    }
    return folder
  }

  private func names(in folder: TemporaryFolder) throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: folder.path("town/out")))
  }

  @Test func aRunNamesTheDoors() throws {
    let folder = try territory()
    let outcome = try Tool.run("run", "town", in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("nouveaux relais"))
    let summary = try JSON(folder.read("town/out/summary.json"))["prospection"]
    #expect(summary["candidates"].number == 3)
    // rue B alone gives 300 m and what the crossing leaves; C2 lies 7 m nearer to it than C1.
    #expect(summary["selected"].list.compactMap { $0["id"].text }.sorted() == ["C2", "C3"])
    #expect(summary["objective"].number == summary["upper_bound"].number)
    // The other budget of a new territory, where the same doors leave less.
    let further = summary["further_budgets"].list
    #expect(further.map { $0["distance_m"].number } == [500])
    let covered = further[0]["curve"].list.compactMap { $0["covered"].number }
    let atMain = summary["curve"].list.compactMap { $0["covered"].number }
    #expect(zip(covered, atMain).allSatisfy { $0 >= $1 } && covered[0] > atMain[0])
    #expect(further[0]["targets"].list.count == 3)
    let council = String(decoding: try folder.read("town/out/council.html"), as: UTF8.self)
    #expect(council.contains("recruits-table-2") && council.contains("recruits-chart-2"))
    let prospects = String(decoding: try folder.read("town/out/prospects.csv"), as: UTF8.self)
    #expect(prospects.contains("'=Presse"))
    #expect(prospects.contains("de rues qui n’en ont pas"))
    let first = summary["selected"].list[0]
    #expect(first["reasons"]["newly_covered_m"].number == first["gain"].number)
    #expect(first["alternatives"].list.map { $0["id"].text } == ["C1"])
    #expect(summary["start"]["found"].text == "middle")
    #expect(summary["start"]["name"].text == "Boulangerie")
    let doors = summary["rounds"].list.flatMap { $0["doors"].list.compactMap(\.text) }
    #expect(doors.sorted() == ["C2", "C3"])
    let page = String(decoding: try folder.read("town/out/apprentice.html"), as: UTF8.self)
    #expect(page.contains("=Presse") && page.contains("Librairie"))
    #expect(page.contains("relais adherents visit C2 --outcome"))
  }

  @Test func aRoundIsAFileForThePhone() throws {
    let folder = try territory()
    #expect(try Tool.run("run", "town", "--quiet", in: folder).status == 0)
    let gpx = String(decoding: try folder.read("town/out/rounds/round-1.gpx"), as: UTF8.self)
    #expect(gpx.components(separatedBy: "<wpt").count == 4)
    #expect(gpx.contains("=Presse</name>"))
    let rounds = try JSON(folder.read("town/out/rounds.geojson"))["features"].list
    #expect(rounds.map { $0["geometry"]["type"].text } == ["LineString", "Point", "Point"])
    // A round that is no longer there does not stay.
    try folder.write(gpx.utf8, "town/out/rounds/round-9.gpx")
    let list = String(decoding: try folder.read("town/out/.relais.json"), as: UTF8.self)
    try folder.write(
      list.replacing("round-1.gpx\"", with: "round-1.gpx\",\"rounds/round-9.gpx\"").utf8,
      "town/out/.relais.json")
    #expect(try Tool.run("run", "town", "--quiet", in: folder).status == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("town/out/rounds"))
        == ["round-1.gpx"])
  }

  @Test func roundsStartWhereTheConfigurationSays() throws {
    let folder = try territory()
    let plain = String(decoding: try folder.read("town/relais.yml"), as: UTF8.self)
    try folder.write(
      (plain + "prospect: { count: 1, start: \"6.005, 48.0\", round_minutes: 30 }\n").utf8,
      "town/relais.yml")
    let json = try Tool.run("run", "town", "--json", "-", "--quiet", in: folder).json["prospection"]
    #expect(json["selected"].list.count == 1)
    #expect(json["start"]["found"].text == "configured")
    #expect(json["start"]["x"].number == 6.005)
    let round = json["rounds"].list[0]
    #expect((round["minutes"].number ?? 99) <= 30)
    try folder.write((plain + "prospect: { start: nulle part }\n").utf8, "town/relais.yml")
    let lost = try Tool.run("run", "town", in: folder)
    #expect(lost.status == 1)
    #expect(lost.errors.contains("nulle part"))
  }

  @Test func prospectLeavesTheSameFiles() throws {
    let folder = try territory()
    let outcome = try Tool.run(
      "prospect", "--count", "2", "--territory", "town", "--out", "doors", "--lang", "en",
      in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("of streets that have none"))
    #expect(outcome.output.contains("if refused: Pharmacie (C1)"))
    #expect(outcome.output.contains("Round 1: 2"))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("doors"))
    #expect(
      Set(names).isSuperset(of: [
        "prospects.csv", "prospects.gpkg", "apprentice.html", "rounds", "rounds.geojson",
        "findings.csv",
      ]))
  }

  @Test func theLayerSaysWhatTheSpreadsheetSays() throws {
    let folder = try territory()
    try folder.write(
      """
      id,nom,lon,lat,acceptance
      C1,Pharmacie,6.008,48.0001,0.5
      C2,Presse,6.0079,48.0001,0.25
      C3,Librairie,6.005,48.003,1

      """.utf8, "town/sources/candidates/commerces.csv")
    let outcome = try Tool.run(
      "prospect", "--count", "2", "--territory", "town", "--out", "doors", "--json", "doors.json",
      in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let json = try JSON(folder.read("doors.json"))
    #expect(json["measure"].text == "expected")
    let reader = try GeoPackageReader(path: folder.path("doors/prospects.gpkg"))
    let features = try reader.read(reader.layer(named: "prospects")).features
    func number(_ feature: Feature, _ column: String) -> Double? {
      switch feature.attributes[column] {
      case .real(let value): value
      case .integer(let value): Double(value)
      default: nil
      }
    }
    let ranked = features.filter { number($0, "rank") != nil }
    #expect(ranked.count == 2)
    let likelihoods = ["C1": 0.5, "C2": 0.25, "C3": 1]
    for (feature, pick) in zip(ranked, json["selected"].list) {
      #expect(feature.attributes["id"]?.text == pick["id"].text)
      #expect(number(feature, "gain_m") == pick["gain"].number)
      #expect(number(feature, "cumulative_m") == pick["cumulative"].number)
      #expect(number(feature, "gain_if_yes_m") == pick["gain_if_yes"].number)
      #expect(number(feature, "acceptance") == likelihoods[pick["id"].text ?? ""])
    }
    let instead = try #require(features.first { number($0, "rank") == nil })
    let alone = try #require(
      json["candidates"].list.first { $0["id"].text == instead.attributes["id"]?.text })
    #expect(number(instead, "gain_m") == alone["gain"].number)
    #expect(number(instead, "gain_if_yes_m") == alone["gain_if_yes"].number)
    let csv = String(decoding: try folder.read("doors/prospects.csv"), as: UTF8.self)
    #expect(csv.contains(";acceptation;gain si oui (m)\r\n"))
  }

  @Test func minutesOfARoundHaveOneDecimal() throws {
    let folder = try territory()
    #expect(try Tool.run("run", "town", "--quiet", in: folder).status == 0)
    let round = try JSON(folder.read("town/out/rounds.geojson"))["features"][0]["properties"]
    let summary = try JSON(folder.read("town/out/summary.json"))["prospection"]["rounds"][0]
    for name in ["minutes", "minutes_if_refused"] {
      #expect(round[name].number == summary[name].number)
    }
  }

  @Test func withoutACandidateProspectSaysWhereToPutThem() throws {
    let folder = try territory(candidates: false)
    func prospect() throws -> Programs.Outcome {
      try Tool.run("prospect", "--count", "2", "--territory", "town", "--lang", "en", in: folder)
    }
    let none = try prospect()
    #expect(none.status == 0)
    #expect(none.output.contains("No candidate") && !none.output.contains("proven"))
    #expect(none.errors.contains("sources/candidates/"), "\(none.errors)")
    // All of a kind that is not asked.
    try folder.write(
      "id,nom,lon,lat,categorie\nB1,Bar,6.008,48.0001,bar\n".utf8,
      "town/sources/candidates/bars.csv")
    let bars = try prospect()
    #expect(bars.status == 0)
    #expect(bars.errors.contains("candidates_left_out.csv"), "\(bars.errors)")
  }

  @Test func withoutCandidatesNothingIsLeftOfAnEarlierRun() throws {
    let folder = try territory()
    #expect(try Tool.run("run", "town", "--quiet", in: folder).status == 0)
    #expect(try names(in: folder).contains("prospects.csv"))
    try FileManager.default.removeItem(atPath: folder.path("town/sources/candidates/commerces.csv"))
    let outcome = try Tool.run("run", "town", in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("portes pousser"))
    #expect(try names(in: folder).isDisjoint(with: ["prospects.csv", "rounds.geojson"]))
    #expect(!FileManager.default.fileExists(atPath: folder.path("town/out/rounds")))
    #expect(try JSON(folder.read("town/out/summary.json"))["prospection"].isNull)
  }

  @Test(arguments: [
    "count: 0", "count: many", "start: [6, 48]", "round_minutes: 5", "speed: 4",
    "walking_speed: 40",
  ])
  func aSlipUnderProspectIsToldWithItsLine(text: String) throws {
    let folder = try territory()
    var configuration = String(decoding: try folder.read("town/relais.yml"), as: UTF8.self)
    let line = configuration.split(separator: "\n", omittingEmptySubsequences: false).count
    configuration += "prospect: { \(text) }\n"
    try folder.write(configuration.utf8, "town/relais.yml")
    let outcome = try Tool.run("run", "town", in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("\(line)"), "\(outcome.errors)")
    #expect(outcome.errors.contains(text.prefix { $0 != ":" }), "\(outcome.errors)")
  }
}
