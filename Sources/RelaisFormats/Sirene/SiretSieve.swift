/// Lets through the rows of some establishments, and those whose SIRET is invalid.
struct SiretSieve {
  private let numbers: Set<UInt64>?
  private let finder: CSVCellFinder?

  /// - Parameter sirets: `nil` for all.
  init(_ sirets: Set<String>?, column: Int?, _ delimiter: CSVDelimiter?) {
    numbers = sirets.map { Set($0.compactMap { UInt64($0) }) }
    finder = column.map { CSVCellFinder(column: $0, delimiter: delimiter) }
  }

  func letsThrough(_ row: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let numbers, let finder, case .cell(let cell) = finder.cell(of: row) else { return true }
    var number: UInt64 = 0
    for byte in cell where byte != 0x20 {
      guard byte >= 48, byte <= 57, number < 1 << 59 else { return true }
      number = number * 10 + UInt64(byte - 48)
    }
    return numbers.contains(number)
  }
}
