import CoverageEngine
import RelaisFormats
import RelaisGeo

/// Which lines of a layer can be walked, and which are streets to cover, by the layer's own columns.
///
/// Three kinds of layer are recognised by their columns: OpenStreetMap ways converted to lines
/// (`highway`), road sections of BD TOPO version 3 (`nature` and `position_par_rapport_au_sol`),
/// and any other, whose lines are all walked and all to be covered.
enum LineRules: Hashable {
  case openStreetMap
  case bdTopo
  case plain

  /// - Parameter columns: Those of the layer, as ``ColumnInput/lines``.
  init(_ columns: ColumnFinder) {
    if columns.has(.highway) {
      self = .openStreetMap
    } else if columns.has(.nature), columns.has(.level) {
      self = .bdTopo
    } else {
      self = .plain
    }
  }

  var lines: SourceFormat.Lines {
    switch self {
    case .openStreetMap: .openStreetMap
    case .bdTopo: .bdTopo
    case .plain: .plain
    }
  }

  /// What the rules look at.
  var terms: [ColumnTerm] {
    switch self {
    case .openStreetMap: [.highway, .tag]
    case .bdTopo: [.nature, .state, .isPrivate, .footAccess]
    case .plain: []
    }
  }

  enum Verdict {
    case walkable(isDemand: Bool)
    case rejected(RejectedRow.Reason)
  }

  func verdict(_ feature: Feature, name: String?) -> Verdict {
    switch self {
    case .plain: return .walkable(isDemand: true)
    case .bdTopo: return LineRules.bdTopoVerdict(feature, name: name)
    case .openStreetMap:
      let verdict = WalkingRules.verdict { feature.text([$0]) ?? "" }
      let found = "highway=\(feature.text(["highway"]) ?? "")"
      switch verdict {
      case .walkable(let isDemand): return .walkable(isDemand: isDemand)
      case .notWalkable: return .rejected(.notWalkable(found))
      case .noPedestrianAccess: return .rejected(.noPedestrianAccess(found))
      case .privateAccess: return .rejected(.privateAccess(found))
      case .areaNotWalkable: return .rejected(.areaNotWalkable(found))
      }
    }
  }

  /// Natures no one walks on, folded; those that are paths and no streets unless named.
  private static let motorways: Set = ["typeautoroutier", "bretelle", "bacouliaisonmaritime"]
  private static let paths: Set = ["sentier", "chemin", "escalier", "pistecyclable"]
  /// Words in `acces_pieton` that close a section to people on foot.
  private static let closed = ["interdit", "impossible", "restreint", "ayantsdroit", "prive"]

  private static func bdTopoVerdict(_ feature: Feature, name: String?) -> Verdict {
    let state = feature.text(["etat_de_l_objet"])
    if let state, ColumnName.folded(state) != "enservice" {
      return .rejected(.notInService("etat_de_l_objet=\(state)"))
    }
    if let isPrivate = feature.text(["prive"]),
      ["true", "1", "oui"].contains(isPrivate.lowercased())
    {
      return .rejected(.privateAccess("prive=\(isPrivate)"))
    }
    if let access = feature.text(["acces_pieton"]) {
      let folded = ColumnName.folded(access)
      if closed.contains(where: { folded.contains($0) }) {
        return .rejected(.noPedestrianAccess("acces_pieton=\(access)"))
      }
    }
    let nature = feature.text(["nature"]) ?? ""
    let folded = ColumnName.folded(nature)
    if motorways.contains(folded) { return .rejected(.notWalkable("nature=\(nature)")) }
    return .walkable(isDemand: name != nil || !paths.contains(folded))
  }
}
