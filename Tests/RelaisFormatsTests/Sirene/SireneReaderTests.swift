import Foundation
import RelaisTestSupport
import Testing

@testable import RelaisFormats
@testable import RelaisGeo

/// INSEE's register, read piece by piece.
@Suite struct SireneReaderTests {
  private static let header =
    "siren,nic,siret,statutDiffusionEtablissement,numeroVoieEtablissement,"
    + "indiceRepetitionEtablissement,typeVoieEtablissement,libelleVoieEtablissement,"
    + "codePostalEtablissement,libelleCommuneEtablissement,codeCommuneEtablissement,dateDebut,"
    + "etatAdministratifEtablissement,enseigne1Etablissement,denominationUsuelleEtablissement,"
    + "activitePrincipaleEtablissement,coordonneeLambertAbscisseEtablissement,"
    + "coordonneeLambertOrdonneeEtablissement"

  private func row(
    _ siret: String, commune: String = "54395", state: String = "A", diffusion: String = "O",
    sign: String = "LE FOURNIL", usual: String = "", x: String = "934235.94",
    y: String = "6848430.46"
  ) -> String {
    [
      String(siret.prefix(9)), String(siret.suffix(5)), siret, diffusion, "12", "B", "AV",
      "DE LA LIBERATION", "54000", "NANCY", commune, "2026-06-30", state, sign, usual, "10.71C",
      x, y,
    ].joined(separator: ",")
  }

  private func records(
    _ lines: [String], in communes: Set<String> = [], ending: String = "\n"
  ) throws -> (records: [SireneRecord], pass: SireneReader.Pass) {
    let folder = try TemporaryFolder()
    let text = ([Self.header] + lines).joined(separator: ending) + ending
    let file = try folder.write(text.utf8, "stock.csv")
    #expect(try SireneReader.kind(ofFileAt: file) == .establishments)
    var found: [SireneRecord] = []
    let pass = try SireneReader.establishments(file, in: communes) { found.append($0) }
    return (found, pass)
  }

