import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisRegistry
import RelaisTestSupport
import Testing

/// Candidates of extracts, registers and lists.
@Suite struct CandidatesImporterTests {
  private static func tags(_ pairs: [(String, String)]) -> String {
    pairs.map { "<tag k=\"\($0.0)\" v=\"\($0.1)\"/>" }.joined()
  }

  private func shops(_ body: String) throws -> Imported<CandidateSource> {
    let folder = try TemporaryFolder()
    let text = "<?xml version=\"1.0\"?><osm version=\"0.6\">\(body)</osm>"
    let file = try folder.write(text.utf8, "town.osm")
    return try #require(
      try CandidatesImporter(in: Surroundings(ground: .ellipsoid)).read([file]).first)
  }

  private func node(_ id: Int, _ pairs: [(String, String)], lon: Double = 6) -> String {
    "<node id=\"\(id)\" version=\"1\" lat=\"48\" lon=\"\(lon)\">\(Self.tags(pairs))</node>"
  }

  @Test func shopsOfAnExtractHaveTheirKindHoursAndAddress() throws {
    let shops = try shops(
      node(
        1,
        [
          ("shop", "bakery"), ("name", "Le Fournil"), ("opening_hours", "Mo-Fr 08:00-19:00"),
          ("addr:housenumber", "12"), ("addr:street", "Rue A"), ("addr:postcode", "54000"),
          ("ref:FR:SIRET", "123 456 789 00011"),
        ]) + node(2, [("amenity", "bench")]) + node(3, [("shop", "kite")])
        + node(4, [("shop", "vacant")])
        + node(5, [("disused:shop", "shoes"), ("old_name", "Au Pied")])
        + node(6, [("shop", "bakery"), ("amenity", "bar")])
        + node(7, [("shop", "kite; clothes"), ("brand", "B")])
        + node(8, [("amenity", "library"), ("access", "private")])
        + node(9, [("shop", "books"), ("opening_hours", "off")]))
    let found = shops.value.candidates
    #expect(found.map(\.candidate.id) == ["node/1", "node/3", "node/6", "node/7"])
    let bakery = try #require(found.first)
    #expect(bakery.candidate.category == "bakery" && bakery.candidate.place.name == "Le Fournil")
    #expect(bakery.candidate.place.openingHours == "Mo-Fr 08:00-19:00")
    #expect(
      bakery.candidate.address.line == "12 Rue A"
        && bakery.candidate.address.postcode == "54000")
    #expect(bakery.candidate.siret == "12345678900011")
    #expect(found[1].candidate.category == "other-shop")
    #expect(shops.value.otherKinds == ["shop=kite": 1])
    // A bakery that is a bar is a bar; of two kinds of shop the one that is named.
    #expect(found[2].candidate.category == "bar")
    #expect(found[3].candidate.category == "clothes" && found[3].candidate.place.name == "B")
    #expect(shops.report.rows == 8 && shops.report.taken == 4)
    #expect(
      shops.report.rejected.map(\.code) == [.notOpen, .notOpen, .privateAccess, .notOpen])
    #expect(shops.report.defectCount == 0)
    // Whatever is some place lives; one that was does not.
    #expect(
      shops.value.living
        == ["node/1", "node/2", "node/3", "node/6", "node/7", "node/8", "node/9"])
    // One that was, by the name it bore.
    #expect(
      shops.value.closed == [
        ClosedEstablishment(
          .map, siret: nil, name: "Au Pied", position: Position(x: 6, y: 48), since: nil)
      ])
  }

  @Test func onePassTakesTheStreetsAndShopsThatTwoWouldTake() throws {
    let folder = try TemporaryFolder()
    let nodes =
      (1...6).map { node($0, $0 == 2 ? [("entrance", "main")] : [], lon: 6 + Double($0) / 1e3) }
      + [
        node(11, [("shop", "bakery"), ("name", "Le Fournil")]), node(12, [("amenity", "bench")]),
        node(13, [("disused:shop", "shoes"), ("name", "Au Pied")]),
      ]
    func way(_ id: Int, _ nodes: [Int], _ pairs: [(String, String)]) -> String {
      "<way id=\"\(id)\" version=\"1\">" + nodes.map { "<nd ref=\"\($0)\"/>" }.joined()
        + Self.tags(pairs) + "</way>"
    }
    let ways = [
      way(1, [1, 2, 3, 99], [("highway", "residential"), ("name", "Rue A")]),
      way(2, [2, 4, 5, 2], [("shop", "florist"), ("name", "Rue A")]),
      way(3, [3, 6], [("highway", "motorway"), ("amenity", "bar")]),
    ]
    for (name, parts) in [("town.osm", nodes + ways), ("unsorted.osm", ways + nodes)] {
      let file = try folder.write("<osm version=\"0.6\">\(parts.joined())</osm>".utf8, name)
      let surroundings = Surroundings(ground: .ellipsoid)
      let both = try StreetsImporter.read(file, in: surroundings, shopsBy: .standard)
      let shops = try #require(both.shops)
      let streets = try StreetsImporter.read(file, in: surroundings)
      let alone = try #require(try CandidatesImporter(in: surroundings).read([file]).first)
      #expect(both.streets.report.rows == 2 && streets.report.rows == 2)
      #expect(both.streets.report.rejected == streets.report.rejected)
      #expect(both.streets.report.findings == streets.report.findings)
      #expect(
        NetworkBuilder.network(of: both.streets.value).vertices
          == NetworkBuilder.network(of: streets.value).vertices)
      #expect(shops.report.rows == 4 && alone.report.rows == 4)
      #expect(shops.report.rejected == alone.report.rejected)
      #expect(shops.value.candidates == alone.value.candidates)
      #expect(shops.value.candidates.map(\.candidate.id) == ["node/11", "way/2", "way/3"])
      #expect(shops.value.closed == alone.value.closed && shops.value.living == alone.value.living)
      #expect(shops.value.closed.map(\.name) == ["Au Pied"])
    }
  }

  @Test func whatATownTookOutOfItsTableStillLives() throws {
    let folder = try TemporaryFolder()
    let hall = node(1, [("amenity", "townhall")])
    let file = try folder.write("<osm version=\"0.6\">\(hall)</osm>".utf8, "town.osm")
    let other = try #require(CategoryTable.standard[CandidateCategory.otherShop])
    let source = try #require(
      try CandidatesImporter(
        categories: CategoryTable([other]), in: Surroundings(ground: .ellipsoid)
      ).read([file]).first)
    #expect(source.value.candidates.isEmpty && source.report.rows == 0)
    #expect(source.value.living == ["node/1"])
  }

  @Test func anAreaIsEnteredAtItsMainEntranceElseAtItsCentroid() throws {
    func corner(_ id: Int, _ x: Double, _ y: Double, _ pairs: [(String, String)] = []) -> String {
      "<node id=\"\(id)\" version=\"1\" lat=\"\(48 + y)\" lon=\"\(6 + x)\">\(Self.tags(pairs))</node>"
    }
    func area(_ id: Int, _ nodes: [Int]) -> String {
      "<way id=\"\(id)\" version=\"1\">"
        + (nodes + [nodes[0]]).map { "<nd ref=\"\($0)\"/>" }.joined()
        + Self.tags([("shop", "supermarket")]) + "</way>"
    }
    let found = try shops(
      corner(1, 0, 0) + corner(2, 0.002, 0, [("entrance", "yes")])
        + corner(3, 0.002, 0.002, [("entrance", "main")])
        + corner(4, 0, 0.002, [("entrance", "emergency")]) + corner(5, 0.01, 0)
        + corner(6, 0.012, 0) + corner(7, 0.012, 0.002) + corner(8, 0.01, 0.002)
        + area(10, [1, 2, 3, 4]) + area(11, [5, 6, 7, 8]) + area(12, [90, 91, 92])
    )
    let positions = found.value.candidates.map(\.candidate.place.position)
    #expect(found.value.candidates.map(\.candidate.id) == ["way/10", "way/11"])
    #expect(abs(positions[0].x - 6.002) < 1e-9 && abs(positions[0].y - 48.002) < 1e-9)
    #expect(abs(positions[1].x - 6.011) < 1e-7 && abs(positions[1].y - 48.001) < 1e-7)
    #expect(found.report.rejected.map(\.code) == [.noGeometry])
  }

  @Test func listsSayTheirCategoryInAnyWords() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      """
      id;nom;categorie;naf;lon;lat;adresse;siret;acceptation
      1;A;Pharmacie;;6,1;48,1;1 rue B;12345678900011;0,7
      2;B;;10.71C;6,1;48,1;;1,23457E+13;
      3;C;Zoo;92.00Z;6,1;48,1;;1234;
      4;D;Zoo;;6,1;48,1;;;
      5;E;;;6,1;48,1;;;
      6;F;Bar;;6,1;48,1;;;1,5
      7;G;Bar;;6,1;48,1;;;often
      8;H;Bar;;6,1;48,1;;;80%
      9;I;Bar;;6,1;48,1;;;12,5\u{A0}%
      10;J;Bar;;6,1;48,1;;;0
      11;K;Bar;;6,1;48,1;;;120 %

      """.utf8, "list.csv")
    let list = try #require(
      try CandidatesImporter(in: Surroundings(ground: .ellipsoid)).read([file]).first)
    #expect(
      list.value.candidates.map(\.candidate.category)
        == ["pharmacy", "bakery", "betting", "other-shop", nil, "bar", "bar"])
    #expect(list.value.candidates.suffix(2).map(\.candidate.acceptance) == [0.8, 0.125])
    let first = try #require(list.value.candidates.first?.candidate)
    #expect(first.acceptance == 0.7 && first.siret == "12345678900011")
    #expect(first.address.line == "1 rue B")
    #expect(list.value.candidates.dropFirst().allSatisfy { $0.candidate.siret == nil })
    #expect(
      list.report.findings == [
        Finding(.siretsNotRead(2, example: "1,23457E+13"), file: file)
      ])
    #expect(list.value.otherKinds == ["Zoo": 1])
    #expect(
      list.report.rejected.map(\.code) == [
        .acceptanceOutOfRange, .notANumber, .acceptanceOutOfRange, .acceptanceOutOfRange,
      ])
    #expect(list.report.rows == 11)
  }

  private static let header =
    "siret,statutDiffusionEtablissement,numeroVoieEtablissement,typeVoieEtablissement,"
    + "libelleVoieEtablissement,codePostalEtablissement,libelleCommuneEtablissement,"
    + "codeCommuneEtablissement,dateDebut,etatAdministratifEtablissement,enseigne1Etablissement,"
    + "activitePrincipaleEtablissement,coordonneeLambertAbscisseEtablissement,"
    + "coordonneeLambertOrdonneeEtablissement\n"

  @Test func theRegisterIsJoinedWithItsPositionsAndTheAddressBase() throws {
    let folder = try TemporaryFolder()
    func row(
      _ last: Int, _ naf: String, state: String = "A", diffusion: String = "O",
      xy: String = ","
    ) -> String {
      "123456789000\(last),\(diffusion),3,RUE,DE METZ,54000,NANCY,54395,2026-01-31,\(state),"
        + "SHOP \(last),\(naf),\(xy)\n"
    }
    let stock = try folder.write(
      (Self.header + row(10, "10.71C", xy: "934235.94,6848430.46") + row(11, "47.73Z")
        + row(12, "68.20B") + row(13, "10.71C", state: "F") + row(14, "47.71Z", diffusion: "P")
        + row(15, "47.71Z", diffusion: "P") + row(16, "47.99A") + row(17, "47.78B")
        + row(10, "10.71C")).utf8, "stock.csv")
    let geo = try folder.write(
      """
      siret;x;y;qualite_xy;epsg;plg_code_commune;y_latitude;x_longitude
      12345678900014;1;2;11;2154;54395;48.7;6.1
      12345678900015;1;2;33;2154;54395;48.7;6.1
      12345678900017;1;2;22;2154;54395;48.75;6.15

      """.utf8, "geo.csv")
    let bases = try folder.write(
      """
      id;numero;rep;nom_voie;code_postal;code_insee;nom_commune;lon;lat
      54395_1_00003;3;;Rue de Metz;54000;54395;Nancy;6.18;48.69

      """.utf8, "ban.csv")
    // The file of positions may come first.
    let base = try AddressBase.read([bases]).base
    let imported = try CandidatesImporter(
      in: Surroundings(ground: .ellipsoid), communes: ["54395"], addresses: { base }
    ).read([geo, stock])
    #expect(imported.map(\.report.format.code) == ["sirene", "sirene-positions"])
    let source = imported[0].value
    #expect(
      source.candidates.map(\.candidate.id)
        == [10, 11, 14, 17].map { "123456789000\($0)" })
    #expect(
      source.candidates.map(\.candidate.category) == [
        "bakery", "pharmacy", "clothes", "other-shop",
      ])
    let positions = source.candidates.map(\.candidate.place.position)
    #expect(abs(positions[0].x - 6.18327) < 1e-5)
    #expect(positions[1] == Position(longitude: 6.18, latitude: 48.69))
    #expect(positions[2] == Position(longitude: 6.1, latitude: 48.7))
    // A number found in the address base is better than a point anywhere in the street.
    #expect(positions[3] == Position(longitude: 6.18, latitude: 48.69))
    let veiled = source.candidates[2]
    #expect(
      veiled.isVeiled && veiled.candidate.place.name == nil && veiled.candidate.address.line == nil)
    #expect(source.closed.map(\.siret) == ["12345678900013"])
    #expect(source.closed.first?.since == CalendarDay("2026-01-31"))
    let report = imported[0].report
    #expect(report.rows == 9 && report.taken == 4)
    #expect(
      report.rejected.map(\.code)
        == [.notAShop, .notOpen, .noGeometry, .notAShop, .duplicateID])
    #expect(source.otherKinds == ["47.78B": 1])
  }

  @Test func positionsAloneAreNoCandidates() throws {
    let folder = try TemporaryFolder()
    let geo = try folder.write(
      "siret;qualite_xy;y_latitude;x_longitude\n12345678900014;11;48.7;6.1\n".utf8, "geo.csv")
    #expect(throws: FormatError.self) {
      try CandidatesImporter(in: Surroundings(ground: .ellipsoid)).read([geo])
    }
  }

  @Test(
    .needs(.data("geneva-osm/geneva.osm.pbf")))
  func genevaGivesItsShops() throws {
    let file = SharedData.path("geneva-osm/geneva.osm.pbf")
    let shops = try #require(
      try CandidatesImporter(in: Surroundings(ground: .ellipsoid)).read([file]).first)
    #expect(shops.report.rows == shops.report.taken + shops.report.rejected.count)
    let candidates = shops.value.candidates.map(\.candidate)
    let pharmacies = candidates.count { $0.category == "pharmacy" }
    #expect((50...80).contains(pharmacies))
    #expect(candidates.count { $0.place.kind?.text.hasPrefix("shop=") ?? false } > 1000)
    #expect(candidates.count { $0.place.openingHours != nil } > 800)
    #expect(Set(candidates.map(\.id)).count == candidates.count)
  }

  @Test func listsOfTheRegistersDirectoriesObeyStateAndDiffusion() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      Array(
        """
        siret;nom;etat_administratif;statut_diffusion;activite_principale;adresse;commune;lon;lat
        12345678900011;AU BON PAIN;A;O;10.71C;1 rue A;Bourg;6.1;48.1
        12345678900012;FERME DEPUIS;F;O;10.71C;2 rue A;Bourg;6.1;48.1
        12345678900013;DUPONT MARIE;A;P;96.21Y;3 rue A;Bourg;6.1;48.1
        12345678900014;CESSE;Fermé;O;10.71C;2 rue A;Bourg;6.1;48.1

        """.utf8), "annuaire.csv")
    let list = try #require(
      try CandidatesImporter(in: Surroundings(ground: .ellipsoid)).read([file]).first)
    #expect(list.report.rejected.map(\.code) == [.notOpen, .notOpen])
    let found = list.value.candidates
    #expect(found.map(\.isVeiled) == [false, true])
    #expect(found.map(\.candidate.place.name) == ["AU BON PAIN", nil])
    #expect(found.map(\.candidate.address.line) == ["1 rue A", nil])
    #expect(found.map(\.candidate.category) == ["bakery", "hairdresser"])
  }

  @Test func partsOfAnAddressArePutTogetherInLists() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      Array(
        "nom;N° voie;indrep;TYP_VOIE;Libellé de la voie;cp;ville;lon;lat\nX;3;bis;RUE;DES HALLES;54000;Bourg;6;48\n"
          .utf8), "list.csv")
    let list = try #require(
      try CandidatesImporter(in: Surroundings(ground: .ellipsoid)).read([file]).first)
    #expect(list.value.candidates.map(\.candidate.address.line) == ["3 bis RUE DES HALLES"])
  }
}
