import RelaisTestSupport
import Testing

@testable import RelaisFormats
@testable import RelaisGeo

@Suite struct AddressReaderTests {
  private func read(_ text: String) throws -> ([AddressRecord], [DamagedRow], AddressReader.Format)
  {
    let reader = try AddressReader(InputFile(path: "ban.csv", bytes: Array(text.utf8)))
    var records: [AddressRecord] = []
    let rejected = reader.records { records.append($0) }
    #expect(records.count + rejected.count == reader.table.rowCount)
    return (records, rejected, reader.format)
  }

  @Test func nationalBaseIsRead() throws {
    let (records, rejected, format) = try read(
      """
      id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;code_insee_ancienne_commune;nom_ancienne_commune;x;y;lon;lat;type_position;alias;nom_ld;libelle_acheminement;nom_afnor;source_position;source_nom_voie;certification_commune;cad_parcelles
      54395_1_00012_bis;54395_1;12;bis;Rue de Metz;54000;54395;Nancy;;;934000;6848000;6.18;48.69;entrée;Rue Haute;;NANCY;RUE DE METZ;commune;commune;1;
      1053_2_3;1053_2;3;;Le Bourg;1000;1053;Bourg;;Ancien;;;5.2;46.2;parcelle;;Hameau;;;;;0;
      """)
    #expect(format == .national)
    #expect(rejected.isEmpty)
    #expect(records[0].id == "54395_1_00012_bis")
    #expect(records[0].number == 12)
    #expect(records[0].suffix == "bis")
    #expect(records[0].otherNames == ["Rue Haute", "RUE DE METZ"])
    #expect(records[0].kind == .entrance)
    #expect(records[0].position == Position(longitude: 6.18, latitude: 48.69))
    // Codes whose zero a spreadsheet took.
    #expect(records[1].postcode == "01000")
    #expect(records[1].cityCode == "01053")
    #expect(records[1].formerCity == "Ancien")
    #expect(records[1].hamlet == "Hameau")
  }

  @Test func localBaseIsRead() throws {
    let (records, rejected, format) = try read(
      """
      cle_interop,uid_adresse,voie_nom,lieudit_complement_nom,numero,suffixe,commune_insee,commune_nom,position,long,lat,x,y,cad_parcelles,source,date_der_maj
      54395_1_00012,,Rue de Metz,,12,,54395,Nancy,délivrance postale,6.18,48.69,,,,,2024-01-01
      54395_9_99999,,La Cure,,99999,,54395,Nancy,segment,6.2,48.7,,,,,2024-01-01
      54395_1_00014,,Rue de Metz,,14,,54395,Nancy,,,,934235.94,6848430.46,,,2024-01-01
      54395_1_00016,,Rue de Metz,,16,,54395,Nancy,,,,,,,,2024-01-01
      54395_1_00018,,,,18,,54395,Nancy,,6.2,48.7,,,,,2024-01-01
      54395_1_000xx,,Rue de Metz,,douze,,54395,Nancy,,6.2,48.7,,,,,2024-01-01
      54395_1_00020,,Rue de Metz,,20,,54395,Nancy,,6.2,148.7,,,,,2024-01-01
      """)
    #expect(format == .local)
    #expect(records.map(\.number) == [12, nil, 14])
    #expect(records[0].kind == .delivery)
    // Lambert-93 of a published point: 6.183270 E, 48.693524 N.
    #expect(abs(records[2].position.x - 6.18327) < 1e-6)
    #expect(abs(records[2].position.y - 48.693524) < 1e-6)
    #expect(
      rejected.map(\.defect.kind) == [.notANumber, .missingValue, .notANumber, .outOfRange])
    #expect(rejected.map(\.place) == [.line(5), .line(6), .line(7), .line(8)])
  }

  @Test func exportsThatWriteNAForNothingAreUnderstood() throws {
    let (records, _, _) = try read(
      "\"\",\"id\",\"numero\",\"rep\",\"nom_voie\",\"lon\",\"lat\",\"nom_ld\",\"alias\"\n\"1\",\"a\",1,\"\",\"Rue A\",2.4,48.9,NA,NA\n"
    )
    #expect(records[0].hamlet == nil)
    #expect(records[0].otherNames.isEmpty)
    #expect(records[0].id == "a")
  }

  @Test func otherTablesAreNone() throws {
    for text in [
      "id,lon,lat\n1,2,3\n", "numero,nom_voie\n1,Rue A\n", "adresse;cp\n1 rue A;54000\n",
    ] {
      #expect(throws: FormatError.self) {
        try AddressReader(InputFile(path: "x.csv", bytes: Array(text.utf8)))
      }
    }
  }

  @Test func formerColumnsAreRead() throws {
    let (records, rejected, _) = try read(
      """
      id;nom_voie;id_fantoir;numero;rep;code_insee;code_post;alias;nom_ld;nom_afnor;libelle_acheminement;x;y;lon;lat;nom_commune
      A_1;rue des lilas;0020;1;"";2a004;20998;"";"";RUE DES LILAS;AJAC PLAGE;1;1;8.7;41.9;Ajac
      A_2;;0021;2;"";2a004;20998;"";Les Prés;LES PRES;AJAC PLAGE;1;1;8.7;41.9;Ajac
      """)
    #expect(rejected.isEmpty)
    #expect(records.map(\.postcode) == ["20998", "20998"])
    #expect(records.map(\.cityCode) == ["2A004", "2A004"])
    #expect(records.map(\.street) == ["rue des lilas", "Les Prés"])
    #expect(records[0].otherCities == ["AJAC PLAGE"])
  }

  @Test func regionalLanguagesAndToponymsAreRead() throws {
    let (records, rejected, format) = try read(
      """
      cle_interop;voie_nom;voie_nom_bre;commune_nom;commune_nom_bre;numero;suffixe;commune_insee;long;lat
      2_1_00003;Rue du Four;Straed ar Forn;Ker-Ex;Kêr-Skouer;3;;29998;-4.1;48
      2_2_00004;;Straed an Ti;Ker-Ex;Kêr-Skouer;4;;29998;-4.1;48
      """)
    #expect(format == .local && rejected.isEmpty)
    #expect(records.map(\.street) == ["Rue du Four", "Straed an Ti"])
    #expect(records.map(\.otherNames) == [["Straed ar Forn"], []])
    #expect(records[0].otherCities == ["Kêr-Skouer"])
    let (newer, _, own) = try read(
      "id_ban_adresse;toponyme;toponyme_eus;numero;commune_insee;commune_nom;long;lat\nx;Rue du Four;Labe karrika;3;64999;Etx;-1.1;43\n"
    )
    #expect(own == .local)
    #expect(newer[0].street == "Rue du Four" && newer[0].otherNames == ["Labe karrika"])
  }
}
