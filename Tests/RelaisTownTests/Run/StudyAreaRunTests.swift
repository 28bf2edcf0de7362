import CoverageEngine
import Foundation
import RelaisFormats
import RelaisGeo
import RelaisTestSupport
import RelaisWording
import Testing

@testable import RelaisTown

/// Runs of a town whose streets come in a region's file, and of several towns together.
@Suite struct StudyAreaRunTests {
  /// Metres east and north of 6° E, 48° N.
  private static func place(_ east: Double, _ north: Double) -> (lon: Double, lat: Double) {
    (6 + east / 74_600, 48 + north / 111_000)
  }

  /// Streets every 200 m from west to east between two lines of longitude, and one across.
  ///
  /// - Parameters:
  ///   - columns: In hundreds of metres.
  ///   - isInside: Which nodes the file has.
  ///   - isTaken: Which ways it has, by their nodes' columns.
  private static func streets(
    _ columns: ClosedRange<Int>, isInside: (_ east: Double) -> Bool = { _ in true }
  ) -> String {
    var nodes: [String] = []
    var ways: [String] = []
    func id(_ column: Int, _ row: Int) -> Int { 100_000 + column * 10 + row }
    for column in columns {
      for row in 0..<3 where isInside(Double(column) * 100) {
        let at = place(Double(column) * 100, Double(row) * 200)
        let shop =
          column % 9 == 0 && row == 1
          ? "<tag k=\"shop\" v=\"bakery\"/><tag k=\"name\" v=\"Boulangerie \(column)\"/>" : ""
        nodes.append(
          "<node id=\"\(id(column, row))\" version=\"1\" lat=\"\(at.lat)\" lon=\"\(at.lon)\">"
            + shop + "</node>")
      }
    }
    func way(_ number: Int, _ refs: [Int], _ name: String) {
      ways.append(
        "<way id=\"\(number)\" version=\"1\">" + refs.map { "<nd ref=\"\($0)\"/>" }.joined()
          + "<tag k=\"highway\" v=\"residential\"/><tag k=\"name\" v=\"\(name)\"/></way>")
    }
    // Ways of a kilometre each, so that some lie across any line.
    for start in stride(from: columns.lowerBound, to: columns.upperBound, by: 10) {
      let own = (start...min(start + 10, columns.upperBound))
      guard own.contains(where: { isInside(Double($0) * 100) }) else { continue }
      for row in 0..<3 { way(start * 10 + row + 50_000, own.map { id($0, row) }, "Rue \(row)") }
      for column in own.dropLast() where column % 5 == 0 && isInside(Double(column) * 100) {
        way(
          column + 900_000, (0..<3).map { id(column, $0) }, "Allée \(column)")
      }
    }
    return "<?xml version=\"1.0\"?>\n<osm version=\"0.6\">\n" + nodes.joined(separator: "\n")
      + ways.joined(separator: "\n") + "\n</osm>\n"
  }

  private static func square(_ code: String, _ name: String, _ from: Double, _ to: Double) -> String
  {
    let corners = [(from, -50.0), (to, -50.0), (to, 450.0), (from, 450.0), (from, -50.0)]
      .map { place($0.0, $0.1) }.map { "[\($0.lon),\($0.lat)]" }
    return """
      {"type":"Feature","properties":{"code_insee":"\(code)","nom":"\(name)"},"geometry":{"type":"Polygon",
      "coordinates":[[\(corners.joined(separator: ","))]]}}
      """
  }

  /// Three communes in a row, each of a kilometre.
  private static let boundaries =
    "{\"type\":\"FeatureCollection\",\"features\":["
    + [
      square("99001", "Ouest", 0, 1000), square("99002", "Milieu", 1000, 2000),
      square("99003", "Est", 2000, 3000),
    ].joined(separator: ",") + "]}"

  private static let relays = """
    id;nom;lon;lat
    R1;Mairie;\(decimal(place(250, 10).lon));\(decimal(place(250, 10).lat))
    R2;Poste;\(decimal(place(1500, 210).lon));\(decimal(place(1500, 210).lat))
    R3;Loin;\(decimal(place(20_000, 0).lon));\(decimal(place(20_000, 0).lat))

    """

