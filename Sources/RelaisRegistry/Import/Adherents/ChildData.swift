import RelaisFormats
import RelaisGeo

/// Columns that look like personal data of children: no file that has one is taken.
enum ChildData {
  private static let whole = Set(ColumnVocabulary.standard.names(.child, in: .children))
  private static let parts = ColumnVocabulary.standard.names(.child, in: .childrenHolding)

  static func isSuspect(_ header: String) -> Bool {
    let folded = ColumnName.foldedLetters(header)
    return whole.contains(folded) || parts.contains { folded.contains($0) }
  }
}
