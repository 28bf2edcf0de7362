/// A column of a file that is read, and what it is taken for.
public struct ColumnUse: Hashable, Sendable {
  /// As the file writes it.
  public var column: String
  public var term: ColumnTerm

  public init(_ column: String, _ term: ColumnTerm) {
    self.column = column
    self.term = term
  }
}
