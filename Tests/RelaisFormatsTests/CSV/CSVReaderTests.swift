import RelaisTestSupport
import Testing

@testable import RelaisFormats
@testable import RelaisGeo

@Suite struct CSVReaderTests {
  func read(_ text: String) throws -> CSVTable {
    try CSVReader.read(bytes(text), file: "f.csv")
  }

  func cells(_ table: CSVTable) -> [[String]] {
    table.rows.map { row in table.headers.indices.map { row[$0] } }
  }

  @Test(arguments: [
    ("a;b,c;d\n1;2;3", CSVDelimiter.semicolon), ("a,b,c\n1,2,3", .comma),
    ("a\tb\tc\n1\t2\t3", .tab), ("a|b|c\n1|2|3", .bar),
    ("\"x,y,z\";b;c\n1;2;3", .semicolon), ("sep=;\na;b;c\n1;2;3", .semicolon),
    ("a;b,c\n1;2", .semicolon),
  ])
  func delimiterComesFromTheHeaderLineOutsideQuotes(text: String, delimiter: CSVDelimiter) throws {
    let table = try read(text)
    #expect(table.delimiter == delimiter)
    #expect(table.rowCount == 1)
    #expect(table.rejected.isEmpty)
  }

  @Test func theEndMarkOfDOSIsNoRow() throws {
    let table = try read("a;b\n1;x\u{1B}y\n\u{1A}")
    #expect(cells(table) == [["1", "x\u{1B}y"]])
    #expect(table.rowCount == 1)
  }

  @Test func headersAreFoundBelowATitle() throws {
    func read(_ text: String) throws -> CSVTable {
      try CSVReader.read(bytes(text), file: "f.csv") { $0.contains("nom") }
    }
    // The title has no delimiter, the empty line many; a quote is never closed.
    let table = try read("Liste, à jour\n;;\n\"Ville\nid;nom;rue\n1;A, B;x\n")
    #expect(table.headers == ["id", "nom", "rue"])
    #expect((table.headerLine, table.hasTitle) == (4, true))
    #expect(cells(table) == [["1", "A, B", "x"]])
    #expect(table.rejected.isEmpty)
    #expect(table.rows.first?.line == 5)
    let plain = try read("id;nom\n1;nom\n")
    #expect((plain.headerLine, plain.hasTitle, plain.rowCount) == (1, false, 1))
    // Where no line is one, the first is, as without a search; nothing is searched past twenty.
    let none = try read("a;b\n1;2\n")
    #expect((none.headers, none.hasTitle, none.rowCount) == (["a", "b"], false, 1))
    let deep = try read(String(repeating: "x;y\n", count: 20) + "id;nom\n")
    #expect((deep.headers, deep.rowCount) == (["x", "y"], 20))
  }

