import RelaisGeo

/// What of OpenStreetMap a map shows under its streets, by tags.
enum SceneryRules {
  /// The keys that make an object wanted, then those that say more of it.
  static let deciding = [
    "natural", "waterway", "landuse", "leisure", "building", "railway", "place", "highway",
  ]
  static let keys = deciding + ["name", "area", "tunnel", "service"]
  /// Of those, the one value that counts.
  static let values = ["place": "square", "highway": "pedestrian"]

  /// What an object is drawn as.
  enum Verdict: Hashable {
    case area(Scenery.Area.Kind)
    case line(Scenery.Line.Kind)
  }

  /// - Parameters:
  ///   - isClosed: Whether it is a ring or a multipolygon.
  ///   - value: The value of a key; empty where there is none.
  /// - Returns: `nil` for what is not drawn.
  static func verdict(isClosed: Bool, _ value: (String) -> String) -> Verdict? {
    let isUnderground = !["", "no", "building_passage"].contains(value("tunnel"))
    if isClosed, value("area") != "no", let kind = area(value) {
      return isUnderground ? nil : .area(kind)
    }
    if isUnderground { return nil }
    switch value("waterway") {
    case "river", "canal": return .line(.river)
    case "stream": return .line(.stream)
    default: break
    }
    switch value("railway") {
    case "rail", "light_rail", "narrow_gauge", "tram", "subway", "funicular", "monorail":
      return value("service").isEmpty ? .line(.railway) : nil
    default: return nil
    }
  }

  private static func area(_ value: (String) -> String) -> Scenery.Area.Kind? {
    if !["", "no"].contains(value("building")) { return .building }
    switch value("natural") {
    case "water", "bay": return .water
    case "wood", "scrub", "heath", "grassland": return .green
    default: break
    }
    if ["riverbank", "dock"].contains(value("waterway")) { return .water }
    switch value("landuse") {
    case "reservoir", "basin": return .water
    case "forest", "grass", "meadow", "village_green", "recreation_ground", "cemetery",
      "allotments", "orchard", "vineyard", "flowerbed":
      return .green
    default: break
    }
    switch value("leisure") {
    case "park", "garden", "golf_course", "common", "nature_reserve": return .green
    default: break
    }
    if value("place") == "square" { return .square }
    // Without area=yes it is a street that ends where it begins.
    if value("highway") == "pedestrian", value("area") == "yes" { return .square }
    return nil
  }
}
