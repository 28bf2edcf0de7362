/// A table of categories that cannot be used: which cell, and what was expected there.
public enum CategoriesError: Error, Hashable, Sendable {
  case badValue(file: String, line: Int, column: String, found: String, expected: String)
  /// Two rows are about one category, or name one tag or code.
  case repeated(file: String, line: Int, value: String, firstLine: Int)
  /// A row whose cells could not be separated.
  case badRow(file: String, line: Int)
}
