import CoverageEngine
import Foundation
import RelaisFormats
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// Spreadsheets as people keep them.
@Suite struct AdherentsImporterTests {
  private static let file = """
    Nom;Type;Adresse;Code Postal;Ville;LATITUDE;Longitude;Date d’adhésion;Téléphone;Contact;RDC;Couleur
    Boulangerie;commerce;12 rue A;54000;Nancy;48,6935;6,1834;20/11/2018;383123456;Mme Canari;oui;bleu
    ;;;;;;;;;;;
    Pharmacie;commerce;3 rue B;54000;Nancy;;;2019-01-02;03 83 11 22 33;;peut-être;
    ;commerce;4 rue C;54000;Nancy;48,69;6,18;;;;;
    Sans lieu;commerce;;;;;;;;;;
    Loin;commerce;;;;148,69;6,18;;;;;
    BOULANGERIE ;commerce;12 Rue A;54000;Nancy;48,6936;6,1834;;;;;
    "Café ""Le
    Coin\""";association;;;;48,70;6,19;;;;non;

    """

  @Test func everyRowIsTakenOrRejectedWithItsLineAndReason() throws {
    let rig = try RegistryRig()
    defer { withExtendedLifetime(rig) {} }
    let store = try rig.open()
    let report = try rig.importFile(Self.file, into: store)
    #expect(report.rows == 7 && report.emptyLines == 1)
    #expect(report.rows == report.added.count + report.rejected.count)
    #expect(report.added.map(\.name) == ["Boulangerie", "Pharmacie", "Café \"Le\nCoin\""])
    #expect(
      report.rejected.map(\.place) == [.line(5), .line(6), .line(7), .line(8)])
    #expect(
      report.rejected.map(\.code) == [
        .missingValue, .missingValue, .outOfRange, .duplicateRow,
      ])
    #expect(report.ignoredColumns == ["Couleur"])
    #expect(
      report.doubts.map(\.reason) == [
        .phoneZeroRestored, .valueLeftOut(.init(column: "RDC", text: "peut-être")),
        .positionMissing(nil),
      ])
    let bakery = try #require(try store.establishments().first { $0.name == "Boulangerie" })
    #expect(bakery.state == .adherent)
    #expect(bakery.kind == .shop)
    #expect(bakery.position == Position(longitude: 6.1834, latitude: 48.6935))
    #expect(bakery.text(.charterOn) == "2018-11-20")
    #expect(bakery.check(.groundFloor) == .yes)
    #expect(try store.contacts()[bakery.id]?.first?.phone == "0383123456")
    #expect(
      try store.establishments(on: RegistryRig.day("2018-11-20")).map(\.name) == ["Boulangerie"])
    #expect(try RegistryVerification.problems(of: store) == [])
  }

  /// A rehearsal writes no row, an import all of them: both say the same, of a new registry and of a known one.
  @Test func aRehearsalSaysWhatTheImportThenDoes() throws {
    let rig = try RegistryRig()
    defer { withExtendedLifetime(rig) {} }
    let store = try rig.open()
    let second = Self.file.replacingOccurrences(of: "03 83 11 22 33", with: "03 83 11 22 34")
      .replacingOccurrences(of: "12 rue A", with: "14 rue A")
    for file in [Self.file, second] {
      let rehearsed = try rig.importFile(file, into: store, isRehearsal: true)
      let before = try store.establishments()
      let done = try rig.importFile(file, into: store)
      #expect(rehearsed.added == done.added && rehearsed.changed == done.changed)
      #expect(
        rehearsed.changes.mapValues(\.isContact) == done.changes.mapValues(\.isContact)
          && rehearsed.changes.mapValues(\.fields) == done.changes.mapValues(\.fields))
      #expect(rehearsed.doubts == done.doubts && rehearsed.unchanged == done.unchanged)
      #expect(rehearsed.rejected.map(\.place) == done.rejected.map(\.place))
      #expect(rehearsed.duplicates == done.duplicates)
      #expect(try store.establishments() != before)
    }
    #expect(try RegistryVerification.problems(of: store) == [])
  }

  @Test func whatTownsWriteIsUnderstood() throws {
    let rig = try RegistryRig()
    let store = try rig.open()
    let file = """
      Nom de l'établissement;Type de structure;Adresse (n° et rue);CP;Ville;Tél.;Courriel;Responsable;Date d'adhésion;N° autocollant;Statut;Horaires;Mineurs admis;RDC;Vitrine sur rue;Date de relance
      Boulangerie;Commerce;12 rue A;54000;NANCY;3 83 35 36 37;a@b.fr;Mme Dupont;20/11/18;12;Adhérent;Lu-Ve 7h-19h;Oui;oui;X;01/12/26
      MJC;Association;7 bd B;54000;Nancy;+33 3 83 32 80 52;;;43424;n° 14;peut-être;;;;;
      Bar;commerce;3 place C;54000;Nancy;383353637;;;2018;;;;non;;;

      """
    let report = try rig.importFile(file, into: store)
    #expect(report.added.map(\.name) == ["Boulangerie", "MJC", "Bar"])
    #expect(report.ignoredColumns == [])
    let days = report.added.map { $0.text(.charterOn) }
    #expect(days == ["2018-11-20", "2018-11-20", nil])
    #expect(report.added.map(\.state) == [.adherent, .adherent, .adherent])
    #expect(
      report.unreadStates == [.init(word: "peut-être", rows: 1, newAdherents: 1, newProspects: 0)])
    #expect(report.added[0].check(.streetFront) == .yes)
    #expect(report.added[0].text(.callBackOn) == "2026-12-01")
    #expect(report.added[2].check(.minorsAdmitted) == .no)
    let phones = try report.added.map { try store.contacts()[$0.id]?.first?.phone }
    #expect(phones == ["0383353637", "+33 3 83 32 80 52", "0383353637"])
    let doubts = report.doubts.filter { $0.reason != .positionMissing(nil) }
    func cell(_ column: String, _ text: String) -> AdherentDoubt.Cell {
      .init(column: column, text: text)
    }
    #expect(
      doubts == [
        AdherentDoubt(.line(2), .dateGuessed(cell("Date d'adhésion", "20/11/18"))),
        AdherentDoubt(.line(2), .dateGuessed(cell("Date de relance", "01/12/26"))),
        AdherentDoubt(.line(2), .phoneZeroRestored),
        AdherentDoubt(.line(3), .dateGuessed(cell("Date d'adhésion", "43424"))),
        AdherentDoubt(.line(4), .valueLeftOut(cell("Date d'adhésion", "2018"))),
        AdherentDoubt(.line(4), .phoneZeroRestored),
      ])
    #expect(try rig.importFile(file, into: store).unchanged == 3)
  }

  @Test func aTitleAboveTheColumnNamesAndATotalBelowAreNoRows() throws {
    let rig = try RegistryRig()
    let store = try rig.open()
    let report = try rig.importFile(
      "Ville de Nancy;;\nListe au 15/10/2026;;\n;;\nNom;Adresse;Tél.\nA;1 rue B;\nTotal;;1\n",
      into: store)
    #expect(report.headerLine == 4)
    #expect(report.added.map(\.name) == ["A"])
    #expect(report.rejected.map(\.place) == [.line(6)])
    #expect(try rig.importFile("Nom;Adresse\nA;1 rue B\n", into: store).headerLine == nil)
  }

  @Test func aNameThatCannotBeKeptCostsItsRowOnly() throws {
    let rig = try RegistryRig()
    let store = try rig.open()
    let long = String(repeating: "x", count: 20_000)
    let report = try rig.importFile(
      "Nom;Adresse\nA;1 rue B\n\u{1};2 rue B\n\(long);3 rue B\n", into: store)
    #expect(report.added.map(\.name) == ["A"])
    #expect(report.rejected.map(\.code) == [.invalidText, .nameTooLong])
    #expect(report.rejected.map(\.place) == [.line(3), .line(4)])
  }

  @Test func oneStickerForTwoIsDoubtedOnce() throws {
    let rig = try RegistryRig()
    let store = try rig.open()
    let head = "Nom;Adresse;N° autocollant\n"
    try rig.importFile(head + "A;1 rue B;7\nB;2 rue B;8\n", into: store)
    let list = head + "A;1 rue B;7\nC;3 rue B;n° 07\n"
    let report = try rig.importFile(list, into: store)
    let taken = AdherentDoubt.Reason.stickerTaken(sticker: "n° 07", holder: "A")
    #expect(
      report.doubts.filter { $0.reason == taken } == [AdherentDoubt(.line(3), taken)])
    let again = try rig.importFile(list, into: store)
    #expect(
      !again.doubts.contains { if case .stickerTaken = $0.reason { true } else { false } })
  }

  @Test func aWholeMallAtOneAddressIsNoFloodOfDuplicates() throws {
    let rig = try RegistryRig()
    let store = try rig.open()
    let rows = (1...60).map { "N\($0);1 rue A;commerce\n" }.joined()
    #expect(try rig.importFile("nom;adresse;type\n" + rows, into: store).duplicates.count == 59)
  }

  @Test func aListNumberedAnewTurnsNoShopIntoItsNeighbour() throws {
    let rig = try RegistryRig()
    let store = try rig.open()
    let head = "N°;Nom;Adresse;Tel\n"
    let first = try rig.importFile(
      head + "1;Boulangerie;1 rue A;01\n2;Pharmacie;2 rue B;02\n3;Zoo;3 rue C;03\n", into: store)
    let ids = Dictionary(uniqueKeysWithValues: first.added.map { ($0.name, $0.id) })
    let sorted =
      head + "1;Banque;9 rue Z;09\n2;Boulangerie;1 rue A;01\n3;Pharmacie;2 rue B;02\n"
      + "4;Zoo;3 rue C;03\n"
    let second = try rig.importFile(sorted, into: store)
    #expect(second.added.map(\.name) == ["Banque"])
    #expect(second.changed.isEmpty && second.rejected.isEmpty)
    let reused = second.doubts.map(\.reason).filter {
      if case .numberReused = $0 { true } else { false }
    }
    #expect(reused == [.numberReused(number: "1", holder: "Boulangerie")])
    let now = try store.establishments()
    #expect(now.map(\.name) == ["Banque", "Boulangerie", "Pharmacie", "Zoo"])
    #expect(now.dropFirst().allSatisfy { ids[$0.name] == $0.id })
    #expect(try rig.importFile(sorted, into: store).unchanged == 4)
    // A number whose shop keeps its name or its address still means it.
    let changed = try rig.importFile(
      head + "1;Boulangerie;7 rue D;01\n2;Officine;2 rue B;02\n", into: store)
    #expect(changed.added.isEmpty)
    #expect(Set(changed.changed.map(\.id)) == [ids["Boulangerie"], ids["Pharmacie"]])
    // Numbered anew and moved: the only one of its name is still the one.
    let moved = try rig.importFile(head + "1;Zoo;5 rue E;03\n", into: store)
    #expect(moved.changed.map(\.id) == [ids["Zoo"]])
    // The same number twice in a list: the first row counts, however often it is read.
    let twice = head + "8;Kiosque;8 rue K;\n8;Musée;9 rue M;\n"
    for _ in 0..<2 {
      let report = try rig.importFile(twice, into: store)
      #expect(report.rejected.map(\.code) == [.duplicateID])
    }
    #expect(try store.establishments().map(\.name).contains("Musée") == false)
  }

  @Test func aPersonsNameIsNotTheShops() throws {
    let rig = try RegistryRig()
    let store = try rig.open()
    let report = try rig.importFile(
      """
      Enseigne;Nom;Prénom;Numéro;Rue;Tél fixe;Portable;Actif;Vitrine;RDC
      Chez Zoé;DUPUIS;Zoé;12;rue A;0329123456;611223344;oui;✓;✗
      Bar;MARTIN;Paul;12;rue B;03 29 12 34 57 / 06 11 22 33 45;;non;?;✔

      """, into: store)
    #expect(report.added.map(\.name) == ["Chez Zoé", "Bar"])
    #expect(report.ignoredColumns == [])
    #expect(report.added.map { $0.text(.address) } == ["12 rue A", "12 rue B"])
    #expect(report.added.map(\.state) == [.adherent, .prospect])
    #expect(report.added.map { $0.check(.streetFront) } == [.yes, .notChecked])
    #expect(report.added.map { $0.check(.groundFloor) } == [.no, .yes])
    let contacts = try report.added.map { try store.contacts()[$0.id]?.first }
    #expect(contacts.map { $0?.name } == ["Zoé DUPUIS", "Paul MARTIN"])
    #expect(
      contacts.map { $0?.phone } == [
        "0329123456 / 0611223344", "03 29 12 34 57 / 06 11 22 33 45",
      ])
    let doubts = report.doubts.map(\.reason).filter { $0 != .positionMissing(nil) }
    #expect(doubts == [.phoneZeroRestored])
    #expect(report.unreadStates == [.init(word: "non", rows: 1, newAdherents: 0, newProspects: 1)])
  }

  @Test(
    arguments: [
      ("le 03/12/2018", "2018-12-03"), ("12 mars 2021", "2021-03-12"),
      ("1er août 2020", "2020-08-01"),
      ("Le 2 déc. 2019", "2019-12-02"), ("mars 2021", nil), ("31 février 2020", nil), ("2018", nil),
    ] as [(String, String?)])
  func daysInLettersAreRead(text: String, day: String?) {
    #expect(AdherentWords.writtenDay(text)?.iso == day)
  }

  @Test func whatChangedIsToldByFieldAndAPlaceFarAwayIsDoubted() throws {
    let rig = try RegistryRig()
    let area = Envelope(minX: 6, minY: 48, maxX: 7, maxY: 49)
    let store = try RegistryStore(path: rig.path, for: .creating, within: { area })
    let head = "id;nom;adresse;tel;x;y\n"
    let far = try AdherentsImporter.run(
      try rig.folder.write((head + "1;A;1 rue B;01;48,69;6,18\n").utf8, "f.csv"), into: store,
      stamp: try RegistryRig.stamp(), in: Surroundings(.geographic))
    let outside = AdherentDoubt.Reason.positionOutside(Position(x: 48.69, y: 6.18))
    #expect(far.doubts.contains { $0.reason == outside })
    let near = try AdherentsImporter.run(
      try rig.folder.write((head + "1;A;2 rue B;02;6,18;48,69\n").utf8, "f.csv"), into: store,
      stamp: try RegistryRig.stamp(), in: Surroundings(.geographic))
    #expect(
      !near.doubts.contains { if case .positionOutside = $0.reason { true } else { false } })
    let change = try #require(near.changes.values.first)
    #expect(change.isContact)
    #expect(change.fields == facts([.address: "2 rue B", .position: "6.18 48.69"]))
  }

  @Test func theSameFileTwiceChangesNothingAndARehearsalNeither() throws {
    let rig = try RegistryRig()
    let store = try rig.open()
    let rehearsed = try rig.importFile(Self.file, into: store, isRehearsal: true)
    #expect(try store.histories().isEmpty)
    let first = try rig.importFile(Self.file, into: store)
    #expect(rehearsed.added == first.added)
    let before = try rig.folder.read("registry.gpkg")
    let second = try rig.importFile(Self.file, into: store, today: "2026-05-01")
    #expect(second.added.isEmpty && second.changed.isEmpty)
    #expect(second.unchanged == 3)
    #expect(try rig.folder.read("registry.gpkg") == before)
  }

  @Test func whatAPersonCorrectedIsNotUndoneByTheOldFile() throws {
    let rig = try RegistryRig()
    let store = try rig.open()
    try rig.importFile(Self.file, into: store)
    let id = try store.history(named: "Pharmacie").id
    try store.write(try RegistryRig.stamp()) { writer in
      try writer.set(id, facts([.name: "Pharmacie du Parc"]), today: RegistryRig.day("2026-03-15"))
      try writer.move(id, to: .left)
      try writer.setContact(Contact(establishment: id, name: "Other", phone: "0102030405"))
    }
    let report = try rig.importFile(Self.file, into: store)
    #expect(report.unchanged == 3)
    let changed = Self.file.replacingOccurrences(
      of: "Pharmacie;commerce", with: "Pharmacie;association")
    #expect(try rig.importFile(changed, into: store).changed.map(\.id) == [id])
    let one = try #require(try store.establishments().first { $0.id == id })
    #expect(one.name == "Pharmacie du Parc")
    #expect(one.kind == .association)
    #expect(one.state == .left)
    #expect(try store.contacts()[id]?.map(\.name) == ["Other"])
  }

  @Test func encodingsDelimitersAndHeadersDoNotMatter() throws {
    let text = "N°;Raison Sociale;ADRESSE\n7;Café de l’Été;1 rue Noël\n"
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { utf16 += [UInt8(unit & 255), UInt8(unit >> 8)] }
    let latin = text.replacingOccurrences(of: "’", with: "'").unicodeScalars.map {
      UInt8(truncatingIfNeeded: $0.value)
    }
    let variants: [[UInt8]] = [
      Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), utf16, latin,
      Array(text.replacingOccurrences(of: ";", with: "\t").utf8),
      Array(
        text.replacingOccurrences(of: ";", with: ",").replacingOccurrences(of: "\n", with: "\r\n")
          .utf8),
    ]
    for bytes in variants {
      let rig = try RegistryRig()
      let store = try rig.open()
      let report = try rig.importBytes(bytes, into: store)
      #expect(report.added.count == 1)
      #expect(report.added.first?.text(.address) == "1 rue Noël")
      #expect(report.added.first?.foldedName == "cafedelete")
    }
  }

  @Test(arguments: ["Nom de l'enfant", "Élève", "date_naissance", "Child name", "Âge"])
  func aColumnThatLooksLikeAChildsDataIsRefused(column: String) throws {
    let rig = try RegistryRig()
    let store = try rig.open()
    #expect(throws: RegistryError.self) {
      try rig.importFile("nom;adresse;\(column)\nA;1 rue B;X\n", into: store)
    }
    #expect(try store.histories().isEmpty)
  }

  @Test func aFileNeedsANameAndAPlace() throws {
    let rig = try RegistryRig()
    let store = try rig.open()
    #expect(throws: FormatError.self) { try rig.importFile("adresse\n1 rue\n", into: store) }
    #expect(throws: RegistryError.self) { try rig.importFile("nom;lon\nA;6\n", into: store) }
  }

  @Test func anExportComesBackAsTheSameEstablishments() throws {
    let rig = try RegistryRig()
    let store = try rig.withShop()
    let report = try rig.importFile(
      "id;name;state;address;lon;lat\n\(RegistryRig.shop);Boulangerie;adherent;9 rue Z;6,18;48,69\n",
      into: store)
    #expect(report.added.isEmpty)
    #expect(report.changed.map(\.id) == [RegistryRig.shop])
    #expect(try store.establishments().map { $0.text(.address) } == ["9 rue Z"])
  }

  @Test func duplicatesAreProposedAndNeverMerged() throws {
    let rig = try RegistryRig()
    let store = try rig.open()
    let report = try rig.importFile(
      """
      id;nom;type;adresse;cp;siret;lon;lat
      1;Café Parc;commerce;1 rue A;54000;12345678901234;6,18000;48,69
      2;CAFE PARC;commerce;2 rue A;54000;;6,18050;48,69
      3;Autre;commerce;1, Rue A;54000;;;
      4;Ailleurs;commerce;9 rue Q;54000;12345678901234;;
      5;Cafe parc;commerce;7 rue A;54000;;6,18200;48,69

      """, into: store)
    #expect(report.added.count == 5)
    #expect(
      Set(report.duplicates.map(\.duplicate.reasons)) == [
        [.nameNearby], [.addressAndKind], [.siret],
      ])
    #expect(report.duplicates.count == 3)
    #expect(try store.establishments().count == 5)
  }

  @Test func featuresAreTakenLikeRows() throws {
    let rig = try RegistryRig()
    let store = try rig.open()
    let text = """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","id":"r1","properties":{"Nom":"Librairie","type":"commerce","couleur":1},
      "geometry":{"type":"Point","coordinates":[6.18,48.69]}},
      {"type":"Feature","properties":{"Nom":"Trait"},
      "geometry":{"type":"LineString","coordinates":[[6,48],[6.1,48]]}},
      {"type":"Feature","properties":{"Nom":"Sans lieu"},"geometry":null}]}
      """
    let report = try rig.importFile(text, into: store)
    #expect(report.rows == 3)
    #expect(report.added.map(\.name) == ["Librairie"])
    #expect(report.added.first?.position == Position(longitude: 6.18, latitude: 48.69))
    #expect(Set(report.rejected.map(\.code)) == [.wrongGeometry, .missingValue])
    #expect(report.ignoredColumns == ["couleur"])
    #expect(try rig.importFile(text, into: store).unchanged == 1)
    store.close()
    // Another town's registry is a GeoPackage of adherents as well.
    let other = try RegistryRig()
    let second = try other.open()
    let again = try AdherentsImporter.run(
      rig.path, into: second, stamp: try RegistryRig.stamp(), in: Surroundings(nil))
    #expect(again.added.map(\.name) == ["Librairie"])
    #expect(again.added.map(\.kind) == [.shop])
  }
}
