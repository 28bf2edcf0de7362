import RelaisFormats
import RelaisGeo

extension Table {
  /// The table as a CSV file for French spreadsheets: every column of its own, raw values, units in
  /// the headers.
  ///
  /// - Parameter decimalComma: `false` for programs that want points, and for English readers.
  public func csv(decimalComma: Bool = true) -> [UInt8] {
    var writer = CSVWriter(headers: columns.map(\.header), decimalComma: decimalComma)
    for row in rows { writer.append(row.cells.map { TableCSV.cell($0.value) }) }
    return writer.bytes
  }
}

/// A table's raw value as a cell of a file.
enum TableCSV {
  static func cell(_ value: Table.Value) -> CSVWriter.Cell {
    switch value {
    case .empty: .empty
    case .text(let text): .text(text)
    case .integer(let number): .integer(Int64(number))
    case .decimal(let number, let places): .decimal(number, decimals: places)
    }
  }
}
