/// Reads CSV as spreadsheets and open data portals write it.
///
/// Taken as it comes: `;`, tab, `,` or `|` (whichever the header line uses most, or the one of a
/// first line `sep=;`), UTF-8, UTF-16 or Windows-1252, any line end, line breaks inside quotes,
/// quotes inside unquoted cells, rows with missing last cells.
///
/// A quote that is never closed would swallow the rest of the file. The row it is in is rejected
/// and reading goes on at the next line; the same where a cell spans lines and its closing quote is
/// followed by more text, for such a quote was opening another cell.
public enum CSVReader {
  /// Reads a whole table.
  ///
  /// - Throws: `FormatError.empty` when no line has text, `.unsupportedEncoding`, `.damaged` for
  ///   headers that cannot be read, `.notReadable` past 2 GiB of text.
  /// - Complexity: O(size).
  public static func read(
    _ input: InputFile, headersWhere isHeader: (([String]) -> Bool)? = nil
  ) throws(FormatError) -> CSVTable {
    try read(input.bytes, file: input.path, headersWhere: isHeader)
  }

  /// Reads a whole table and keeps every row, whatever is wrong with it, for files that go out again
  /// row by row.
  ///
  /// A row with too many cells gives the surplus to one column, with what parts the cells (`12, rue
  /// Carnot` without quotes between commas); quotes that do not close are letters. Such rows are the
  /// table's ``CSVTable/mendedRows``.
  ///
  /// - Parameter surplus: Given the headers, the column that takes the surplus.
  public static func readEveryRow(
    _ input: InputFile, surplus: @escaping ([String]) -> Int
  ) throws(FormatError) -> CSVTable {
    try read(input.bytes, file: input.path, isHeader: nil, surplus: surplus)
  }

  /// Reads a whole table from memory; `file` is what errors name.
  ///
  /// - Parameter isHeader: What recognises the column names where a title may stand above them: the
  ///   first of the first twenty lines that passes is the header line, the first line where none
  ///   does.
  public static func read(
    _ bytes: [UInt8], file: String, headersWhere isHeader: (([String]) -> Bool)? = nil
  ) throws(FormatError) -> CSVTable {
    try read(bytes, file: file, isHeader: isHeader, surplus: nil)
  }

  private static func read(
    _ bytes: [UInt8], file: String, isHeader: (([String]) -> Bool)?,
    surplus: (([String]) -> Int)?
  ) throws(FormatError) -> CSVTable {
    let text = try DecodedText(bytes, file: file)
    guard text.bytes.count < Int(Int32.max) else {
      throw .notReadable(file: file, detail: "larger than 2 GiB of text")
    }
    var scanner = CSVScanner(text: text)
    return try scanner.table(file: file, headersWhere: isHeader, surplus: surplus)
  }
}
