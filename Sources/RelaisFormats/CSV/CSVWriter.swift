public import RelaisGeo

/// Writes CSV that French spreadsheets open with a double click, and that cannot run anything there.
///
/// Cells of text that a spreadsheet would take for a formula are preceded by `'`, and control
/// characters are taken out.
public struct CSVWriter: Sendable {
  /// One cell.
  public enum Cell: Hashable, Sendable {
    case empty
    /// Text of any origin.
    case text(String)
    case integer(Int64)
    /// A number with a fixed count of decimals, given in units of the last one: `fixed(12340,
    /// decimals: 3)` is 12,340.
    case fixed(Int64, decimals: Int)
    /// Metres, three decimals.
    case metres(Length)
    /// A number rounded to some decimals, halves away from zero; empty when not finite or too large
    /// (9 × 10¹⁸ units of the last decimal).
    case decimal(Double, decimals: Int)
  }

  /// The file so far.
  public private(set) var bytes: [UInt8] = []

  private let delimiter: CSVDelimiter
  private let decimalMark: UInt8
  private let keepsLineEnds: Bool

  /// Starts a file with its header row.
  ///
  /// - Parameters:
  ///   - mark: Whether the file starts with a byte order mark, which Excel needs to see UTF-8.
  ///   - decimalComma: Whether decimals follow a comma; cells are quoted where it is the delimiter.
  ///   - keepsLineEnds: Whether line ends in a cell stay, in quotes, instead of becoming a space.
  public init(
    headers: [String], delimiter: CSVDelimiter = .semicolon, decimalComma: Bool = true,
    mark: Bool = true, keepsLineEnds: Bool = false
  ) {
    self.keepsLineEnds = keepsLineEnds
    self.delimiter = delimiter
    decimalMark = decimalComma ? UInt8(ascii: ",") : UInt8(ascii: ".")
    if mark { bytes = [0xEF, 0xBB, 0xBF] }
    append(headers.map { .text($0) })
  }

  /// The bytes so far, which are then none: to write a long file piece by piece.
  public mutating func takeBytes() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Adds a row. Lines end with CR LF, as RFC 4180 has it.
  ///
  /// - Complexity: O(length).
  public mutating func append(_ row: [Cell]) {
    for (index, cell) in row.enumerated() {
      if index > 0 { bytes.append(delimiter.rawValue) }
      switch cell {
      case .empty: break
      case .text(let text): append(text: text)
      case .integer(let value): append(units: value, decimals: 0)
      case .fixed(let units, let decimals): append(units: units, decimals: decimals)
      case .metres(let length): append(units: length.millimetres, decimals: 3)
      case .decimal(let value, let decimals):
        if let units = FixedDecimal.units(of: value, decimals: decimals) {
          append(units: units, decimals: decimals)
        }
      }
    }
    // A row of one empty cell would be an empty line, which readers skip.
    if row.count == 1, row[0] == .empty || row[0] == .text("") {
      bytes.append(contentsOf: [0x22, 0x22])
    }
    bytes.append(0x0D)
    bytes.append(0x0A)
  }

  private mutating func append(units: Int64, decimals: Int) {
    let quoted = decimals > 0 && decimalMark == delimiter.rawValue
    if quoted { bytes.append(0x22) }
    FixedDecimal.append(units, decimals: decimals, mark: decimalMark, to: &bytes)
    if quoted { bytes.append(0x22) }
  }

  private mutating func append(text: String) {
    if appendedPlain(text) { return }
    let safe = CSVWriter.harmless(text, keepsLineEnds: keepsLineEnds)
    let quote = UInt8(ascii: "\"")
    let needsQuotes =
      safe.first == 0x20 || safe.last == 0x20
      || safe.contains { CSVWriter.partsCells($0) || $0 == quote || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else {
      bytes.append(contentsOf: safe)
      return
    }
    bytes.append(quote)
    for byte in safe {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  /// Whether some spreadsheet takes a byte for what parts cells, whichever does in this file.
  private static func partsCells(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",") || byte == 0x09
      || byte == UInt8(ascii: "|")
  }

  private static func isBetweenCells(_ character: Character) -> Bool {
    character.isNewline || character.asciiValue.map(partsCells) == true
  }

  /// Adds text that needs no care at all, which is nearly all text there is: starts with a letter,
  /// a digit or a bracket, no control character, no quote, nothing that parts cells.
  private mutating func appendedPlain(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { source in
      guard let first = source.first else { return true }
      guard first >= 0x30 && first <= 0x3C || first >= 0x41 && first <= 0x7E,
        source[source.count - 1] != 0x20
      else { return false }
      for byte in source {
        // 0x22 is the quote; C2 and E2 lead to the control characters beyond ASCII.
        if byte < 0x20 || byte == 0x22 || byte == 0x7F || byte == 0xC2 || byte == 0xE2
          || CSVWriter.partsCells(byte)
        {
          return false
        }
      }
      bytes.append(contentsOf: source)
      return true
    }
  }

  /// Text that no spreadsheet runs and no terminal obeys, as UTF-8.
  ///
  /// Runs of line ends (unless they are kept) and tabs become one space; other control characters go, and so do the
  /// characters that turn the direction of writing around. What starts like a formula, after any
  /// spaces, gets a `'` in front, unless it is a number; so does what would start a cell for a program that parts cells
  /// otherwise and heeds no quotes.
  static func harmless(_ text: String, keepsLineEnds: Bool = false) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 1)
    if startsFormula(text) { result.append(UInt8(ascii: "'")) }
    var broken = false
    var begins = false
    for (place, scalar) in zip(text.unicodeScalars.indices, text.unicodeScalars) {
      if begins, startsFormula(text[place...].prefix { !isBetweenCells($0) }) {
        result.append(UInt8(ascii: "'"))
      }
      // Of what else begins a cell, only a space is left.
      begins =
        ";,|".unicodeScalars.contains(scalar) || keepsLineEnds && (scalar == "\n" || scalar == "\r")
      switch scalar.value {
      case 0x0A where keepsLineEnds, 0x0D where keepsLineEnds:
        result.append(UInt8(scalar.value))
        broken = false
        continue
      case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029:
        if !broken { result.append(0x20) }
        broken = true
        continue
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069:
        continue
      default:
        broken = false
        if let encoded = UTF8.encode(scalar) { result.append(contentsOf: encoded) }
      }
    }
    return result
  }

  private static func startsFormula(_ text: some StringProtocol) -> Bool {
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", "\u{A0}", "\u{202F}": continue
      case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠":
        return Double(csv: text) == nil
      default:
        // Characters that are taken out may hide one of those.
        if scalar.properties.generalCategory == .control
          || scalar.properties.generalCategory == .format
        {
          continue
        }
        return false
      }
    }
    return false
  }
}
