import CoverageEngine
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// Who is who in a list that people changed.
@Suite struct AdherentKeysTests {
  private static let plain = """
    Nom;Adresse
    Boulangerie;1 rue A
    Pharmacie;2 rue B
    Zoo;3 rue C

    """

  /// Whether a second list is known to be about the three of the first.
  private func knowsAll(_ first: String, _ second: String) throws {
    let rig = try RegistryRig()
    let store = try rig.open()
    #expect(try rig.importFile(first, into: store).added.count == 3)
    let ids = try store.establishments().map(\.id)
    let report = try rig.importFile(second, into: store)
    #expect(report.added.isEmpty && report.rejected.isEmpty)
    #expect(try store.establishments().map(\.id) == ids)
  }

  @Test(arguments: [
    "Nom;Adresse;SIRET\nBoulangerie;1 rue A;73282932000074\nPharmacie;2 rue B;\nZoo;3 rue C;\n",
    "N°;Nom;Adresse\n1;Boulangerie;1 rue A\n2;Pharmacie;2 rue B\n3;Zoo;3 rue C\n",
    "Adresse;CP;Ville;Nom\n3 rue C;54000;Nancy;Zoo\n1 rue A;54000;Nancy;BOULANGERIE\n2 rue B;;;Pharmacie\n",
  ])
  func aColumnMoreChangesNothingElse(_ second: String) throws {
    try knowsAll(Self.plain, second)
    try knowsAll(second, Self.plain)
  }

  @Test(arguments: ["1,0", "1.0", "n°1", "N° 1", "001", "#1", "00001"])
  func aNumberIsKnownInEveryForm(_ form: String) throws {
    let rig = try RegistryRig()
    let store = try rig.open()
    let head = "N°;Nom;Adresse\n"
    try rig.importFile(head + "\"\(form)\";Boulangerie;1 rue A\n2;Zoo;3 rue C\n", into: store)
    // Known by the number alone: its address is another.
    let report = try rig.importFile(head + "1;Boulangerie;99 rue Z\n", into: store)
    #expect(report.added.isEmpty)
    #expect(report.changed.map(\.name) == ["Boulangerie"])
  }

  @Test func theSIRETKnowsWhoMovedAndTookAnotherName() throws {
    let rig = try RegistryRig()
    let store = try rig.open()
    try rig.importFile("Nom;Adresse;SIRET\nBoulangerie;1 rue A;73282932000074\n", into: store)
    let report = try rig.importFile(
      "Nom;Adresse;SIRET\nAu bon pain;9 rue Z;732 829 320 00074\n", into: store)
    #expect(report.added.isEmpty && report.changed.map(\.name) == ["Au bon pain"])
  }

  @Test func whatMayBeTwoIsAskedAndNotAdded() throws {
    let rig = try RegistryRig()
    let store = try rig.open()
    let head = "N°;Nom;Adresse;SIRET\n"
    try rig.importFile(
      head + "1;Mairie;1 place X;\n2;Mairie;1 place X;\n3;Zoo;3 rue C;73282932000074\n",
      into: store)
    #expect(try store.establishments().count == 3)
    // Two of one name at one place, and a number that names another than the SIRET.
    for row in ["Nom;Adresse\nMairie;1 place X\n", head + "1;Mairie;1 place X;73282932000074\n"] {
      let report = try rig.importFile(row, into: store)
      #expect(report.added.isEmpty && report.changed.isEmpty)
      #expect(report.rejected.map(\.code) == [.severalMatches])
    }
  }

  @Test func aBranchOfTheSameNameElsewhereIsAnother() throws {
    let rig = try RegistryRig()
    let store = try rig.open()
    try rig.importFile("N°;Nom;Adresse\n1;La Poste;1 rue A\n", into: store)
    let report = try rig.importFile("N°;Nom;Adresse\n2;La Poste;9 rue Z\n", into: store)
    #expect(report.added.count == 1)
  }
}
