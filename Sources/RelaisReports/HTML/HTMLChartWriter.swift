/// Writes a chart as an inline drawing with its legend; the table after it holds the same figures.
struct HTMLChartWriter {
  let chart: Chart

  // The drawing's unit is a pixel on a phone; wider screens enlarge it.
  private let width = 360
  private let height = 220
  private let left = 44
  private let right = 12
  private let top = 18
  private let bottom = 38

  func write(to page: inout HTMLBuffer) {
    guard let minX = chart.xTicks.first?.value, let maxX = chart.xTicks.last?.value,
      let minY = chart.yTicks.first?.value, let maxY = chart.yTicks.last?.value, minX < maxX,
      minY < maxY
    else { return }
    func x(_ value: Double) -> Int {
      left + whole((value - minX) / (maxX - minX) * Double(width - left - right))
    }
    func y(_ value: Double) -> Int {
      height - bottom - whole((value - minY) / (maxY - minY) * Double(height - top - bottom))
    }
    page.markup("<figure class=\"chart\"")
    page.attribute("id", chart.id)
    page.markup(">\n<svg role=\"img\"")
    page.attribute("viewBox", "0 0 \(width) \(height)")
    page.attribute("aria-label", chart.summary)
    page.markup(">\n")
    for tick in chart.yTicks {
      line("grid", "M\(left) \(y(tick.value))H\(width - right)", to: &page)
      text("end", left - 5, y(tick.value) + 4, tick.label, to: &page)
    }
    for (index, tick) in chart.xTicks.enumerated() {
      // A long word at the right edge would be cut by it.
      let isCut = index == chart.xTicks.count - 1 && tick.label.count > 3
      text(
        isCut ? "end" : "middle", isCut ? width - 2 : x(tick.value), height - bottom + 15,
        tick.label, to: &page)
    }
    line("axis", "M\(left) \(top)V\(height - bottom)H\(width - right)", to: &page)
    for guide in chart.guides where guide.value >= minY && guide.value <= maxY {
      line("guide", "M\(left) \(y(guide.value))H\(width - right)", to: &page)
      text("end", width - right, y(guide.value) - 3, guide.label, to: &page)
    }
    text("start", 2, 11, chart.yTitle, to: &page)
    text("end", width - right, height - 6, chart.xTitle, to: &page)
    for curve in chart.curves {
      let points = curve.points.filter { $0.x.isFinite && $0.y.isFinite }
        .map { (x: x($0.x), y: y($0.y)) }
      guard let first = points.first else { continue }
      let rest = points.dropFirst().map { "L\($0.x) \($0.y)" }.joined()
      line(name(curve.style), "M\(first.x) \(first.y)" + rest, to: &page)
      guard curve.style != .bound, points.count <= 40 else { continue }
      for point in points { mark(name(curve.style), point, to: &page) }
    }
    page.markup("</svg>\n<figcaption aria-hidden=\"true\">")
    for curve in chart.curves {
      page.markup("<span><svg viewBox=\"0 0 30 12\">")
      line(name(curve.style), "M1 6H29", to: &page)
      if curve.style != .bound { mark(name(curve.style), (15, 6), to: &page) }
      page.markup("</svg>")
      page.text(curve.label)
      page.markup("</span>")
    }
    page.markup("</figcaption>\n</figure>\n")
  }

  private func name(_ style: Chart.Curve.Style) -> StaticString {
    switch style {
    case .found: "found"
    case .bound: "bound"
    case .other: "other"
    }
  }

  private func line(_ name: StaticString, _ path: String, to page: inout HTMLBuffer) {
    page.markup("<path class=\"")
    page.markup(name)
    page.markup("\"")
    page.attribute("d", path)
    page.markup("/>")
  }

  private func mark(_ name: StaticString, _ at: (x: Int, y: Int), to page: inout HTMLBuffer) {
    page.markup("<circle class=\"")
    page.markup(name)
    page.markup("\"")
    page.attribute("cx", "\(at.x)")
    page.attribute("cy", "\(at.y)")
    page.markup(" r=\"2.6\"/>")
  }

  private func text(
    _ anchor: StaticString, _ x: Int, _ y: Int, _ content: String, to page: inout HTMLBuffer
  ) {
    page.markup("<text text-anchor=\"")
    page.markup(anchor)
    page.markup("\"")
    page.attribute("x", "\(x)")
    page.attribute("y", "\(y)")
    page.markup(">")
    page.text(content)
    page.markup("</text>\n")
  }

  private func whole(_ value: Double) -> Int {
    value.isFinite ? Int(max(-1e6, min(1e6, value)).rounded()) : 0
  }
}
