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

  /// A grid of named squares, one child of 6 to 10 years each unless said otherwise.
  private func grid(_ squares: [String], children: Int = 1, _ name: String) throws -> String {
    try file(
      "idcar_200m,ind_0_3,ind_4_5,ind_6_10,ind_11_17\n"
        + squares.map { "\($0),0,0,\(children),0\n" }.joined(), name)
  }

  @Test func squaresOfTwoFilesCountOnceInTheLaterOne() throws {
    let files = [
      try grid(["CRS3035RES200mN2800000E4000000", "CRS3035RES200mN2800200E4000000"], "2017.csv"),
      try grid(
        ["CRS3035RES200mN2800000E4000000", "CRS3035RES200mN2800400E4000000"], children: 5,
        "2021.csv"),
      // The kilometre that holds them.
      try grid(
        ["CRS3035RES1000mN2800000E4000000", "CRS3035RES1000mN2801000E4000000"], children: 100,
        "km.csv"),
    ]
    let imported = try PopulationImporter.read(files: files, in: france)
    #expect(
      imported.map { $0.value.map(\.square.north) } == [
        [2_800_200], [2_800_000, 2_800_400], [2_801_000],
      ])
    #expect(imported[1].value[0].children[1] == Children(5))
    #expect(
      imported.map { $0.report.findings.map(\.kind) } == [
        [.knownTwice(1, by: .otherFile)], [], [.knownTwice(1, by: .otherFile)],
      ])
    #expect(imported.allSatisfy { $0.report.rows == $0.report.taken + $0.report.rejected.count })
  }

  @Test(arguments: [
    // Saint-Denis of Réunion, Fort-de-France: x and y by the series of Krüger, cut to 200 m.
    ("CRS2975RES200mN7690400E338400", 55.4481, -20.8789),
    ("CRS5490RES200mN1615600E708200", -61.0667, 14.6061),
  ])
  func gridsOverseasAreInTheirOwnSystems(_ name: String, _ x: Double, _ y: Double) throws {
    let imported = try PopulationImporter.read(
      grid([name], children: 3, "grid.csv"), in: france)
    var homes = [Home(id: "a", position: Position(longitude: x, latitude: y))]
    let outcome = try ChildrenGrid(imported.value).share(over: &homes)
    #expect(outcome.shared == Children(3), "\(outcome)")
  }

  @Test func addressesOfTwoFilesCountOnce() throws {
    let ban = try file(
      """
      id;numero;rep;nom_voie;code_insee;lon;lat
      1_1_00001;1;;Rue du Four;01001;6.1;48.1
      1_1_00002;2;bis;Avenue du Général Leclerc;01001;6.2;48.1
      1_1_00003;3;;Rue du Four;01001;6.3;48.1
      """, "ban.csv")
    let bal = try file(
      """
      cle_interop;voie_nom;numero;suffixe;commune_insee;long;lat
      1_1_00001;Rue du Four;1;;01001;6.1001;48.1
      x;AV DU GENERAL LECLERC;2;B;01001;6.2;48.1
      y;Rue du Four;2;;01001;6.2;48.1
      z;Rue du Four;3;;01001;6.31;48.1
      """, "bal.csv")
    let imported = try HomesImporter.read(files: [ban, bal], in: france)
    // Told apart: another suffix, and a street of the same name 700 m away.
    #expect(imported.map { $0.value.map(\.id) }[1] == ["1_1_00001", "x", "y", "z"])
    #expect(imported[0].value.map(\.id) == ["1_1_00002", "1_1_00003"])
    #expect(imported[0].report.findings.map(\.kind) == [.knownTwice(1, by: .otherFile)])
    // The same file twice.
    let twice = try HomesImporter.read(files: [ban, ban], in: france)
    #expect(twice.map(\.value.count) == [0, 3])
  }

  @Test func cataloguesOfADepartmentAreCutToTheTown() throws {
    let path = try file(
      """
      code_rne;type_et_libelle;n_de_voie_debut;n_de_voie_fin;parite;code_insee;libelle_commune;secteur_unique
      0990001A;RUE DU PONT;1;99;I;99100;VILLE;N
      0990001A/0990002B;AV DU GAL LECLERC;;;PI;99100;VILLE;N
      0990003C;;;;;99101;BOURG;O
      0990003C;;;;;99100;VILLE;
      0990004D;RUE DU PONT;1;99;I;99200;AUTRE;N
      """, "secteurs.csv")
    let imported = try CatchmentsImporter.read(path, communes: ["99100", "99101"], in: france)
    #expect(
      imported.value == [
        .init(
          school: "0990001A",
          extent: .numbers(street: "RUE DU PONT", from: 1, to: 99, parity: .odd), commune: "99100"),
        .init(
          school: "0990001A", alternatives: ["0990002B"],
          extent: .numbers(street: "AV DU GAL LECLERC", from: nil, to: nil, parity: .both),
          commune: "99100"),
        .init(school: "0990003C", extent: .commune, commune: "99101"),
      ])
    #expect(imported.report.rows == 4 && imported.report.rejected.map(\.code) == [.missingValue])
    #expect(imported.report.findings.map(\.kind) == [.rowsElsewhere(1)])
    let other = try CatchmentsImporter.read(path, communes: ["54395"], in: france)
    #expect(other.report.findings.map(\.kind) == [.noneInside(.catchments, of: 5)])
  }
}
