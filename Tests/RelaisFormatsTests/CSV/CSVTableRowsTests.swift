import RelaisFormats
import Testing

@Suite struct CSVTableRowsTests {
  @Test(arguments: [
    "a;b\n1;x\n2;\"y;z\"\n3;\"say \"\"yes\"\"\"\n4;5\" wide\n;\n5;\"two\nlines\"\n",
    "a,b\r\n1,\"LINESTRING (0 0, 1 1)\"\r\n2,\r\n3,é\r\n",
    "sep=;\na;b\n1;=\"007\"\n2;3\n",
  ])
  func rowsThatGoOutAreReadBackAsTheyWere(text: String) throws {
    let table = try CSVReader.read(Array(text.utf8), file: "a.csv")
    let numbers = Array(table.rows.indices.reversed())
    let again = try CSVReader.read(table.bytes(ofRows: numbers), file: "b.csv")
    #expect(again.headers == table.headers)
    #expect(again.rejected.isEmpty)
    #expect(
      again.rows.map { row in table.headers.indices.map { row[$0] } }
        == numbers.map { number in table.headers.indices.map { table.rows[number][$0] } })
  }
}
