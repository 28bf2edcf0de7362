import CoverageEngine
import RelaisFormats
import RelaisGeo

/// Which lines of a layer can be walked, which are streets to cover, and how high they run, by the layer's own columns.
///
/// Recognised are OpenStreetMap ways converted to lines (`highway`, as a column or among the tags of a cell), Geofabrik's
/// extracts (`fclass`), road sections of BD TOPO under the names of its GeoPackage, its shapefile and IGN's web service
/// (`nature` with a level, state, access or privacy), and any other, whose lines are all walked and all to be covered.
struct LineRules {
  let lines: SourceFormat.Lines
  /// The layer's columns the rules look at.
  private let columns: [ColumnTerm: [String]]
  /// Likewise, by tag.
  private let tagColumns: [String: [String]]
  private let tagCells: [String]

  /// - Parameters:
  ///   - layer: The layer's columns; a configuration may name them: keys are the terms of street layers and the tags the
  ///     rules look at.
  ///   - sample: Rows of the layer, to see whether a cell of tags holds a `highway`.
  init(_ layer: LayerColumns, sample: some Collection<Feature>) {
    let terms: [ColumnTerm] = [
      .highway, .roadClass, .nature, .state, .isPrivate, .footAccess, .level,
    ]
    let columns = Dictionary(uniqueKeysWithValues: terms.map { ($0, layer.names($0)) })
    let cells = layer.names(.tagList)
    func has(_ term: ColumnTerm) -> Bool { columns[term]?.isEmpty == false }
    if has(.highway) {
      lines = .openStreetMap
    } else if has(.roadClass) {
      lines = .geofabrik
    } else if sample.contains(where: { LineRules.tags(of: $0, cells)["highway"] != nil }) {
      lines = .openStreetMap
    } else if has(.nature), has(.state) || has(.footAccess) || has(.isPrivate) || has(.level) {
      lines = .bdTopo
    } else {
      lines = .plain
    }
    self.columns = columns
    tagColumns = Dictionary(
      uniqueKeysWithValues: LineRules.tagKeys.map { ($0, layer.names(ofTag: $0)) })
    tagCells = lines == .openStreetMap ? cells : []
  }

  /// Tags that a configuration may name columns for.
  package static let tagKeys =
    WalkingRules.keys.dropFirst().dropLast() + OSMLevel.keys + ConditionalTags.keys
    + WalkingRules.sidewalkKeys

  /// What the rules look at.
  var terms: [ColumnTerm] {
    switch lines {
    case .openStreetMap: [.highway, .tag, .tagList]
    case .geofabrik: [.roadClass]
    case .bdTopo: [.nature, .state, .isPrivate, .footAccess]
    case .plain: []
    }
  }

  enum Verdict {
    case walkable(Walkable)
    case rejected(RejectedRow.Reason)
  }

  /// What is to be known of a line that can be walked.
  struct Walkable {
    var isDemand: Bool
    var level: Int
    var form: StreetAttributes.Form
    var hours: WalkingHours?
    var sidewalk = StreetAttributes.Sidewalk.unsaid
  }

  /// - Parameters:
  ///   - name: The street's; `nil` or empty without one.
  ///   - isArea: Whether the feature is an area (``isArea(_:)``), whatever its tags.
  func verdict(_ feature: Feature, name: String?, isArea: Bool = false) -> Verdict {
    switch lines {
    case .plain:
      return .walkable(
        Walkable(isDemand: true, level: number(.level, feature), form: .unsaid))
    case .bdTopo: return bdTopoVerdict(feature, name: name)
    case .openStreetMap, .geofabrik: return tagVerdict(feature, name: name, isArea: isArea)
    }
  }

  /// Whether a polygon is an area to walk in, and not a way that closes on itself: by `area=yes`, by being a platform or of
  /// pedestrians, or by holes and parts, which only a relation has.
  ///
  /// Programs that convert OpenStreetMap make a polygon of every closed way.
  func isArea(_ feature: Feature, _ polygons: [Polygon]) -> Bool {
    let cells = LineRules.tags(of: feature, tagCells)
    func values(_ key: String) -> [String] {
      let names = key == "highway" ? columns[.highway] : tagColumns[key]
      return TagValues.values(feature.value(names ?? []) ?? cells[key]?.trimmed ?? "")
    }
    if values("area").contains("no") { return false }
    return polygons.count > 1 || !polygons.allSatisfy(\.holes.isEmpty)
      || values("area").contains("yes") || values("highway").contains("pedestrian")
      || values("highway").contains("platform")
      || WalkingRules.platforms.contains { values($0.key).contains($0.value) }
  }

  // MARK: OpenStreetMap

