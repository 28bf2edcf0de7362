import Foundation
import RelaisTestSupport
import Testing

/// A person asks to see what is held of them, then to be erased.
@Suite struct PersonalDataTests {
  private static let name = "Zélie Canari-Volant"
  private static let phone = "06 98 76 54 32"

  private func town() throws -> RegistryTown {
    let town = try RegistryTown()
    let text = """
      nom;adresse;lon;lat;contact;tel;mail;notes
      Librairie;1 rue B;6,18;48,69;\(Self.name);698765432;zelie@exemple.fr;voir Mme CANARI VOLANT le lundi
      Autre;2 rue B;6,19;48,69;Jean Martin;0383000002;;appeler 0698765432, ami de la librairie

      """
    try town.relais("adherents", "import", try town.folder.write(text.utf8, "source.csv"))
    try FileManager.default.removeItem(atPath: town.folder.path("source.csv"))
    try town.relais(
      "adherents", "set", "librairie", "notes=\(Self.name), \(Self.phone)", "--reason",
      "Zelie Canari-Volant appelle du +33698765432")
    return town
  }

  /// Files in which one of the canaries stands, in any of the shapes it was written in.
  private func traces(in town: RegistryTown) throws -> [String] {
    let canaries = [
      "Canari", "CANARI", "canari", "Volant", "VOLANT", "698765432", "98 76 54 32", "zelie@",
    ]
    let all = try FileManager.default.subpathsOfDirectory(atPath: town.folder.path(""))
    return try all.sorted().flatMap { name -> [String] in
      var isFolder: ObjCBool = false
      FileManager.default.fileExists(atPath: town.folder.path(name), isDirectory: &isFolder)
      if isFolder.boolValue { return [] }
      let bytes = Data(try town.folder.read(name))
      return canaries.filter { bytes.range(of: Data($0.utf8)) != nil }.map { "\(name): \($0)" }
    }
  }

  @Test(
    .needs(.gdalForPython),
    arguments: [
      "librairie", name, "Mme CANARI-VOLANT Zélie", "+33 6 98 76 54 32", "ZELIE@exemple.fr",
    ])
  func anErasedPersonIsInNoByteOfAnyFile(named: String) throws {
    let town = try town()
    try town.relais("backup", "registry.gpkg.before-restore-test")
    #expect(!(try traces(in: town)).isEmpty)
    try town.relais("adherents", "erase-person", named)
    try town.relais("adherents", "export", "--public", "--csv", "p.csv", "--geojson", "p.geojson")
    try town.relais("adherents", "mailing", "--csv", "m.csv")
    #expect(try traces(in: town) == [])
    try town.expectSound()
    try town.expectValid()
    let other = try town.relais("adherents", "show", "autre").output
    #expect(other.contains("Jean Martin") && other.contains("ami de la librairie"))
    try town.relais("adherents", "export-person", Self.name, expecting: 1)
  }

  /// Columns and tables as people add them in QGIS, with the person in every shape.
  private static let additions = """
    ALTER TABLE establishments ADD COLUMN responsable TEXT;
    ALTER TABLE establishments ADD COLUMN portable INTEGER;
    ALTER TABLE establishments ADD COLUMN fiche BLOB;
    ALTER TABLE contacts ADD COLUMN memo TEXT;
    ALTER TABLE events ADD COLUMN suite TEXT;
    UPDATE establishments SET responsable = 'Mme Canari', portable = 698765432,
      fiche = x'FFD8' || CAST('Zélie Canari-Volant' AS BLOB) || x'00FF' WHERE name = 'Librairie';
    UPDATE establishments SET responsable = 'CANARI VOLANT Zelie ; 06.98.76.54.32', portable = 383000002
      WHERE name = 'Autre';
    UPDATE contacts SET memo = 'tel 0033 6 98-76-54-32 ou 06 11 22 33 44';
    UPDATE events SET suite = 'zelie@Exemple.fr, +33(0)6 98 76 54 32';
    CREATE TABLE visites (qui TEXT PRIMARY KEY, quoi TEXT NOT NULL) WITHOUT ROWID;
    INSERT INTO visites VALUES ('Zélie Canari-Volant', 'rien'), ('Z. CANARI-VOLANT', 'Volant-Canari'),
      ('Paul', 'ami de Canari le serin');
    CREATE TABLE tournee (fid INTEGER PRIMARY KEY, tel INTEGER NOT NULL, nom TEXT UNIQUE);
    INSERT INTO tournee VALUES (1, 33698765432, 'Canari-Volant'), (2, 17, 'canari volant');
    """

