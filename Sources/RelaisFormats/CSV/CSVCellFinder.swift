/// Finds the cell of one column in a row's bytes, for rows that are looked at before a table is made of
/// them.
struct CSVCellFinder {
  enum Found {
    /// Without the quotes and spaces around it.
    case cell(Slice<UnsafeBufferPointer<UInt8>>)
    /// The row ends before.
    case absent
    /// A quote does not close: the cells cannot be separated.
    case unclear
  }

  private let column: Int
  private let separator: UInt8

  init(column: Int, delimiter: CSVDelimiter?) {
    self.column = column
    // A byte no text has where there is one column.
    separator = delimiter?.rawValue ?? 0xFE
  }

  func cell(of row: UnsafeBufferPointer<UInt8>) -> Found {
    var at = 0
    for index in 0... {
      var start = at
      if at < row.count, row[at] == CSVCellFinder.quote {
        repeat {
          // A doubled quote opens again at once.
          guard let close = row.first(CSVCellFinder.quote, from: at + 1, to: row.count) else {
            return .unclear
          }
          at = close + 1
        } while at < row.count && row[at] == CSVCellFinder.quote
      }
      while at < row.count, row[at] != separator, row[at] != 0x0A, row[at] != 0x0D { at += 1 }
      guard index < column else {
        var end = at
        func isAround(_ byte: UInt8) -> Bool { byte == CSVCellFinder.quote || Blank.isBlank(byte) }
        while start < end, isAround(row[start]) { start += 1 }
        while end > start, isAround(row[end - 1]) { end -= 1 }
        return .cell(row[start..<end])
      }
      guard at < row.count, row[at] == separator else { return .absent }
      at += 1
    }
    return .absent
  }

  private static let quote = UInt8(ascii: "\"")
}
