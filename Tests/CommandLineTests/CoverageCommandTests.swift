import RelaisTestSupport
import Testing

/// `relais coverage` on plain files, its figures worked by hand.
@Suite struct CoverageCommandTests {
  private func coverage(
    _ more: [String], streets: String = SmallTown.streets, relays: String = SmallTown.relays
  ) throws -> Programs.Outcome {
    let folder = try TemporaryFolder()
    try folder.write(streets.utf8, "streets.csv")
    try folder.write(relays.utf8, "relays.csv")
    return try Tool.run(["coverage"] + SmallTown.files + more, in: folder)
  }

  @Test func figuresAreThoseWorkedByHand() throws {
    let outcome = try coverage(["--distance", "30", "--json", "-", "--quiet"])
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let json = try outcome.json
    #expect(json["schema"].text == "relais.coverage/1")
    #expect(json["crs"].text == "local")
    #expect(json["network"]["nodes"].number == 5)
    #expect(json["network"]["edges"].number == 3)
    #expect(json["network"]["length_m"].number == 230)
    #expect(json["network"]["components"].number == 2)
    #expect(json["relays"].list.count == 2)
    #expect(json["relays"][0]["id"].text == "R1")
    #expect(json["relays"][0]["edge"].text == "a")
    #expect(json["relays"][0]["offset_m"].number == 40)
    #expect(json["relays"][0]["connector_m"].number == 10)
    #expect(json["relays"][0]["attached"].bool == true)
    #expect(json["relays"][1]["attached"].bool == false)
    #expect(json["relays"][1]["edge"].isNull)
    let budget = json["budgets"][0]
    // 10 m of connector leave 20 m each way: 20…60 of rue A.
    #expect(budget["distance_m"].number == 30)
    #expect(budget["covered_m"].number == 40)
    #expect(budget["uncovered_m"].number == 190)
    #expect(abs((budget["share"].number ?? 0) - 40.0 / 230) < 1e-9)
    #expect(budget["covered_weight"].number == 80)
    #expect(budget["streets_m"].number == 230)
    #expect(budget["streets_covered_m"].number == 40)
    #expect(abs((budget["streets_share"].number ?? 0) - 40.0 / 230) < 1e-9)
    #expect(budget["edges_covered"].number == 0)
    #expect(budget["edges_partly"].number == 1)
    #expect(budget["edges_uncovered"].number == 2)
    #expect(json["edges"].isNull)
  }

  @Test func edgesListTheirCoveredIntervals() throws {
    let json = try coverage([
      "--distance", "30", "--distance", "75.5", "--edges", "--json", "-", "--quiet",
    ]).json
    #expect(json["budgets"].list.map { $0["distance_m"].number } == [30, 75.5])
    #expect(json["edges"].list.map { $0["id"].text } == ["a", "b", "i"])
    #expect(json["edges"].list.map { $0["length_m"].number } == [100, 80, 50])
    #expect(json["edges"][0]["covered"]["30"].pairs == [[20, 60]])
    // 65.5 m left on the street: all of rue A, and 5.5 m of rue B beyond its 60 m.
    #expect(json["edges"][0]["covered"]["75.5"].pairs == [[0, 100]])
    #expect(json["edges"][1]["covered"]["75.5"].pairs == [[0, 5.5]])
    #expect(json["edges"][1]["covered"]["30"].pairs == [])
    #expect(json["edges"][2]["covered"].keys == ["30", "75.5"])
  }

  @Test func theConnectorIsLeftOutWhenAsked() throws {
    let json = try coverage([
      "--distance", "30", "--connector", "none", "--edges", "--json", "-", "--quiet",
    ]).json
    #expect(json["edges"][0]["covered"]["30"].pairs == [[10, 70]])
    #expect(json["relays"][0]["connector_m"].number == 10)
  }

  @Test func theMaximumSnapAttachesOrNot() throws {
    func attached(_ metres: String) throws -> [Bool?] {
      try coverage(["--max-snap", metres, "--json", "-", "--quiet"]).json["relays"].list.map {
        $0["attached"].bool
      }
    }
    #expect(try attached("9.999") == [false, false])
    #expect(try attached("10") == [true, false])
    // R2 lies 200 m from the island.
    #expect(try attached("199.999") == [true, false])
    #expect(try attached("200.1") == [true, true])
  }

  @Test func theStandardDistancesAre300And500() throws {
    let json = try coverage(["--json", "-", "--quiet"]).json
    #expect(json["budgets"].list.map { $0["distance_m"].number } == [300, 500])
  }

