import Foundation
import RelaisTestSupport
import Testing

/// `check` and `explain`.
@Suite struct CheckAndExplainTests {
  @Test func checkSaysWhatAFileHoldsAndWritesNothing() throws {
    let folder = try SmallTown.folder()
    try folder.write(SmallTown.osm.utf8, "town.osm")
    let before = try folder.names
    let outcome = try Tool.run("check", "town.osm", "streets.csv", "--lang", "en", in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("rows read: 4; taken: 3; left out: 1"), "\(outcome.output)")
    #expect(outcome.output.contains("not-walkable"))
    #expect(outcome.output.contains("csv-network") || outcome.errors.contains("streets.csv"))
    #expect(try folder.names == before)
  }

  @Test func checkTellsSchoolsSquaresCatchmentsAndTitledListsApart() throws {
    let folder = try TemporaryFolder()
    let ring = "[[[6,48],[6.01,48],[6.01,48.01],[6,48]]]"
    func features(_ geometry: String, _ properties: String) -> [UInt8] {
      Array(
        ("""
        {"type":"FeatureCollection","features":[{"type":"Feature","geometry":\(geometry),\
        "properties":{\(properties)}}]}
        """).utf8)
    }
    try folder.write(
      features(
        #"{"type":"Point","coordinates":[6,48]}"#,
        #""identifiant_de_l_etablissement":"0540001A","type_etablissement":"Ecole""#),
      "a.geojson")
    try folder.write(
      features(
        #"{"type":"Polygon","coordinates":\#(ring)}"#,
        #""idcar_200m":"CRS3035RES200mN2800000E4000000","ind_0_3":1,"ind_4_5":1,"ind_6_10":2,"ind_11_17":3"#
      ), "b.geojson")
    try folder.write(
      features(#"{"type":"Polygon","coordinates":\#(ring)}"#, #""uai":"0540001A""#), "c.geojson")
    try folder.write(
      features(#"{"type":"Polygon","coordinates":\#(ring)}"#, #""nom":"Centre""#), "d.geojson")
    try folder.write(
      Array("Liste des relais 2026;;\n;;\nNom;Adresse;Ville\nBoulangerie;1 rue A;Nancy\n".utf8),
      "e.csv")
    let kinds = ["schools", "population", "catchments", "boundary", "adherents"]
    for (file, kind) in zip(["a.geojson", "b.geojson", "c.geojson", "d.geojson", "e.csv"], kinds) {
      let outcome = try Tool.run("check", file, "--json", "-", in: folder)
      #expect(outcome.status == 0, "\(file): \(outcome.errors)")
      #expect(try outcome.json["files"][0]["kind"].text == kind, "\(file): \(outcome.output)")
    }
  }

  @Test func checkSaysWhatEachColumnStandsFor() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      Array("Enseigne;LONGITUDE;lat;Couleur\nBoulangerie;6;48;bleu\n".utf8), "relays.csv")
    let told = try Tool.run("check", "relays.csv", "--lang", "en", in: folder)
    #expect(
      told.output.contains(
        """
          coordinates       EPSG:4326, named by the file
          encoding          UTF-8
          column LONGITUDE  longitude
          column lat        latitude
          column Enseigne   name
        """),
      "\(told.output)")
    let json = try Tool.run("check", "relays.csv", "--json", "-", in: folder).json
    let columns = json["files"][0]["columns"]
    #expect(columns.list.count == 3)
    #expect(columns[2]["column"].text == "Enseigne")
    #expect(columns[2]["stands_for"].text == "name")
  }

  @Test func checkStrictEndsWith0TwoOr1() throws {
    let folder = try TemporaryFolder()
    try folder.write(Array("id,lon,lat\nR1,6,48\n".utf8), "good.csv")
    try folder.write(Array("id,lon,lat\nR1,6,48\nR2,6,north\n".utf8), "bad.csv")
    try folder.write(Array("%PDF-1.4 nothing".utf8), "refused.pdf")
    func status(_ files: String..., strict: Bool = true) throws -> Int32 {
      try Tool.run(["check"] + files + (strict ? ["--strict"] : []), in: folder).status
    }
    #expect(try status("good.csv") == 0)
    #expect(try status("bad.csv") == 2)
    #expect(try status("bad.csv", strict: false) == 0)
    #expect(try status("refused.pdf") == 1)
    #expect(try status("good.csv", "refused.pdf", "bad.csv") == 1)
    #expect(try status("nowhere.csv", strict: false) == 1)
  }

  /// A territory whose schools are in Lambert-93, their type under a name of its own, and whose areas are no boundary.
  private func territory() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    #expect(try Tool.run("init", "town", "--name", "V", "--quiet", in: folder).status == 0)
    try folder.write(SmallTown.osm.utf8, "town/sources/streets/a.osm")
    try folder.write(
      "numero_uai;nom;sorte;X;Y\n0540001A;Les Lilas;Ecole elementaire;924000;6770000\n".utf8,
      "town/sources/schools/ecoles.csv")
    try folder.write(
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"secteur":"Centre"},
      "geometry":{"type":"Polygon","coordinates":[[[6,48],[6.01,48],[6.01,48.01],[6,48]]]}}]}
      """.utf8, "town/sources/districts/q.geojson")
    let file = "town/relais.yml"
    let text = String(decoding: try folder.read(file), as: UTF8.self)
    try folder.write(
      (text + "\ncolumns:\n  schools: { kind: sorte }\n  districts: { name: secteur }\n").utf8, file
    )
    return folder
  }

  @Test func checkReadsAFileOfATerritoryAsTheTerritoryDoes() throws {
    let folder = try territory()
    let files = ["streets/a.osm", "schools/ecoles.csv", "districts/q.geojson"]
    let kinds = ["streets", "schools", "districts"]
    func expectAllTaken(_ outcome: Programs.Outcome) throws {
      #expect(outcome.status == 0, "\(outcome.errors)")
      let json = try outcome.json["files"].list
      #expect(json.map { $0["kind"].text } == kinds)
      #expect(json.allSatisfy { ($0["taken"].number ?? 0) > 0 })
    }
    let more = ["--json", "-"]
    // From without, by where the files lie.
    try expectAllTaken(
      Tool.run(["check"] + files.map { "town/sources/" + $0 } + more, in: folder))
    // From within, by the folder above.
    try expectAllTaken(
      Programs.run(
        Tool.path, ["check"] + files + more, in: folder.path("town/sources")))
    let areas = try Tool.run("check", "town/sources/districts/q.geojson", in: folder).output
    #expect(areas.contains("Centre"), "\(areas)")
  }

  @Test func checkNamesTheCalendarOfTheTerritory() throws {
    let folder = try territory()
    let text = String(decoding: try folder.read("town/relais.yml"), as: UTF8.self)
    try folder.write((text + "\nzone: B\n").utf8, "town/relais.yml")
    let file = "town/sources/districts/q.geojson"
    let calendar = try Tool.run("check", file, "--json", "-", in: folder).json["calendar"]
    #expect(calendar["zone"].text == "B" && calendar["school_holidays_until"].text?.count == 10)
    let said = try Tool.run("check", file, "--lang", "en", in: folder).output
    #expect(said.split(separator: "\n").last?.hasPrefix("calendar: ") ?? false, "\(said)")
    try folder.write(folder.read(file), "q.geojson")
    let alone = try Tool.run("check", "q.geojson", "--json", "-", in: folder)
    #expect(try alone.json["calendar"].text == nil && alone.output.contains("\"calendar\":null"))
  }

  @Test func checkTakesATerritoryForAFileThatLiesElsewhere() throws {
    let folder = try territory()
    try folder.write(folder.read("town/sources/schools/ecoles.csv"), "ecoles.csv")
    let lost = try Tool.run("check", "ecoles.csv", in: folder)
    #expect(lost.status == 1)
    #expect(lost.errors.contains("--crs"))
    let found = try Tool.run(
      "check", "ecoles.csv", "--territory", "town", "--json", "-", in: folder)
    #expect(try found.json["files"][0]["kind"].text == "schools", "\(found.errors)")
    #expect(try Tool.run("check", "ecoles.csv", "--territory", "none", in: folder).status == 1)
  }

  @Test func checkOfAnUnknownFormatListsThoseThatAreRead() throws {
    let folder = try TemporaryFolder()
    try folder.write(Array("%PDF-1.4 nothing".utf8), "refused.pdf")
    let refused = try Tool.run("check", "refused.pdf", "--lang", "en", in: folder)
    #expect(refused.status == 1 && !refused.errors.contains("relais check"))
    for format in ["CSV", "GeoJSON", ".zip", "GeoPackage", ".osm.pbf"] {
      #expect(refused.errors.contains(format))
    }
    try folder.write(
      ZipArchive([.init("a.csv", "x".utf8), .init("b.csv", "y".utf8)]).bytes, "two.zip")
    let two = try Tool.run("check", "two.zip", "--lang", "en", in: folder)
    #expect(two.status == 1 && two.errors.contains("a.csv, b.csv") && two.errors.contains("Unzip"))
    try folder.write(ZipArchive("p.csv", "id,lon,lat\nR1,6,48\n").bytes, "one.zip")
    #expect(try Tool.run("check", "one.zip", "--strict", in: folder).status == 0)
  }

  @Test func checkQuietlySaysNothing() throws {
    let folder = try SmallTown.folder()
    let outcome = try Tool.run("check", "relays.csv", "--crs", "local", "--quiet", in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.output == "")
    #expect(outcome.errors == "")
  }

  private func explain(_ place: String, _ more: [String] = []) throws -> JSON {
    let folder = try SmallTown.folder()
    let outcome = try Tool.run(
      ["explain", "--json", "-"] + SmallTown.files + more + ["--", place], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try outcome.json
  }

  @Test func aCoveredSpotIsToldItsWay() throws {
    // From 30 m up rue B: 30 to the crossing, 60 along rue A, 10 to the door.
    let json = try explain("105,30", ["--distance", "100", "--distance", "300"])
    #expect(json["schema"].text == "relais.explain/1")
    #expect(json["verdict"].text == "covered")
    #expect(json["edge"].text == "b")
    #expect(json["street"].text == "Rue B")
    #expect(json["offset_m"].number == 30)
    #expect(json["connector_m"].number == 5)
    #expect(json["relay"].text == "R1")
    #expect(json["distance_m"].number == 100)
    #expect(json["way"].list.map { $0["street"].text } == ["Rue B", "Rue A"])
    #expect(json["way"].list.map { $0["length_m"].number } == [30, 60])
  }

  @Test func aStreetWithoutANumberIsToldWhole() throws {
    // 10 from the door, 60 along rue A, 30 up rue B.
    let json = try explain("RUE b", ["--distance", "100", "--distance", "120"])
    #expect(json["schema"].text == "relais.explain/1")
    #expect(json["street"].text == "Rue B")
    #expect(json["length_m"].number == 80)
    #expect(json["budgets"].list.map { $0["distance_m"].number } == [100, 120])
    #expect(json["budgets"].list.map { $0["covered_m"].number } == [30, 50])
    let stretches = json["stretches"].list
    #expect(stretches.map { $0["covered"].bool } == [true, false])
    #expect(stretches.map { $0["length_m"].number } == [30, 50])
    #expect(stretches.map { $0["nearest"]["id"].text } == ["R1", "R1"])
    #expect(stretches.map { $0["nearest"]["walk_m"].number } == [100, 150])
    #expect(stretches.allSatisfy { $0["candidate"].isNull })
    // Nobody walks to the island.
    let island = try explain("île")
    #expect(island["budgets"][0]["covered_m"].number == 0)
    #expect(island["stretches"][0]["nearest"].isNull)
    let folder = try SmallTown.folder()
    let several = try Tool.run(["explain", "rue", "--lang", "en"] + SmallTown.files, in: folder)
    #expect(
      several.status == 1 && several.errors.contains("Rue A") && several.errors.contains("Rue B"))
    let text = try Tool.run(["explain", "rue b", "--lang", "en"] + SmallTown.files, in: folder)
    #expect(text.status == 0 && text.output.hasPrefix("Rue B: 80"), "\(text.output)")
  }

  @Test func aSpotTooFarIsToldByHowMuch() throws {
    let json = try explain("100,80", ["--distance", "100"])
    #expect(json["verdict"].text == "too-far")
    #expect(json["distance_m"].number == 150)
    #expect(json["too_far_by_m"].number == 50)
  }

  @Test func anIslandIsToldItsLength() throws {
    let json = try explain("20,500")
    #expect(json["verdict"].text == "island")
    #expect(json["island_m"].number == 50)
    #expect(json["relay"].isNull)
  }

  @Test func aSpotBeyondTheMaximumSnapIsTold() throws {
    let json = try explain("40,-60.001")
    #expect(json["verdict"].text == "beyond-snap")
    #expect(json["connector_m"].number == 60.001)
    #expect(try explain("40,-60")["verdict"].text == "covered")
  }

  @Test(arguments: [
    ("", nil, "unknown"), ("lun-ven 9h-18h", "lun-ven 9h-18h", "Mo-Fr 09:00-18:00"),
    ("demain", "demain", "not understood"),
  ])
  func theRelaysHoursAreTold(value: String, kept: String?, told: String) throws {
    let folder = try SmallTown.folder()
    try folder.write("id,x,y,opening_hours\nR1,40,10,\(value)\n".utf8, "relays.csv")
    let outcome = try Tool.run(
      ["explain", "105,30", "--lang", "en"] + SmallTown.files, in: folder)
    let line = outcome.output.split(separator: "\n").first { $0.hasPrefix("Hours of the relay") }
    #expect(line?.contains(told) == true, "\(outcome.output)")
    let json = try Tool.run(
      ["explain", "105,30", "--json", "-"] + SmallTown.files, in: folder
    ).json
    #expect(json["relay_hours"].text == kept)
  }

  @Test func theSentenceNamesStreetsAndMetres() throws {
    let folder = try SmallTown.folder()
    let outcome = try Tool.run(
      ["explain", "105,30", "--lang", "en"] + SmallTown.files, in: folder)
    #expect(outcome.status == 0)
    for word in ["Rue A", "Rue B", "R1", "100"] {
      #expect(outcome.output.contains(word), "\(outcome.output)")
    }
  }
}
