import RelaisFormats
import RelaisGeo

/// What identifies the features of a file: a configured column, else one that says it for certain, else
/// the feature's own identifier, else any column that looks like one.
struct FeatureIdentifier {
  private let configured: [String]
  private let first: [String]
  private let then: [String]
  private let inputs: [ColumnInput]

  init(_ mapping: ColumnMapping, first: ColumnInput, then: ColumnInput) {
    configured = mapping.columns[ColumnTerm.id.rawValue].map { [$0] } ?? []
    self.first = ColumnVocabulary.standard.names(.id, in: first)
    self.then = ColumnVocabulary.standard.names(.id, in: then)
    inputs = configured.isEmpty ? [first, then] : [then]
  }

  func text(of feature: Feature) -> String? {
    configured.isEmpty
      ? feature.text(first) ?? feature.id ?? feature.text(then)
      : feature.text(configured) ?? feature.text(first) ?? feature.id ?? feature.text(then)
  }

  /// Notes the columns it may read.
  func find(_ finder: inout ColumnFinder) {
    for input in inputs { _ = finder(.id, in: input) }
  }
}
