import Foundation
import RelaisTestSupport
import Testing

/// A list as people keep it, by the built tool: what is doubtful stays so.
@Suite struct DoubtfulListTests {
  private static let addresses = """
    id;numero;rep;nom_voie;code_postal;code_insee;nom_commune;lon;lat
    54999_1_1;1;;Rue A;54999;54999;Ville;6.001234;48.000123
    54999_1_9;9;;Rue A;54999;54999;Ville;6.004321;48.000321

    """

  private func town() throws -> RegistryTown {
    let town = try RegistryTown()
    for folder in ["sources", "sources/streets", "sources/addresses"] {
      try FileManager.default.createDirectory(
        atPath: town.folder.path(folder), withIntermediateDirectories: true)
    }
    try town.folder.write(SmallTown.osm.utf8, "sources/streets/a.osm")
    try town.folder.write(Self.addresses.utf8, "sources/addresses/ban.csv")
    return town
  }

  @Test func streetsOfOtherTownsAreNotOursAndStreetsWithoutNumbersAreNoPoints() throws {
    let town = try town()
    try town.folder.write(
      """
      Nom;Adresse;CP;Ville;Autocollant
      Ici;1 rue A;54999;Ville;1
      Ailleurs;1 rue A;88000;Bourg-les-Autres;à donner
      Voisin;1 rue A;54998;;
      Flou;rue A;54999;Ville;
      \(String(repeating: "n", count: 301));1 rue A;54999;Ville;
      """.utf8, "list.csv")
    let told = try town.relais("adherents", "import", "list.csv")
    let plain = told.output.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    #expect(plain.contains("ligne 6 : Le nom est trop long"), "\(plain)")
    #expect(plain.contains("301 caractères, au plus 300"), "\(plain)")
    #expect(plain.contains("ligne 3 : sans position"), "\(plain)")
    #expect(plain.contains("ligne 4 : sans position"), "\(plain)")
    #expect(plain.contains("ligne 5 : position trouvée d’après l’adresse"), "\(plain)")
    let csv = try town.relais("adherents", "export", "--public", "--csv", "-").output
    let rows = csv.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let places = Dictionary(
      rows.dropFirst().map { ($0[1], [$0[7], $0[8], $0[11]]) }, uniquingKeysWith: { a, _ in a })
    #expect(places["Ici"] == ["6.0012340", "48.0001230", "point"])
    #expect(places["Ailleurs"] == ["", "", ""])
    #expect(places["Voisin"] == ["", "", ""])
    // The middle of the street, and no metre of it.
    #expect(places["Flou"]?[2] == "street")
    #expect(places["Flou"]?[0].split(separator: ".").last?.count == 3)
    let first = try town.relais("run")
    let said = first.errors.replacing("\u{A0}", with: " ")
    #expect(said.contains("« Ailleurs » n’a pas de position"), "\(said)")
    #expect(said.contains("Son adresse dit « 88000 Bourg-les-Autres »"), "\(said)")
    let page = String(decoding: try town.folder.read("out/public.html"), as: UTF8.self)
    #expect(page.contains("position approximative, rue seulement"))
    // What was said is not said again, but counted.
    let again = try town.relais("run").errors.replacing("\u{A0}", with: " ")
    #expect(!again.contains("« Ailleurs » n’a pas de position"), "\(again)")
    #expect(again.contains("déjà dite"), "\(again)")
    // A point somebody gives is taken at its word.
    try town.relais("adherents", "set", "Flou", "position=6.0023456 48.0001111")
    #expect(
      try town.relais("adherents", "export", "--public", "--csv", "-").output
        .contains("6.0023456,48.0001111"))
  }

  @Test func whatAPersonTypesWronglyIsSaidAndKept() throws {
    let town = try town()
    let added = try town.relais(
      "adherents", "add", "A", "--kind", "shop", "--lon", "6.001", "--lat", "48", "--phone", "0383",
      "--email", "nobody", "--fact", "opening_hours=selon saison")
    let plain = added.errors.replacing("\u{A0}", with: " ")
    #expect(plain.contains("le téléphone n’en a pas l’air"), "\(plain)")
    #expect(plain.contains("l’adresse électronique n’en a pas l’air"), "\(plain)")
    #expect(plain.contains("horaires pas compris"), "\(plain)")
    let strict = try town.relais(
      "adherents", "set", "A", "charter_on=2010-01-01", "--strict", expecting: 2)
    #expect(strict.errors.contains("novembre 2018"), "\(strict.errors)")
    #expect(try town.relais("adherents", "show", "A").output.contains("selon saison"))
    let long = String(repeating: "z", count: 400)
    let refused = try town.relais("adherents", "set", "A", "name=\(long)", expecting: 1)
    #expect(refused.errors.contains("400 caractères"), "\(refused.errors)")
    let new = try town.relais("adherents", "add", long, "--kind", "shop", expecting: 1)
    #expect(new.errors.contains("400 caractères"), "\(new.errors)")
  }

  @Test func stickersBelowNoneAreNamed() throws {
    let town = try town()
    try town.relais("adherents", "add", "A", "--kind", "shop", "--lon", "6.001", "--lat", "48")
    try town.relais("adherents", "stickers", "--bought", "1")
    let fine = try town.relais("adherents", "set", "A", "sticker=41")
    #expect(!fine.errors.contains("Il manque"), "\(fine.errors)")
    let given = try town.relais("adherents", "set", "A", "sticker=42")
    #expect(given.errors.contains("Il manque 1 au compte"), "\(given.errors)")
    #expect(
      given.errors.replacing("\u{A0}", with: " ").contains("n° 42 à « A »"), "\(given.errors)")
    #expect(try town.relais("adherents", "stickers").output.contains("Il manque 1"))
  }

  @Test func anErasureCutShortAndAnOpenFileAreSaidAndTheFileIsClosedByTheNextChange() throws {
    let town = try town()
    try town.relais(
      "adherents", "add", "A", "--kind", "shop", "--lon", "6.001", "--lat", "48", "--contact",
      "P. Q")
    try town.folder.write([], "registry.gpkg.erasing")
    chmod(town.registry, 0o644)
    let told = try town.relais("verify", "--strict", expecting: 2)
    #expect(told.errors.contains("relais adherents erase-person"), "\(told.errors)")
    #expect(told.errors.contains("chmod 600"), "\(told.errors)")
    let doctor = try town.relais("doctor").output
    #expect(doctor.contains("relais adherents erase-person"), "\(doctor)")
    #expect(doctor.contains("chmod 600"), "\(doctor)")
    try town.relais("adherents", "set", "A", "notes=x")
    let mode = try FileManager.default.attributesOfItem(atPath: town.registry)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(!(try town.relais("verify").errors.contains("chmod")))
    // A team that shares the file on purpose keeps it.
    chmod(town.registry, 0o664)
    try town.relais("adherents", "set", "A", "notes=y")
    let shared = try FileManager.default.attributesOfItem(atPath: town.registry)[.posixPermissions]
    #expect(shared as? Int == 0o660)
  }

  @Test func aSheetSavedAsAPageIsToldWithItsRemedy() throws {
    let town = try town()
    try town.folder.write(
      "<html><body><table><tr><td>Nom</td></tr></table></body></html>".utf8, "list.xls")
    let told = try town.relais("adherents", "import", "list.xls", expecting: 1)
    #expect(told.errors.contains("Enregistrer sous"), "\(told.errors)")
    #expect(!told.errors.contains("message d’erreur"), "\(told.errors)")
    // A page that is none stays one.
    try town.folder.write("<html><body>404</body></html>".utf8, "list.csv")
    #expect(
      try town.relais("adherents", "import", "list.csv", expecting: 1).errors
        .contains("message d’erreur"))
  }
}
