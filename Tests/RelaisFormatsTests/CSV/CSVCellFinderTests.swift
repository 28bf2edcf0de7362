import RelaisTestSupport
import Testing

@testable import RelaisFormats

@Suite struct CSVCellFinderTests {
  private func cell(_ row: String, _ column: Int) -> String? {
    bytes(row).withUnsafeBufferPointer { row in
      switch CSVCellFinder(column: column, delimiter: .comma).cell(of: row) {
      case .cell(let cell): String(decoding: cell, as: UTF8.self)
      case .absent: nil
      case .unclear: "?"
      }
    }
  }

  @Test func cellsAreFoundThroughQuotes() {
    #expect(cell("a,b,c\n", 1) == "b" && cell("a,b,c\r\n", 2) == "c" && cell("a,b", 1) == "b")
    #expect(cell("\"x, \"\"y\"\"\nz\",54395,\n", 1) == "54395")
    #expect(cell("a, \"54395\" ,", 1) == "54395" && cell("a,\" 54395 \"", 1) == "54395")
    #expect(cell("a,,\n", 1) == "" && cell("", 0) == "")
    #expect(cell("a,b\n", 2) == nil)
    #expect(cell("a,\"open,54395\n", 2) == "?")
    // What follows the cell does not matter.
    #expect(cell("54395,\"open\n", 0) == "54395")
  }

  @Test func cellsAreThoseOfTheTable() throws {
    var generator = SeededGenerator(seed: 3)
    let pieces = ["a", "12", "\"", "\"\"", ",", ",", " ", "\"x,y\"", "é"]
    for _ in 0..<5_000 {
      let row = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      let table = try CSVReader.read(bytes("p,q,r\n" + row + "\n"), file: "f")
      guard let read = table.rows.first, !row.dropFirst().contains("\"") else { continue }
      for column in 0..<3 {
        #expect((cell(row, column) ?? "") == (read.text(column) ?? ""), "\(row)")
      }
    }
  }
}
