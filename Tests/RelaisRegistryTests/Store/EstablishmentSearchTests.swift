import CoverageEngine
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// What people type, and whom it finds.
@Suite struct EstablishmentSearchTests {
  private static let list = """
    id;nom;adresse;commune;lon;lat;siret;autocollant;téléphone
    PR-001;Boulangerie Lefèvre;3 rue des Halles;Valmeuse;6,01;48,01;40483304800022;82;03 83 00 00 01
    PR-012;Boulangerie de la Gare;10 avenue de la Gare;Valmeuse;6,02;48,02;;;
    42;Café « L'Étoile »;5 place d'Armes;Valmeuse;6,03;48,03;;7;
    0043;Pharmacie du Théâtre;8 rue Haute;Orle;6,04;48,04;;;
    44;La Poste;1 rue Basse;Orle;6,05;48,05;;;
    45;La Poste;2 rue Neuve;Valmeuse;6,06;48,06;;;

    """

  private static func search() throws -> (EstablishmentSearch, RegistryStore) {
    let rig = try RegistryRig()
    let store = try rig.open()
    try rig.importFile(list, into: store)
    return (try store.search(), store)
  }

  @Test(
    arguments: [
      ("boulangerie lefevre", "name", ["Boulangerie Lefèvre"]),
      ("BOULANGERIE  LEFÈVRE", "name", ["Boulangerie Lefèvre"]),
      ("pr-1", "number", ["Boulangerie Lefèvre"]), ("PR-001", "number", ["Boulangerie Lefèvre"]),
      ("00042", "number", ["Café « L'Étoile »"]), ("43", "number", ["Pharmacie du Théâtre"]),
      ("1", "digits", ["Boulangerie Lefèvre"]), ("01", "digits", ["Boulangerie Lefèvre"]),
      ("n°1", "digits", ["Boulangerie Lefèvre"]),
      (" N° 012 ", "digits", ["Boulangerie de la Gare"]),
      ("404 833 048 00022", "siret", ["Boulangerie Lefèvre"]),
      ("0383000001", "phone", ["Boulangerie Lefèvre"]),
      ("+33 3 83 00 00 01", "phone", ["Boulangerie Lefèvre"]),
      ("82", "sticker", ["Boulangerie Lefèvre"]), ("n° 082", "sticker", ["Boulangerie Lefèvre"]),
      ("etoile", "words", ["Café « L'Étoile »"]),
      ("pharma theatre", "words", ["Pharmacie du Théâtre"]),
      ("la boulangerie", "words", ["Boulangerie de la Gare", "Boulangerie Lefèvre"]),
      ("poste", "words", ["La Poste", "La Poste"]), ("La Poste", "name", ["La Poste", "La Poste"]),
      ("poste orle", "wordsAndPlace", ["La Poste"]),
      ("boulangerie halles", "wordsAndPlace", ["Boulangerie Lefèvre"]),
      ("boulangrie lefevre", "guess", ["Boulangerie Lefèvre"]),
      ("boulangerie lefevbre", "guess", ["Boulangerie Lefèvre"]),
      ("étiole", "guess", ["Café « L'Étoile »"]), ("téhatre", "guess", ["Pharmacie du Théâtre"]),
      ("boulangerielefevr", "guess", ["Boulangerie Lefèvre"]),
      ("xyzt", nil, []), ("8 rue Haute", nil, []), ("", nil, []),
      ("le", "words", ["Boulangerie Lefèvre"]),
    ] as [(String, String?, [String])])
  func finds(text: String, level: String?, names: [String]) throws {
    let (search, store) = try Self.search()
    let found = search.found(text)
    #expect(found.map { "\($0.0)" } == level)
    #expect(found?.1.compactMap { $0.establishment()?.name } ?? [] == names)
    // By a guess nothing is written.
    guard level == "guess" else { return }
    #expect(throws: RegistryError.self) { try store.history(named: text) }
    #expect(try store.guess(named: text).isGuess)
  }

  @Test func aPartOfTheCodeIsEnoughAndAWholeNameIsBetter() throws {
    let rig = try RegistryRig()
    let store = try rig.open()
    let stamp = try RegistryRig.stamp()
    try store.write(stamp) { writer in
      try writer.add(id: "cafe0000-0000-4000-8000-000000000000", facts([.name: "Autre"]))
      try writer.add(id: "11110000-0000-4000-8000-000000000000", facts([.name: "Café"]))
    }
    #expect(try store.history(named: "cafe").establishment()?.name == "Café")
    #expect(try store.history(named: "cafe0").establishment()?.name == "Autre")
    #expect(try store.history(named: "1111").establishment()?.name == "Café")
    #expect(throws: RegistryError.unknownCode("111")) { try store.history(named: "111") }
  }

  @Test func whatFindsNobodyNamesTheNearest() throws {
    let (search, _) = try Self.search()
    #expect(search.found("Pharmacie de la Mairie") == nil)
    #expect(search.nearest("Pharmacie de la Mairie").first?.name == "Pharmacie du Théâtre")
    #expect(search.nearest("zzzz").isEmpty)
    let ranked = search.ranked("boulangerie", limit: 12).map(\.name)
    #expect(ranked == ["Boulangerie de la Gare", "Boulangerie Lefèvre"])
    #expect(search.ranked("boulang", limit: 1).count == 1)
  }

  @Test func aBareNumberOfTwoListsNamesBothAndANewHolderReplacesTheOld() throws {
    let rig = try RegistryRig()
    let store = try rig.open()
    try rig.importFile("id;nom;lon;lat\nPR-1;Un;6,01;48,01\nPR-2;Deux;6,02;48,02\n", into: store)
    #expect(try store.history(named: "1").establishment()?.name == "Un")
    try rig.importFile("id;nom;lon;lat\nAS-001;Trois;6,03;48,03\n", into: store)
    #expect(throws: RegistryError.self) { try store.history(named: "1") }
    #expect(try store.search().ranked("1").map(\.name).prefix(2) == ["Trois", "Un"])
    #expect(try store.history(named: "2").establishment()?.name == "Deux")
    // The list was numbered anew: whoever has a number last is meant.
    try rig.importFile("id;nom;lon;lat\nPR-2;Un;6,01;48,01\nPR-9;Deux;6,02;48,02\n", into: store)
    #expect(try store.history(named: "PR-2").establishment()?.name == "Un")
    #expect(try store.history(named: "9").establishment()?.name == "Deux")
  }

  @Test func aNumberThatCameLaterIsKnownLaterOn() throws {
    let rig = try RegistryRig()
    let store = try rig.open()
    try rig.importFile("nom;adresse;lon;lat\nUn;1 rue A;6,01;48,01\n", into: store)
    try rig.importFile("id;nom;adresse;lon;lat\nPR-7;Un;1 rue A;6,01;48,01\n", into: store)
    // Another name and point: the number and the address are left.
    let report = try rig.importFile(
      "id;nom;adresse;lon;lat\n PR-007 ;Un et fils;1 rue A;6,02;48,02\n", into: store)
    #expect([report.added.count, report.changed.count] == [1, 0])
    let same = try rig.importFile(
      "id;nom;adresse;lon;lat\npr-7;Un et filles;1 rue A;6,05;48,05\n", into: store)
    #expect([same.added.count, same.changed.count] == [0, 1])
  }
}
