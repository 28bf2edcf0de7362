import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisRegistry
import RelaisTestSupport
import Testing

/// The population grid, homes and catchments.
@Suite struct ChildrenAndCatchmentsTests {
  private let france = Surroundings(ground: .ellipsoid, projected: .epsg(2154))

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func file(_ text: String, _ name: String) throws -> String {
    try folder.write(text.utf8, name)
  }

  @Test func squaresAreReadFromTheirNamesInEveryVintage() throws {
    for header in [
      "idcar_200m,ind_0_3,ind_4_5,ind_6_10,ind_11_17,i_est_200",
      "Idcar_200m,Ind_0_3,Ind_4_5,Ind_6_10,Ind_11_17,I_est_200",
      "IdINSPIRE;Ind_0_3;Ind_4_5;Ind_6_10;Ind_11_17;I_est_cr",
    ] {
      let separator = header.contains(";") ? ";" : ","
      let rows = [
        ["CRS3035RES200mN2891800E3770600", "4", "1", "2.5", "7", "0"],
        ["CRS3035RES200mN2892000E3770600", "0.3", "", "1", "1", "1"],
        ["here", "1", "1", "1", "1", "0"],
        ["CRS3035RES200mN2892200E3770600", "1", "-1", "1", "1", "0"],
        ["CRS3035RES200mN2891800E3770600", "1", "1", "1", "1", "0"],
      ].map { $0.joined(separator: separator) }
      let path = try file(([header] + rows).joined(separator: "\n") + "\n", "grid.csv")
      let imported = try PopulationImporter.read(path, in: france)
      let cells = imported.value
      #expect(
        cells.map(\.square.north) == [2_891_800, 2_892_000])
      // A quarter of the youngest and the four and five year olds; four sevenths of the oldest.
      #expect(
        cells[0].children.map(\.millionths) == [2_000_000, 2_500_000, 4_000_000, 3_000_000])
      #expect(
        cells[1].children.map(\.millionths) == [75_000, 1_000_000, 571_428, 428_572])
      #expect(cells.map(\.isImputed) == [false, true])
      #expect(
        imported.report.rejected.map(\.code) == [.invalidText, .outOfRange, .duplicateID])
    }
  }

  @Test(
    .needs(.data(["bondy/insee-grid-200m.geojson", "bondy/ban-93010-2022.csv"])))
  func theChildrenOfARealTownAreSharedToTheLastFraction() throws {
    let imported = try PopulationImporter.read(
      SharedData.path("bondy/insee-grid-200m.geojson"), in: france)
    #expect(imported.value.count == 164)
    let total = imported.value.flatMap(\.children).reduce(Children.zero, +)
    var homes = try HomesImporter.read(SharedData.path("bondy/ban-93010-2022.csv"), in: france)
      .value
    let outcome = try ChildrenGrid(imported.value).share(over: &homes)
    let given = homes.flatMap { $0.children ?? [] }.reduce(Children.zero, +)
    #expect(given == outcome.shared)
    #expect(outcome.shared + outcome.withoutHome + outcome.elsewhere == total)
    #expect(outcome.withoutHome.number < total.number / 20)
  }

  @Test func homesOfAnAddressBaseKeepStreetAndNumber() throws {
    let path = try file(
      """
      id;numero;rep;nom_voie;lon;lat;type_position
      a;12;bis;Rue A;6.1;48.1;parcelle
      b;3;;Rue B;;48.1;
      a;4;;Rue A;6.1;48.1;
      c;5;;Rue C;6.1;95;
      a;12;bis;Rue A;6.2;48.2;entrée
      d;99999;;Hameau;6.1;48.1;
      """, "ban.csv")
    let imported = try HomesImporter.read(path, in: france)
    #expect(imported.value.map(\.id) == ["a"])
    #expect(imported.value[0].street == "Rue A")
    #expect(imported.value[0].number == 12)
    // Of an address with two positions, its entrance.
    #expect(imported.value[0].position == Position(longitude: 6.2, latitude: 48.2))
    #expect(
      imported.report.rejected.map(\.code) == [.notANumber, .duplicateID, .outOfRange])
    #expect(imported.report.rejected.map(\.place) == [.line(3), .line(4), .line(5)])
  }

  @Test func catchmentTablesSayStreetsNumbersAndSides() throws {
    let path = try file(
      """
      code_rne;type_et_libelle;numero_debut;numero_fin;parite
      0930043S;RUE DU PONT;1;99;I
      0930043S;RUE DU PONT;2;;pair
      0930044T;RUE DU PARC;;;
      0930044T;RUE X;un;;
      ;RUE Y;;;
      0930044T;RUE Z;1;2;gauche
      """, "secteurs.csv")
    let imported = try CatchmentsImporter.read(path, in: france)
    #expect(
      imported.value == [
        .init(
          school: "0930043S",
          extent: .numbers(street: "RUE DU PONT", from: 1, to: 99, parity: .odd)),
        .init(
          school: "0930043S",
          extent: .numbers(street: "RUE DU PONT", from: 2, to: nil, parity: .even)),
        .init(
          school: "0930044T",
          extent: .numbers(street: "RUE DU PARC", from: nil, to: nil, parity: .both)),
      ])
    #expect(
      imported.report.rejected.map(\.code) == [.notANumber, .missingValue, .outOfRange])
  }

  @Test func aDamagedFileIsAnErrorThatNamesIt() throws {
    for (name, text) in [
      ("grid.csv", "a,b\n1,2\n"),
      ("grid.geojson", "{\"type\":\"FeatureCollection\",\"features\":["),
    ] {
      let path = try file(text, name)
      #expect(throws: FormatError.self) { try PopulationImporter.read(path, in: france) }
      #expect(throws: FormatError.self) { try CatchmentsImporter.read(path, in: france) }
      #expect(throws: FormatError.self) { try SchoolsImporter.read(path, in: france) }
    }
  }
}
