import Foundation
import RelaisTestSupport
import Testing

/// Every format gives the same plain, in a zip archive, and as gzip of one member or two.
@Suite struct CompressedInputTests {
  private static let lines = """
    {"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"highway":"residential","name":"Rue de l'Été"},
    "geometry":{"type":"LineString","coordinates":[[6,48],[6.005,48],[6.01,48]]}},
    {"type":"Feature","properties":{"highway":"footway","name":"Rue B"},
    "geometry":{"type":"LineString","coordinates":[[6.005,48],[6.005,48.004]]}}]}
    """
  private static let network = """
    id,u,v,length,wkt
    a,w,c,100,"LINESTRING (6 48, 6.001 48)"
    b,c,n,80,"LINESTRING (6.001 48, 6.001 48.0007)"

    """
  private static let relays = "id,lon,lat\nR1,6.0001,48.0001\n"

  private func run(_ program: Program, _ arguments: String...) throws {
    let outcome = try Programs.run(program.path, arguments)
    #expect(outcome.status == 0, "\(outcome.output)")
  }

  /// The files that hold some content, in the four ways; what comes in parts is in an archive alone.
  private func packed(
    _ name: String, parts: [String] = [], in folder: TemporaryFolder
  ) throws -> [String] {
    let content = try folder.read(name)
    var members = try ([name] + parts).map {
      ZipArchive.Member("données/" + $0, try folder.read($0))
    }
    members.append(.init("LISEZMOI.txt", "Rues de la ville".utf8))
    members.append(.init("__MACOSX/données/._" + name, [0, 5, 22]))
    try folder.write(ZipArchive(members).bytes, "in-\(name).zip")
    guard parts.isEmpty else { return ["in-\(name).zip"] }
    let middle = content.count / 2
    try folder.write(ZipArchive.gzip(content), name + ".gz")
    try folder.write(
      ZipArchive.gzip(content[..<middle]) + ZipArchive.gzip(content[middle...]), "two-\(name).gz")
    try folder.write(
      ZipArchive([.init(name + ".gz", ZipArchive.gzip(content))]).bytes, "gz-\(name).zip")
    return ["in-\(name).zip", name + ".gz", "two-\(name).gz", "gz-\(name).zip"]
  }

  private func expectSame(
    _ name: String, _ others: [String], in folder: TemporaryFolder,
    _ arguments: (String) -> [String]
  ) throws {
    let plain = try Tool.run(arguments(name), in: folder)
    #expect(plain.status == 0, "\(name): \(plain.errors)")
    for other in others {
      let outcome = try Tool.run(arguments(other), in: folder)
      #expect(outcome.status == 0, "\(other): \(outcome.errors)")
      #expect(outcome.output == plain.output, "\(other)")
    }
  }

  private func coverage(_ file: String) -> [String] {
    [
      "coverage", "--streets", file, "--relays", "relays.csv", "--crs", "EPSG:2154", "--edges",
      "--json", "-",
    ]
  }

