import RelaisFormats
import RelaisGeo

/// The columns of a layer of lines, each looked up once by what it stands for.
struct LayerColumns {
  /// Every attribute any of the features bears, sorted.
  let headers: [String]
  private let mapping: ColumnMapping
  /// The columns of each folded name.
  private let byFolded: [String: String]

  /// - Complexity: linear in the attributes of the features.
  init(_ features: [Feature], _ mapping: ColumnMapping) {
    var names: Set<String> = []
    for feature in features { names.formUnion(feature.attributes.keys) }
    headers = names.sorted()
    self.mapping = mapping
    byFolded = Dictionary(
      headers.map { (ColumnName.folded($0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The layer's columns of a term, in order of preference; the configured one alone if there is one.
  func names(_ term: ColumnTerm, in input: ColumnInput = .lines) -> [String] {
    known(mapping.names(term, in: input))
  }

  /// The layer's column of a tag of OpenStreetMap.
  func names(ofTag key: String) -> [String] { known([mapping.columns[key] ?? key]) }

  /// Whether the ends of its lines are named, as in the edges of a graph.
  var namesEnds: Bool {
    !names(.tail, in: .edges).isEmpty && !names(.head, in: .edges).isEmpty
  }

  private func known(_ names: [String]) -> [String] {
    names.compactMap { byFolded[ColumnName.folded($0)] }
  }
}
