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
        append(cells[place], partedBy: mark, to: &bytes)
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  private func append(_ cell: CSVCell, partedBy mark: UInt8, to bytes: inout [UInt8]) {
    guard !cell.isEmpty else { return }
    let content = self.bytes[cell.range]
    let quote = UInt8(ascii: "\"")
    // What stands with its quotes goes out with them; they were taken off where they held no other.
    guard !cell.escaped,
      content.contains(where: { $0 == mark || $0 == quote || $0 == 0x0A || $0 == 0x0D })
    else {
      bytes.append(contentsOf: content)
      return
    }
    bytes.append(quote)
    for byte in content {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}
