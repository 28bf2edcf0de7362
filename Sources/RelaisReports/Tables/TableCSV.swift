import RelaisGeo

extension Table {
  /// The table as a CSV file for French spreadsheets: every column of its own, raw values, units in
  /// the headers.
  ///
  /// - Parameter decimalComma: `false` for programs that want points, and for English readers.
  public func csv(decimalComma: Bool = true) -> [UInt8] {
    var writer = CSVWriter(headers: columns.map(\.header), decimalComma: decimalComma)
    for row in rows { writer.append(row.cells.map(\.value.csv)) }
    return writer.bytes
  }
}

extension Table.Value {
  /// The same value as the writer of CSV knows it.
  var csv: CSVWriter.Cell {
    switch self {
    case .empty: .empty
    case .text(let text): .text(text)
    case .integer(let value): .integer(Int64(value))
    case .decimal(let value, let places): .decimal(value, decimals: places)
    }
  }
}
