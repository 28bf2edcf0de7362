import Foundation
import RelaisTestSupport
import Testing

/// What a metre of street counts for: profiles, priority areas, hours; their figures worked by hand.
@Suite struct DemandCommandTests {
  /// C1 on rue B at 40 m, C2 on rue A at 95 m; at 30 m without relays they reach 60 m of rue B, and 35 m of rue A
  /// (weight 2) with 25 m of rue B.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(SmallTown.streets.utf8, "streets.csv")
    try folder.write("id,x,y\n".utf8, "relays.csv")
    try folder.write(
      "id,x,y,opening_hours\nC1,100,40,\nC2,95,0,Mo-Fr 07:00-19:00\n".utf8, "candidates.csv")
    // 12 homes at the north end of rue B go to school at its south end.
    try folder.write("id,x,y\nS1,100,0\n".utf8, "schools.csv")
    let homes = (0..<12).map { "H\($0),100,80" }.joined(separator: "\n")
    try folder.write("id,x,y\n\(homes)\n".utf8, "homes.csv")
    try folder.write(
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"nom":"QP"},
      "geometry":{"type":"Polygon","coordinates":[[[-10,-10],[80,-10],[80,10],[-10,10],[-10,-10]]]}}]}
      """.utf8, "qpv.geojson")
    return folder
  }

  private func gains(_ more: [String], in folder: TemporaryFolder) throws -> [Double?] {
    let outcome = try prospect(more, in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try outcome.json["candidates"].list.map { $0["gain"].number }
  }

  private func prospect(
    _ more: [String], in folder: TemporaryFolder
  ) throws -> Programs.Outcome {
    try Tool.run(
      ["prospect"] + SmallTown.files
        + ["--candidates", "candidates.csv", "--distance", "30", "--count", "1", "--json", "-"]
        + more, in: folder)
  }

  private let places = ["--schools", "schools.csv", "--addresses", "homes.csv"]

  @Test func aProfileWeighsChildrenAndPriorityAreas() throws {
    let folder = try folder()
    #expect(try gains([], in: folder) == [60, 95])
    #expect(try gains(["--profile", "streets"], in: folder) == [60, 95])
    // Twelve children on all of rue B.
    #expect(try gains(["--profile", "children"] + places, in: folder) == [720, 300])
    // A tenth each: 60 × 2.2; 35 × 2 + 25 × 2.2.
    #expect(try gains(["--profile", "mixed"] + places, in: folder) == [132, 125])
    // Of rue A 65…80 lies in the area: 15 × 2 more.
    let priority = ["--profile", "mixed", "--priority-areas", "qpv.geojson"] + places
    #expect(try gains(priority, in: folder) == [132, 155])
    let json = try prospect(priority, in: folder).json
    #expect(json["profile"]["children"].number == 0.1)
    #expect(json["profile"]["priority"].number == 2)
    #expect(json["selected"][0]["id"].text == "C2")
  }

  @Test func aProfileOfChildrenNeedsSchools() throws {
    let folder = try folder()
    let outcome = try prospect(["--profile", "children"], in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("--schools"))
    // Streets and areas count without them, and what is missing is said.
    let mixed = try prospect(["--profile", "mixed", "--lang", "en"], in: folder)
    #expect(mixed.status == 0)
    #expect(mixed.errors.contains("schools"))
    #expect(try prospect(["--profile", "shops"], in: folder).status == 64)
  }

  @Test func homesThatDoNotCountAreToldAsOfRoutes() throws {
    let folder = try folder()
    // One outside the boundary, one in it and far from any street.
    try folder.write("id,x,y\nH1,100,80\nH2,100,90\nH3,700,50\n".utf8, "homes.csv")
    try folder.write(
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"nom":"Ville"},
      "geometry":{"type":"Polygon","coordinates":[[[-10,-10],[900,-10],[900,85],[-10,85],[-10,-10]]]}}]}
      """.utf8, "town.geojson")
    let told = ["--boundary", "town.geojson", "--lang", "en", "--out", "out", "--strict"] + places
    func ofHomes(_ outcome: Programs.Outcome) throws -> [Substring] {
      #expect(outcome.status == 2, "\(outcome.errors)")
      let rows = String(decoding: try folder.read("out/findings.csv"), as: UTF8.self)
        .split(separator: "\r\n").filter { $0.hasPrefix("homes-") }
      return rows + outcome.errors.split(separator: "\n").filter { $0.contains("Addresses") }
    }
    let routes = try ofHomes(
      Tool.run(["routes"] + SmallTown.files + ["--distance", "30"] + told, in: folder))
    #expect(routes.count == 4, "\(routes)")
    for profile in ["children", "mixed"] {
      #expect(try ofHomes(prospect(["--profile", profile] + told, in: folder)) == routes)
    }
  }

  @Test func inAWindowOnlyCandidatesOpenForCertainCount() throws {
    let folder = try folder()
    let json = try prospect(["--at", "2026-11-23T08:00"], in: folder).json
    #expect(json["at"].text == "2026-11-23T08:00")
    #expect(json["candidates"].list.map { $0["gain"].number } == [0, 95])
    #expect(json["candidates_open"].number == 1)
    #expect(json["candidates_unknown"].number == 1)
    #expect(json["objective_if_unknown_open"].number == 95)
    #expect(json["covered_before_if_unknown_open"].number == 0)
    // At night nobody is.
    let night = try prospect(["--at", "2026-11-23T22:00"], in: folder).json
    #expect(night["objective"].number == 0)
    let spoken = try Tool.run(
      ["prospect"] + SmallTown.files
        + [
          "--candidates", "candidates.csv", "--distance", "30", "--count", "1", "--window", "matin",
          "--profile", "mixed", "--lang", "fr",
        ] + places, in: folder)
    #expect(spoken.status == 0, "\(spoken.errors)")
    #expect(spoken.output.contains("Un mètre compte"))
    #expect(spoken.output.contains("d’horaires inconnus"))
  }

  // MARK: A territory

  private func territory(_ demand: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    _ = try Tool.run("init", "town", "--name", "Town", in: folder)
    for (kind, text) in [
      ("streets", SmallTown.osm), ("candidates", "id;lon;lat\nC1;6,001;48,0\nC2;6,005;48,0035\n"),
      (
        "priority-areas",
        """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"nom_qp":"Le Haut"},
        "geometry":{"type":"Polygon","coordinates":[[[6.004,48.001],[6.006,48.001],[6.006,48.005],\
        [6.004,48.005],[6.004,48.001]]]}}]}
        """
      ),
    ] {
      try folder.write(
        text.utf8,
        "town/sources/\(kind)/a.\(kind == "streets" ? "osm" : kind == "candidates" ? "csv" : "geojson")"
      )
    }
    let file = "town/relais.yml"
    let text = String(decoding: try folder.read(file), as: UTF8.self)
    try folder.write((text + demand).utf8, file)
    return folder
  }

  @Test func aTerritorySaysWhatItsStreetsCountFor() throws {
    let folder = try territory("\ndemand: { street: 1, priority: 10 }\n")
    let outcome = try Tool.run("run", "town", "--json", "-", "--quiet", in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let summary = try outcome.json
    let area = summary["priority_areas"][0]
    #expect(area["name"].text == "Le Haut")
    // Rue B from 48.001 to 48.004.
    let metres = try #require(area["streets_m"].number)
    #expect(abs(metres - 333.6) < 1)
    #expect(area["budgets"][0]["streets_covered_m"].number == 0)
    #expect(summary["prospection"]["profile"]["priority"].number == 10)
    #expect(summary["prospection"]["selected"][0]["id"].text == "C2")
    let page = String(decoding: try folder.read("town/out/council.html"), as: UTF8.self)
    #expect(page.contains("Le Haut"))
    // The command takes it too, unless told otherwise.
    func first(_ more: [String]) throws -> String? {
      try Tool.run(
        ["prospect", "--territory", "town", "--count", "1", "--json", "-", "--quiet"] + more,
        in: folder
      ).json["selected"][0]["id"].text
    }
    #expect(try first([]) == "C2")
    #expect(try first(["--profile", "streets"]) == "C1")
  }

  @Test(arguments: [
    "demand: 3", "demand: { streets: 1 }", "demand: { street: -1 }", "demand: { street: 0 }",
    "demand: { children: many }",
  ])
  func aSlipInTheDemandIsToldWithItsLine(text: String) throws {
    let folder = try territory("\n\(text)\n")
    let outcome = try Tool.run("run", "town", "--quiet", in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("relais.yml"), "\(outcome.errors)")
  }
}
