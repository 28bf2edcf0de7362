import Foundation
import RelaisTestSupport
import Testing

/// `relais routes` on plain files, its figures worked by hand.
@Suite struct RoutesCommandTests {
  /// S1 at the end of rue B, S2 on rue A, S3 far from any street.
  private static let schools = "id,x,y\nS1,100,85\nS2,10,0\nS3,1000,1000\n"
  /// H3 on the island, H4 far from any street.
  private static let homes = "id,x,y\nH1,20,0\nH2,95,5\nH3,20,505\nH4,700,700\nH5,10,3\n"

  private func folder(
    schools: String = schools, homes: String = homes, relays: String = SmallTown.relays
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(SmallTown.streets.utf8, "streets.csv")
    try folder.write(relays.utf8, "relays.csv")
    try folder.write(schools.utf8, "schools.csv")
    try folder.write(homes.utf8, "homes.csv")
    return folder
  }

  private static let files =
    ["routes"] + SmallTown.files + ["--schools", "schools.csv", "--addresses", "homes.csv"]

  private func routes(_ more: [String], in folder: TemporaryFolder) throws -> Programs.Outcome {
    try Tool.run(Self.files + more, in: folder)
  }

  @Test func figuresAreThoseWorkedByHand() throws {
    let outcome = try routes(["--distance", "30", "--json", "-", "--quiet"], in: folder())
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let json = try outcome.json
    #expect(json["schema"].text == "relais.routes/1")
    let schools = json["schools"].list
    #expect(schools.map { $0["id"].text } == ["S1", "S2", "S3"])
    #expect(schools.map { $0["children"].number } == [1, 3, 1])
    func route(_ school: Int, _ index: Int) -> [Double?] {
      let route = schools[school]["routes"][index]
      return [
        route["length_m"].number, route["uncovered_m"].number,
        route["longest_uncovered_m"].number,
      ]
    }
    // Covered at 30 m: 20…60 of rue A. H2 walks 5 m to the street, then from 95 to 10.
    #expect(schools[1]["routes"].list.map { $0["address"].text } == ["H1", "H2", "H5"])
    #expect(route(1, 0) == [10, 10, 10])
    #expect(route(1, 1) == [90, 45, 35])
    #expect(route(1, 2) == [3, 0, 0])
    // No way leads from the island, nor from beyond every street.
    #expect(schools[0]["routes"][0]["address"].text == "H3")
    #expect(schools[0]["routes"][0].keys.contains("length_m"))
    #expect(schools[0]["routes"][0]["length_m"].isNull)
    #expect(schools[2]["routes"][0]["address"].text == "H4")
    #expect(schools[2]["routes"][0]["length_m"].isNull)
  }

  @Test func theConnectorIsLeftOutWhenAsked() throws {
    let json = try routes(
      ["--distance", "30", "--connector", "none", "--json", "-", "--quiet"], in: folder()
    ).json
    // Covered now: 10…70 of rue A. H2: 80 m and 5 to S1, 85 to S2: the lower school, without legs.
    #expect(json["schools"][0]["routes"].list.map { $0["address"].text } == ["H2", "H3"])
    #expect(json["schools"][0]["routes"][0]["length_m"].number == 85)
    #expect(json["schools"][0]["routes"][0]["uncovered_m"].number == 85)
  }

  @Test func routesCountTheRelaysOfTheHourTheyAreWalkedIn() throws {
    let folder = try folder(
      relays: "id,x,y,opening_hours\nR1,40,10,Mo-Fr 08:00-09:00\n")
    func uncovered(_ more: [String]) throws -> Double? {
      try routes(["--distance", "30", "--json", "-", "--quiet"] + more, in: folder)
        .json["schools"][1]["routes"][1]["uncovered_m"].number
    }
    #expect(try uncovered(["--at", "2026-11-23T08:30"]) == 45)
    #expect(try uncovered(["--at", "2026-11-23T10:00"]) == 85)
  }

  @Test func catchmentsSendHomesElsewhere() throws {
    let folder = try folder()
    let area = """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"ecole":"s1"},\
      "geometry":{"type":"Polygon","coordinates":[[[15,-5],[25,-5],[25,5],[15,5],[15,-5]]]}},\
      {"type":"Feature","properties":{"ecole":"S9"},"geometry":{"type":"Polygon","coordinates":\
      [[[90,-5],[99,-5],[99,9],[90,9],[90,-5]]]}}]}
      """
    try folder.write(area.utf8, "areas.geojson")
    let outcome = try routes(
      ["--distance", "30", "--catchments", "areas.geojson", "--json", "-", "--lang", "en"],
      in: folder)
    let json = try outcome.json
    #expect(json["schools"][0]["routes"].list.map { $0["address"].text } == ["H1", "H3"])
    #expect(json["schools"][0]["routes"][0]["length_m"].number == 165)
    // Nobody knows S9: H2 still goes to the nearest.
    #expect(json["schools"][1]["routes"].list.map { $0["address"].text } == ["H2", "H5"])
    #expect(outcome.errors.contains("S9"))
  }

