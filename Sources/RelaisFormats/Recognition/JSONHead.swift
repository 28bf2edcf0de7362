import RelaisGeo

/// The start of JSON text that may be cut anywhere.
enum JSONHead {
  /// `geojson`, `overpass-json`, `topojson` or `json`, by the outermost members that can be seen.
  static func kind(_ bytes: [UInt8]) -> String {
    var scanner = JSONScanner(bytes)
    scanner.skipSeparators()
    scanner.takesNotANumber = true
    var names: Set<String> = []
    var type: String?
    // The head ends in the middle of a value nearly always: what was seen until then counts.
    do throws(JSONProblem) {
      try scanner.enter(UInt8(ascii: "{"))
      var first = true
      while let name = try scanner.nextMember(&first) {
        let name = scanner.string(at: name)
        names.insert(name)
        if name == "type", scanner.peek() == UInt8(ascii: "\"") {
          type = try scanner.string()
        } else {
          try scanner.skipValue()
        }
      }
    } catch {}
    if let type {
      if type == "FeatureCollection" || type == "Feature" || GeoJSONGeometry.types.contains(type) {
        return "geojson"
      }
      return type == "Topology" ? "topojson" : "json"
    }
    if names.contains("elements") || names.contains("osm3s") { return "overpass-json" }
    let told = names.contains { ["features", "geometry", "coordinates"].contains($0) }
    return told ? "geojson" : "json"
  }
}
