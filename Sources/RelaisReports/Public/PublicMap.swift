import CoverageEngine
import RelaisFormats
import RelaisGeo

/// The public page's map: streets by their names, what lies under them, and the border.
struct PublicMap {
  let plane: DrawingPlane
  /// What stays without scripts and on paper.
  let picture: StillDrawing
  private let drawing: MapDrawing
  private let map: Map

  /// - Parameter places: Framed with the study area, else with the streets.
  init(_ material: ReportMaterial, _ places: [Position]) {
    let result = material.result
    let network = result.network
    let plane = DrawingPlane(result)
    self.plane = plane
    var ways = LineChain()
    var streets = LineChain()
    for edge in (0..<network.streetEdgeCount).map(EdgeID.init) {
      let isStreet = network.isDemand[edge.position]
      let line = Map.Line(
        path: network.vertices(of: edge).map(plane.point),
        name: isStreet ? network.name(of: edge) : nil, length: network.length(of: edge).metres)
      if isStreet { streets.append(line) } else { ways.append(line) }
    }
    let outline = result.studyArea.map { area in
      Map.Outline(
        style: .studyArea, label: "", name: area.name,
        rings: area.shape.polygons.flatMap { polygon in
          ([polygon.shell] + polygon.holes).map { $0.map(plane.point) }
        })
    }
    var map = Map(
      id: "town", title: "", summary: "", outlines: [outline].compactMap { $0 },
      background: .init(style: .walkable, label: "", lines: ways.lines),
      strands: [.init(styles: [.walkable], lines: streets.lines)], views: [], points: [])
    map.scenery = DrawnScenery(material.scenery, plane)
    self.map = map
    drawing = MapDrawing(map, and: places.map(plane.point))
    picture = StillDrawing(map, drawing)
  }

  /// Decimetres from the corner.
  func point(_ position: Position) -> (x: Int, y: Int) { drawing.point(plane.point(position)) }

  /// The picture without its marks, left open for them.
  func still(_ label: String, to page: inout HTMLBuffer) {
    page.markup("<svg role=\"img\" preserveAspectRatio=\"xMidYMid meet\"")
    page.attribute("aria-label", label)
    page.attribute("viewBox", "0 0 \(picture.width) \(picture.height)")
    page.markup(">\n")
    path("border", map.outlines.flatMap(\.rings), to: &page)
    areas("scenery green", .green, to: &page)
    areas("scenery water", .water, to: &page)
    areas("scenery square", .square, to: &page)
    path("scenery river", map.scenery.lines.filter { $0.kind == .river }.map(\.path), to: &page)
    path(
      "scenery railway", map.scenery.lines.filter { $0.kind == .railway }.map(\.path), to: &page)
    path("ways", map.background.lines.map(\.path), to: &page)
    path("streets", map.strands[0].lines.map(\.path), to: &page)
  }

  private func areas(
    _ name: StaticString, _ kind: Scenery.Area.Kind, to page: inout HTMLBuffer
  ) {
    path(name, map.scenery.areas.filter { $0.kind == kind }.flatMap(\.rings), to: &page)
  }

  private func path(_ name: StaticString, _ lines: [[PlanePoint]], to page: inout HTMLBuffer) {
    var bytes: [UInt8] = []
    picture.pathData(lines, into: &bytes)
    if bytes.isEmpty { return }
    page.markup("<path vector-effect=\"non-scaling-stroke\" fill-rule=\"evenodd\" class=\"")
    page.markup(name)
    page.markup("\" d=\"")
    page.verbatim(bytes)
    page.markup("\"/>\n")
  }

  /// What the script draws. Streets bear numbers of names, −1 for none.
  func write(to json: inout JSONWriter) {
    json.object { json in
      MapData.writeFrame(drawing, plane, to: &json)
      json.key("scenery")
      SceneryData(map.scenery, drawing).write(to: &json)
      json.member("border", drawing.packed(map.outlines.lazy.flatMap(\.rings)))
      json.member("ways", drawing.packed(map.background.lines.lazy.map(\.path)))
      json.member("streets", drawing.packed(map.strands[0].lines.lazy.map(\.path)))
      var numbers: [String: Int] = [:]
      var names: [String] = []
      let own = map.strands[0].lines.map { line -> Int in
        guard let name = line.name else { return -1 }
        if let number = numbers[name] { return number }
        numbers[name] = names.count
        names.append(name)
        return names.count - 1
      }
      json.key("names")
      json.array { json in for name in names { json.string(name) } }
      json.key("named")
      json.array { json in for number in own { json.integer(number) } }
    }
  }
}
