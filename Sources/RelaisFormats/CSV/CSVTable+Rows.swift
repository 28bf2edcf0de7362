extension CSVTable {
  /// A table of its own with some of the rows, as bytes: the same headers, and cells as the file has them, in UTF-8.
  ///
  /// - Parameter rows: Numbers of ``rows``, in the order they are to stand.
  /// - Complexity: linear in the bytes of these rows.
  package func bytes(ofRows rows: some Sequence<Int>) -> [UInt8] {
    let mark = (delimiter ?? .semicolon).rawValue
    var bytes: [UInt8] = []
    for (index, header) in headers.enumerated() {
      if index > 0 { bytes.append(mark) }
      bytes.append(UInt8(ascii: "\""))
      for byte in header.utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: "\n"))
    for row in rows {
      let range = Int(firstCells[row])..<Int(firstCells[row + 1])
      for place in range {
        if place > range.lowerBound { bytes.append(mark) }
        if !cells[place].isEmpty { bytes.append(contentsOf: self.bytes[cells[place].range]) }
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}
