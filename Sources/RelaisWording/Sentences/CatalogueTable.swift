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
    /// In the order of the languages; escapes undone.
    package var texts: [String]
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
        rows.append(Row(key: key, texts: cells.dropFirst().map(CatalogueTable.unescaped)))
      }
    }
  }

  private static func unescaped(_ cell: ArraySlice<UInt8>) -> String {
    let text = String(decoding: cell, as: UTF8.self)
    guard cell.contains(UInt8(ascii: "\\")) else { return text }
    var result = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      guard character == "\\", let escape = rest.popFirst() else {
        result.append(character)
        continue
      }
      switch escape {
      case "n": result.append("\n")
      case "t": result.append("\t")
      case "s": result.append(" ")
      case "u":
        let digits = rest.dropFirst().prefix { $0 != "}" }
        rest = rest[digits.endIndex...].dropFirst()
        if let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) {
          result.unicodeScalars.append(scalar)
        }
      default: result.append(escape)
      }
    }
    return result
  }
}
