/// Lets through the rows of some communes, and those whose commune is unknown.
struct CommuneSieve {
  private let codes: [[UInt8]]
  private let finder: CSVCellFinder?

  /// - Parameter communes: INSEE codes; empty for all.
  init(_ communes: Set<String>, column: Int?, _ delimiter: CSVDelimiter?) {
    codes = communes.sorted().map { Array($0.utf8) }
    finder = column.map { CSVCellFinder(column: $0, delimiter: delimiter) }
  }

  func letsThrough(_ row: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !codes.isEmpty, let finder else { return true }
    // Most rows do not hold the digits anywhere.
    guard codes.contains(where: { row.holds($0) }) else { return false }
    switch finder.cell(of: row) {
    case .cell(let cell): return codes.contains { cell.elementsEqual($0) }
    case .absent: return false
    case .unclear: return true
    }
  }
}
