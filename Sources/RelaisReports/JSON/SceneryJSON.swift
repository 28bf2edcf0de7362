package import CoverageEngine
import RelaisFormats
package import RelaisGeo

/// What lies under the streets of the desk's maps: schema `relais.scenery/1`.
///
/// `{"schema", "frame": [width, height], "geo": [longitude, latitude, east, north, plane], "scenery": {"areas", "lines", "names"}}`, as in
/// the pages of reports: see ``SceneryData`` and ``PackedLines``. `geo` is the corner in 1e-7 degrees, and degrees in a decimetre in
/// 1e-12.
package enum SceneryJSON {
  package static func bytes(_ scenery: Scenery, _ network: StreetNetwork) -> [UInt8] {
    let plane = DrawingPlane(network)
    let drawn = DrawnScenery(scenery, plane)
    let map = Map(
      id: "scenery", title: "", summary: "", outlines: [],
      background: .init(style: .walkable, label: "", lines: []), views: [], points: [])
    let drawing = MapDrawing(
      map, and: drawn.areas.flatMap { $0.rings.first ?? [] } + drawn.lines.flatMap(\.path))
    var json = JSONWriter(capacity: 1 << 18)
    json.object { json in
      json.member("schema", "relais.scenery/1")
      MapData.writeFrame(drawing, plane, to: &json)
      json.key("scenery")
      SceneryData(drawn, drawing).write(to: &json)
    }
    return json.finish()
  }
}
