package import CoverageEngine
import RelaisFormats
package import RelaisGeo
package import RelaisWording

/// `relais.qgz`: the layers of `coverage.gpkg` as a project of QGIS, in groups, in order, with labels, and a page to print.
///
/// A project is XML in a zip archive, as QGIS 3.22 and later write and read it.
package struct QGISProject {
  /// What it needs to know of a layer; rows stay in the GeoPackage.
  struct Layer {
    var name: String
    var title: String
    var geometryType: GeoPackageLayer.GeometryType
    /// QML, with the elements that a project has too.
    var style: String

    /// `nil` for a table without geometries or style.
    init?(_ layer: GeoPackageLayer) {
      guard let type = layer.geometryType, let style = layer.style else { return nil }
      name = layer.name
      title = layer.identifier
      geometryType = type
      self.style = style
    }
  }

  /// Parts of the tree, the uppermost first.
  enum Group: CaseIterable {
    case coverage, prospection, schools, changes, areas, network

    /// Those that none names belong to coverage.
    var layers: Set<String> {
      switch self {
      case .coverage: ["relays", "gaps", "gaps_by_window", "streets", "service_areas", "circles"]
      case .prospection: ["prospects", "rounds"]
      case .schools:
        [
          "schools", "school_flows", "school_routes", "covered_routes", "shared_ways",
          "shared_way_stops",
        ]
      case .changes: ["changes", "street_changes"]
      case .areas: ["boundary", "districts", "communes", "priority_areas"]
      case .network: ["network_health", "network_health_lines"]
      }
    }
  }

  /// Shown when the project is opened.
  private static let shown: Set<String> = ["relays", "gaps", "streets", "boundary", "districts"]
  /// By what a layer's features are labelled.
  private static let labels = [
    "relays": "name", "schools": "name", "districts": "name", "gaps": "rank",
  ]
  private static let paper = (width: 297.0, height: 210.0)

  let layers: [Layer]
  let system: ReferenceSystem
  /// Where the streets lie, in the system of the outputs.
  let extent: (low: Position, high: Position)
  let title: String
  let credits: [String]
  let wording: Wording

  package static func bytes(
    _ material: ReportMaterial, doors: DoorTeller?, system: ReferenceSystem, _ wording: Wording
  ) throws -> [UInt8] {
    let result = material.result
    let plane = try OutputPlane(system, network: result.network)
    let layers = try CoverageGeoPackage.layers(
      result, areas: [], routes: material.routes, doors: doors, trend: material.trend,
      plane: plane, wording: wording)
    let box = result.network.envelope
    let corners = try plane.output(
      box.isEmpty
        ? [Position(x: 0, y: 0), Position(x: 0, y: 0)]
        : [Position(x: box.minX, y: box.minY), Position(x: box.maxX, y: box.maxY)])
    return QGISProject(
      layers: layers.compactMap(Layer.init), system: system, extent: (corners[0], corners[1]),
      title: material.territory, credits: material.credits, wording: wording
    ).archive()
  }

  func archive() -> [UInt8] { ZipWriter.archive([("relais.qgs", Array(xml().utf8))]) }

  func xml() -> String {
    let title = HTMLText.escape(title)
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
      + "<qgis version=\"3.22.0\" projectname=\"\(title)\">\n<title>\(title)</title>\n"
      + "<projectCrs>\(reference)</projectCrs>\n" + tree() + canvas()
      + "<projectlayers>\n" + layers.map(layer).joined() + "</projectlayers>\n"
      + "<layerorder>" + drawn.map { "<layer id=\"\($0.name)\"/>" }.joined() + "</layerorder>\n"
      + "<properties><Paths><Absolute type=\"bool\">false</Absolute></Paths>"
      + "<SpatialRefSys><ProjectionsEnabled type=\"int\">1</ProjectionsEnabled></SpatialRefSys>"
      + "</properties>\n"
      + layout(title) + "</qgis>\n"
  }

  /// The uppermost first: in a GeoPackage later layers lie on top.
  private var drawn: [Layer] { layers.reversed() }

  private func group(of layer: Layer) -> Group {
    Group.allCases.first { $0.layers.contains(layer.name) } ?? .coverage
  }

  private func tree() -> String {
    var text = "<layer-tree-group>\n"
    for group in Group.allCases {
      let own = drawn.filter { self.group(of: $0) == group }
      guard !own.isEmpty else { continue }
      text +=
        "<layer-tree-group name=\"\(HTMLText.escape(wording.name(group)))\" checked=\"Qt::Checked\" "
        + "expanded=\"\(group == .coverage ? 1 : 0)\">\n"
      text += own.map { leaf($0, isExpanded: false) }.joined() + "</layer-tree-group>\n"
    }
    return text + "</layer-tree-group>\n"
  }

  private func leaf(_ layer: Layer, isExpanded: Bool) -> String {
    let isShown = QGISProject.shown.contains(layer.name)
    return
      "<layer-tree-layer id=\"\(layer.name)\" name=\"\(HTMLText.escape(layer.title))\" "
      + "checked=\"\(isShown ? "Qt::Checked" : "Qt::Unchecked")\" expanded=\"\(isExpanded ? 1 : 0)\" "
      + "providerKey=\"ogr\" source=\"\(source(layer))\"/>\n"
  }

  /// What the printed legend explains: what is shown when the project is opened.
  private func legend() -> String {
    "<layer-tree-group>"
      + drawn.filter { QGISProject.shown.contains($0.name) }.map { leaf($0, isExpanded: true) }
      .joined() + "</layer-tree-group>"
  }

  private func source(_ layer: Layer) -> String { "./coverage.gpkg|layername=\(layer.name)" }

  private var reference: String {
    guard let code = system.code else { return "" }
    // QGIS reads the rest only where there is a number of its own; the registry's code then decides.
    return
      "<spatialrefsys><srsid>1</srsid><srid>\(code)</srid><authid>EPSG:\(code)</authid></spatialrefsys>"
  }

  private func canvas() -> String {
    "<mapcanvas name=\"theMapCanvas\" annotationsVisible=\"1\">"
      + "<units>\(system.isGeographic ? "degrees" : "meters")</units><extent>"
      + "<xmin>\(extent.low.x)</xmin><ymin>\(extent.low.y)</ymin>"
      + "<xmax>\(extent.high.x)</xmax><ymax>\(extent.high.y)</ymax></extent>"
      + "<rotation>0</rotation><destinationsrs>\(reference)</destinationsrs></mapcanvas>\n"
  }

  private func layer(_ layer: Layer) -> String {
    let kind =
      switch layer.geometryType {
      case .point, .multiPoint: "Point"
      case .lineString, .multiLineString: "Line"
      case .polygon, .multiPolygon, .geometry: "Polygon"
      }
    let label = QGISProject.labels[layer.name]
    return
      "<maplayer type=\"vector\" geometry=\"\(kind)\" labelsEnabled=\"\(label == nil ? 0 : 1)\" "
      + "hasScaleBasedVisibilityFlag=\"0\">\n<id>\(layer.name)</id>"
      + "<datasource>\(source(layer))</datasource>"
      + "<layername>\(HTMLText.escape(layer.title))</layername><srs>\(reference)</srs>"
      + "<provider encoding=\"UTF-8\">ogr</provider>\n" + inside(layer.style)
      + (label.map { labelling($0, geometry: kind) } ?? "") + "\n</maplayer>\n"
  }

  /// The elements of a style, which are those of a project's layer.
  private func inside(_ style: String) -> String {
    guard let open = style.firstRange(of: "<renderer-v2"),
      let close = style.firstRange(of: "</qgis>")
    else { return "" }
    return String(style[open.lowerBound..<close.lowerBound])
  }

  private func labelling(_ field: String, geometry: String) -> String {
    let placement = geometry == "Line" ? 2 : geometry == "Polygon" ? 1 : 6
    return "<labeling type=\"simple\"><settings><text-style fieldName=\"\(field)\" fontSize=\"8\" "
      + "fontSizeUnit=\"Point\" textColor=\"30,30,30,255\"><text-buffer bufferDraw=\"1\" "
      + "bufferSize=\"0.8\" bufferSizeUnits=\"MM\" bufferColor=\"255,255,255,255\"/></text-style>"
      + "<placement placement=\"\(placement)\" dist=\"1\" distUnits=\"MM\"/>"
      + "<rendering scaleVisibility=\"1\" scaleMin=\"1\" scaleMax=\"25000\"/></settings></labeling>"
  }

  // MARK: The page to print

  private enum Item: Int {
    case page = 65638
    case map = 65639
    case label = 65641
    case legend = 65642
    case scale = 65646
  }

  private func layout(_ title: String) -> String {
    let (width, height) = QGISProject.paper
    let map = (width: width - 90, height: height - 40)
    return "<Layouts><Layout name=\"\(title)\" units=\"mm\" printResolution=\"300\">"
      + "<PageCollection>" + item(.page, 0, at: (0, 0), size: (width, height)) + "</LayoutItem>"
      + "</PageCollection>\n"
      + item(
        .map, 1, at: (10, 25), size: map,
        "frame=\"true\" keepLayerSet=\"false\" followPreset=\"false\" mapRotation=\"0\" "
          + "drawCanvasItems=\"true\"")
      + fitted(map) + "</LayoutItem>\n"
      + item(
        .label, 2, at: (10, 8), size: (width - 20, 12), "labelText=\"\(title)\" htmlState=\"0\"")
      + "<LabelFont description=\"Sans,18,-1,5,75,0,0,0,0,0\" style=\"Bold\"/></LayoutItem>\n"
      + item(
        .legend, 3, at: (width - 75, 25), size: (65, map.height - 20),
        "title=\"\" resizeToContents=\"1\" legendFilterByAtlas=\"0\" "
          + "map_uuid=\"\(QGISProject.identifier(1))\"") + legend() + "</LayoutItem>\n"
      + item(
        .scale, 4, at: (10, height - 13), size: (60, 9),
        "style=\"Single Box\" unitType=\"meters\" unitLabel=\"m\" numSegments=\"2\" "
          + "numSegmentsLeft=\"0\" numMapUnitsPerScaleBarUnit=\"1\" numUnitsPerSegment=\"250\" "
          + "height=\"2\" mapUuid=\"\(QGISProject.identifier(1))\"") + "</LayoutItem>\n"
      + item(
        .label, 5, at: (80, height - 12), size: (width - 90, 8),
        "labelText=\"\(HTMLText.escape(credits.joined(separator: " · ")))\" htmlState=\"0\"")
      + "</LayoutItem>\n</Layout></Layouts>\n"
  }

  private func item(
    _ kind: Item, _ number: Int, at: (Double, Double), size: (Double, Double), _ more: String = ""
  ) -> String {
    "<LayoutItem type=\"\(kind.rawValue)\" uuid=\"\(QGISProject.identifier(number))\" "
      + "templateUuid=\"\(QGISProject.identifier(number))\" id=\"\" visibility=\"1\" "
      + "referencePoint=\"0\" position=\"\(at.0),\(at.1),mm\" positionOnPage=\"\(at.0),\(at.1),mm\" "
      + "size=\"\(size.0),\(size.1),mm\" zValue=\"\(number)\" opacity=\"1\" \(more)>"
  }

  private static func identifier(_ number: Int) -> String {
    "{00000000-0000-4000-8000-00000000000\(number)}"
  }

  /// The extent, widened to the shape of its frame.
  private func fitted(_ frame: (width: Double, height: Double)) -> String {
    let (low, high) = extent
    let middle = (x: (low.x + high.x) / 2, y: (low.y + high.y) / 2)
    let scale = max((high.x - low.x) / frame.width, (high.y - low.y) / frame.height) * 1.04
    let (w, h) = (frame.width * scale / 2, frame.height * scale / 2)
    return "<Extent xmin=\"\(middle.x - w)\" ymin=\"\(middle.y - h)\" "
      + "xmax=\"\(middle.x + w)\" ymax=\"\(middle.y + h)\"/>"
  }
}

extension Wording {
  func name(_ group: QGISProject.Group) -> String {
    switch group {
    case .coverage: say("layers.group.coverage")
    case .prospection: say("layers.group.prospection")
    case .schools: say("layers.group.schools")
    case .changes: say("layers.group.changes")
    case .areas: say("layers.group.areas")
    case .network: say("layers.group.network")
    }
  }
}
