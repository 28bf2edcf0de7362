package import CoverageEngine
import RelaisFormats

extension ColumnMapping {
  /// What may be named for a kind of file, sorted; `nil` where any tag of OpenStreetMap may.
  package static func keys(of kind: InputKind) -> [String]? {
    let inputs: [ColumnInput]
    var keys: Set<String> = []
    switch kind {
    case .streets:
      inputs = [.lines, .linesFirst, .edges]
      keys.formUnion(LineRules.tagKeys)
    case .adherents: inputs = [.adherents, .places, .placesFirst, .addresses]
    case .candidates: return nil
    case .addresses: inputs = [.addressBase, .addressBaseLocal, .addressBasePlaces]
    case .schools: inputs = [.schools]
    case .catchments: inputs = [.catchments]
    case .population: inputs = [.population]
    case .boundary, .districts, .priorityAreas: inputs = [.areas]
    }
    for input in inputs {
      keys.formUnion(ColumnVocabulary.standard.terms(of: input).map(\.rawValue))
    }
    return keys.sorted()
  }
}
