import RelaisGeo
import RelaisWording

/// Writes a map as an inline drawing, its controls, its legend, and the data its script reads.
struct HTMLMapWriter {
  let map: Map
  let wording: Wording
  /// Named on the map, as licences ask.
  let credit: String
  private let drawing: MapDrawing
  private let still: StillDrawing

  init(_ map: Map, credit: String, _ wording: Wording) {
    self.map = map
    self.wording = wording
    self.credit = credit
    drawing = MapDrawing(map)
    still = StillDrawing(map, drawing)
  }

  func write(to page: inout HTMLBuffer) {
    page.markup("<figure class=\"map\"")
    page.attribute("id", map.id)
    page.markup(">\n")
    tools(to: &page)
    frame(to: &page)
    if let caption = map.views.first?.caption, !caption.isEmpty {
      page.element("p", class: "map-shown", caption)
    }
    page.markup("<p class=\"map-info\" role=\"status\">")
    page.text(map.summary)
    page.markup("</p>\n")
    HTMLLegendWriter(map: map, wording: wording).write(to: &page)
    page.markup("<p class=\"map-help\"")
    page.attribute("id", map.id + "-help")
    page.markup(">")
    page.text(wording.mapHelp)
    page.markup("</p>\n<script type=\"application/json\"")
    page.attribute("id", map.id + "-data")
    page.markup(">")
    page.verbatim(MapData(map, wording, drawing).json())
    page.markup("</script>\n</figure>\n")
  }

  private func tools(to page: inout HTMLBuffer) {
    page.markup("<div class=\"map-tools\">\n")
    let only = Map.Switch(label: wording.mapView, options: map.views.map(\.label))
    for control in map.switches.isEmpty ? [only] : map.switches where control.options.count > 1 {
      page.markup("<label>")
      page.text(control.label)
      page.markup(" <select>")
      for option in control.options { page.element("option", option) }
      page.markup("</select></label>\n")
    }
    page.markup("<label>")
    page.text(map.answers.houses.isEmpty ? wording.findStreet : wording.findAddress)
    page.markup(" <input type=\"search\" autocomplete=\"off\"")
    page.attribute("list", map.id + "-streets")
    page.markup("></label><datalist")
    page.attribute("id", map.id + "-streets")
    page.markup("></datalist>\n</div>\n")
    if !map.answers.streets.isEmpty {
      page.markup("<div class=\"map-answer\" role=\"status\" hidden></div>\n")
    }
  }

  private func frame(to page: inout HTMLBuffer) {
    page.markup("<div class=\"map-frame\" tabindex=\"0\" role=\"application\"")
    page.attribute("aria-label", wording.mapFrame(map.title))
    page.attribute("aria-describedby", map.id + "-help")
    page.markup(">\n<svg role=\"img\" preserveAspectRatio=\"xMidYMid meet\"")
    page.attribute("aria-label", map.title + ". " + map.summary)
    page.attribute("viewBox", "0 0 \(still.width) \(still.height)")
    page.markup(">\n")
    outlines(.studyArea, class: "study-area", to: &page)
    scenery(to: &page)
    path("walkable", map.background.lines, to: &page)
    for strand in map.strands { self.strand(strand, to: &page) }
    for (index, view) in map.views.enumerated() {
      page.markup("<g")
      page.attribute("data-view", view.id)
      if index > 0 { page.markup(" display=\"none\"") }
      page.markup(">\n")
      for layer in view.layers { path(markup(layer.style), layer.lines, to: &page) }
      page.markup("</g>\n")
    }
    outlines(.district, class: "district", to: &page)
    page.markup("<g>\n")
    for layer in map.points { points(layer, to: &page) }
    page.markup("</g>\n")
    for (index, view) in map.views.enumerated() where !view.points.isEmpty {
      page.markup("<g")
      page.attribute("data-marks", view.id)
      if index > 0 { page.markup(" display=\"none\"") }
      page.markup(">\n")
      for layer in view.points { points(layer, to: &page) }
      page.markup("</g>\n")
    }
    staticScale(to: &page)
    page.markup(
      "</svg>\n<p class=\"north\"><span aria-hidden=\"true\">↑<br>N</span><span class=\"vh\">")
    page.text(wording.northUp)
    page.markup("</span></p>\n<p class=\"scale\"><span></span><i></i></p>\n")
    page.markup(
      "<p class=\"map-tip\" aria-hidden=\"true\" hidden></p>\n<div class=\"map-buttons\">")
    button("in", wording.zoomIn, "+", to: &page)
    button("out", wording.zoomOut, "−", to: &page)
    button("all", wording.wholeMap, "⤢", to: &page)
    page.markup("</div>\n")
    if !credit.isEmpty { page.element("p", class: "map-credit", credit) }
    page.markup("</div>\n")
  }

