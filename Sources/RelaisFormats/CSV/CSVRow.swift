public import RelaisGeo

/// One row of a ``CSVTable``: as many cells as there are headers.
public struct CSVRow: Sendable {
  let table: CSVTable
  /// The row's place among those that could be read, from 0.
  public let index: Int

  /// The line the row starts on, from 1.
  public var line: Int { Int(table.lines[index]) }
  public var place: SourcePlace { .line(line) }

  /// A cell's text as it is in the file, quotes taken off, spaces kept; empty where the row is
  /// short.
  ///
  /// - Precondition: `column` is one of the headers'.
  /// - Complexity: O(length).
  public subscript(column: Int) -> String {
    let cell = cell(column)
    if cell.isEmpty { return "" }
    if !cell.escaped { return String(decoding: table.bytes[cell.range], as: UTF8.self) }
    return String(decoding: CSVRow.unquoted(table.bytes[cell.range]), as: UTF8.self)
  }

  /// A cell's text without spaces around it (no-break ones too) and without Excel's `="…"`, `nil` for an absent column or when
  /// nothing is left.
  public func text(_ column: Int?) -> String? {
    guard let column else { return nil }
    let cell = cell(column)
    if cell.escaped {
      let bytes = CSVRow.unquoted(table.bytes[cell.range])
      let range = CSVRow.spoken(bytes, Blank.trimmed(bytes, 0..<bytes.count))
      return range.isEmpty ? nil : String(decoding: bytes[range], as: UTF8.self)
    }
    let range = CSVRow.spoken(table.bytes, Blank.trimmed(table.bytes, cell.range))
    return range.isEmpty ? nil : String(decoding: table.bytes[range], as: UTF8.self)
  }

  /// A cell's number (see `Double.init(csv:)`), without making a `String` of it; `nil` for an absent
  /// column, an empty cell or another text.
  public func number(_ column: Int?) -> Double? {
    guard let column else { return nil }
    let cell = cell(column)
    guard !cell.escaped else { return text(column).flatMap { Double(csv: $0) } }
    return DecimalNumber.parse(
      table.bytes, CSVRow.spoken(table.bytes, Blank.trimmed(table.bytes, cell.range)), comma: true)
  }

  /// Whether a cell has nothing but spaces, or its column is absent.
  public func isEmpty(_ column: Int?) -> Bool {
    guard let column else { return true }
    let cell = cell(column)
    if cell.isEmpty { return true }
    return cell.escaped ? text(column) == nil : Blank.trimmed(table.bytes, cell.range).isEmpty
  }

  /// What a cell says: `="00123"`, which web applications write so that Excel keeps the zeros, is the text between the quotes.
  private static func spoken(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    guard range.count >= 3, bytes[range.lowerBound] == UInt8(ascii: "="),
      bytes[range.lowerBound + 1] == UInt8(ascii: "\""),
      bytes[range.upperBound - 1] == UInt8(ascii: "\""),
      !bytes[range.lowerBound + 2..<range.upperBound - 1].contains(UInt8(ascii: "\""))
    else { return range }
    return range.lowerBound + 2..<range.upperBound - 1
  }

  private func cell(_ column: Int) -> CSVCell {
    precondition(column >= 0 && column < table.headers.count, "no such column")
    let place = Int(table.firstCells[index]) + column
    return place < table.firstCells[index + 1] ? table.cells[place] : .empty
  }

  /// A quoted cell without its outer quotes; text after the closing one is kept.
  static func unquoted(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var at = bytes.startIndex + 1
    while at < bytes.endIndex {
      if bytes[at] == quote {
        guard at + 1 < bytes.endIndex, bytes[at + 1] == quote else {
          result.append(contentsOf: bytes[(at + 1)...])
          break
        }
        at += 1
      }
      result.append(bytes[at])
      at += 1
    }
    return result
  }
}

extension Double {
  /// The number a spreadsheet cell holds: decimal point or comma, sign, exponent, spaces around it
  /// (no-break ones too).
  ///
  /// `nil` for anything else: thousands separators, `NaN`, infinities, hexadecimal, a number beyond
  /// the range of a `Double`.
  public init?(csv text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard
      let value = DecimalNumber.parse(bytes, Blank.trimmed(bytes, 0..<bytes.count), comma: true)
    else { return nil }
    self = value
  }
}