  @Test(.needs(.python3)) func anErasedPersonIsInNoColumnOrTableThatWasAdded() throws {
    let town = try town()
    // As another program would: without our functions, and without overwriting what it frees.
    let edited = try Programs.run(
      Program.python3.path,
      [
        "-c",
        """
        import sqlite3, sys
        c = sqlite3.connect(sys.argv[1])
        c.execute("PRAGMA trusted_schema = ON")
        for name in ["ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY", "ST_IsEmpty"]:
            c.create_function(name, 1, lambda blob: 0, deterministic=True)
        c.executescript(sys.argv[2])
        c.commit()
        """, town.registry, Self.additions,
      ])
    #expect(edited.status == 0, "\(edited.output)")
    let mentions = try town.relais("adherents", "export-person", Self.name).json["mentions"].list
    let places = Set(mentions.map { ($0["table"].text ?? "") + "." + ($0["column"].text ?? "") })
    #expect(
      places.isSuperset(of: [
        "establishments.responsable", "establishments.portable", "establishments.fiche",
        "contacts.memo", "events.suite", "visites.qui", "tournee.tel",
      ]))
    let said = try town.relais("adherents", "erase-person", Self.name, "--lang", "en").output
    #expect(said.contains("establishments.responsable (2)") && said.contains("tournee.tel (1)"))
    // A surname alone may be anybody's where it is not of one's own establishment; it is listed.
    let parts = ["Canari", "CANARI", "canari", "Volant", "VOLANT"]
    let left = try traces(in: town).filter { trace in !parts.contains { trace.hasSuffix($0) } }
    #expect(said.contains("Left, for a part of the name") && said.contains("visites.qui"))
    #expect(left == [])
    let rows = try Programs.run(
      Program.python3.path,
      [
        "-c",
        """
        import sqlite3, sys
        c = sqlite3.connect(sys.argv[1])
        for sql in ["SELECT responsable, portable FROM establishments ORDER BY name",
                    "SELECT memo FROM contacts ORDER BY id LIMIT 1",
                    "SELECT qui, quoi FROM visites ORDER BY 1", "SELECT tel, nom FROM tournee"]:
            for row in c.execute(sql): print("|".join(map(str, row)))
        """, town.registry,
      ]
    ).output.split(separator: "\n").map(String.init)
    #expect(
      rows == [
        "[…] ; […]|383000002", "Mme […]|None", "tel […] ou 06 11 22 33 44",
        "Paul|ami de Canari le serin", "Z. CANARI-VOLANT|Volant-Canari", "[…]|rien",
        "0|Canari-Volant", "17|canari volant",
      ])
    try town.expectSound()
    try town.relais("adherents", "export-person", Self.name, expecting: 1)
  }

  @Test func somebodyWhoIsInNoContactIsErasedFromWhereTheyAreNamed() throws {
    let town = try town()
    try town.relais("adherents", "set", "autre", "notes=demander Zoé Serin, 07 11 22 33 44")
    #expect(
      try town.relais("adherents", "export-person", "serin zoe").json["mentions"].list.count == 1)
    try town.relais("adherents", "erase-person", "+33 7 11 22 33 44")
    try town.relais("adherents", "erase-person", "Zoé Serin")
    let bytes = Data(try town.folder.read("registry.gpkg"))
    #expect(bytes.range(of: Data("Serin".utf8)) == nil)
    #expect(bytes.range(of: Data("11 22 33".utf8)) == nil)
    #expect(try town.relais("adherents", "show", "autre").output.contains("Jean Martin"))
    try town.relais("adherents", "erase-person", "Zoé", expecting: 1)
  }

  @Test(.needs(.ogrinfo)) func whatCannotBeErasedIsTold() throws {
    let town = try town()
    for sql in [
      "CREATE TABLE strict_one (who TEXT CHECK (who = 'Zélie Canari-Volant'))",
      "INSERT INTO strict_one VALUES ('Zélie Canari-Volant')",
    ] {
      #expect(try Programs.run(Program.ogrinfo.path, [town.registry, "-sql", sql]).status == 0)
    }
    let before = try town.folder.read("registry.gpkg")
    let refused = try town.relais("adherents", "erase-person", Self.name, expecting: 1)
    #expect(refused.errors.contains("strict_one.who"))
    #expect(try town.folder.read("registry.gpkg") == before)
    let named = "ALTER TABLE strict_one RENAME TO \"Zélie Canari-Volant\""
    for sql in ["DELETE FROM strict_one", named] {
      #expect(try Programs.run(Program.ogrinfo.path, [town.registry, "-sql", sql]).status == 0)
    }
    let told = try town.relais("adherents", "erase-person", Self.name, expecting: 1)
    #expect(told.errors.contains("QGIS"))
    #expect(!(try town.relais("adherents", "show", "librairie").output.contains("Canari")))
  }

  @Test func anImportDoesNotBringAnErasedPersonBack() throws {
    let town = try town()
    try town.relais("adherents", "erase-person", "librairie")
    let text =
      "nom;adresse;lon;lat;contact;tel\nLibrairie;1 rue B;6,18;48,69;\(Self.name);698765432\n"
    let file = try town.folder.write(text.utf8, "again.csv")
    try town.relais("adherents", "import", file)
    try FileManager.default.removeItem(atPath: file)
    #expect(try traces(in: town) == [])
  }

  @Test func aPersonSeesAllThatIsHeld() throws {
    let town = try town()
    let json = try town.relais("adherents", "export-person", "zelie canari volant").json
    #expect(json["schema"].text == "relais.person/1")
    #expect(json["contacts"].list.map { $0["phone"].text } == ["0698765432"])
    #expect(json["contacts"][0]["establishment_name"].text == "Librairie")
    #expect(json["mentions"].list.count == 4)
  }

  @Test func aMailingIsOfAdherentsUnlessAskedOtherwise() throws {
    let town = try town()
    try town.relais("adherents", "leave", "autre")
    let mailing = try town.relais("adherents", "mailing").output
    #expect(mailing.contains(Self.name) && !mailing.contains("Jean Martin"))
    let left = try town.relais("adherents", "mailing", "--state", "left").output
    #expect(left.contains("Jean Martin") && !left.contains(Self.name))
  }

  @Test func duplicatesAreListed() throws {
    let town = try town()
    #expect(try town.relais("adherents", "duplicates", "--strict").output.contains("doublon"))
    try town.relais(
      "adherents", "add", "LIBRAIRIE", "--kind", "shop", "--lon", "6.1801", "--lat", "48.69",
      "--anyway")
    let found = try town.relais("adherents", "duplicates", "--strict", expecting: 2)
    #expect(found.output.contains("50"))
  }
}

