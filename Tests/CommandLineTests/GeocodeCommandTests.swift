import Foundation
import RelaisTestSupport
import Testing

@Suite struct GeocodeCommandTests {
  /// rue A of `SmallTown.osm`, numbers 1 to 9 every 50 m or so; Bourg only.
  static let base: String = {
    var text =
      "id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;nom_ancienne_commune;x;y;lon;lat;type_position;alias;nom_ld\n"
    for number in [1, 2, 3, 4, 5, 9] {
      text +=
        "54001_a_\(number);54001_a;\(number);;Rue A;54100;54001;Bourg;;;;\(6 + 0.0005 * Double(number));48.0001;entrée;;\n"
      text +=
        "54001_b_\(number);54001_b;\(number);;Rue Saint-Éloi;54100;54001;Bourg;;;;6.005;\(48 + 0.0003 * Double(number));entrée;;\n"
    }
    return text
  }()

  private func folder(_ csv: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.base.utf8, "ban.csv")
    try folder.write(csv.utf8, "in.csv")
    return folder
  }

  /// Text with plain spaces for the no-break ones.
  private func plain(_ text: String) -> String {
    text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
  }

  private func rows(_ text: String, _ delimiter: Character = ";") -> [[String]] {
    text.split(separator: "\r\n").map {
      $0.split(separator: delimiter, omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func everyRowComesOutInOrderWithItsColumns() throws {
    let folder = try folder(
      "nom;adresse;cp;ville\nX;3 RUE A;54100;BOURG\nY;3 rue A;75001;Paris\nZ;;;\nW;7 rue A;54100;Bourg\nV;2, r St Eloi;;Bourg\n"
    )
    let outcome = try Tool.run("geocode", "in.csv", "--addresses", "ban.csv", in: folder)
    #expect(outcome.status == 0)
    let table = rows(outcome.output)
    #expect(
      table[0] == [
        "nom", "adresse", "cp", "ville", "result_lon", "result_lat", "result_x", "result_y",
        "result_score", "result_type", "result_label", "result_id", "result_housenumber",
        "result_street", "result_postcode", "result_citycode", "result_city", "result_check",
      ])
    #expect(table.count == 6)
    #expect(table.dropFirst().map { $0[0] } == ["X", "Y", "Z", "W", "V"])
    #expect(table[1][4...5] == ["6.0015000", "48.0001000"])
    #expect(
      table[1][8...] == [
        "1.0000", "housenumber", "3 Rue A 54100 Bourg", "54001_a_3", "3", "Rue A", "54100", "54001",
        "Bourg", "",
      ])
    #expect(table[2][4...16].allSatisfy { $0.isEmpty })
    #expect(table[2][17].contains("75001 paris"))
    #expect(table[3][17] == "aucune adresse sur cette ligne")
    #expect(table[4][9] == "interpolated")
    #expect(table[4][4] == "6.0035000")
    #expect(table[4][17].contains("le 5 et le 9"))
    #expect(table[5][11] == "54001_b_2")
    #expect(plain(outcome.errors).contains("5 lignes"))
  }

  @Test func fileIsWrittenWholeAndEnglishIsSpoken() throws {
    let folder = try folder("id,q\n1,\"7 rue A, Bourg\"\n")
    let outcome = try Tool.run(
      "geocode", "in.csv", "--addresses", "ban.csv", "--out", "out.csv", "--lang", "en", "--json",
      "totals.json", in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
    let text = String(decoding: try folder.read("out.csv"), as: UTF8.self)
    #expect(text.contains("placed between 5 and 9"))
    let totals = try JSON(folder.read("totals.json"))
    #expect(totals["schema"].text == "relais.geocode/1")
    #expect(totals["types"]["interpolated"].number == 1)
    #expect(totals["to_check"].number == 1)
    #expect(try folder.names == ["ban.csv", "in.csv", "out.csv", "totals.json"])
    let strict = try Tool.run(
      "geocode", "in.csv", "--addresses", "ban.csv", "--out", "out.csv", "--strict", in: folder)
    #expect(strict.status == 2)
  }

  @Test func secondRunReplacesItsResults() throws {
    let folder = try folder("adresse;ville\n3 rue A;Bourg\n")
    for (from, to) in [("in.csv", "once.csv"), ("once.csv", "twice.csv")] {
      _ = try Tool.run("geocode", from, "--addresses", "ban.csv", "--out", to, in: folder)
    }
    #expect(try folder.read("once.csv") == folder.read("twice.csv"))
  }

  @Test func brokenRowsAndHostileTextComeOutHarmless() throws {
    let folder = try folder(
      "id,adresse,ville\n1,3, rue A,Bourg\n2,\"3 rue A,Bourg\n=1+1,\"3 rue\nA\",Bourg\n")
    let outcome = try Tool.run("geocode", "in.csv", "--addresses", "ban.csv", in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("1,\"3, rue A\",Bourg,6.0015"))
    #expect(outcome.output.contains("ligne mal formée"))
    #expect(outcome.output.contains("'=1+1,\"3 rue\nA\",Bourg,6.0015"))
  }

  @Test func columnsThatAreNotThereAreSaid() throws {
    let folder = try folder("nom;note\na;b\n")
    let none = try Tool.run("geocode", "in.csv", "--addresses", "ban.csv", in: folder)
    #expect(none.status == 64)
    #expect(none.errors.contains("nom, note"))
    let wrong = try Tool.run(
      "geocode", "in.csv", "--addresses", "ban.csv", "--column", "x", in: folder)
    #expect(wrong.status == 64)
    let named = try Tool.run(
      "geocode", "in.csv", "--addresses", "ban.csv", "--column", "note", in: folder)
    #expect(named.status == 0)
    let noBase = try Tool.run("geocode", "in.csv", "--column", "note", in: folder)
    #expect(noBase.status == 64)
    let notABase = try Tool.run(
      "geocode", "in.csv", "--addresses", "in.csv", "--column", "note", in: folder)
    #expect(notABase.status == 1)
  }

  @Test func placeMayBeAnAddress() throws {
    let folder = try folder("x\n")
    try folder.write(SmallTown.osm.utf8, "town.osm")
    try folder.write(SmallTown.osmRelays.utf8, "relays.csv")
    let files = ["--streets", "town.osm", "--relays", "relays.csv", "--addresses", "ban.csv"]
    let found = try Tool.run(["explain", "3 r. A, Bourg"] + files, in: folder)
    #expect(found.status == 0)
    #expect(plain(found.output).contains("Trouvé : 3 Rue A 54100 Bourg"))
    #expect(found.output.contains("Couvert"))
    let json = try Tool.run(["explain", "3 r. A, Bourg", "--json", "-"] + files, in: folder).json
    #expect(json["address"]["type"].text == "housenumber")
    #expect(json["address"]["sure"].bool == true)
    let nowhere = try Tool.run(["explain", "3 rue Z, Paris 75001"] + files, in: folder)
    #expect(nowhere.status == 1)
    let noBase = try Tool.run(
      "explain", "3 rue A", "--streets", "town.osm", "--relays", "relays.csv", in: folder)
    #expect(noBase.status == 64)
  }

  @Test func territoryKeepsItsBaseReadyAndPlacesAdherents() throws {
    let folder = try folder("adresse;ville\n3 rue A;Bourg\n")
    _ = try Tool.run("init", "bourg", "--name", "Bourg", "--insee", "54001", in: folder)
    let imported = try Tool.run(
      "import", "addresses", "ban.csv", "--territory", "bourg", in: folder)
    #expect(imported.status == 0)
    #expect(
      plain(imported.output).contains("12 lignes, 12 numéros, 2 rues, 1 commune"))
    let cache = folder.path("bourg/cache")
    let names = try FileManager.default.contentsOfDirectory(atPath: cache)
    #expect(names.count == 1)
    let file = "bourg/cache/" + (names.first ?? "")
    let first = try Tool.run("geocode", "in.csv", "--territory", "bourg", in: folder).output
    #expect(first.contains("54001_a_3"))
    // A damaged cache is no cache.
    var bytes = try folder.read(file)
    bytes[bytes.count / 2] ^= 1
    try folder.write(bytes, file)
    #expect(try Tool.run("geocode", "in.csv", "--territory", "bourg", in: folder).output == first)

    try folder.write(
      "nom;adresse;ville\nSûr;3 rue A;Bourg\nDouteux;7 rue A;Bourg\nAilleurs;3 rue A;Paris\n".utf8,
      "list.csv")
    let list = try Tool.run(
      "adherents", "import", "list.csv", "--territory", "bourg", in: folder)
    #expect(list.status == 0)
    #expect(list.output.contains("le 5 et le 9"))
    #expect(list.output.contains("commune absente"))
    let json = try Tool.run("adherents", "list", "--json", "-", "--territory", "bourg", in: folder)
      .output
    #expect(json.contains("housenumber"))
    #expect(json.contains("interpolated"))
    let again = try Tool.run(
      "adherents", "import", "list.csv", "--territory", "bourg", in: folder)
    #expect(plain(again.output).contains("inchangées : 3"))
  }

  @Test func whoIsAddedOrMovesIsPlacedByTheAddress() throws {
    let folder = try folder("x\n")
    _ = try Tool.run("init", "bourg", "--name", "Bourg", "--insee", "54001", in: folder)
    _ = try Tool.run("import", "addresses", "ban.csv", "--territory", "bourg", in: folder)
    let added = try Tool.run(
      "adherents", "add", "Café", "--kind", "shop", "--address", "3 r. A", "--territory", "bourg",
      in: folder)
    #expect(added.status == 0)
    #expect(plain(added.errors).contains("Position d’après l’adresse : 3 Rue A 54100 Bourg."))
    func one() throws -> JSON {
      try Tool.run("adherents", "list", "--json", "-", "--territory", "bourg", in: folder)
        .json["adherents"][0]
    }
    let first = try one()
    #expect(first["position_source"].text == "housenumber")
    let code = first["code"].text ?? ""
    func set(_ facts: String...) throws -> Programs.Outcome {
      try Tool.run(["adherents", "set", code] + facts + ["--territory", "bourg"], in: folder)
    }

    let moved = try set("address=7 rue A")
    #expect(moved.errors.contains("à vérifier"))
    #expect(try one()["position_source"].text == "interpolated")
    #expect(try one()["lon"].number != first["lon"].number)

    let lost = try set("address=3 rue Inconnue")
    #expect(lost.errors.contains("Sans position"))
    #expect(try one()["lon"].number == nil)

    _ = try set("position=6.1 48.1", "position_source=hand")
    let kept = try set("address=3 rue A")
    #expect(kept.errors == "")
    #expect(try one()["lon"].number == 6.1)
  }

  @Test func interruptedWorkLeavesNothing() throws {
    let folder = try folder("x\n")
    var text = "adresse;ville\n"
    for number in 0..<12_000 { text += "\(number % 9 + 1) rue saint eloix;Bourg\n" }
    try folder.write(text.utf8, "many.csv")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Tool.path)
    process.arguments = ["geocode", "many.csv", "--addresses", "ban.csv", "--out", "out.csv"]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.standardError = Pipe()
    try process.run()
    // Once the file beside the target is there, work is under way.
    for _ in 0..<12_000 {
      if try folder.names.contains(where: { $0.hasPrefix(".out") }) { break }
      usleep(5000)
    }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(try folder.names == ["ban.csv", "in.csv", "many.csv"])
  }
}