  private static func decimal(_ value: Double) -> String {
    "\(value)".replacingOccurrences(of: ".", with: ",")
  }

  private func territory(
    _ streets: String, _ configuration: String, in folder: TemporaryFolder, _ name: String
  ) throws -> Territory {
    let path = folder.path(name)
    for kind in ["streets", "boundary", "adherents"] {
      try FileManager.default.createDirectory(
        atPath: "\(path)/sources/\(kind)", withIntermediateDirectories: true)
    }
    try folder.write(configuration.utf8, "\(name)/relais.yml")
    try folder.write(streets.utf8, "\(name)/sources/streets/ville.osm")
    try folder.write(Self.boundaries.utf8, "\(name)/sources/boundary/communes.geojson")
    try folder.write(Self.relays.utf8, "\(name)/sources/adherents/relais.csv")
    return try Territory(at: path)
  }

  private func outputs(_ territory: Territory, fingerprints: Bool = false) throws -> [String: Data]
  {
    let run = try TownRun(territory, RunDays(), SmallTown.work())
    _ = try run.writeAll(to: territory.outputFolder)
    var files: [String: Data] = [:]
    let folder = territory.outputFolder
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder)
    where name != ".relais.json" {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder)
      if isFolder.boolValue { continue }
      files[name] = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
    }
    if let summary = files["summary.json"] {
      let text = String(decoding: summary, as: UTF8.self)
      files["summary.json"] = Data(
        text.replacing(/"sha256":"[0-9a-f]*"/, with: "\"sha256\":\"\"").utf8)
    }
    return files
  }

  @Test func aRegionsFileGivesTheBytesOfAnExtractOfTheTown() throws {
    let folder = try TemporaryFolder()
    let configuration = "name: Milieu\ninsee: \"99002\"\n"
    // What is read lies between −1,002 m and 4,002 m.
    let region = try territory(Self.streets(-150...200), configuration, in: folder, "region")
    let whole = try outputs(region)
    #expect(
      whole["summary.json"].map { String(decoding: $0, as: UTF8.self) }?.contains("99002") ?? false)
    for (name, isInside) in [
      ("simple", { (east: Double) in east > -1300 && east < 4300 }),
      ("wider", { (east: Double) in east > -5000 && east < 9000 }),
    ] {
      let extract = try territory(
        Self.streets(-150...200, isInside: isInside), configuration, in: folder, name)
      let own = try outputs(extract)
      #expect(own.keys.sorted() == whole.keys.sorted())
      for (file, bytes) in own where bytes != whole[file] { Issue.record("\(file) of \(name)") }
    }
  }

  @Test func relaysFarAwayAreOneNote() throws {
    let folder = try TemporaryFolder()
    let town = try territory(
      Self.streets(-150...200), "name: Milieu\ninsee: \"99002\"\n", in: folder, "ville")
    let run = try TownRun(town, RunDays(), SmallTown.work())
    #expect(run.findings.contains { $0.kind == .relaysElsewhere(1) })
    #expect(!run.findings.contains { [.placeUnattached, .waysCut].contains($0.code) })
  }

  @Test func communesOfAListAddUpToTheTerritory() throws {
    let folder = try TemporaryFolder()
    let town = try territory(
      Self.streets(-20...50), "name: Les Trois\ninsee: [\"99001\", \"99002\", \"99003\"]\n",
      in: folder, "ville")
    let run = try TownRun(town, RunDays(), SmallTown.work())
    let result = run.result
    #expect(result.communes.map(\.id) == ["99001", "99002", "99003"])
    #expect(result.communes.map(\.name) == ["Ouest", "Milieu", "Est"])
    for budget in result.parameters.budgets {
      let sum = result.communes.reduce(Length.zero) { $0 + $1.covered[budget] }
      // Each border cuts three streets, to the millimetre.
      #expect(abs((sum - result[budget].summary.streetsCovered).millimetres) <= 12)
    }
    let streets = result.communes.reduce(Length.zero) { $0 + $1.streets }
    #expect(abs((streets - result.main.summary.streets).millimetres) <= 12)
    // Everything in the east lies in a gap.
    #expect(result.communes[2].covered.main < result.communes[1].covered.main)
    #expect(result.main.gaps.allSatisfy { $0.commune != nil })
    let files = try outputs(town)
    let table = String(decoding: files["communes.csv"] ?? Data(), as: UTF8.self)
    #expect(table.contains("99001") && table.contains("Milieu"))
    let summary = String(decoding: files["summary.json"] ?? Data(), as: UTF8.self)
    #expect(summary.contains("\"communes\":["))
    #expect(summary.contains("\"insee\":\"99003\""))
    let gaps = String(decoding: files["gaps.csv"] ?? Data(), as: UTF8.self)
    #expect(gaps.split(separator: "\n")[0].contains("INSEE"))
    #expect(
      files["council.html"].map { String(decoding: $0, as: UTF8.self) }?.contains("communes-table")
        ?? false)
  }

  @Test func aListOfOneIsStillAList() throws {
    let folder = try TemporaryFolder()
    let town = try territory(
      Self.streets(-20...50), "name: Milieu\ninsee: [\"99002\"]\n", in: folder, "ville")
    #expect(try TownRun(town, RunDays(), SmallTown.work()).result.communes.map(\.id) == ["99002"])
    let plain = try territory(
      Self.streets(-20...50), "name: Milieu\ninsee: \"99002\"\n", in: folder, "seule")
    #expect(try TownRun(plain, RunDays(), SmallTown.work()).result.communes.isEmpty)
  }

  @Test func aCodeTheBoundaryLacksIsNamed() throws {
    let folder = try TemporaryFolder()
    let town = try territory(
      Self.streets(-20...50), "name: Ville\ninsee: [\"99001\", \"99009\"]\n", in: folder, "ville")
    do {
      _ = try TownRun(town, RunDays(), SmallTown.work())
      Issue.record("a commune that is not there")
    } catch let error as FormatError {
      let text = Wording(.english).sentence(of: error)
      #expect(text.contains("99009") && !text.contains("99001,"))
    }
  }

  @Test func aRelayBeyondTheReachIsGivenAsOver() throws {
    let folder = try TemporaryFolder()
    // The far end of the east is 2.5 km from the only relay near it.
    let town = try territory(
      Self.streets(-20...80), "name: Est\ninsee: \"99003\"\n", in: folder, "ville")
    let run = try TownRun(town, RunDays(), SmallTown.work())
    // R2 stands at 1,500 m: at 3,000 m a walk is no more than 2 km.
    #expect(run.result.main.gaps.allSatisfy { !$0.worstIsOver })
    try folder.write(
      "id;nom;lon;lat\nR1;Mairie;\(Self.decimal(Self.place(250, 10).lon));48,0001\n".utf8,
      "ville/sources/adherents/relais.csv")
    let far = try TownRun(town, RunDays(), SmallTown.work())
    let gap = try #require(far.result.main.gaps.first { $0.worstIsOver })
    #expect(gap.worstDistance == Length(metres: 2000))
    #expect(gap.nearestFacility == nil)
  }

  @Test func theTerritoryHasItsLanguageAndCalendar() throws {
    let folder = try TemporaryFolder()
    func configured(_ text: String) throws -> Territory {
      try territory(Self.streets(-20...50), "name: V\n" + text, in: folder, "v\(text.count)")
    }
    #expect(try configured("lang: en\n").language == .english)
    #expect(try configured("").language == nil)
    #expect(throws: TerritoryError.self) { try configured("lang: klingon\n") }
    let none = try configured("calendar: none\nzone: B\n")
    let calendar = none.configuration.calendar(.official)
    #expect(calendar == FrenchCalendar.none)
    #expect(none.calendarFiles.isEmpty)
    let christmas = try #require(CalendarDay("2026-12-25"))
    #expect(!calendar.isPublicHoliday(christmas) && calendar.isSchoolHoliday(christmas) == false)
    let listed = try configured("calendar: [a.csv, /b.csv]\n")
    #expect(listed.calendarFiles == [listed.folder + "/a.csv", "/b.csv"])
    #expect(throws: TerritoryError.self) { try configured("insee: [\"99001\", \"99001\"]\n") }
    #expect(
      try configured("insee: [\"54395\", \"54547\"]\n").configuration.department?.code == "54")
    #expect(try configured("insee: [\"54395\", \"57463\"]\n").configuration.department == nil)
  }
}