  @Test func oneColumnNeedsNoDelimiter() throws {
    let table = try read("adresse\n1 rue Saint-Jean\n\n2 rue Héré\n")
    #expect(table.delimiter == nil)
    #expect(cells(table) == [["1 rue Saint-Jean"], ["2 rue Héré"]])
    #expect(table.rows.map(\.line) == [2, 4])
    #expect(table.emptyLineCount == 1)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func anyLineEndAndQuotedLineBreaksKeepLineNumbers(end: String) throws {
    let lines = [
      "", "id;nom", "1;\"deux", "lignes\"", "  ", "2;\"dit \"\"le\"\" b\"", "3;lone\"quote", "4;c",
    ]
    let table = try read(lines.joined(separator: end))
    #expect(table.headers == ["id", "nom"])
    #expect(table.headerLine == 2)
    #expect(
      cells(table) == [
        ["1", "deux\(end)lignes"], ["2", "dit \"le\" b"], ["3", "lone\"quote"], ["4", "c"],
      ])
    #expect(table.rows.map(\.line) == [3, 6, 7, 8])
    #expect(table.emptyLineCount == 2)
    #expect(table.rejected.isEmpty)
  }

  @Test func shortRowsReadEmptyAndLongOnesAreRejected() throws {
    let table = try read("a;b;c\n1\n1;2;3;;\n1;2;3;4\n;;\n")
    #expect(cells(table) == [["1", "", ""], ["1", "2", "3"]])
    #expect(
      table.rejected == [
        DamagedRow(place: .line(4), defect: .wrongColumnCount(4))
      ])
    #expect(table.rowCount == 3 && table.emptyLineCount == 1)
  }

  @Test func anUnclosedQuoteCostsItsRowOnly() throws {
    let table = try read("a;b\n1;x\n2;\"y\n3;z\n4;t")
    #expect(cells(table) == [["1", "x"], ["3", "z"], ["4", "t"]])
    #expect(table.rejected == [DamagedRow(place: .line(3), defect: .invalidText("\""))])
  }

  @Test func aQuoteThatOpensTwiceCostsItsRowOnly() throws {
    let table = try read("a;b\n2;\"y\n3;z\n4;\"t\"\n")
    #expect(cells(table) == [["3", "z"], ["4", "t"]])
    #expect(table.rejected.map(\.place) == [.line(2)])
  }

  @Test func textAfterAClosingQuoteIsKept() throws {
    let table = try read("a;b\n\"x\" y;\"\"\n")
    #expect(cells(table) == [["x y", ""]])
  }

  @Test func hostileQuotesDoNotTakeQuadraticTime() throws {
    let table = try read("a;b\n" + String(repeating: "x\";\"\n", count: 90_000))
    #expect(table.rowCount > 0)
    #expect(table.rowCount <= 90_000)
  }

  @Test func tablesAreBounded() throws {
    func columns(_ count: Int) -> String {
      Array(repeating: "c", count: count).joined(separator: ";")
    }
    // As wide as may be, and rows of one cell each: what is missing takes no memory.
    let wide = try read(columns(10_000) + "\n" + String(repeating: "1\n", count: 50_000))
    #expect(wide.rows.count == 50_000 && wide.rows[49_999][0] == "1")
    #expect(wide.rows[49_999][9_999] == "" && wide.rows[0].text(9_999) == nil)
    #expect(throws: FormatError.tooMuch(file: "f.csv", place: .line(2), of: .columns)) {
      try read("\n" + columns(10_001) + "\n1\n")
    }
    #expect(throws: FormatError.tooMuch(file: "f.csv", place: .line(1), of: .headerLength)) {
      try read("a;" + String(repeating: "x", count: 1 << 20))
    }
    #expect(throws: FormatError.tooMuch(file: "f.csv", place: .line(2), of: .damagedRows)) {
      try read("a;b\n" + String(repeating: "\"x\n", count: 100_002))
    }
  }

  @Test func nulBytesSurvive() throws {
    let table = try read("a;b\nx\0y;2\n")
    #expect(cells(table) == [["x\0y", "2"]])
  }

  @Test func everyEncodingReadsTheSame() throws {
    let text = "nom;prix\r\nCafé de l’Œuvre;2,50 €\r\n"
    let windows: [UInt8] =
      Array("nom;prix\r\nCaf".utf8) + [0xE9] + Array(" de l".utf8) + [0x92, 0x8C]
      + Array("uvre;2,50 ".utf8) + [0x80, 0x0D, 0x0A]
    let samples: [(TextEncoding, [UInt8])] = [
      (.utf8, bytes(text)), (.utf8WithMark, [0xEF, 0xBB, 0xBF] + bytes(text)),
      (.utf16LittleEndian, utf16(text, lowFirst: true)),
      (.utf16BigEndian, utf16(text, lowFirst: false)), (.windows1252, windows),
    ]
    for (encoding, sample) in samples {
      let table = try CSVReader.read(sample, file: "f.csv")
      #expect(table.encoding == encoding)
      #expect(table.headers == ["nom", "prix"])
      #expect(cells(table) == [["Café de l’Œuvre", "2,50 €"]])
    }
  }

  @Test func utf16BeyondTheBasicPlane() throws {
    let table = try CSVReader.read(utf16("a;b\n😀;é", lowFirst: true), file: "f")
    #expect(cells(table) == [["😀", "é"]])
  }

  @Test func aRowOfDamagedTextIsRejectedAlone() throws {
    var sample = utf16("a;b\n1;é\n2;x\n3;y", lowFirst: true)
    // The x becomes half a surrogate pair.
    let at = try #require(sample.firstIndex(of: UInt8(ascii: "x")))
    sample[at + 1] = 0xD8
    var table = try CSVReader.read(sample, file: "f")
    #expect(table.rejected.map(\.place) == [.line(3)])
    #expect(table.rejected.map(\.defect.kind) == [.invalidText])
    #expect(table.rows.count == 2)

    let utf8 = bytes("a;b\néééééé;1\né") + [0xE9] + bytes(";2\nà;3\n")
    table = try CSVReader.read(utf8, file: "f")
    #expect(table.encoding == .utf8)
    #expect(table.rejected.map(\.place) == [.line(3)])
    #expect(cells(table) == [["éééééé", "1"], ["à", "3"]])
  }

  @Test func aRowOfAnotherEncodingIsReadAsWhatItIs() throws {
    let table = try CSVReader.read(
      bytes("a;b\néééééé;1\n") + [0xE9] + bytes(";2\nà;3\n"), file: "f")
    #expect(table.encoding == .utf8 && table.mendedLineCount == 1 && table.rejected.isEmpty)
    #expect(cells(table) == [["éééééé", "1"], ["é", "2"], ["à", "3"]])
  }

  @Test func utf32AndNothingAreRefused() throws {
    #expect(throws: FormatError.unsupportedEncoding(file: "f", detail: "UTF-32")) {
      try CSVReader.read([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], file: "f")
    }
    for sample in ["", "\n\n", " \r\n\t", "\u{FEFF}"] {
      #expect(throws: FormatError.empty(file: "f")) {
        try CSVReader.read(bytes(sample), file: "f")
      }
    }
    #expect(throws: FormatError.self) { try CSVReader.read(bytes("\"a;b\n1;2"), file: "f") }
  }

  @Test func columnsAreFoundWithoutCaseAccentsOrSeparators() throws {
    let table = try read("Code Postal;N° Siège;x_longitude;X-Longitude;Cœur\n")
    #expect(table.rowCount == 0)
    #expect(table.column(named: ["cp", "code_postal"]) == 0)
    #expect(table.column(named: ["n°siege"]) == 1)
    #expect(table.column(named: ["lon", "longitude", "XLONGITUDE"]) == 2)
    #expect(table.column(named: ["coeur"]) == 4)
    #expect(table.column(named: ["absent"]) == nil)
  }

  @Test func cellsGiveTrimmedTextAndNumbers() throws {
    let table = try read("a;b;c\n \u{A0}x \u{202F};\" 1,5 \";\n")
    let row = table.rows[0]
    #expect(row.text(0) == "x")
    #expect(row[0] == " \u{A0}x \u{202F}")
    #expect(row.number(1) == 1.5)
    #expect(row.text(2) == nil)
    #expect(row.text(nil) == nil)
    #expect(row.isEmpty(2))
    #expect(!row.isEmpty(1))
  }

  static let sample = bytes(
    "id;nom;lon\r\n1;\"Café \"\"A\"\"\";6,18\r\n2;\"x\ny\";48.1\r\n\r\n3;b\";\n4;a;b;c\n")

  /// Expects every row of a damaged table to be accounted for.
  private func expectAccount(_ table: CSVTable, of sample: [UInt8]) {
    #expect(table.rowCount == table.rows.count + table.rejected.count)
    let lines = 1 + sample.count { $0 == 0x0A || $0 == 0x0D }
    #expect(table.rowCount + table.emptyLineCount < lines, "\(text(sample))")
    #expect(table.rejected.allSatisfy { $0.place.isIn(sample) })
    for row in table.rows {
      #expect(row.place.isIn(sample))
      for column in table.headers.indices {
        // What is a number, or a text, is so in the cell as it is written.
        let cell = row[column]
        if row.number(column) != nil { #expect(!row.isEmpty(column)) }
        if let trimmed = row.text(column) { #expect(cell.contains(trimmed)) }
      }
    }
  }

  @Test func cutAnywhereItsWholeRowsAreRead() throws {
    var tally = DamageTally()
    for count in 0...Self.sample.count {
      let sample = Array(Self.sample.prefix(count))
      let table = tally.read(sample, file: "f") { try CSVReader.read($0, file: "f") }
      guard let table else { continue }
      expectAccount(table, of: sample)
      // The first row ends with byte 34.
      if count >= 34 { #expect(cells(table).first == ["1", "Café \"A\"", "6,18"]) }
    }
    // Nothing but the empty file is refused.
    #expect(tally.refused == 1)
  }

  @Test func damagedRowsAreTakenOrRejectedWithTheirLine() {
    var generator = SeededGenerator(seed: 20_181_120)
    var tally = DamageTally()
    for _ in 0..<5_000 {
      let sample = generator.damaged(Self.sample)
      let table = tally.read(sample, file: "f") { try CSVReader.read($0, file: "f") }
      if let table { expectAccount(table, of: sample) }
    }
    #expect(tally.taken > 4_000)
  }

  @Test(.needs(.data("bondy/ban-93010-2022.csv")))
  func readsTheNationalAddressBase() throws {
    let table = try CSVReader.read(InputFile(path: SharedData.path("bondy/ban-93010-2022.csv")))
    #expect(table.delimiter == .comma)
    #expect(table.encoding == .utf8)
    #expect(table.rejected.isEmpty)
    #expect(table.emptyLineCount == 0)
    let lon = try #require(table.column(named: ["lon"]))
    #expect(table.rows.allSatisfy { ($0.number(lon) ?? 0) > 2 })
    #expect(table.rows.last?.line == table.rowCount + 1)
  }
}
