/// Writes what a map's lines and marks mean, as text beside small samples.
struct HTMLLegendWriter {
  let map: Map
  let wording: Wording

  func write(to page: inout HTMLBuffer) {
    page.markup("<ul class=\"legend\"")
    page.attribute("aria-label", wording.legendTitle)
    page.markup(">\n")
    for layer in map.views.first?.layers ?? [] {
      switch layer.style {
      case .covered: line("covered", layer.label, to: &page)
      case .uncovered: line("uncovered", layer.label, to: &page)
      case .walkable: line("walkable", layer.label, to: &page)
      }
    }
    if !map.background.lines.isEmpty { line("walkable", map.background.label, to: &page) }
    for layer in map.points + (map.views.first?.points ?? [])
    where !layer.label.isEmpty && !layer.points.isEmpty {
      switch layer.style {
      case .relay:
        item("<circle class=\"relay\" cx=\"15\" cy=\"8\" r=\"5\"/>", layer.label, to: &page)
      case .unattached:
        item(
          "<path class=\"unattached\" d=\"M15 1 22 8 15 15 8 8zM12 5l6 6M18 5l-6 6\"/>",
          layer.label, to: &page)
      case .school:
        item(
          "<path class=\"school\" d=\"M9 15V7l6-6 6 6v8z\"/>", layer.label, to: &page)
      case .rank:
        item("<circle class=\"rank\" cx=\"15\" cy=\"8\" r=\"7\"/>", layer.label, to: &page)
      }
    }
    for style in Map.Outline.Style.allCases {
      guard let outline = map.outlines.first(where: { $0.style == style }) else { continue }
      line(style == .district ? "district" : "study-area", outline.label, to: &page)
    }
    page.markup("</ul>\n")
  }

  private func line(_ name: StaticString, _ label: String, to page: inout HTMLBuffer) {
    page.markup("<li><svg viewBox=\"0 0 30 16\" aria-hidden=\"true\"><path class=\"")
    page.markup(name)
    page.markup("\" d=\"M1 8h28\"/></svg>")
    page.text(label)
    page.markup("</li>\n")
  }

  private func item(_ sample: StaticString, _ label: String, to page: inout HTMLBuffer) {
    page.markup("<li><svg viewBox=\"0 0 30 16\" aria-hidden=\"true\">")
    page.markup(sample)
    page.markup("</svg>")
    page.text(label)
    page.markup("</li>\n")
  }
}