  /// Of the scenery what a still picture needs: no house, nothing smaller than a dot.
  private func scenery(to page: inout HTMLBuffer) {
    for kind in [Scenery.Area.Kind.green, .water, .square] {
      let rings = map.scenery.areas.lazy.filter { $0.kind == kind }.flatMap(\.rings)
      shape(SceneryClass.of(kind), rings.map { $0 }, to: &page)
    }
    for kind in [Scenery.Line.Kind.river, .railway] {
      shape(
        SceneryClass.of(kind), map.scenery.lines.filter { $0.kind == kind }.map(\.path), to: &page)
    }
  }

  private func shape(_ name: StaticString, _ lines: [[PlanePoint]], to page: inout HTMLBuffer) {
    var bytes: [UInt8] = []
    still.pathData(lines, into: &bytes)
    if bytes.isEmpty { return }
    page.markup("<path vector-effect=\"non-scaling-stroke\" fill-rule=\"evenodd\"")
    page.markup(" class=\"scenery ")
    page.markup(name)
    page.markup("\" d=\"")
    page.verbatim(bytes)
    page.markup("\"/>\n")
  }

  private func button(
    _ action: StaticString, _ label: String, _ sign: String, to page: inout HTMLBuffer
  ) {
    page.markup("<button type=\"button\" data-do=\"")
    page.markup(action)
    page.markup("\"")
    page.attribute("aria-label", label)
    page.attribute("title", label)
    page.markup(">")
    page.text(sign)
    page.markup("</button>")
  }

  private func outlines(
    _ style: Map.Outline.Style, class name: StaticString, to page: inout HTMLBuffer
  ) {
    for outline in map.outlines where outline.style == style {
      page.markup("<path vector-effect=\"non-scaling-stroke\" fill-rule=\"evenodd\" class=\"")
      page.markup(name)
      page.markup("\" d=\"")
      pathData(outline.rings, to: &page)
      page.markup("\"/>\n")
    }
  }

  private func path(
    _ name: StaticString, _ lines: [Map.Line], to page: inout HTMLBuffer
  ) {
    page.markup("<path vector-effect=\"non-scaling-stroke\" class=\"")
    page.markup(name)
    page.markup("\" d=\"")
    pathData(lines.lazy.map(\.path), to: &page)
    page.markup("\"/>\n")
  }

  private func strand(_ strand: Map.Strand, to page: inout HTMLBuffer) {
    page.markup("<path vector-effect=\"non-scaling-stroke\" class=\"")
    page.markup(markup(strand.styles[0]))
    page.markup("\" data-strand d=\"")
    pathData(strand.lines.lazy.map(\.path), to: &page)
    page.markup("\"/>\n")
  }

  private func pathData(_ lines: some Sequence<[PlanePoint]>, to page: inout HTMLBuffer) {
    var bytes: [UInt8] = []
    still.pathData(lines, into: &bytes)
    page.verbatim(bytes)
  }

  private func points(_ layer: Map.PointLayer, to page: inout HTMLBuffer) {
    // Marks keep their size on the page at any zoom; this is the size for a drawing 700 px wide.
    let scale = Double(max(still.width, still.height)) / 700
    for point in layer.points {
      let at = still.point(point.position)
      page.markup("<g class=\"pt\"")
      page.attribute("data-style", layer.style.rawValue)
      page.attribute(
        "transform", "translate(\(at.x) \(at.y)) scale(\(Int((scale * 100).rounded()))e-2)")
      page.markup(">")
      switch layer.style {
      case .relay: page.markup("<circle class=\"relay\" r=\"5\"/>")
      case .unattached:
        page.markup("<path class=\"unattached\" d=\"M0-7 7 0 0 7-7 0zM-3-3 3 3M3-3-3 3\"/>")
      case .school:
        page.markup("<path class=\"school\" d=\"M-8 8V-2L0-9 8-2V8z\"/>")
      case .rank:
        page.markup("<circle class=\"rank\" r=\"9\"/><text y=\"4\">")
        page.text(point.name)
        page.markup("</text>")
      }
      page.markup("</g>\n")
    }
  }

  /// A scale in the drawing's own unit, right at any size it is shown or printed at.
  private func staticScale(to page: inout HTMLBuffer) {
    let room = Double(drawing.width) / 40
    var step = 1.0
    while step * 10 <= room { step *= 10 }
    let metres = Int(room >= 5 * step ? 5 * step : room >= 2 * step ? 2 * step : step)
    let (x, y) = (still.width / 50, still.height - still.width / 50)
    page.markup("<g class=\"static-scale\"><path vector-effect=\"non-scaling-stroke\"")
    page.attribute(
      "d", "M\(x) \(y - still.width / 90)V\(y)h\(metres * 10 / still.unit)v\(-still.width / 90)")
    page.markup("/><text")
    page.attribute("x", "\(x)")
    page.attribute("y", "\(y - still.width / 60)")
    page.attribute("font-size", "\(max(1, still.width / 50))")
    page.markup(">")
    page.text(wording.distance(.init(metres: Double(metres))))
    page.markup("</text></g>\n")
  }

  private func markup(_ style: Map.LineLayer.Style) -> StaticString {
    switch style {
    case .covered: "covered"
    case .uncertain: "uncertain"
    case .uncovered: "uncovered"
    case .walkable: "walkable"
    }
  }
}
