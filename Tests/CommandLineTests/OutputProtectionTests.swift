import Foundation
import RelaisTestSupport
import Testing

/// Outputs belong to the run that made them: nothing else is replaced, removed or followed.
@Suite struct OutputProtectionTests {
  /// A territory with a district table and schools, and one without: what a run makes of the first it
  /// must take back for the second.
  private func territory() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for kind in ["streets", "adherents", "districts"] {
      try FileManager.default.createDirectory(
        atPath: folder.path("town/sources/" + kind), withIntermediateDirectories: true)
    }
    try folder.write("name: Bourg\nbudgets: [100]\n".utf8, "town/relais.yml")
    try folder.write(SmallTown.osm.utf8, "town/sources/streets/town.osm")
    try folder.write(SmallTown.osmRelays.utf8, "town/sources/adherents/relays.csv")
    try folder.write(
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"nom":"Centre"},
      "geometry":{"type":"Polygon","coordinates":[[[5.9,47.9],[6.1,47.9],[6.1,48.1],[5.9,48.1],[5.9,47.9]]]}}]}
      """.utf8, "town/sources/districts/districts.geojson")
    return folder
  }

  private func run(_ more: [String] = [], in folder: TemporaryFolder) throws -> Programs.Outcome {
    try Tool.run(["run", "town", "--quiet", "--lang", "en"] + more, in: folder)
  }

  private func exists(_ name: String, in folder: TemporaryFolder) -> Bool {
    FileManager.default.fileExists(atPath: folder.path(name))
  }

  @Test func aRunRemovesWhatAnEarlierOneMadeAndItDoesNot() throws {
    let folder = try territory()
    #expect(try run(in: folder).status == 0)
    #expect(exists("town/out/districts.csv", in: folder))
    let list = try JSON(folder.read("town/out/.relais.json"))
    #expect(list["schema"].text == "relais.outputs/1")
    let names = list["files"].list.compactMap(\.text)
    #expect(names.contains("districts.csv") && names.contains("council.html"))
    #expect(names == names.sorted())
    try folder.write("mine".utf8, "town/out/notes.csv")
    try FileManager.default.removeItem(
      atPath: folder.path("town/sources/districts/districts.geojson"))
    #expect(try run(in: folder).status == 0)
    #expect(!exists("town/out/districts.csv", in: folder))
    #expect(try folder.read("town/out/notes.csv") == Array("mine".utf8))
  }

  @Test func whatAPersonKeepsInAFolderIsRefusedAndNothingIsWritten() throws {
    let folder = try territory()
    try folder.write("mine".utf8, "gaps.csv")
    try folder.write("mine".utf8, "schools.csv")
    let outcome = try run(["--out", "."], in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("./gaps.csv"))
    #expect(try folder.names == ["gaps.csv", "schools.csv", "town"])
    #expect(try folder.read("gaps.csv") == Array("mine".utf8))
    try FileManager.default.removeItem(atPath: folder.path("gaps.csv"))
    // What a run does not make is left where it is.
    #expect(try run(["--out", "."], in: folder).status == 0)
    #expect(try folder.read("schools.csv") == Array("mine".utf8))
    #expect(try run(["--out", "."], in: folder).status == 0)
    #expect(try folder.read("schools.csv") == Array("mine".utf8))
  }

  @Test func aFolderOfResultsFromBeforeTheListIsTheTerritorysOwn() throws {
    let folder = try territory()
    try FileManager.default.createDirectory(
      atPath: folder.path("town/out/schools"), withIntermediateDirectories: true)
    try folder.write("old".utf8, "town/out/gaps.csv")
    try folder.write("old".utf8, "town/out/trend.csv")
    try folder.write("old".utf8, "town/out/schools/1-x.html")
    try folder.write("mine".utf8, "town/out/other.txt")
    #expect(try run(in: folder).status == 0)
    #expect(try folder.read("town/out/gaps.csv") != Array("old".utf8))
    #expect(!exists("town/out/trend.csv", in: folder))
    #expect(!exists("town/out/schools", in: folder))
    #expect(exists("town/out/other.txt", in: folder))
  }

  @Test func linksAreNotFollowed() throws {
    let folder = try territory()
    try folder.write("mine".utf8, "elsewhere.csv")
    try FileManager.default.createDirectory(
      atPath: folder.path("town/out"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("town/out/gaps.csv"), withDestinationPath: folder.path("elsewhere.csv"))
    let outcome = try run(in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("gaps.csv"))
    #expect(try folder.read("elsewhere.csv") == Array("mine".utf8))
    let json = folder.path("link.json")
    try FileManager.default.createSymbolicLink(
      atPath: json, withDestinationPath: folder.path("elsewhere.csv"))
    try FileManager.default.removeItem(atPath: folder.path("town/out/gaps.csv"))
    #expect(try run(["--json", "link.json"], in: folder).status == 1)
    #expect(try folder.read("elsewhere.csv") == Array("mine".utf8))
  }

  @Test func aListLeadsToNoFileElsewhere() throws {
    let folder = try territory()
    try FileManager.default.createDirectory(
      atPath: folder.path("town/out"), withIntermediateDirectories: true)
    try folder.write("mine".utf8, "gaps.csv")
    try folder.write("mine".utf8, "town/notes.html")
    try folder.write(
      #"{"schema":"relais.outputs/1","files":["../../gaps.csv","../notes.html","trend.csv","a/b/c.csv"]}"#
        .utf8, "town/out/.relais.json")
    try folder.write("old".utf8, "town/out/trend.csv")
    #expect(try run(in: folder).status == 0)
    #expect(try folder.read("gaps.csv") == Array("mine".utf8))
    #expect(try folder.read("town/notes.html") == Array("mine".utf8))
    #expect(!exists("town/out/trend.csv", in: folder))
  }

  @Test(arguments: [
    (["coverage"] + SmallTown.files + ["--json", "relays.csv"], "relays.csv"),
    (["coverage"] + SmallTown.files + ["--json", "./streets.csv"], "streets.csv"),
    (["check", "relays.csv", "--json", "relays.csv"], "relays.csv"),
    (["hours", "--file", "relays.csv", "--csv", "relays.csv"], "relays.csv"),
    (["run", "town", "--json", "town/relais.yml"], "town/relais.yml"),
    (["run", "town", "--json", "town/sources/streets/town.osm"], "town/sources/streets/town.osm"),
    (["coverage"] + SmallTown.files + ["--json", "town/relais.yml"], "town/relais.yml"),
    (["coverage"] + SmallTown.files + ["--json", "letter.txt"], "letter.txt"),
    (["coverage"] + SmallTown.files + ["--out", "town/sources/adherents"], "town/relais.yml"),
  ])
  func anInputOrSomebodysFileIsNeverReplaced(arguments: [String], file: String) throws {
    let folder = try territory()
    try folder.write(SmallTown.streets.utf8, "streets.csv")
    try folder.write(SmallTown.relays.utf8, "relays.csv")
    try folder.write("Dear council\n".utf8, "letter.txt")
    let before = try folder.read(file)
    let outcome = try Tool.run(arguments + ["--lang", "en"], in: folder)
    #expect(outcome.status == 1)
    #expect(try folder.read(file) == before)
    #expect(outcome.errors.contains("not replaced") || outcome.errors.contains("would be read"))
  }

  @Test func theSameResultOfAnEarlierDayIsReplaced() throws {
    let folder = try SmallTown.folder()
    for command in [["--distance", "300"], ["--distance", "50"]] {
      #expect(
        try Tool.run(
          ["coverage"] + SmallTown.files + ["--quiet", "--json", "a.json"] + command, in: folder
        ).status == 0)
    }
    #expect(try JSON(folder.read("a.json"))["budgets"][0]["distance_m"].number == 50)
    #expect(
      try Tool.run(["coverage"] + SmallTown.files + ["--json", "/dev/null"], in: folder).status == 0
    )
    var status = stat()
    #expect(stat("/dev/null", &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFCHR)
  }

  @Test func aCopyOfTheRegistryReplacesNothingButACopy() throws {
    let folder = try territory()
    #expect(
      try Tool.run(
        "adherents", "import", "town/sources/adherents/relays.csv", "--territory", "town",
        "--quiet", in: folder
      ).status == 0)
    for file in ["town/relais.yml", "town/sources/streets/town.osm", "town/registry.gpkg"] {
      let before = try folder.read(file)
      let outcome = try Tool.run("backup", file, "--territory", "town", in: folder)
      #expect(outcome.status == 1)
      #expect(try folder.read(file) == before)
    }
    for _ in 1...2 {
      #expect(
        try Tool.run("backup", "copy.gpkg", "--territory", "town", "--quiet", in: folder).status
          == 0)
    }
  }
}
