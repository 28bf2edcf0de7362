import Testing

@testable import RelaisFormats
@testable import RelaisGeo

@Suite struct AddressColumnsTests {
  private func input(_ text: String, named: [String] = []) throws -> AddressInput? {
    let table = try CSVReader.readEveryRow(
      InputFile(path: "a.csv", bytes: Array(text.utf8)), surplus: { _ in 0 })
    let columns =
      named.isEmpty ? AddressColumns(table.headers) : AddressColumns(table.headers, named: named)
    return columns?.input(table.rows[0])
  }

  @Test(arguments: [
    "id;adresse;code postal;ville\n1;12 rue A;54000;Nancy\n",
    "Numéro;Adresse du commerce;CP;Commune\n7;12 rue A;54000;Nancy\n",
    "numero_voie;type_voie;libelle_voie;cp;ville\n12;rue;A;54000;Nancy\n",
    "numeroVoieEtablissement,typeVoieEtablissement,libelleVoieEtablissement,codePostalEtablissement,libelleCommuneEtablissement\n12,rue,A,54000,Nancy\n",
    "mail_adresse;no;rue;code_postal;localite\nx@y.z;12;rue A;54000;Nancy\n",
  ])
  func columnsAreGuessed(_ text: String) throws {
    #expect(try input(text) == AddressInput("12 rue A", postcode: "54000", city: "Nancy"))
  }

  @Test(arguments: ["12.0", "n°12", "N° 12", "no 12", "12,0", "#12"])
  func numbersAreReadInWhateverFormSpreadsheetsGiveThem(_ number: String) throws {
    #expect(
      try input("numero;voie;cp;ville\n\(number);rue A;54000.0;Nancy\n")
        == AddressInput("12 rue A", postcode: "54000", city: "Nancy"))
    // A date is no number.
    #expect(
      try input("numero;voie;cp;ville\n12-janv;rue A;54000;Nancy\n")?.text.hasPrefix("12-janv")
        ?? false)
  }

  @Test func furtherLinesFollow() throws {
    #expect(
      try input("adresse1;adresse2;cp\nCafé;12 rue A;54000\n")
        == AddressInput("Café\n12 rue A", postcode: "54000"))
  }

  @Test func oneColumnIsTheAddress() throws {
    #expect(try input("lieux\n12 rue A\n") == AddressInput("12 rue A"))
    #expect(try input("nom;note\na;b\n") == nil)
  }

  @Test func columnsMayBeNamed() throws {
    #expect(
      try input("ou;cp;et\n12 rue A;54000;Nancy\n", named: ["ou", "et"])
        == AddressInput("12 rue A\nNancy", postcode: "54000"))
    #expect(try input("ou;cp\n12 rue A;54000\n", named: ["absent"]) == nil)
  }

  @Test func brokenRowsStayRows() throws {
    let text = "id,adresse,cp\n1,12, rue A,54000\n2,\"12 rue B,54000\n3,3 rue C,54000\n"
    let table = try CSVReader.readEveryRow(
      InputFile(path: "a.csv", bytes: Array(text.utf8)), surplus: { _ in 1 })
    #expect(table.rows.count == 3)
    #expect(table.mendedRows == [0, 1])
    #expect((0..<3).map { table.rows[0][$0] } == ["1", "12, rue A", "54000"])
    #expect((0..<3).map { table.rows[1][$0] } == ["2", "\"12 rue B", "54000"])
    #expect(table.rows[2][1] == "3 rue C")
  }

  @Test(arguments: [
    "n°;TYP_VOIE;Libellé de la voie;indrep", "num_voie;Type de voie;lib_voie;rep",
    "N° voie;Type voie;Nom de la voie;Indice de répétition", "Numéro;type_voie;Voie;BTQ",
    "numero_de_voie;nature de la voie;libelle_voie;ind_rep",
  ])
  func streetsInPartsArePutTogether(_ header: String) throws {
    let table = try CSVReader.read(Array((header + "\n12;RUE;DES CARMES;bis\n").utf8), file: "a")
    let columns = try #require(AddressColumns(table.headers))
    #expect(columns.input(try #require(table.rows.first)).text == "12 bis RUE DES CARMES")
  }
}