  @Test func aFolderHoldsSchoolsRoutesFindingsAndRejects() throws {
    let homes = (0..<20).map { "A\($0),\($0 * 2),3" }.joined(separator: "\n")
    let folder = try folder(homes: "id,x,y\n\(homes)\nbad,one,2\n")
    let outcome = try routes(["--distance", "30", "--out", "out", "--quiet"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("out")).sorted()
        == [".relais.json", "findings.csv", "rejects", "routes.gpkg", "schools.csv"])
    let schools = String(decoding: try folder.read("out/schools.csv"), as: UTF8.self)
    let rows = schools.split(separator: "\r\n").map { $0.split(separator: ";") }
    #expect(rows.count == 4)
    #expect(rows[2][0] == "S2")
    #expect(rows[2].contains("20"))
    let rejects = String(decoding: try folder.read("out/rejects/homes.csv.csv"), as: UTF8.self)
    #expect(rejects.contains("bad"))
    // Same inputs, same bytes.
    let first = try folder.read("out/routes.gpkg")
    _ = try routes(["--distance", "30", "--out", "out", "--quiet"], in: folder)
    #expect(try folder.read("out/routes.gpkg") == first)
    #expect(try folder.read("out/schools.csv") == Array(schools.utf8))
  }

  @Test func nothingIsSaidInFilesOfFewHomes() throws {
    let folder = try folder()
    _ = try routes(["--distance", "30", "--out", "out", "--quiet"], in: folder)
    let schools = String(decoding: try folder.read("out/schools.csv"), as: UTF8.self)
    let row = try #require(schools.split(separator: "\r\n").first { $0.hasPrefix(";S2;") })
    // Identifier and whether it is attached; no figure of its three homes but noughts.
    #expect(row.split(separator: ";").dropFirst(2).allSatisfy { $0 == "0" || $0 == "—" }, "\(row)")
  }

  @Test func misuseIsSaidAndEmptyTablesAreNone() throws {
    let two = try routes(["--distance", "30", "--distance", "40"], in: folder())
    #expect(two.status == 64)
    let bare = try Tool.run(["routes"] + SmallTown.files, in: folder())
    #expect(bare.status == 64)
    #expect(bare.errors.contains("--schools"))
    let none = try routes(
      ["--json", "-", "--quiet"], in: folder(schools: "id,x,y\n", homes: "id,x,y\n"))
    #expect(none.status == 0, "\(none.errors)")
    #expect(try none.json["schools"].list.isEmpty)
    let homeless = try routes(["--json", "-", "--quiet"], in: folder(schools: "id,x,y\n"))
    #expect(homeless.status == 0)
    let nowhere = try routes(["--json", "-", "--quiet"], in: folder(schools: "id,name\nS1,x\n"))
    #expect(nowhere.status == 1)
    #expect(nowhere.errors.contains("schools.csv"))
  }