/// Contacts kept for longer than there is reason to.
@Suite struct RetentionTests {
  @Test(.needs(.gdalForPython)) func contactsOfThoseWhoLeftLongAgoAreListedThenErased() throws {
    let town = try RegistryTown()
    let text = """
      nom;adresse;contact;tel;date adhesion
      Ancien;1 rue B;Canari Un;0383000001;20/11/2018
      Récent;2 rue B;Canari Deux;0383000002;20/11/2018

      """
    try town.relais("adherents", "import", try town.folder.write(text.utf8, "c.csv"))
    try town.relais("adherents", "leave", "ancien", "--date", "2019-05-01")
    try town.relais("adherents", "leave", "récent")
    let list = try town.relais("adherents", "retention").output
    #expect(list.contains("Ancien") && !list.contains("Récent"))
    #expect(try town.relais("adherents", "show", "ancien").output.contains("Canari Un"))
    try town.relais("adherents", "retention", "--erase")
    let bytes = Data(try town.folder.read("registry.gpkg"))
    #expect(bytes.range(of: Data("Canari Un".utf8)) == nil)
    #expect(bytes.range(of: Data("Canari Deux".utf8)) != nil)
    #expect(!(try town.relais("adherents", "retention").output.contains("Ancien")))
    try town.relais("adherents", "retention", "--years", "0", expecting: 64)
    try town.expectValid()
  }
}
