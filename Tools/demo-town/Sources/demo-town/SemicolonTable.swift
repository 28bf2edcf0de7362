/// A table as French administrations publish it: semicolons, quotes only where needed.
struct SemicolonTable {
  private(set) var text: String
  private let separator: String
  private let width: Int

  /// - Parameter startsWithBOM: Whether the file starts with the byte order mark by which
  ///   spreadsheets know UTF-8.
  init(_ columns: [String], separator: String = ";", startsWithBOM: Bool = false) {
    self.separator = separator
    width = columns.count
    text = (startsWithBOM ? "\u{FEFF}" : "") + columns.joined(separator: separator) + "\n"
  }

  /// Adds one row; as many fields as there are columns.
  mutating func add(_ fields: [String]) {
    precondition(fields.count == width, "a row must fill the columns")
    text += fields.map { quoted($0) }.joined(separator: separator) + "\n"
  }

  private func quoted(_ field: String) -> String {
    guard field.contains(separator) || field.contains("\"") || field.contains("\n") else {
      return field
    }
    return "\""
      + field.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
