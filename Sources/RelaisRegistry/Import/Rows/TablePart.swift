import RelaisFormats

/// The rows a territory keeps of a table of a whole country or département, in the bytes of the file.
package struct TablePart {
  package let bytes: [UInt8]
  package let taken: Int
  package let rows: Int

  /// `nil` where every row is kept, and for a file whose lines are not parted by single bytes.
  ///
  /// Lines between two rows, such as damaged ones, go with the row before them.
  ///
  /// - Parameter isKept: One for each row that could be read, in order.
  init?(of table: CSVTable, in file: InputFile, keeping isKept: [Bool]) {
    switch table.encoding {
    case .utf8, .utf8WithMark, .windows1252, .codePage850, .macRoman: break
    case .utf16LittleEndian, .utf16BigEndian: return nil
    }
    guard isKept.contains(false), isKept.count == table.rows.count, let first = table.rows.first
    else { return nil }
    let source = file.bytes
    var starts = [0]
    for (index, byte) in source.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(index + 1)
    }
    starts.append(source.count)
    func start(ofLine line: Int) -> Int { starts[min(max(0, line - 1), starts.count - 1)] }
    var result = Array(source[..<start(ofLine: first.line)])
    let lines = table.rows.map(\.line)
    for (index, line) in lines.enumerated() where isKept[index] {
      let end = index + 1 < lines.count ? start(ofLine: lines[index + 1]) : source.count
      result += source[start(ofLine: line)..<end]
      // The last row of a file may have no end.
      if result.last != UInt8(ascii: "\n") { result.append(UInt8(ascii: "\n")) }
    }
    bytes = result
    taken = isKept.count { $0 }
    rows = table.rowCount
  }
}