  @Test func everyKeyOfTheContractIsThere() throws {
    let json = try coverage(["--json", "-", "--quiet", "--edges"]).json
    #expect(
      json.keys.isSuperset(of: ["schema", "crs", "network", "relays", "budgets", "edges"]))
    #expect(json["network"].keys.isSuperset(of: ["nodes", "edges", "length_m", "components"]))
    #expect(
      json["relays"][0].keys.isSuperset(of: ["id", "edge", "offset_m", "connector_m", "attached"]))
    #expect(
      json["budgets"][0].keys.isSuperset(of: [
        "distance_m", "covered_m", "uncovered_m", "share", "covered_weight", "streets_m",
        "streets_covered_m", "streets_share", "edges_covered", "edges_partly", "edges_uncovered",
      ]))
    #expect(json["edges"][0].keys.isSuperset(of: ["id", "length_m", "covered"]))
  }

  @Test func twoRunsGiveTheSameBytes() throws {
    let folder = try SmallTown.folder()
    let names = ["coverage.gpkg", "gaps.csv", "gaps.geojson", "findings.csv"]
    var runs: [[[UInt8]]] = []
    for run in ["one", "two"] {
      let outcome = try Tool.run(
        ["coverage"] + SmallTown.files + ["--out", run, "--json", run + ".json", "--edges"],
        in: folder)
      #expect(outcome.status == 0)
      runs.append(try (names.map { "\(run)/\($0)" } + [run + ".json"]).map(folder.read))
    }
    #expect(runs[0] == runs[1])
  }

  @Test func aHeaderAloneIsNoError() throws {
    let outcome = try coverage(["--json", "-", "--quiet"], relays: "id,x,y\n")
    #expect(outcome.status == 0)
    #expect(try outcome.json["budgets"][0]["covered_m"].number == 0)
    #expect(try outcome.json["relays"].list.isEmpty)
  }

  @Test func noRelaysAtAllIsNoError() throws {
    let folder = try SmallTown.folder()
    let outcome = try Tool.run(
      "coverage", "--streets", "streets.csv", "--crs", "local", "--json", "-", in: folder)
    #expect(outcome.status == 0)
    #expect(try outcome.json["budgets"][0]["uncovered_m"].number == 230)
  }

  @Test func theTerminalGetsASummaryAndFindingsGoToTheOtherStream() throws {
    let outcome = try coverage([])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("300"))
    #expect(outcome.errors.contains("R2"))
    #expect(!outcome.output.contains("R2"))
    #expect(!outcome.errors.contains("\u{1B}"))
  }

  @Test func strictEndsWithTwoOnlyWhereThereAreFindings() throws {
    #expect(try coverage(["--strict", "--quiet"]).status == 2)
    let connected = "id,u,v,length,wkt\na,w,c,100,\"LINESTRING (0 0, 100 0)\"\n"
    #expect(
      try coverage(["--strict", "--quiet"], streets: connected, relays: "id,x,y\nR1,40,10\n")
        .status == 0)
    #expect(
      try coverage(["--strict", "--quiet"], streets: connected, relays: "id,x,y\nR1,40,north\n")
        .status == 2)
  }

  @Test func bothLanguagesSpeak() throws {
    let french = try coverage([])
    let english = try coverage(["--lang", "en"])
    #expect(french.output != english.output)
    #expect(english.errors.contains("street"))
    #expect(!french.errors.contains("street"))
    let variable = try Tool.run(
      ["coverage"] + SmallTown.files, in: SmallTown.folder(), environment: ["RELAIS_LANG": "en"])
    #expect(variable.output == english.output)
    // What is spelt by people is French; what programs read stays the same.
    let one = try coverage(["--json", "-", "--quiet"])
    let other = try coverage(["--json", "-", "--quiet", "--lang", "en"])
    #expect(one.bytes == other.bytes)
  }

  @Test func distancesBeyondALabelDoNotCrash() throws {
    let rows = (0..<7).map {
      "e\($0),\($0),\($0 + 1),1000000,\"LINESTRING (\($0) 0, \($0 + 1) 0)\""
    }
    let outcome = try coverage(
      ["--distance", "100", "--out", "out", "--json", "-", "--quiet"],
      streets: "id,u,v,length,wkt\n" + rows.joined(separator: "\n") + "\n",
      relays: "id,x,y\nR1,0,0\n")
    #expect(outcome.status == 0)
    #expect(try outcome.json["budgets"][0]["covered_m"].number == 100)
  }
}
