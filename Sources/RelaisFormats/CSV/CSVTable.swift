public import RelaisGeo

/// The rows of a CSV file (RFC 4180), as text, judged by nobody yet.
///
/// The table keeps the file's bytes and where each cell lies in them; a `String` is made only for
/// a cell that is asked for. The index takes 8 bytes per row and 8 per cell.
///
/// A class, since every row refers to its table.
public final class CSVTable: Sendable {
  /// The path errors and rejected rows name.
  public let file: String
  public let encoding: TextEncoding
  /// Lines that were encoded otherwise than the file, or twice, and were read as what they are.
  public let mendedLineCount: Int
  /// `nil` for a file of one column.
  public let delimiter: CSVDelimiter?
  /// The names in the first row that is not empty, as they are written.
  public let headers: [String]
  /// The line the headers are on, from 1.
  public let headerLine: Int
  /// Whether anything but empty cells stands above the headers.
  public let hasTitle: Bool
  /// Rows whose cells could not be separated, or that have too many, in the order of their lines.
  public let rejected: [DamagedRow]
  /// Lines with nothing on them but spaces and delimiters: formatted cells below a list. They are no rows.
  public let emptyLineCount: Int
  /// Rows kept although they are broken, by index, increasing; only where every row is kept.
  public let mendedRows: [Int]

  /// Rows of the file under its headers: those in ``rows`` and those ``rejected``.
  public var rowCount: Int { rows.count + rejected.count }

  /// The rows that could be read, in order.
  public var rows: Rows { Rows(table: self) }

  let bytes: [UInt8]
  /// Row after row, each with as many as the file has of it: last ones may be missing.
  let cells: [CSVCell]
  /// Where each row's cells begin, and at last their number.
  let firstCells: [UInt32]
  /// The line each row starts on.
  let lines: [UInt32]
  private let columns: [String: Int]

  init(
    file: String, encoding: TextEncoding, mendedLineCount: Int, delimiter: CSVDelimiter?,
    headers: [String],
    headerLine: Int, hasTitle: Bool, rejected: [DamagedRow], emptyLineCount: Int,
    mendedRows: [Int] = [], bytes: [UInt8], cells: [CSVCell], firstCells: [UInt32], lines: [UInt32]
  ) {
    self.file = file
    self.encoding = encoding
    self.mendedLineCount = mendedLineCount
    self.delimiter = delimiter
    self.headers = headers
    self.headerLine = headerLine
    self.hasTitle = hasTitle
    self.rejected = rejected
    self.emptyLineCount = emptyLineCount
    self.mendedRows = mendedRows
    self.bytes = bytes
    self.cells = cells
    self.firstCells = firstCells
    self.lines = lines
    var columns: [String: Int] = [:]
    for (index, header) in headers.enumerated() {
      let name = ColumnName.folded(header)
      if columns[name] == nil { columns[name] = index }
    }
    self.columns = columns
  }

  /// The first column that bears one of some names, the names tried in order; of columns with the
  /// same name, the first.
  ///
  /// Case, accents, spaces, underscores and hyphens do not count (``ColumnName/folded(_:)``).
  public func column(named names: [String]) -> Int? {
    for name in names {
      if let column = columns[ColumnName.folded(name)] { return column }
    }
    return nil
  }

  /// The rows of a table.
  public struct Rows: RandomAccessCollection, Sendable {
    let table: CSVTable

    public var startIndex: Int { 0 }
    public var endIndex: Int { table.lines.count }
    public subscript(index: Int) -> CSVRow { CSVRow(table: table, index: index) }
  }
}

/// Where a cell lies in the bytes of its table.
struct CSVCell {
  private let start: UInt32
  private let lengthAndFlag: UInt32

  static let empty = CSVCell(0..<0, escaped: false)

  /// - Precondition: The range ends below 2³¹.
  init(_ range: Range<Int>, escaped: Bool) {
    start = UInt32(range.lowerBound)
    lengthAndFlag = UInt32(range.count) << 1 | (escaped ? 1 : 0)
  }

  var range: Range<Int> { Int(start)..<Int(start) + Int(lengthAndFlag >> 1) }
  /// Whether the range holds the quotes as the file has them, to be taken off.
  var escaped: Bool { lengthAndFlag & 1 == 1 }
  var isEmpty: Bool { lengthAndFlag == 0 }
}