  @Test func streetsAcrossAContinentDoNotCrash() throws {
    let folder = try folder(
      schools: "id,x,y\nS1,7,0\n",
      homes: "id,x,y\n"
        + (0..<3000).map { "H\($0),0,0\n" }.joined())
    let rows = (0..<7).map {
      "e\($0),\($0),\($0 + 1),1000000,\"LINESTRING (\($0) 0, \($0 + 1) 0)\""
    }
    try folder.write(
      ("id,u,v,length,wkt\n" + rows.joined(separator: "\n") + "\n").utf8, "streets.csv")
    let outcome = try routes(["--json", "-", "--out", "out", "--quiet"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    // Beyond 2³² mm no walk can be held: it is no way.
    #expect(try outcome.json["schools"][0]["routes"][0]["length_m"].isNull)
    try folder.write("id,x,y\nS1,3,0\n".utf8, "schools.csv")
    let held = try routes(["--json", "-", "--out", "out", "--quiet"], in: folder)
    #expect(try held.json["schools"][0]["routes"][0]["length_m"].number == 3_000_000)
  }

  @Test func bothLanguagesSpeakAndJSONIsTheSame() throws {
    let folder = try folder()
    let french = try routes([], in: folder)
    let english = try routes(["--lang", "en"], in: folder)
    #expect(french.output != english.output)
    #expect(french.output.contains("Écoles"))
    #expect(english.output.contains("Schools"))
    #expect(french.errors.contains("Écoles situées"))
    #expect(try routes(["--strict", "--quiet"], in: folder).status == 2)
    #expect(
      try routes(["--json", "-", "--quiet"], in: folder).bytes
        == routes(["--json", "-", "--quiet", "--lang", "en"], in: folder).bytes)
  }
}

/// Ways to school in a territory.
@Suite struct SchoolRunTests {
  /// Rue A runs east from 6° E, rue B north from its middle; 24 homes on rue A, a school on rue B
  /// and one whose name is hostile.
  private func territory() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    _ = try Tool.run("init", "town", "--name", "Ville", "--quiet", in: folder)
    try folder.write(SmallTown.osm.utf8, "town/sources/streets/town.osm")
    try folder.write(
      "id,nom,lon,lat\nR1,Boulangerie,6.005,48.002\n".utf8, "town/sources/adherents/relais.csv")
    let homes = (0..<24).map {
      "h\($0),\($0 + 1),,Rue A,6.00\(String($0 + 100).dropFirst()),48.0001"
    }
    try folder.write(
      ("id,numero,rep,nom_voie,lon,lat\n" + homes.joined(separator: "\n") + "\n").utf8,
      "town/sources/addresses/ban.csv")
    try folder.write(
      """
      id,nom,niveau,lon,lat
      E1,"<img src=x onerror=alert(1)>\u{202E}",école primaire,6.005,48.0039
      ../=E2,=1+1,collège,6.0098,48.0001

      """.utf8, "town/sources/schools/ecoles.csv")
    return folder
  }

  @Test func aRunWritesSchoolsLayersPagesAndSummary() throws {
    let folder = try territory()
    let outcome = try Tool.run("run", "town", "--json", "-", in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let summary = try outcome.json
    let schools = summary["schools"].list
    #expect(schools.map { $0["id"].text } == ["E1", "../=E2"])
    // 24 addresses, a child a level: nursery and elementary to the one, collège to the other.
    #expect(schools.map { $0["children"].number } == [50, 25])
    #expect(schools[0]["levels"].list.map(\.text) == ["maternelle", "elementaire"])
    #expect(summary["school_routes"].list.map { $0["children"].number } == [25, 25, 25])
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("town/out/schools"))
    #expect(names.sorted() == ["1-1.html", "img-src-x-onerror-alert-1.html", "index.html"])
    let page = String(
      decoding: try folder.read("town/out/schools/img-src-x-onerror-alert-1.html"), as: UTF8.self)
    #expect(!page.contains("<img src=x"))
    #expect(page.contains("&lt;img"))
    let council = String(decoding: try folder.read("town/out/council.html"), as: UTF8.self)
    #expect(council.contains("Sur le chemin de l’école"))
    #expect(council.contains("chaque adresse compte pour un enfant"))
    #expect(!council.contains("<img src=x"))
    let csv = String(decoding: try folder.read("town/out/schools.csv"), as: UTF8.self)
    #expect(!csv.contains(";=1+1;"))
  }

  @Test func pagesOfSchoolsThatAreGoneGoToo() throws {
    let folder = try territory()
    _ = try Tool.run("run", "town", "--quiet", in: folder)
    try folder.write(
      "id,nom,niveau,lon,lat\nE1,A,école primaire,6.005,48.0039\n".utf8,
      "town/sources/schools/ecoles.csv")
    _ = try Tool.run("run", "town", "--quiet", in: folder)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("town/out/schools")).sorted()
        == ["a.html", "index.html"])
  }

  @Test func checkTellsSchoolsGridsAndCatchments() throws {
    let folder = try TemporaryFolder()
    for (name, text, kind) in [
      ("a.csv", "numero_uai,X,Y,etat_etablissement\n1,933907,6848138,1\n", "écoles|scolaires"),
      (
        "b.csv", "idcar_200m,ind_0_3,ind_4_5,ind_6_10,ind_11_17\nCRS3035RES200mN2E2,1,1,1,1\n",
        "population"
      ),
      ("c.csv", "uai;voie;numero_debut;numero_fin;parite\n1;Rue A;1;9;I\n", "carte scolaire"),
    ] {
      try folder.write(text.utf8, name)
      let outcome = try Tool.run("check", name, "--crs", "EPSG:2154", in: folder)
      #expect(kind.split(separator: "|").contains { outcome.output.contains($0) }, "\(outcome)")
    }
  }
}
