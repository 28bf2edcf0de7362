import RelaisWording

/// Writes what a map's lines and marks mean, as text beside small samples.
struct HTMLLegendWriter {
  let map: Map
  let wording: Wording

  func write(to page: inout HTMLBuffer) {
    page.markup("<ul class=\"legend\"")
    page.attribute("aria-label", wording.legendTitle)
    page.markup(">\n")
    for style in Map.LineLayer.Style.allCases {
      let views = map.views.indices.filter { view in
        map.strands.contains { $0.styles[view] == style }
      }
      if !views.isEmpty { line(style, wording.streets(style), in: views, to: &page) }
    }
    for layer in map.views.first?.layers ?? [] { line(layer.style, layer.label, to: &page) }
    if !map.background.lines.isEmpty { line("walkable", map.background.label, to: &page) }
    for layer in map.points where !layer.label.isEmpty && !layer.points.isEmpty {
      mark(layer.style, layer.label, to: &page)
    }
    var said = Set<String>()
    for layer in map.views.flatMap(\.points)
    where !layer.label.isEmpty && said.insert(layer.label).inserted {
      let views = map.views.indices.filter { view in
        map.views[view].points.contains { $0.label == layer.label && !$0.points.isEmpty }
      }
      if !views.isEmpty { mark(layer.style, layer.label, in: views, to: &page) }
    }
    for style in Map.Outline.Style.allCases {
      guard let outline = map.outlines.first(where: { $0.style == style }) else { continue }
      line(style == .district ? "district" : "study-area", outline.label, to: &page)
    }
    if !map.scenery.areas.isEmpty || !map.scenery.lines.isEmpty {
      begin("scenery", in: nil, to: &page)
      page.markup("<path class=\"green\" d=\"M1 1h14v14H1z\"/>")
      page.markup("<path class=\"water\" d=\"M15 1h14v14H15z\"/>")
      end(wording.sceneryLegend, to: &page)
    }
    page.markup("</ul>\n")
  }

  private func line(
    _ style: Map.LineLayer.Style, _ label: String, in views: [Int]? = nil, to page: inout HTMLBuffer
  ) {
    switch style {
    case .covered: line("covered", label, in: views, to: &page)
    case .uncertain: line("uncertain", label, in: views, to: &page)
    case .uncovered: line("uncovered", label, in: views, to: &page)
    case .walkable: line("walkable", label, in: views, to: &page)
    }
  }

  private func line(
    _ name: StaticString, _ label: String, in views: [Int]? = nil, to page: inout HTMLBuffer
  ) {
    begin(name, in: views, to: &page)
    page.markup("<path class=\"")
    page.markup(name)
    page.markup("\" d=\"M1 8h28\"/>")
    end(label, to: &page)
  }

  private func mark(
    _ style: Map.PointLayer.Style, _ label: String, in views: [Int]? = nil,
    to page: inout HTMLBuffer
  ) {
    switch style {
    case .relay:
      begin("relay", in: views, to: &page)
      page.markup("<circle class=\"relay\" cx=\"15\" cy=\"8\" r=\"5\"/>")
    case .unattached:
      begin("unattached", in: views, to: &page)
      page.markup(
        "<path class=\"unattached\" d=\"M15 1 22 8 15 15 8 8zM12 5l6 6M18 5l-6 6\"/>")
    case .school:
      begin("school", in: views, to: &page)
      page.markup("<path class=\"school\" d=\"M9 15V7l6-6 6 6v8z\"/>")
    case .rank:
      begin("rank", in: views, to: &page)
      page.markup("<circle class=\"rank\" cx=\"15\" cy=\"8\" r=\"7\"/>")
    }
    end(label, to: &page)
  }

  /// - Parameter views: Those it is about, hidden at first unless the first is one; `nil` for all.
  private func begin(_ name: StaticString, in views: [Int]?, to page: inout HTMLBuffer) {
    page.markup("<li data-style=\"")
    page.markup(name)
    page.markup("\"")
    if let views, views.count < map.views.count {
      page.attribute("data-in", views.map { map.views[$0].id }.joined(separator: " "))
      if views.first != 0 { page.markup(" hidden") }
    }
    page.markup("><svg viewBox=\"0 0 30 16\" aria-hidden=\"true\">")
  }

  private func end(_ label: String, to page: inout HTMLBuffer) {
    page.markup("</svg>")
    page.text(label)
    page.markup("</li>\n")
  }
}
