import CoverageEngine
import Foundation
import RelaisRegistry
import RelaisReports
import RelaisTestSupport
import RelaisWording
import Testing

/// Candidates of a territory: where they come from, who is left out, what a visit changes.
@Suite struct CandidatesCommandTests {
  /// Two streets on earth with a bakery, a bar and a vacant shop on rue A and a pharmacy on rue B.
  private static let town = SmallTown.osm.replacingOccurrences(
    of: "</osm>",
    with: """
      <node id="101" version="1" lat="48.0001" lon="6.001"><tag k="shop" v="bakery"/>
      <tag k="name" v="Le Fournil"/><tag k="addr:street" v="Rue A"/></node>
      <node id="102" version="1" lat="48.0001" lon="6.004"><tag k="amenity" v="bar"/></node>
      <node id="103" version="1" lat="48.0001" lon="6.006"><tag k="shop" v="vacant"/></node>
      <node id="104" version="1" lat="48.0035" lon="6.0051"><tag k="amenity" v="pharmacy"/>
      <tag k="name" v="Pharmacie B"/></node>
      </osm>
      """)

  private func territory() throws -> RegistryTown {
    let town = try RegistryTown()
    try town.folder.write("name: Ville\ninsee: \"54395\"\n".utf8, "relais.yml")
    for kind in ["streets", "candidates", "adherents", "addresses"] {
      try FileManager.default.createDirectory(
        atPath: town.folder.path("sources/\(kind)"), withIntermediateDirectories: true)
    }
    try town.folder.write(Self.town.utf8, "sources/streets/town.osm")
    return town
  }

  private func proposed(_ town: RegistryTown) throws -> [String] {
    try town.relais("prospect", "--count", "5", "--json", "-", "--quiet").json["candidates"].list
      .compactMap { $0["id"].text }.sorted()
  }

  @Test func theShopsOfTheStreetsExtractAreCandidatesUnlessAListIsGiven() throws {
    let town = try territory()
    #expect(try proposed(town) == ["node/101", "node/104"])
    let said = try town.relais("prospect", "--count", "1", "--out", "p").output
    #expect(said.contains("1 × genre non sollicité"))
    let table = String(decoding: try town.folder.read("p/candidates_left_out.csv"), as: UTF8.self)
    #expect(table.contains("node/102;;Bar;") && table.contains("category-not-eligible"))
    let rejects = String(
      decoding: try town.folder.read("p/rejects/candidates-town.osm.csv"), as: UTF8.self)
    #expect(rejects.contains("node/103;not-open") || rejects.contains("node/103"))
    try town.folder.write("id;nom;lon;lat\nC1;Kiosque;6,009;48\n".utf8, "sources/candidates/l.csv")
    #expect(try proposed(town) == ["C1"])
    try town.folder.write(
      "name: Ville\ncandidates: { streets: true }\n".utf8, "relais.yml")
    #expect(try proposed(town) == ["C1", "node/101", "node/104"])
  }

  @Test func aTownSaysWhichKindsItAsks() throws {
    let town = try territory()
    try town.folder.write(
      "id;eligible;acceptation\nbar;oui;0,2\nbakery;non;\n".utf8, "categories.csv")
    #expect(try proposed(town) == ["node/102", "node/104"])
    try town.folder.write("id;eligible\nbar;jamais\n".utf8, "categories.csv")
    let refused = try town.relais("prospect", "--count", "1", expecting: 1)
    #expect(refused.errors.contains("categories.csv, ligne 2"))
    #expect(refused.errors.contains("oui, non"))
    try town.folder.write("name: V\ncandidates: { communes: 5 }\n".utf8, "relais.yml")
    let slip = try town.relais("prospect", "--count", "1", "--lang", "en", expecting: 1)
    #expect(slip.errors.contains("line 2") && slip.errors.contains("54395"))
  }