  private func tagVerdict(_ feature: Feature, name: String?, isArea: Bool) -> Verdict {
    let cells = LineRules.tags(of: feature, tagCells)
    func text(_ key: String) -> String {
      if key == "name" { return name ?? "" }
      if key == "area", isArea { return "yes" }
      if key == "highway", lines == .geofabrik {
        return LineRules.highway(ofClass: feature.value(columns[.roadClass] ?? []) ?? "")
      }
      let names = key == "highway" ? columns[.highway] : tagColumns[key]
      return feature.value(names ?? []) ?? cells[key]?.trimmed ?? ""
    }
    let highways = TagValues.values(text("highway"))
    let isPlatform = WalkingRules.platforms.contains {
      TagValues.values(text($0.key)).contains($0.value)
    }
    let found =
      highways.isEmpty
      ? WalkingRules.deciding.lazy.map { "\($0)=\(text($0))" }.first { !$0.hasSuffix("=") }
        ?? "highway=" : "highway=\(highways.joined(separator: ";"))"
    var best: (verdict: WalkingRules.Verdict, hours: WalkingHours?) = (.notWalkable, nil)
    var form = StreetAttributes.Form.footway
    func mildest(_ key: String) -> String {
      ConditionalTags.keys.contains(key)
        ? text(key) : WalkingRules.mildest(TagValues.values(text(key)), of: key)
    }
    for highway in highways.isEmpty && isPlatform ? [""] : highways {
      let judged = WalkingRules.judged { key in key == "highway" ? highway : mildest(key) }
      if case .walkable = judged.verdict, WalkingRules.form(ofHighway: highway) == .street {
        form = .street
      }
      if judged.verdict.isMilder(than: best.verdict) { best = judged }
    }
    switch best.verdict {
    case .walkable(let isDemand):
      return .walkable(
        Walkable(
          isDemand: isDemand,
          level: Int(
            OSMLevel.level(
              layer: text("layer"), bridge: LineRules.flag(text("bridge")),
              tunnel: LineRules.flag(text("tunnel")))), form: form, hours: best.hours,
          sidewalk: WalkingRules.sidewalk(
            isDemand: isDemand, footway: mildest("footway"),
            WalkingRules.sidewalkKeys.lazy.flatMap { TagValues.values(text($0)) })))
    case .notWalkable: return .rejected(.notWalkable(found))
    case .noPedestrianAccess: return .rejected(.noPedestrianAccess(found))
    case .privateAccess: return .rejected(.privateAccess(found))
    case .areaNotWalkable: return .rejected(.areaNotWalkable(found))
    case .notInService(let key): return .rejected(.notInService("\(key)=\(text(key))"))
    }
  }

  /// The tags of the cells that hold several.
  private static func tags(of feature: Feature, _ cells: [String]) -> [String: String] {
    var tags: [String: String] = [:]
    for cell in cells {
      guard let text = feature.value([cell]) else { continue }
      tags.merge(TagText.tags(text)) { first, _ in first }
    }
    return tags
  }

  /// Geofabrik writes yes and no as letters or numbers.
  private static func flag(_ text: String) -> String {
    switch text.lowercased() {
    case "f", "false", "0", "no": "no"
    case "t", "true", "1": "yes"
    default: TagValues.values(text).first ?? ""
    }
  }

  /// The kind of way of one of Geofabrik's classes: they are those of OpenStreetMap, but for tracks by their grade.
  private static func highway(ofClass text: String) -> String {
    let name = text.trimmed.lowercased()
    if name.hasPrefix("track_grade") { return "track" }
    return name == "unknown" ? "road" : name
  }

  // MARK: BD TOPO

  /// Natures no one walks on, folded; those that are paths and no streets unless named.
  private static let motorways: Set = [
    "typeautoroutier", "autoroute", "quasiautoroute", "bretelle", "bacouliaisonmaritime", "bac",
    "bacauto", "bacpieton", "liaisonmaritime",
  ]
  private static let paths: Set = ["sentier", "chemin", "escalier", "pistecyclable"]
  /// Words that close a section to people on foot.
  private static let closed = ["interdit", "impossible", "restreint", "ayantsdroit", "prive"]
  /// Words of a section that is not there yet, or no more.
  private static let notInService = [
    "construction", "projet", "nonexploit", "horsservice", "desaffecte", "abandon", "detruit",
    "ferme",
  ]

  private func bdTopoVerdict(_ feature: Feature, name: String?) -> Verdict {
    func cell(_ term: ColumnTerm) -> (text: String, found: String, folded: String)? {
      for column in columns[term] ?? [] {
        guard let text = feature.value([column]) else { continue }
        return (text, "\(column)=\(text)", ColumnName.folded(text))
      }
      return nil
    }
    if let state = cell(.state), LineRules.notInService.contains(where: state.folded.contains) {
      return .rejected(.notInService(state.found))
    }
    if let isPrivate = cell(.isPrivate),
      ["true", "1", "oui", "vrai", "t", "o"].contains(isPrivate.folded)
    {
      return .rejected(.privateAccess(isPrivate.found))
    }
    if let access = cell(.footAccess), LineRules.closed.contains(where: access.folded.contains) {
      return .rejected(.noPedestrianAccess(access.found))
    }
    let nature = cell(.nature)
    if let nature, LineRules.motorways.contains(nature.folded) {
      return .rejected(.notWalkable(nature.found))
    }
    let isPath = LineRules.paths.contains(nature?.folded ?? "")
    return .walkable(
      Walkable(
        isDemand: name?.isEmpty == false || !isPath, level: number(.level, feature),
        form: isPath ? .footway : .street))
  }

  /// A whole number of a column; 0 for what is none, as BD TOPO's « Gué ou radier ».
  private func number(_ term: ColumnTerm, _ feature: Feature) -> Int {
    guard let text = feature.value(columns[term] ?? []), let value = Double(csv: text) else {
      return 0
    }
    return Int(max(-100, min(100, value)))
  }
}
