/// Rows of text under each other in columns, for a terminal.
package enum AlignedColumns {
  /// Each column as wide as its widest cell, two spaces between, none at the end of a line.
  ///
  /// - Precondition: All rows have as many cells as the first.
  package static func text(_ rows: [[String]]) -> String {
    let columns = rows.first?.indices ?? 0..<0
    let widths = columns.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      var line = row.enumerated().map { index, cell in
        cell + String(repeating: " ", count: widths[index] - cell.count)
      }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}
