package import RelaisFormats
import RelaisGeo

/// What a file was taken for: its layer, reference system, encoding, rules and columns.
extension Wording {
  /// A table of two columns, a line a row: what it is about, and what was understood.
  package func reading(
    _ understood: Understood, rules: StreetRules?, _ columns: [ColumnUse]
  ) -> [String] {
    var rows: [(String, String)] = []
    if let member = understood.member {
      rows.append((say("reading.archive"), say("reading.member", ["name": .text(member)])))
    }
    if let layer = understood.layer {
      let others = understood.otherLayers
      rows.append(
        (
          say("reading.layer"),
          others.isEmpty
            ? layer
            : say("reading.amongOthers", ["layer": .text(layer), "others": .text(listed(others))])
        ))
    }
    if let system = understood.system {
      rows.append(
        (
          say("reading.system"),
          say(
            "reading.systemKnown",
            ["system": .text(system.name), "origin": .text(text(system.origin))])
        ))
    }
    if let encoding = understood.encoding { rows.append((say("reading.encoding"), encoding.name)) }
    if let rules { rows.append((say("reading.rules"), text(rules))) }
    rows += columns.map {
      (say("reading.column", ["column": .text($0.column)]), meaning($0.term))
    }
    let width = rows.map { $0.0.count }.max() ?? 0
    return rows.map { $0.0 + String(repeating: " ", count: width - $0.0.count + 2) + $0.1 }
  }

  private func text(_ origin: ReadSystem.Origin) -> String {
    switch origin {
    case .declared: say("reading.origin.declared")
    case .identified: say("reading.origin.identified")
    case .defined: say("reading.origin.defined")
    case .format: say("reading.origin.format")
    case .degrees: say("reading.origin.degrees")
    case .given: say("reading.origin.given")
    case .streets: say("reading.origin.streets")
    }
  }

  private func text(_ rules: StreetRules) -> String {
    switch rules {
    case .tags: say("reading.rules.tags")
    case .geofabrik: say("reading.rules.geofabrik")
    case .bdTopo: say("reading.rules.bdTopo")
    case .bdTopoShapefile: say("reading.rules.bdTopoShapefile")
    case .edges: say("reading.rules.edges")
    case .plain: say("reading.rules.plain")
    }
  }
}
