import Foundation
import RelaisTestSupport
import Testing

/// `init`, `import`, `run` and `relais.yml`.
@Suite struct TerritoryTests {
  private func territory() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    #expect(
      try Tool.run("init", "town", "--name", "Ville", "--insee", "54395", "--quiet", in: folder)
        .status == 0)
    try folder.write(SmallTown.osm.utf8, "town/sources/streets/town.osm")
    try folder.write(SmallTown.osmRelays.utf8, "town/sources/adherents/relais.csv")
    let boundary = """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"insee":"54395",\
      "nom":"Ville"},"geometry":{"type":"Polygon","coordinates":[[[5.99,47.99],[6.02,47.99],\
      [6.02,48.005],[5.99,48.005],[5.99,47.99]]]}}]}
      """
    try folder.write(boundary.utf8, "town/sources/boundary/commune.geojson")
    return folder
  }

  @Test func initMakesACommentedTerritoryOnce() throws {
    let folder = try TemporaryFolder()
    let made = try Tool.run("init", "ville d'été", "--name", "L'Haÿ \"les\" Roses: #1", in: folder)
    #expect(made.status == 0)
    #expect(made.output.contains("sources/streets"))
    let text = String(decoding: try folder.read("ville d'été/relais.yml"), as: UTF8.self)
    #expect(text.contains("# "))
    for key in ["name:", "insee:", "crs:", "budgets:", "connector:", "max_snap:", "buffer:"] {
      #expect(text.contains("\n" + key), "\(key)")
    }
    try folder.write(Array((text + "# mine\n").utf8), "ville d'été/relais.yml")
    let again = try Tool.run("init", "ville d'été", "--name", "X", in: folder)
    #expect(again.status == 1)
    #expect(again.errors.contains("ville d'été"))
    #expect(
      String(decoding: try folder.read("ville d'été/relais.yml"), as: UTF8.self).hasSuffix(
        "# mine\n"))
    // The file reads back as it was written, whatever the name.
    let run = try Tool.run("run", "ville d'été", "--lang", "en", in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("no streets"), "\(run.errors)")
  }

  @Test func aNameOfControlCharactersDoesNotSpoilTheConfiguration() throws {
    let folder = try TemporaryFolder()
    #expect(
      try Tool.run("init", "town", "--name", "A\u{1B}[31m\u{7}\nB\\", "--quiet", in: folder).status
        == 0)
    let run = try Tool.run("run", "town", "--lang", "en", in: folder)
    #expect(run.errors.contains("no streets"), "\(run.errors)")
  }

  @Test func aRunLeavesEverythingTheContractNames() throws {
    let folder = try territory()
    let outcome = try Tool.run("run", "town", "--json", "-", "--quiet", in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors == "")
    let names = Set(try FileManager.default.contentsOfDirectory(atPath: folder.path("town/out")))
    #expect(
      names.isSuperset(of: [
        "summary.json", "coverage.gpkg", "gaps.csv", "findings.csv", "rejects", "council.html",
      ]))
    #expect(names.filter { $0.hasPrefix(".") } == [".relais.json"])
    let summary = try JSON(folder.read("town/out/summary.json"))
    #expect(Array(outcome.bytes) == (try folder.read("town/out/summary.json")))
    #expect(summary["schema"].text == "relais.summary/1")
    #expect(summary["territory"]["name"].text == "Ville")
    #expect(summary["territory"]["insee"].text == "54395")
    #expect(summary["territory"]["crs"].text == "EPSG:2154")
    #expect(
      summary.keys.isSuperset(of: [
        "schema", "territory", "parameters", "inputs", "network", "budgets", "districts",
        "findings",
      ]), "\(summary.keys)")
    #expect(summary["budgets"].list.map { $0["distance_m"].number } == [300, 500])
    for input in summary["inputs"].list {
      let rows = input["rows"].number ?? -1
      #expect(rows == (input["taken"].number ?? 0) + (input["rejected"].number ?? 0))
      #expect(input["sha256"].text?.count == 64 || input["fingerprint"].text?.count == 64)
    }
    let files = summary["inputs"].list.compactMap { $0["file"].text }
    #expect(files.sorted() == ["commune.geojson", "relais.csv", "town.osm"])
    let streets = summary["inputs"].list.first { $0["file"].text == "town.osm" }
    #expect(streets?["rows"].number == 4)
    #expect(streets?["rejected"].number == 1)
    // The motorway is listed as left out by a rule; the bad relay as a defect.
    let rejects = try FileManager.default.contentsOfDirectory(
      atPath: folder.path("town/out/rejects"))
    #expect(rejects.sorted() == ["relais.csv.csv", "town.osm.csv"])
  }

  @Test func theBoundaryKeepsTheFiguresToTheTown() throws {
    let folder = try territory()
    let json = try Tool.run(
      "coverage", "--territory", "town", "--json", "-", "--quiet", in: folder
    ).json
    let all = try #require(json["network"]["length_m"].number)
    let inside = try #require(json["budgets"][0]["streets_m"].number)
    // The island street at 48.01° N, some 149 m, lies outside.
    #expect(abs(all - inside - 149.2) < 1)
  }

  @Test func twoRunsGiveTheSameBytesAndReadNoClock() throws {
    let folder = try territory()
    var runs: [[[UInt8]]] = []
    for _ in 0..<2 {
      #expect(try Tool.run("run", "town", "--quiet", in: folder).status == 0)
      runs.append(
        try ["summary.json", "coverage.gpkg", "gaps.csv", "council.html"].map {
          try folder.read("town/out/" + $0)
        })
      usleep(1_100_000)
    }
    #expect(runs[0] == runs[1])
  }

  @Test func theTerritoryIsFoundFromBelow() throws {
    let folder = try territory()
    let outcome = try Programs.run(
      Tool.path, ["coverage", "--json", "-", "--quiet"], in: folder.path("town/sources/streets"))
    #expect(outcome.status == 0)
    #expect(try outcome.json["schema"].text == "relais.coverage/1")
  }

  @Test func strictEndsARunWithTwoWhereRowsWereRejected() throws {
    let folder = try territory()
    #expect(try Tool.run("run", "town", "--strict", "--quiet", in: folder).status == 2)
  }

  @Test(
    arguments: [
      ("name: V\nbudget: [300]\n", 2, "budget"), ("name: V\n\n\nmax_snap: far\n", 4, "max_snap"),
      ("name: V\nbudgets: [300\n", 3, "YAML"), ("name: V\nname: W\n", nil, "name"),
      ("name: V\nbudgets: 300\n", 2, "budgets"), ("name: V\nbudgets: []\n", 2, "budgets"),
      ("name: V\nbudgets: [-5]\n", 2, "budgets"), ("name: V\nconnector: curved\n", 2, "connector"),
      ("name: V\ncrs: Lambert\n", 2, "crs"), ("name: V\nfiles:\n  roads: [a]\n", 3, "roads"),
      ("name: V\ncolumns:\n  - a\n", 3, "columns"), ("- a\n- b\n", nil, "YAML"),
      ("", nil, "relais.yml"),
      ("name: \u{1}\n", nil, "relais.yml"),
      ("name: V\ncolumns:\n  streets: NAME\n", 3, "columns"),
      ("name: V\nbuffer: .nan\n", 2, "buffer"), ("name: [a, b]\n", 1, "name"),
    ] as [(String, Int?, String)])
  func aSlipInTheConfigurationIsToldWithItsLine(text: String, line: Int?, word: String) throws {
    let folder = try territory()
    try folder.write(Array(text.utf8), "town/relais.yml")
    let outcome = try Tool.run("run", "town", "--lang", "en", in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("relais.yml"), "\(outcome.errors)")
    #expect(outcome.errors.contains(word), "\(outcome.errors)")
    if let line { #expect(outcome.errors.contains("line \(line)"), "\(outcome.errors)") }
    #expect(!FileManager.default.fileExists(atPath: folder.path("town/out/summary.json")))
  }

  @Test func importChecksAndPutsFilesInPlace() throws {
    let folder = try TemporaryFolder()
    #expect(try Tool.run("init", "town", "--name", "V", "--quiet", in: folder).status == 0)
    try folder.write(SmallTown.osm.utf8, "ville.osm")
    try folder.write(SmallTown.osmRelays.utf8, "relais.csv")
    let streets = try Tool.run(
      "import", "streets", "ville.osm", "--territory", "town", in: folder)
    #expect(streets.status == 0)
    #expect(streets.output.contains("ville.osm"))
    #expect(try folder.read("town/sources/streets/ville.osm") == Array(SmallTown.osm.utf8))
    let relays = try Tool.run(
      "import", "adherents", "relais.csv", "--territory", "town", "--strict", in: folder)
    #expect(relays.status == 2)
    #expect(try Tool.run("run", "town", "--quiet", in: folder).status == 0)
  }

  @Test func importSaysOfEveryKindWhatWasTaken() throws {
    let folder = try TemporaryFolder()
    #expect(try Tool.run("init", "town", "--name", "V", "--quiet", in: folder).status == 0)
    let ring =
      #""geometry":{"type":"Polygon","coordinates":[[[6,48],[6.01,48],[6.01,48.01],[6,48]]]}"#
    func area(_ properties: String) -> String {
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"#
        + properties + "}," + ring + "}]}"
    }
    let files = [
      (
        "schools", "ecoles.csv",
        "numero_uai;nom;type;lon;lat\n0540001A;A;Ecole elementaire;6;48\n0540002B;B;Ecole elementaire;x;48\n"
      ),
      (
        "population", "carreaux.csv",
        "idcar_200m;ind_0_3;ind_4_5;ind_6_10;ind_11_17\nCRS3035RES200mN2800000E4000000;1;1;2;3\nx;1;1;1;1\n"
      ),
      ("catchments", "secteurs.geojson", area(#""uai":"0540001A""#)),
      ("priority-areas", "qpv.geojson", area(#""nom_qp":"Haut""#)),
      ("districts", "quartiers.geojson", area(#""nom":"Centre""#)),
    ]
    for (kind, name, text) in files {
      try folder.write(text.utf8, name)
      let outcome = try Tool.run(
        "import", kind, name, "--territory", "town", "--strict", "--lang", "en", in: folder)
      let told =
        name.hasSuffix(".csv")
        ? "rows read: 2; taken: 1; left out: 1" : "rows read: 1; taken: 1; left out: 0"
      #expect(outcome.output.contains(told), "\(kind): \(outcome.output)\(outcome.errors)")
      #expect(outcome.output.contains("Put into sources/\(kind)/\(name)"))
      #expect(outcome.status == (name.hasSuffix(".csv") ? 2 : 0))
    }
  }

  @Test func importRefusesWhatItCannotReadAndKeepsNothingOfIt() throws {
    let folder = try TemporaryFolder()
    #expect(try Tool.run("init", "town", "--name", "V", "--quiet", in: folder).status == 0)
    try folder.write(Array("<html/>".utf8), "page.osm")
    for arguments in [
      ["streets", "page.osm"], ["streets", "nowhere.osm"], ["schools", "nowhere.csv"],
    ] {
      let outcome = try Tool.run(
        ["import"] + arguments + ["--territory", "town", "--lang", "en"], in: folder)
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains(arguments[1]))
      #expect(!outcome.errors.contains("Error Domain"), "\(outcome.errors)")
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("town/sources/streets"))
        == [])
  }

  @Test func twoFilesOfOneNameAreBothKept() throws {
    let folder = try TemporaryFolder()
    #expect(try Tool.run("init", "town", "--name", "V", "--quiet", in: folder).status == 0)
    for (name, text) in [("a", "id,lon,lat\nR1,6,48\n"), ("b", "id,lon,lat\nR2,6,48\n")] {
      try FileManager.default.createDirectory(
        atPath: folder.path(name), withIntermediateDirectories: false)
      try folder.write(Array(text.utf8), name + "/relais.csv")
    }
    #expect(
      try Tool.run(
        "import", "adherents", "a/relais.csv", "b/relais.csv", "--territory", "town", "--quiet",
        in: folder
      ).status == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("town/sources/adherents"))
        .count == 2)
  }
}
