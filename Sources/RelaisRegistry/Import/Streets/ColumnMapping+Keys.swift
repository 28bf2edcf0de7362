package import CoverageEngine
import RelaisFormats

extension ColumnMapping {
  /// What may be named for a kind of file, sorted; `nil` where any tag of OpenStreetMap may.
  package static func keys(of kind: InputKind) -> [String]? {
    switch kind {
    case .candidates: return nil
    case .streets:
      var keys = Set(LineRules.tagKeys)
      for input in [ColumnInput.lines, .linesFirst, .edges] {
        keys.formUnion(ColumnVocabulary.standard.terms(of: input).map(\.rawValue))
      }
      return keys.sorted()
    // Their importers share columns with those of places and addresses.
    case .adherents, .addresses, .schools, .catchments, .population, .boundary, .districts,
      .priorityAreas:
      return ColumnTerm.allCases.map(\.rawValue).sorted()
    }
  }
}
