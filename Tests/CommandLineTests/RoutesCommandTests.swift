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
        == ["findings.csv", "rejects", "routes.gpkg", "schools.csv"])
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
    let row = try #require(schools.split(separator: "\r\n").first { $0.hasPrefix("S2") })
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