  /// An extract's shops are taken with its streets; what is wrong with them is told no sooner.
  @Test func ofSeveralFaultsThatOfTheStreetsIsToldFirst() throws {
    let town = try territory()
    try town.folder.write("id;eligible\nbar;jamais\n".utf8, "categories.csv")
    try town.folder.write("nom;prix\nR1;6\n".utf8, "sources/adherents/r.csv")
    let streets = try town.folder.read("sources/streets/town.osm")
    try town.folder.write(streets.dropLast(30), "sources/streets/town.osm")
    func told() throws -> String {
      try town.relais("prospect", "--count", "1", expecting: 1).errors
    }
    #expect(try told().contains("town.osm"))
    try town.folder.write(streets, "sources/streets/town.osm")
    #expect(try told().contains("r.csv"))
    try town.folder.write("nom;lon;lat\nR1;6;48\n".utf8, "sources/adherents/r.csv")
    #expect(try told().contains("categories.csv"))
  }

  @Test func aNewTerritoryHasATableToEdit() throws {
    let folder = try TemporaryFolder()
    #expect(try Tool.run("init", "v", "--name", "V", in: folder).status == 0)
    let text = String(decoding: try folder.read("v/categories.csv").dropFirst(3), as: UTF8.self)
    #expect(text.hasPrefix("id;nom;name;name_de;mots;osm;naf;"))
    #expect(try folder.read("v/categories.csv").starts(with: [0xEF, 0xBB, 0xBF]))
    let configuration = String(decoding: try folder.read("v/relais.yml"), as: UTF8.self)
    #expect(configuration.contains("categories.csv"))
  }

  @Test func aVisitTakesACandidateUpAndTheNextListHeedsIt() throws {
    let town = try territory()
    let said = try town.relais("adherents", "visit", "node/101", "--outcome", "no").output
    #expect(said.contains("Le Fournil") && said.contains("refus"))
    try town.expectSound()
    #expect(try proposed(town) == ["node/104"])
    let left = try town.relais("prospect", "--count", "1", "--out", "p").output
    #expect(left.contains("1 × a refusé ou quitté il y a moins d’un an"))
    // Twice is one establishment, by the candidate's identifier or by its name.
    try town.relais("adherents", "visit", "le fournil", "--outcome", "yes")
    try town.relais("adherents", "visit", "node/101", "--outcome", "yes")
    let list = try town.relais("adherents", "list", "--json", "-").json
    #expect(list["establishments"].list.count == 1 || list["adherents"].list.count == 1)
    // A call-back leaves the list until its day.
    try town.relais(
      "adherents", "visit", "node/104", "--outcome", "call-back", "--call-back-on", "2999-01-01")
    #expect(try proposed(town).isEmpty)
    try town.relais("adherents", "set", "pharmacie b", "call_back_on=2020-01-01")
    #expect(try proposed(town) == ["node/104"])
    try town.relais(
      "adherents", "visit", "node/104", "--outcome", "not-eligible", "--condition", "street_front")
    #expect(try proposed(town).isEmpty)
    let unknown = try town.relais(
      "adherents", "visit", "node/999", "--outcome", "no", expecting: 1)
    #expect(unknown.errors.contains("node/999"))
  }

  @Test func everyVerbTakesTheIdentifiersAVisitTook() throws {
    let town = try territory()
    try town.folder.write(
      "id;nom;lon;lat;siret\nC-1;Le Fournil;6,001;48,0001;12345678900011\n".utf8,
      "sources/candidates/l.csv")
    try town.folder.write("name: Ville\ncandidates: { streets: true }\n".utf8, "relais.yml")
    try town.relais("adherents", "visit", "node/104", "--outcome", "yes")
    try town.relais("adherents", "join", "node/104", "--sticker", "12")
    try town.relais("adherents", "set", "node/104", "opening_hours=Mo-Fr 09:00-19:00")
    try town.relais("adherents", "follow-up", "node/104")
    try town.relais("adherents", "kit", "node/104", "--out", "kit.html")
    #expect(try town.relais("adherents", "show", "node/104").output.contains("Pharmacie B"))
    try town.relais("adherents", "suspend", "node/104")
    try town.relais("adherents", "leave", "node/104")
    try town.relais("adherents", "stickers", "--recovered", "node/104")
    // The list and the map know the bakery: it is taken up under the first identifier.
    try town.relais("adherents", "visit", "node/101", "--outcome", "yes")
    for code in ["node/101", "C-1", "12345678900011"] {
      #expect(try town.relais("adherents", "show", code).output.contains("Le Fournil"), "\(code)")
    }
    try town.expectSound()
    // Unlike one nobody has visited.
    let unknown = try town.relais("adherents", "show", "node/102", expecting: 1)
    #expect(unknown.errors.contains("node/102"))
  }

