/// A table of the catalogue: a sentence a row, a language a column, cells apart by tabs.
///
/// The first line names the columns: `key`, then the code of each language. Lines that begin with `#`
/// are for people. In a cell `\n` is a new line, `\t` a tab, `\s` a space at an end, `\u{A0}` any other
/// character, `\\` a backslash.
package struct CatalogueTable: Sendable {
  /// Before the key of a row whose spaces stay as they are: text to be typed, or read by a program.
  package static let verbatim = "="

  package struct Row: Sendable {
    package var key: String
    fileprivate var cells: [ArraySlice<UInt8>]

    /// In a language, by its place in `languages`; escapes undone.
    package func text(_ language: Int) -> String { CatalogueTable.unescaped(cells[language]) }
    package var texts: [String] { cells.map(CatalogueTable.unescaped) }
  }

  /// The codes of the languages, as the header has them.
  package private(set) var languages: [String] = []
  package private(set) var rows: [Row] = []

  package init(_ bytes: [UInt8]) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      let key = String(decoding: cells[0], as: UTF8.self)
      if languages.isEmpty {
        languages = cells.dropFirst().map { String(decoding: $0, as: UTF8.self) }
      } else {
        rows.append(Row(key: key, cells: Array(cells.dropFirst())))
      }
    }
  }

  private static func unescaped(_ cell: ArraySlice<UInt8>) -> String {
    let backslash = UInt8(ascii: "\\")
    guard cell.contains(backslash) else { return String(decoding: cell, as: UTF8.self) }
    var result: [UInt8] = []
    result.reserveCapacity(cell.count)
    var rest = cell
    while let byte = rest.popFirst() {
      guard byte == backslash, let escape = rest.popFirst() else {
        result.append(byte)
        continue
      }
      switch escape {
      case UInt8(ascii: "n"): result.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "t"): result.append(UInt8(ascii: "\t"))
      case UInt8(ascii: "s"): result.append(UInt8(ascii: " "))
      case UInt8(ascii: "u"):
        let digits = rest.dropFirst().prefix { $0 != UInt8(ascii: "}") }
        rest = rest[digits.endIndex...].dropFirst()
        let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        if let scalar = code.flatMap(Unicode.Scalar.init) {
          result += Array(String(scalar).utf8)
        }
      default: result.append(escape)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
