import CoverageEngine
import Foundation
import RelaisFormats
import RelaisGeo
import RelaisTestSupport
import RelaisTown
import Testing

@Suite struct FileImportTests {
  private func names(_ town: OSMTerritory, _ kind: InputKind) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: town.territory.sourceFolder(kind))
  }

  @Test func lookingAtFilesTakesNone() throws {
    let town = try OSMTerritory()
    var arrival = FileImport(.streets, into: town.territory)
    let checked = try arrival.add(town.folder.path("streets.osm"))
    #expect(checked.summary.taken > 0)
    #expect(try names(town, .streets) == [])
    var told: [String] = []
    try arrival.take(SmallTown.work()) { told.append($0) }
    #expect(told == ["streets.osm"])
    #expect(try names(town, .streets) == ["streets.osm"])
  }

  @Test func aFileThatCannotBeReadKeepsAllOut() throws {
    let town = try OSMTerritory()
    try town.folder.write("<osm".utf8, "broken.osm")
    var arrival = FileImport(.streets, into: town.territory)
    _ = try arrival.add(town.folder.path("streets.osm"))
    #expect(throws: FormatError.self) { _ = try arrival.add(town.folder.path("broken.osm")) }
    #expect(try names(town, .streets) == [])
  }

  @Test func anExtractOfTheSameStreetsIsRefusedOrReplacesTheOlderOne() throws {
    let town = try OSMTerritory()
    let content = try Data(contentsOf: URL(fileURLWithPath: town.folder.path("streets.osm")))
    try town.folder.write(content, "december.osm")
    func arrival(_ name: String) throws -> FileImport {
      var arrival = FileImport(.streets, into: town.territory)
      _ = try arrival.add(town.folder.path(name))
      return arrival
    }
    try arrival("streets.osm").take(SmallTown.work())
    // The same file again changes nothing.
    try arrival("streets.osm").take(SmallTown.work())
    let newer = try arrival("december.osm")
    #expect(
      throws: ImportRefusal.sameStreets(
        incoming: [town.folder.path("december.osm")], older: ["streets.osm"])
    ) { try newer.take(SmallTown.work()) }
    #expect(try names(town, .streets) == ["streets.osm"])
    #expect(try newer.take(SmallTown.work(), replacing: true) == ["streets.osm"])
    #expect(try names(town, .streets) == ["december.osm"])
  }

  @Test func anotherFileOfTheSameNameIsRefusedToo() throws {
    let town = try OSMTerritory()
    var arrival = FileImport(.streets, into: town.territory)
    _ = try arrival.add(town.folder.path("streets.osm"))
    try arrival.take(SmallTown.work())
    let other = try TemporaryFolder()
    try other.write(
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{},
      "geometry":{"type":"LineString","coordinates":[[1,45],[1.001,45]]}}]}
      """.utf8, "streets.osm")
    var second = FileImport(.streets, into: town.territory)
    _ = try second.add(other.path("streets.osm"))
    #expect(throws: ImportRefusal.self) { try second.take(SmallTown.work()) }
  }

  @Test func theStreetsOfAnotherPlaceComeNextToThem() throws {
    let town = try OSMTerritory()
    var arrival = FileImport(.streets, into: town.territory)
    _ = try arrival.add(town.folder.path("streets.osm"))
    try arrival.take(SmallTown.work())
    try town.folder.write(
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{},
      "geometry":{"type":"LineString","coordinates":[[1,45],[1.001,45]]}}]}
      """.utf8, "elsewhere.geojson")
    var second = FileImport(.streets, into: town.territory)
    _ = try second.add(town.folder.path("elsewhere.geojson"))
    #expect(try second.take(SmallTown.work()) == [])
    #expect(try names(town, .streets).sorted() == ["elsewhere.geojson", "streets.osm"])
  }

  @Test func aLayerAskedForIsReadByLaterRunsToo() throws {
    let town = try OSMTerritory()
    var arrival = FileImport(
      .streets, into: town.territory, layers: [.streets: "la rue d'en haut"])
    _ = try arrival.add(town.folder.path("streets.osm"))
    try arrival.take(SmallTown.work())
    let file = town.territory.folder + "/relais.yml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.hasSuffix("\nlayers:\n  'streets': 'la rue d''en haut'\n"))
    // Another layer is not for the program to put in its place.
    var second = FileImport(
      .streets, into: try Territory(at: town.territory.folder), layers: [.streets: "bas"])
    _ = try second.add(town.folder.path("streets.osm"))
    #expect(throws: ImportRefusal.layersAreNamed(.streets, layer: "bas")) {
      try second.take(SmallTown.work())
    }
  }

  @Test func filesOfOneNameAreKeptApart() throws {
    let town = try OSMTerritory()
    var arrival = FileImport(.streets, into: town.territory)
    for _ in 0..<2 { _ = try arrival.add(town.folder.path("streets.osm")) }
    try arrival.take(SmallTown.work())
    #expect(try names(town, .streets).sorted() == ["2-streets.osm", "streets.osm"])
  }

  @Test func aFileOfWhichNothingIsTakenIsNotFiled() throws {
    let town = try OSMTerritory()
    try town.folder.write(
      "idcar_200m,ind_0_3,ind_4_5,ind_6_10,ind_11_17\nhere,1,1,1,1\nthere,1,1,1,1\n".utf8,
      "grid.csv")
    var arrival = FileImport(.population, into: town.territory)
    let path = town.folder.path("grid.csv")
    #expect(throws: ImportRefusal.nothingTaken(file: path, rows: 2)) { _ = try arrival.add(path) }
  }

  @Test func addressesAndRegistersAreNoAdherents() throws {
    let town = try OSMTerritory()
    try town.folder.write(
      "id;numero;rep;nom_voie;code_insee;nom_commune;lon;lat\n1;2;;Rue A;54001;Bourg;6;48\n".utf8,
      "ban.csv")
    try town.folder.write(
      "siret;x_longitude;y_latitude;qualite_xy;plg_code_commune\n12345678900011;6;48;11;54001\n"
        .utf8, "geo.csv")
    // A list of shops may say its addresses in the same words.
    try town.folder.write(
      "id;nom;numero;nom_voie;code_insee;lon;lat\n1;Chez A;2;Rue A;54001;6;48\n".utf8, "shops.csv")
    var arrival = FileImport(.adherents, into: town.territory)
    let paths = ["ban.csv", "geo.csv", "shops.csv"].map(town.folder.path)
    #expect(throws: FormatError.addressesAsPlaces(file: paths[0])) {
      _ = try arrival.add(paths[0])
    }
    #expect(throws: FormatError.registerAsPlaces(file: paths[1])) { _ = try arrival.add(paths[1]) }
    #expect(try arrival.add(paths[2]).summary.taken == 1)
  }

  @Test func aDirectoryOfTheCountryIsCutToTheTerritory() throws {
    let town = try OSMTerritory.filled()
    let header =
      "numero_uai;appellation_officielle;code_commune;longitude;latitude;etat_etablissement"
    let own = [
      "0540001A;\u{C9}cole \"A\";54999;6.001;48.001;OUVERT",
      "0540002B;\"\u{C9}cole;\nB\";54999;6.004;48.003;FERME",
    ]
    let others = [
      "0750001A;\u{C9}cole de Paris;75056;2.35;48.85;OUVERT", "0750002B;Sans lieu;75056;;;OUVERT",
    ]
    let text = [header, own[0], others[0], own[1], others[1]].joined(separator: "\n") + "\n"
    try town.folder.write(text.utf8, "annuaire.csv")
    var arrival = FileImport(.schools, into: town.territory)
    let checked = try arrival.add(town.folder.path("annuaire.csv"))
    #expect(checked.keptPart?.taken == 2 && checked.keptPart?.rows == 4)
    try arrival.take(SmallTown.work())
    let kept = town.territory.sourceFolder(.schools) + "/annuaire.csv"
    #expect(
      String(decoding: try Data(contentsOf: URL(fileURLWithPath: kept)), as: UTF8.self)
        == ([header] + own).joined(separator: "\n") + "\n")
    // All of it is the town's: the file stays as it is.
    try town.folder.write(([header] + own).joined(separator: "\n").utf8, "ville.csv")
    var whole = FileImport(.schools, into: town.territory)
    #expect(try whole.add(town.folder.path("ville.csv")).keptPart == nil)
    // None is: it is refused.
    try town.folder.write(([header] + others).joined(separator: "\n").utf8, "paris.csv")
    var none = FileImport(.schools, into: town.territory)
    #expect(throws: ImportRefusal.self) { _ = try none.add(town.folder.path("paris.csv")) }
  }

  @Test func catchmentsOfADepartementAreCutToTheTown() throws {
    let town = try OSMTerritory.filled()
    try town.folder.write("name: Ville\ninsee: 54999\n".utf8, "ville/relais.yml")
    let territory = try Territory(at: town.folder.path("ville"))
    let rows = [
      "code_insee;voie;uai;secteur_unique", "54999;Rue A;0540001A;", "54395;Rue B;0540002B;",
      "54999;;0540001A;O", "54395;;0540003C;O",
    ]
    try town.folder.write(rows.joined(separator: "\r\n").utf8, "carte.csv")
    var arrival = FileImport(.catchments, into: territory)
    let checked = try arrival.add(town.folder.path("carte.csv"))
    #expect(checked.keptPart?.taken == 2 && checked.keptPart?.rows == 4)
    try arrival.take(SmallTown.work())
    let kept = territory.sourceFolder(.catchments) + "/carte.csv"
    #expect(
      String(decoding: try Data(contentsOf: URL(fileURLWithPath: kept)), as: UTF8.self)
        == [rows[0], rows[1], rows[3]].map { $0 + "\r\n" }.joined())
  }
}
