import Testing

@testable import RelaisFormats
@testable import RelaisGeo

@Suite struct CSVWriterTests {
  @Test func writesWhatFrenchSpreadsheetsOpen() {
    var writer = CSVWriter(headers: ["id", "longueur", "part"])
    writer.append([
      .text("rue; \"A\""), .metres(Length(millimetres: -12_340)), .fixed(5, decimals: 3),
    ])
    writer.append([.integer(-7), .empty, .decimal(0.125, decimals: 2)])
    writer.append([
      .decimal(.nan, decimals: 2), .decimal(1e300, decimals: 2), .fixed(0, decimals: 1),
    ])
    #expect(
      text(writer.bytes)
        == "\u{FEFF}id;longueur;part\r\n\"rue; \"\"A\"\"\";-12,340;0,005\r\n-7;;0,13\r\n;;0,0\r\n")
  }

  @Test func decimalsAreQuotedWhereTheCommaSeparates() {
    var writer = CSVWriter(headers: ["a"], delimiter: .comma, mark: false)
    writer.append([.fixed(15, decimals: 1)])
    writer.append([.text("")])
    #expect(text(writer.bytes) == "a\r\n\"1,5\"\r\n\"\"\r\n")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("  =A1", "'  =A1"), ("+33 3 83 00 00 00", "'+33 3 83 00 00 00"),
    ("-12,5", "-12,5"), ("+5", "+5"), ("-3.2e5", "-3.2e5"), ("-x", "'-x"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\tx", "' x"), ("\r\n=x", "' =x"), ("\u{7}=x", "'=x"), ("a=b", "a=b"), ("＝x", "'＝x"),
    ("a\u{1B}[31mb\u{9B}", "a[31mb"), ("l1\r\nl2", "l1 l2"), ("Œuvre", "Œuvre"), ("'x", "'x"),
    ("a\u{202E}b", "ab"), ("\u{200B}=x", "'\u{200B}=x"),
    // What another program would take for cells of their own.
    ("a;=x", "a;'=x"), ("a, =x", "a,' =x"), ("a|@x,b", "a|'@x,b"), ("6,18;-5,2;b", "6,18;-5,2;b"),
    ("a;b=x", "a;b=x"), ("1;=2;=3", "1;'=2;'=3"),
  ])
  func nothingRunsInASpreadsheet(given: String, written: String) {
    #expect(text(CSVWriter.harmless(given)) == written)
  }

  @Test(arguments: CSVDelimiter.allCases)
  func whateverMayPartCellsIsQuoted(delimiter: CSVDelimiter) {
    var writer = CSVWriter(headers: ["a"], delimiter: delimiter, mark: false)
    for text in ["a;b", "a,b", "a|b", "ab"] { writer.append([.text(text)]) }
    #expect(
      text(writer.bytes) == "a\r\n\"a;b\"\r\n\"a,b\"\r\n\"a|b\"\r\nab\r\n")
  }

  @Test func whatIsWrittenReadsBack() throws {
    var writer = CSVWriter(headers: ["nom", "note"])
    let rows = [["Café \"A\"", "a;b"], ["", " espace "], ["'x", "é"]]
    for row in rows { writer.append(row.map { .text($0) }) }
    let table = try CSVReader.read(writer.bytes, file: "f")
    #expect(table.encoding == .utf8WithMark)
    #expect(table.rows.map { [$0[0], $0[1]] } == rows)
  }
}