  @Test func anEstablishmentIsReadAsTheRegisterHasIt() throws {
    let (records, pass) = try records([row("12345678900011")])
    let one = try #require(records.first)
    #expect(one.siret == "12345678900011" && one.isOpen && !one.isVeiled)
    #expect(one.name == "LE FOURNIL")
    #expect(one.address.line == "12 B avenue DE LA LIBERATION")
    #expect(
      one.address.postcode == "54000" && one.address.city == "NANCY"
        && one.address.cityCode == "54395")
    #expect(one.activity == BusinessActivity("10.71C", in: .rev2) && one.place == .line(2))
    // IGN's point in Nancy: 48.693524 N, 6.183270 E.
    let position = try #require(one.position)
    #expect(abs(position.x - 6.183270) < 1e-6 && abs(position.y - 48.693524) < 1e-6)
    #expect(pass.rows == 1 && pass.elsewhere == 0 && pass.rejected.isEmpty)
  }

  @Test func whatItsOwnerKeepsOutIsKeptOut() throws {
    for diffusion in ["P", "N", ""] {
      let (records, _) = try records([
        // Even a row that leaves them in gives neither name nor address.
        row("12345678900011", diffusion: diffusion),
        row(
          "12345678900029", diffusion: diffusion, sign: "[ND]", usual: "[ND]", x: "[ND]", y: "[ND]"),
      ])
      #expect(records.map(\.isVeiled) == [true, true])
      #expect(
        records.allSatisfy {
          $0.name == nil && $0.address.line == nil && $0.address.postcode == nil
        })
      #expect(records[1].position == nil)
    }
    #expect(try records([row("12345678900011", sign: "[ND]", usual: "X")]).records[0].name == "X")
  }

  @Test func communesAreChosenByTheirColumnAndRowsAddUp() throws {
    let (found, pass) = try records(
      [
        row("12345678900011"), row("12345678900029", commune: "54547"),
        // Its postcode is the code asked for, its commune is not.
        row("12345678900037", commune: "54001", sign: "54395"), row("1234", commune: "54395"),
        row("12345678900045", commune: "54395", state: "F"), "too,short,54395",
        String(repeating: "54395,", count: 30),
      ], in: ["54395"])
    #expect(found.map(\.siret) == ["12345678900011", "12345678900045"])
    #expect(found.map(\.isOpen) == [true, false])
    #expect(found[1].since == "2026-06-30" && found[1].place == .line(6))
    #expect(pass.rows == 7)
    #expect(pass.rows == found.count + pass.elsewhere + pass.rejected.count)
    #expect(pass.rejected.map(\.place) == [.line(8), .line(5)])
  }

  @Test func aRowMaySpanLinesAndAQuoteMayStayOpen() throws {
    let quoted = row("12345678900011", sign: "\"LE\nFOURNIL\"")
    let open = row("12345678900029", sign: "\"NEVER CLOSED")
    let (found, pass) = try records(
      [quoted, row("12345678900037"), open, row("12345678900045")], ending: "\r\n")
    #expect(found.map(\.siret) == ["12345678900011", "12345678900037", "12345678900045"])
    #expect(found.map(\.place) == [.line(2), .line(4), .line(6)])
    #expect(pass.rejected.map(\.place) == [.line(5)])
  }

  @Test func theEndMarkOfDOSIsNoRow() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      (Self.header + "\n" + row("12345678900011") + "\n\u{1A}").utf8, "stock.csv")
    let pass = try SireneReader.establishments(file, in: []) { _ in }
    #expect(pass.rows == 1 && pass.rejected.isEmpty)
  }

  @Test func aLongFileIsReadInPieces() throws {
    let folder = try TemporaryFolder()
    let count = 3000
    var text = Self.header + "\n"
    for index in 0..<count {
      text +=
        row(
          String(10_000_000_051_396 + index), commune: index % 100 == 7 ? "54395" : "75101") + "\n"
    }
    let file = try folder.write(text.utf8, "stock.csv")
    for piece in [700, 4096, 1 << 20] {
      var lines: [SourcePlace] = []
      let pass = try SireneReader.establishments(
        CSVBlocks(path: file, pieceSize: piece), in: ["54395"]
      ) { lines.append($0.place) }
      #expect(lines == (0..<count).filter { $0 % 100 == 7 }.map { .line($0 + 2) })
      #expect(pass.rows == count && pass.elsewhere == count - 30)
    }
  }

  @Test func theTownsPartHoldsItsRowsAndNoOthers() throws {
    let folder = try TemporaryFolder()
    let header = Self.header + "\r\n"
    let own = [
      row("12345678900011"), row("12345678900029", sign: "\"LE\r\nFOURNIL\""),
      row("12345678900037", commune: "\"54395\""), row("1234"),
    ].map { $0 + "\r\n" }
    // A SIRET, a postcode, a sign that holds the digits; a row that ends before its commune.
    let others = [
      row("54395678900011", commune: "54547"), row("99954395900011", commune: "54547"),
      row("12345678900045", commune: "543950", sign: "54395"), "54395,54395",
    ].map { $0 + "\r\n" }
    let file = try folder.write(
      (header + zip(own, others).map { $0 + $1 }.joined()).utf8, "stock.csv")
    var found: [String] = []
    let pass = try SireneReader.establishments(file, in: ["54395"], keepsPart: true) {
      found.append($0.siret)
    }
    #expect(found == ["12345678900011", "12345678900029", "12345678900037"])
    #expect(pass.taken == 3 && pass.rejected.count == 1 && pass.elsewhere == 4 && pass.rows == 8)
    #expect(try String(decoding: #require(pass.part), as: UTF8.self) == header + own.joined())
    #expect(try SireneReader.establishments(file, in: ["54395"]) { _ in }.part == nil)

    let positions = "siret;qualite_xy;plg_code_commune;y_latitude;x_longitude\n"
    let geo = try folder.write(
      (positions + "54395678900011;11;54547;48.7;6.1\n12345678900011;11;54395;48.7;6.1\n").utf8,
      "geo.csv")
    let part = try SireneReader.positions(geo, of: nil, in: ["54395"], keepsPart: true).pass
    #expect(part.taken == 1 && part.elsewhere == 1 && part.rejected.isEmpty)
    #expect(
      try String(decoding: #require(part.part), as: UTF8.self)
        == positions + "12345678900011;11;54395;48.7;6.1\n")
  }

  @Test func compressedFilesAreReadInPiecesToo() throws {
    let folder = try TemporaryFolder()
    let count = 2000
    let text =
      Self.header + "\n"
      + (0..<count).map { row(String(10_000_000_000_000 + $0)) + "\n" }.joined()
    let gzip = ZipArchive.gzip(text.utf8)
    for (name, bytes) in [
      ("a.gz", gzip),
      (
        "b.gz",
        ZipArchive.gzip(text.utf8.prefix(70_000)) + ZipArchive.gzip(text.utf8.dropFirst(70_000))
      ),
      ("c.zip", ZipArchive("StockEtablissement_utf8.csv", text).bytes),
    ] {
      let file = try folder.write(bytes, name)
      #expect(try SireneReader.kind(ofFileAt: file) == .establishments)
      for piece in [700, 1 << 20] {
        var lines: [SourcePlace] = []
        let pass = try SireneReader.establishments(CSVBlocks(path: file, pieceSize: piece), in: [])
        {
          lines.append($0.place)
        }
        #expect(lines == (0..<count).map { .line($0 + 2) } && pass.rows == count)
      }
    }
    // A fault at the end does not keep the beginning from being known, and nothing is done with half.
    var wrong = gzip
    wrong[wrong.count - 5] ^= 1
    for bytes in [Array(gzip.dropLast(9)), wrong, gzip + [1, 2, 3]] {
      let file = try folder.write(bytes, "cut.gz")
      #expect(try SireneReader.kind(ofFileAt: file) == .establishments)
      #expect(throws: FormatError.self) { try SireneReader.establishments(file, in: []) { _ in } }
    }
  }

  @Test func aRegisterWithoutANeededColumnIsRefused() throws {
    let folder = try TemporaryFolder()
    func expectRefusal(
      _ header: String, _ separator: Character, _ column: String,
      _ read: (String) throws -> Void
    ) throws {
      let columns = header.split(separator: separator).filter { $0 != column }
      let file = try folder.write(
        (columns.joined(separator: String(separator)) + "\n").utf8, "stock.csv")
      #expect(throws: FormatError.incompleteRegister(file: file, lacks: [column])) {
        #expect(try SireneReader.kind(ofFileAt: file) != nil, "\(column)")
        try read(file)
      }
    }
    for column in [
      "siret", "statutDiffusionEtablissement", "codeCommuneEtablissement",
      "etatAdministratifEtablissement", "activitePrincipaleEtablissement",
    ] {
      try expectRefusal(Self.header, ",", column) { file in
        _ = try SireneReader.establishments(file, in: ["54395"]) { _ in }
      }
    }
    let positions = "siret;x;y;qualite_xy;epsg;plg_code_commune;y_latitude;x_longitude"
    for column in ["siret", "qualite_xy", "y_latitude", "x_longitude"] {
      try expectRefusal(positions, ";", column) { file in
        _ = try SireneReader.positions(file, of: [])
      }
    }
    try expectRefusal(positions, ";", "plg_code_commune") { file in
      _ = try SireneReader.positions(file, of: nil, in: ["54395"])
    }
    // Lists made of a register's columns stay lists.
    for header in ["nom,siret,activitePrincipaleEtablissement,codeCommuneEtablissement,lon,lat"] {
      let file = try folder.write((header + "\n").utf8, "list.csv")
      #expect(try SireneReader.kind(ofFileAt: file) == nil)
    }
  }

  @Test func aBadSIRETIsToldFromNone() throws {
    let (_, pass) = try records([row("123"), row(""), row("123 456 789 00011")])
    #expect(pass.taken == 1)
    #expect(
      pass.rejected.map(\.defect) == [.malformedIdentifier("123"), .missingValue("siret")])
  }

  @Test func positionsSayHowSureTheyAre() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      """
      siret;x;y;qualite_xy;epsg;plg_code_commune;y_latitude;x_longitude
      12345678900011;1;2;11;2154;54395;48.7;6.1
      12345678900029;1;2;12;2154;54395;48.8;6.2
      12345678900037;1;2;33;2154;54395;48.9;6.3
      12345678900045;1;2;11;2154;54395;148.9;6.3
      99999999900011;1;2;11;2154;54395;48.7;6.1
      broken;1;2;11;2154;54395;48.7;6.1

      """.utf8, "geo.csv")
    #expect(try SireneReader.kind(ofFileAt: file) == .positions)
    let wanted: Set = ["12345678900011", "12345678900029", "12345678900037", "12345678900045"]
    let (positions, pass) = try SireneReader.positions(file, of: wanted)
    #expect(positions.count == 2)
    #expect(positions["12345678900011"]?.isExact == true)
    #expect(positions["12345678900029"]?.isExact == false)
    #expect(positions["12345678900011"]?.position == Position(longitude: 6.1, latitude: 48.7))
    #expect(pass.rows == 6 && pass.elsewhere == 1 && pass.rejected.count == 1)
  }

  @Test func damagedFilesAreErrorsOrDamagedRows() throws {
    let folder = try TemporaryFolder()
    let empty = try folder.write([UInt8](), "empty.csv")
    #expect(throws: FormatError.self) { try SireneReader.kind(ofFileAt: empty) }
    let header = try folder.write(Self.header.utf8, "header.csv")
    let pass = try SireneReader.establishments(header, in: []) { _ in }
    #expect(pass.rows == 0)
    let other = try folder.write("id;lon;lat\n1;2;3\n".utf8, "other.csv")
    #expect(try SireneReader.kind(ofFileAt: other) == nil)
    // Cut anywhere, it neither crashes nor loses a row.
    let whole = Array(
      (Self.header + "\n" + row("12345678900011") + "\n" + row("12345678900029")).utf8)
    for end in Self.header.utf8.count..<whole.count {
      let file = try folder.write(Array(whole[..<end]), "cut.csv")
      var taken = 0
      let pass = try SireneReader.establishments(file, in: []) { _ in taken += 1 }
      #expect(pass.rows == taken + pass.rejected.count + pass.elsewhere)
    }
  }

  @Test func bigTownsAreRegisteredByArrondissement() {
    #expect(SireneReader.withArrondissements(["54395"]) == ["54395"])
    #expect(SireneReader.withArrondissements(["69123"]).count == 10)
    #expect(SireneReader.withArrondissements(["75056"]).contains("75120"))
  }

  /// A register with the nomenclature of its activities.
  private func register(_ rows: [(code: String, nomenclature: String, state: String)]) -> String {
    Self.header + ",nomenclatureActivitePrincipaleEtablissement\n"
      + rows.enumerated().map { index, row in
        self.row("1234567890001\(index)", state: row.state)
          .replacing("10.71C", with: row.code) + "," + row.nomenclature + "\n"
      }.joined()
  }

  @Test func activitiesAreReadInTheirNomenclature() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      register([
        ("10.71C", "NAFRev2", "A"), ("10.71Y", "NAF2025", "A"), ("158C", "NAF1993", "F"),
        ("158C", "NAFRev1", "A"), ("10.71Y", "", "A"),
      ]).utf8, "stock.csv")
    var found: [BusinessActivity?] = []
    _ = try SireneReader.establishments(file, in: []) { found.append($0.activity) }
    #expect(
      found == [
        BusinessActivity("10.71C", in: .rev2), BusinessActivity("10.71Y", in: .naf2025), nil, nil,
        BusinessActivity("10.71Y", in: .naf2025),
      ])
  }

  @Test func unknownNomenclaturesAreRefusedByName() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(register([("10.71Q", "NAF2040", "A")]).utf8, "stock.csv")
    #expect(throws: FormatError.unknownNomenclature(file: file, name: "NAF2040")) {
      try SireneReader.establishments(file, in: []) { _ in }
    }
    let closed = try folder.write(register([("10.71Q", "NAF2040", "F")]).utf8, "closed.csv")
    #expect(try SireneReader.establishments(closed, in: []) { _ in }.taken == 1)
  }
}
