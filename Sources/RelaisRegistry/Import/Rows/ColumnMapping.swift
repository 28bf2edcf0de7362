package import RelaisFormats
import RelaisGeo

/// Column names a configuration gives for what a file calls otherwise: `["name": "NOM_RUE"]`.
///
/// Keys are the raw values of ``ColumnTerm``; for candidates also keys of tags.
package struct ColumnMapping: Hashable, Sendable {
  package var columns: [String: String]

  package init(_ columns: [String: String] = [:]) {
    self.columns = columns
  }

  /// Names the column of a term.
  package mutating func name(_ column: String, for term: ColumnTerm) {
    columns[term.rawValue] = column
  }

  /// The names to look for, the configured one alone if there is one.
  func names(_ term: ColumnTerm, in input: ColumnInput) -> [String] {
    columns[term.rawValue].map { [$0] } ?? ColumnVocabulary.standard.names(term, in: input)
  }
}