  @Test func aCallBackIsNotBeforeItsVisit() throws {
    let town = try territory()
    let call = ["adherents", "visit", "node/101", "--outcome", "call-back", "--call-back-on"]
    let refused = try Tool.run(call + ["2020-01-01"], in: town.folder)
    #expect(refused.status == 64)
    #expect(refused.errors.contains("1er\u{A0}janvier 2020"), "\(refused.errors)")
    #expect(!FileManager.default.fileExists(atPath: town.registry))
    // A visit written down later.
    #expect(
      try Tool.run(call + ["2020-01-08", "--date", "2020-01-01"], in: town.folder).status == 0)
  }

  @Test func aVisitMakesNoRegistryThatWouldHideTheFilesOfRelays() throws {
    let town = try territory()
    try town.folder.write(SmallTown.osmRelays.utf8, "sources/adherents/r.csv")
    let refused = try town.relais(
      "adherents", "visit", "node/101", "--outcome", "no", expecting: 1)
    #expect(refused.errors.contains("relais adherents import"))
    #expect(!FileManager.default.fileExists(atPath: town.registry))
  }

  private static let register =
    "siret;statutDiffusionEtablissement;libelleVoieEtablissement;codeCommuneEtablissement;"
    + "dateDebut;etatAdministratifEtablissement;enseigne1Etablissement;"
    + "activitePrincipaleEtablissement\n"
    + "12345678900011;O;X;54395;2026-06-30;F;LE FOURNIL;10.71C\n"
    + "12345678900029;P;[ND];54395;2020-01-01;A;[ND];10.71C\n"
    + "12345678900037;O;X;75101;2020-01-01;A;AILLEURS;10.71C\n"

  @Test func aRegisterOfTheCountryIsImportedForItsCommune() throws {
    let town = try territory()
    let stock = try town.folder.write(Self.register.utf8, "StockEtablissement.csv")
    let checked = try town.relais("check", stock).output
    #expect(checked.contains("sirene") && checked.contains("3"))
    let imported = try town.relais("import", "candidates", stock).output
    #expect(imported.contains("2 sur 3"))
    let kept = String(
      decoding: try town.folder.read("sources/candidates/StockEtablissement.csv"), as: UTF8.self)
    #expect(kept.split(separator: "\n").count == 3 && !kept.contains("AILLEURS"))
    // The register knows no hours: the map's shops still count beside it.
    #expect(try proposed(town).contains("node/104"))
  }

  @Test func aCompressedRegisterIsTakenAsItIsPublished() throws {
    let town = try territory()
    for (bytes, name) in [
      (ZipArchive.gzip(Self.register.utf8), "StockEtablissement.csv.gz"),
      (ZipArchive("StockEtablissement_utf8.csv", Self.register).bytes, "StockEtablissement.ZIP"),
    ] {
      let stock = try town.folder.write(bytes, name)
      #expect(try town.relais("check", stock).output.contains("sirene"))
      #expect(try town.relais("import", "candidates", stock).output.contains("2 sur 3"))
      let folder = town.folder.path("sources/candidates")
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder) == ["StockEtablissement.csv"])
      // What is damaged is not taken by half.
      try town.folder.write(bytes.dropLast(30), name)
      for command in [["check"], ["import", "candidates"]] {
        let refused = try Tool.run(command + [stock], in: town.folder)
        #expect(refused.status == 1 && refused.output == "")
        #expect(refused.errors.contains(name))
      }
      try FileManager.default.removeItem(atPath: folder + "/StockEtablissement.csv")
      // Prospection reads one where it lies.
      let used = try town.folder.write(bytes, "sources/candidates/" + name)
      try town.relais("prospect", "--count", "1", "--out", "p")
      let rejects = try town.folder.read("p/rejects/\(name).csv")
      #expect(String(decoding: rejects, as: UTF8.self).contains("12345678900011"))
      try FileManager.default.removeItem(atPath: used)
    }
  }

  @Test func aRegisterWithoutANeededColumnIsRefused() throws {
    let town = try territory()
    for column in ["codeCommuneEtablissement", "statutDiffusionEtablissement"] {
      let stock = try town.folder.write(
        Self.register.replacingOccurrences(of: column, with: "autre").utf8, "stock.csv")
      for command in [["check"], ["import", "candidates"]] {
        let refused = try Tool.run(command + [stock, "--lang", "en"], in: town.folder)
        #expect(refused.status == 1 && refused.output == "")
        #expect(refused.errors.contains("lacks: \(column)"))
      }
    }
    let kept = town.folder.path("sources/candidates")
    #expect(try FileManager.default.contentsOfDirectory(atPath: kept).isEmpty)
  }

  @Test func aRelayTheRegisterClosedIsAFinding() throws {
    let town = try territory()
    try town.folder.write(Self.register.utf8, "sources/candidates/stock.csv")
    try town.relais(
      "adherents", "add", "Autre nom", "--kind", "shop", "--state", "adherent", "--lon", "6.0001",
      "--lat", "48.0001", "--fact", "siret=12345678900011", "sticker=17")
    let said = try town.relais("prospect", "--count", "1", "--out", "p").errors
    #expect(said.contains("a fermé depuis le 30\u{A0}juin 2026"))
    #expect(said.contains("Autocollant à récupérer") && said.contains("17"))
    #expect(said.contains("Le Fournil"))
    let run = try town.relais("run")
    #expect(run.errors.contains("ne seraient plus couverts"))
    let findings = String(decoding: try town.folder.read("out/findings.csv"), as: UTF8.self)
    #expect(findings.contains("relay-closed"))
  }

  /// The extract without a node, or with another in its stead.
  private static func town(without node: Int, _ instead: String = "") -> String {
    let start = town.range(of: "<node id=\"\(node)\"")!.lowerBound
    let end = town[start...].range(of: "</node>")!.upperBound
    return town.replacingCharacters(in: start..<end, with: instead)
  }

  private func texts(_ town: RegistryTown, _ folder: String = "out") throws -> [String] {
    try ["findings.csv", "agent.csv"].map {
      String(decoding: try town.folder.read(folder + "/" + $0), as: UTF8.self)
    }
  }

  @Test(.needs(.gdalForPython), arguments: [false, true])
  func aRelayTheMapHasNoMoreIsAFindingUntilItIsBack(hasList: Bool) throws {
    let town = try territory()
    if hasList {
      // The list stands for the map's shops; whether relays are on the map is asked all the same.
      try town.folder.write(
        "id,nom,categorie,lon,lat\nL1,Pharmacie B,pharmacy,6.006,48.0001\n".utf8,
        "sources/candidates/list.csv")
    }
    try town.relais(
      "adherents", "add", "Le fournil", "--kind", "shop", "--state", "adherent", "--lon", "6.0011",
      "--lat", "48.0001", "--fact", "sticker=17")
    try town.relais("run", "--quiet")
    #expect(try texts(town).allSatisfy { !$0.contains("relay-closed") && !$0.contains("fermé") })
    let path = town.registry
    let today: String
    do {
      let store = try RegistryStore(path: path, for: .reading)
      defer { store.close() }
      let sighting = try #require(try store.sightings().first)
      #expect(try store.sightings().count == 1 && sighting.object == "node/101")
      today = sighting.day.iso
    }
    // The same run again changes no byte of the registry.
    let before = try town.folder.read("registry.gpkg")
    try town.relais("run", "--quiet")
    #expect(try town.folder.read("registry.gpkg") == before)
    try town.expectSound()

    let day = try #require(CalendarDay(today))
    let told = Wording(.french).date(day)
    try town.folder.write(Self.town(without: 101).utf8, "sources/streets/town.osm")
    let run = try town.relais("run")
    #expect(run.errors.contains("semble avoir fermé"), "\(run.errors)")
    for text in try texts(town) {
      #expect(text.contains("n’est plus sur la carte OpenStreetMap") && text.contains(told))
      #expect(text.contains("Autocollant à récupérer\u{A0}: 17"))
      #expect(text.contains("de rue ne seraient plus couverts"))
      #expect(text.contains("Le candidat le plus proche") && text.contains("Pharmacie B"))
    }
    #expect(try texts(town)[0].contains("relay-closed"))
    let english = try town.relais("run", "--lang", "en", "--out", "en")
    #expect(english.errors.contains("no longer on the OpenStreetMap map, last seen there on"))
    // `prospect` sees it too, and nobody forgets.
    let listed = try town.relais("prospect", "--count", "1", "--out", "p")
    #expect(listed.errors.contains("semble avoir fermé"))
    // A past day knows nothing of it.
    let past = try #require(CalendarDay(number: day.number - 1))
    try town.relais("run", "--as-of", past.iso, "--out", "past", "--quiet")
    #expect(try !texts(town, "past")[0].contains("relay-closed"))

    try town.folder.write(
      Self.town(
        without: 101,
        "<node id=\"101\" version=\"2\" lat=\"48.0001\" lon=\"6.001\"><tag k=\"shop\" v=\"optician\"/><tag k=\"name\" v=\"Optic A\"/></node>"
      ).utf8, "sources/streets/town.osm")
    #expect(try town.relais("run").errors.contains("a maintenant «\u{A0}Optic A\u{A0}» à sa place"))

    try town.folder.write(Self.town.utf8, "sources/streets/town.osm")
    try town.relais("run", "--quiet")
    #expect(try texts(town).allSatisfy { !$0.contains("relay-closed") && !$0.contains("fermé") })
    try town.expectSound()
    try town.expectValid()
  }

  @Test func anExtractCutElsewhereTellsNoClosure() throws {
    let town = try territory()
    try town.relais(
      "adherents", "add", "Le fournil", "--kind", "shop", "--state", "adherent", "--lon", "6.001",
      "--lat", "48.0001")
    try town.relais("run", "--quiet")
    let elsewhere = Self.town(without: 101).replacingOccurrences(of: "lon=\"6.", with: "lon=\"6.1")
    try town.folder.write(elsewhere.utf8, "sources/streets/town.osm")
    try town.relais("run", "--quiet")
    #expect(try !texts(town)[0].contains("relay-closed"))
    try town.folder.write(Self.town(without: 101).utf8, "sources/streets/town.osm")
    try town.relais("run", "--quiet")
    #expect(try texts(town)[0].contains("relay-closed"))
  }

  @Test func relaysOfAFileAreMissedByTheirMapIdentifier() throws {
    let town = try territory()
    try town.folder.write(
      "id;nom;lon;lat\nnode/101;Fournil;6,001;48,0001\nnode/999;Kiosque;6,002;48,0001\n".utf8,
      "sources/adherents/r.csv")
    try town.relais("run", "--quiet")
    let findings = String(decoding: try town.folder.read("out/findings.csv"), as: UTF8.self)
      .split(separator: "\r\n").filter { $0.contains("relay-closed") }
    #expect(findings.count == 1 && findings[0].contains("ne désigne plus aucun lieu"))
    #expect(!FileManager.default.fileExists(atPath: town.registry))
  }

  @Test func aHostileRegisterNeitherCrashesNorSteersATerminal() throws {
    let town = try territory()
    let header = Self.register.split(separator: "\n")[0]
    let rows = [
      "12345678900045;O;X;54395;x;A;\u{1B}[31m=CMD();10.71C", "\"open;O;X;54395",
      "12345678900052;O;X;54395;;A;<script>;47.71Z;extra", ";;;54395;;;;",
    ]
    let stock = try town.folder.write(
      ("\(header)\n" + rows.joined(separator: "\n")).utf8, "sources/candidates/stock.csv")
    let checked = try town.relais("check", stock)
    #expect(!checked.output.contains("\u{1B}"))
    let run = try town.relais("run")
    #expect(!run.output.contains("\u{1B}") && !run.errors.contains("\u{1B}"))
  }
}
