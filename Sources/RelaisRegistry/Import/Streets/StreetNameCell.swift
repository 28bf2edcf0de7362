import RelaisGeo

/// The name of a street as a layer writes it.
enum StreetNameCell {
  /// What fills a cell where there is no name: BD TOPO's `NR` (not given) and `NC` (not concerned).
  private static let fillers: Set = [
    "nr", "nc", "nonrenseigne", "sansobjet", "null", "none", "nan",
  ]

  /// The first of some columns that holds a name.
  static func name(of feature: Feature, _ columns: [String]) -> String? {
    for column in columns {
      guard let text = feature.value([column]) else { continue }
      // A way merged of several keeps the names of all; the first one stands for it.
      let isList = text.hasPrefix("[") && text.hasSuffix("]")
      let name = isList ? TagValues.values(text).first ?? "" : text.trimmed
      if !name.isEmpty, !fillers.contains(ColumnName.folded(name)) { return name }
    }
    return nil
  }
}