  @Test func streetsOfOurOwnFormats() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.relays.utf8, "relays.csv")
    for (name, text) in [
      ("a.osm", SmallTown.osm), ("a.geojson", Self.lines), ("a.csv", Self.network),
    ] {
      try folder.write(text.utf8, name)
      try expectSame(name, packed(name, in: folder), in: folder, coverage)
    }
  }

  @Test(.needs(.osmium), .needs(.bzip2)) func streetsOfBinaryExtracts() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.relays.utf8, "relays.csv")
    try folder.write(SmallTown.osm.utf8, "a.osm")
    try run(.osmium, "cat", folder.path("a.osm"), "-o", folder.path("a.osm.pbf"))
    try run(.bzip2, folder.path("a.osm"))
    for name in ["a.osm.pbf", "a.osm.bz2"] {
      try expectSame(name, packed(name, in: folder), in: folder, coverage)
    }
    // One map of two archives, each unpacked.
    try expectSame("a.osm.pbf", ["in-a.osm.pbf.zip"], in: folder) {
      coverage($0) + ["--streets", "gz-a.osm.bz2.zip"]
    }
  }

  @Test(
    .needs(.ogr2ogr),
    arguments: [
      ("GPKG", "a.gpkg", []), ("FlatGeobuf", "a.fgb", []), ("GML", "a.gml", []),
      ("KML", "a.kml", []), ("SQLite", "a.sqlite", []),
      ("ESRI Shapefile", "a.shp", ["a.dbf", "a.shx", "a.prj"]),
      ("MapInfo File", "a.tab", ["a.dat", "a.map", "a.id"]),
    ])
  func streetsOfOtherPrograms(_ driver: String, _ name: String, _ parts: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.relays.utf8, "relays.csv")
    try folder.write(Self.lines.utf8, "source.geojson")
    try run(.ogr2ogr, "-f", driver, folder.path(name), folder.path("source.geojson"))
    try expectSame(name, packed(name, parts: parts, in: folder), in: folder, coverage)
  }

  @Test func placesOfAnyKind() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.lines.utf8, "streets.geojson")
    try folder.write(Self.relays.utf8, "relays.csv")
    let address = "54395_0001_00001;1;;Rue de l'Été;54000;54395;Nancy;6.001;48.0001"
    let files = [
      (
        "ban.csv", "id;numero;rep;nom_voie;code_postal;code_insee;nom_commune;lon;lat\n\(address)\n"
      ),
      ("list.csv", "Nom;Adresse;Ville\nBoulangerie;1 rue A;Nancy\n"),
      (
        "zone.geojson",
        """
        {"type":"Feature","properties":{"nom":"Centre"},"geometry":{"type":"Polygon",
        "coordinates":[[[6,48],[6.01,48],[6.01,48.01],[6,48]]]}}
        """
      ),
      (
        "schools.geojson",
        """
        {"type":"Feature","properties":{"identifiant_de_l_etablissement":"0540001A",
        "type_etablissement":"Ecole"},"geometry":{"type":"Point","coordinates":[6,48]}}
        """
      ),
    ]
    for (name, text) in files {
      try folder.write(text.utf8, name)
      func told(_ file: String) throws -> [String] {
        let outcome = try Tool.run("check", file, "--json", "-", in: folder)
        #expect(outcome.status == 0, "\(file): \(outcome.errors)")
        let json = try outcome.json["files"][0]
        return ["kind", "format", "crs", "encoding"].map { json[$0].text ?? "-" }
          + ["rows", "taken"].map { "\(json[$0].number ?? -1)" }
      }
      let plain = try told(name)
      for other in try packed(name, in: folder) { #expect(try told(other) == plain, "\(other)") }
    }
    try expectSame("relays.csv", packed("relays.csv", in: folder), in: folder) {
      [
        "coverage", "--streets", "streets.geojson", "--relays", $0, "--crs", "EPSG:2154", "--json",
        "-",
      ]
    }
  }

  @Test func checkNamesWhatItReadsInAnArchive() throws {
    let folder = try TemporaryFolder()
    try folder.write(SmallTown.osm.utf8, "a.osm")
    _ = try packed("a.osm", in: folder)
    let told = try Tool.run("check", "in-a.osm.zip", "--lang", "en", in: folder)
    #expect(told.output.contains("zip          member données/a.osm\n"), "\(told.output)")
    let json = try Tool.run("check", "in-a.osm.zip", "--json", "-", in: folder).json
    #expect(json["files"][0]["member"].text == "données/a.osm")
    #expect(json["files"][0]["file"].text == "in-a.osm.zip")
  }

  @Test func whatIsNotReadIsToldForWhatItIs() throws {
    let folder = try TemporaryFolder()
    let osm = Array(SmallTown.osm.utf8)
    var locked = ZipArchive.Member("a.osm", osm)
    locked.flags = 1
    var wrong = ZipArchive.Member("a.osm", osm)
    wrong.checksum ^= 1
    var bomb = ZipArchive.Member("a.osm", osm)
    bomb.size = 0xFFFF_FFF0
    let two = [ZipArchive.Member("a.osm", osm), ZipArchive.Member("b.geojson", Self.lines.utf8)]
    let files: [(String, [UInt8], String)] = [
      ("locked.zip", ZipArchive([locked]).bytes, "password"),
      ("wrong.zip", ZipArchive([wrong]).bytes, "is damaged (wrong checksum). Download it again"),
      ("cut.zip", Array(ZipArchive("a.osm", SmallTown.osm).bytes.dropLast(30)), "is damaged"),
      ("bomb.zip", ZipArchive([bomb]).bytes, "would exceed"),
      ("two.zip", ZipArchive(two).bytes, "a.osm, b.geojson. Unzip it and give the one"),
      ("none.zip", ZipArchive([]).bytes, "holds no file"),
      ("empty.zip", ZipArchive("a.osm", "").bytes, "is empty"),
      ("empty.gz", ZipArchive.gzip([]), "is empty"),
      (
        "cut.gz", Array(ZipArchive.gzip(osm).dropLast(9)),
        "Download or export it again"
      ),
      (
        "cut.geojson.gz", Array(ZipArchive.gzip(Self.lines.utf8).dropLast(9)),
        "is damaged (gzip: cut short). Download or export it again"
      ),
    ]
    for (name, bytes, words) in files {
      try folder.write(bytes, name)
      let outcome = try Tool.run("check", name, "--lang", "en", in: folder)
      #expect(outcome.status == 1, "\(name): \(outcome.output)")
      #expect(outcome.errors.contains(words), "\(name): \(outcome.errors)")
      #expect(outcome.errors.contains("“\(name)”"), "\(name): \(outcome.errors)")
    }
    // Nothing stays where it was unpacked.
    let temporary = try TemporaryFolder()
    for name in ["two.zip", "wrong.zip"] {
      _ = try Tool.run(
        ["check", name], in: folder, environment: ["TMPDIR": temporary.path])
    }
    try folder.write(ZipArchive("a.osm", SmallTown.osm).bytes, "good.zip")
    let good = try Tool.run(
      ["check", "good.zip"], in: folder, environment: ["TMPDIR": temporary.path])
    #expect(good.status == 0)
    #expect(try temporary.names.isEmpty)
  }
}
