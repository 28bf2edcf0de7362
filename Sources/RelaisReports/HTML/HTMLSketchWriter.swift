import Foundation
import RelaisGeo

/// Draws a sketch as an inline picture with its legend.
struct HTMLSketchWriter {
  private let sketch: Sketch
  private let grid: Grid
  private let rule: Rule

  init(_ sketch: Sketch) {
    self.sketch = sketch
    grid = Grid(sketch.frame)
    rule = Rule(sketch, grid)
  }

  func write(to page: inout HTMLBuffer) {
    page.markup(
      "<figure class=\"sketch\">\n<svg role=\"img\" preserveAspectRatio=\"xMidYMid meet\"")
    page.attribute("aria-label", sketch.summary)
    page.attribute("viewBox", "0 0 \(grid.width) \(grid.height)")
    page.markup(">\n")
    scenery(to: &page)
    for style in Sketch.Line.Style.allCases {
      let lines = sketch.lines.filter { $0.style == style }
      guard !lines.isEmpty else { continue }
      page.markup("<path vector-effect=\"non-scaling-stroke\" class=\"")
      page.markup(name(style))
      page.markup("\" d=\"")
      for line in lines { draw(line.path, to: &page) }
      page.markup("\"/>\n")
    }
    for label in placed() { write(label, to: &page) }
    for style in Sketch.Mark.Style.allCases {
      for mark in sketch.marks where mark.style == style { write(mark, to: &page) }
    }
    write(rule, to: &page)
    page.markup("</svg>\n<ul class=\"legend\">\n")
    for item in sketch.legend {
      page.markup("<li><svg viewBox=\"0 0 30 16\" aria-hidden=\"true\">")
      switch item.style {
      case .line(let style):
        page.markup("<path vector-effect=\"non-scaling-stroke\" class=\"")
        page.markup(name(style))
        page.markup("\" d=\"M1 8h28\"/>")
      case .mark(let style):
        page.markup("<g transform=\"translate(15 8) scale(.8)\">")
        shape(style, to: &page)
        page.markup("</g>")
      }
      page.markup("</svg>")
      page.text(item.label)
      page.markup("</li>\n")
    }
    page.markup("</ul>\n</figure>\n")
  }

  private func scenery(to page: inout HTMLBuffer) {
    for kind in [Scenery.Area.Kind.green, .water, .square] {
      let rings = sketch.scenery.areas.filter { $0.kind == kind }.flatMap(\.rings)
      shape(SceneryClass.of(kind), rings, to: &page)
    }
    for kind in [Scenery.Line.Kind.river, .railway] {
      let paths = sketch.scenery.lines.filter { $0.kind == kind }.map(\.path)
      shape(SceneryClass.of(kind), paths, to: &page)
    }
  }

  private func shape(_ name: StaticString, _ lines: [[PlanePoint]], to page: inout HTMLBuffer) {
    if lines.isEmpty { return }
    page.markup("<path vector-effect=\"non-scaling-stroke\" fill-rule=\"evenodd\"")
    page.markup(" class=\"scenery ")
    page.markup(name)
    page.markup("\" d=\"")
    for line in lines { draw(line, to: &page) }
    page.markup("\"/>\n")
  }

  private func name(_ style: Sketch.Line.Style) -> StaticString {
    switch style {
    case .street: "street"
    case .gap: "gap"
    case .way: "way"
    }
  }

  private func draw(_ path: [PlanePoint], to page: inout HTMLBuffer) {
    var pen: (x: Int, y: Int)?
    for (index, vertex) in path.enumerated() {
      let at = grid.point(vertex)
      if let last = pen {
        // What is nearer than a pixel and a half to the last point shows no bend; a line keeps its end.
        let isEnd = index == path.count - 1
        let near = abs(at.x - last.x) + abs(at.y - last.y) < 6
        if last == at || near && !isEnd { continue }
      }
      page.markup(pen == nil ? "M" : "l")
      page.number(at.x - (pen?.x ?? 0))
      page.markup(" ")
      page.number(at.y - (pen?.y ?? 0))
      pen = at
    }
  }

  private func write(_ mark: Sketch.Mark, to page: inout HTMLBuffer) {
    let at = grid.point(mark.position)
    page.markup("<g")
    page.attribute("transform", "translate(\(at.x) \(at.y)) scale(\(Grid.pixel))")
    page.markup(">")
    shape(mark.style, to: &page)
    if !mark.text.isEmpty {
      page.markup("<text y=\"4\">")
      page.text(mark.text)
      page.markup("</text>")
    }
    page.markup("</g>\n")
  }

  private func shape(_ style: Sketch.Mark.Style, to page: inout HTMLBuffer) {
    switch style {
    case .relay: page.markup("<circle class=\"here\" r=\"3.5\"/>")
    case .alternative: page.markup("<path class=\"instead\" d=\"M0-6 6 0 0 6-6 0z\"/>")
    case .start: page.markup("<path class=\"start\" d=\"M-9 9V-3L0-11 9-3V9z\"/>")
    case .stop: page.markup("<circle class=\"stop\" r=\"10\"/>")
    }
  }

  private func write(_ label: Placed, to page: inout HTMLBuffer) {
    // Once in the paper's colour, so that it can be read across lines.
    for name in ["name halo", "name"] as [StaticString] {
      page.markup("<text class=\"")
      page.markup(name)
      page.markup("\"")
      page.attribute(
        "transform",
        "translate(\(label.at.x) \(label.at.y)) rotate(\(-label.degrees)) scale(\(Grid.pixel))")
      page.markup(">")
      page.text(label.text)
      page.markup("</text>\n")
    }
  }

  private struct Placed {
    var text: String
    var at: (x: Int, y: Int)
    var degrees: Int
    /// Along the middle of the text.
    var places: [(x: Double, y: Double)]
  }

  /// The labels that find room between marks and each other.
  private func placed() -> [Placed] {
    let size = 10 * Double(Grid.pixel)
    var taken: [(x: Double, y: Double, reach: Double)] = sketch.marks.map {
      let at = grid.point($0.position)
      let reach: Double
      switch $0.style {
      case .relay: reach = 0.8
      case .alternative: reach = 1
      case .start, .stop: reach = 1.6
      }
      return (Double(at.x), Double(at.y), reach * size)
    }
    taken += stride(from: rule.x, through: rule.x + rule.width, by: Int(size)).map {
      (Double($0), Double(grid.height - 12 * Grid.pixel), 1.2 * size)
    }
    var result: [Placed] = []
    for label in sketch.labels {
      let at = grid.point(label.position)
      let length = Double(label.text.count) * size * 0.55
      let angle = label.degrees * .pi / 180
      let steps = max(1, Int(length / size))
      let places = (0...steps).map { step in
        let along = (Double(step) / Double(steps) - 0.5) * length
        return (x: Double(at.x) + along * cos(angle), y: Double(at.y) - along * sin(angle))
      }
      let isInside = places.allSatisfy {
        $0.x > size && $0.y > size && $0.x < Double(grid.width) - size
          && $0.y < Double(grid.height) - size
      }
      let isFree = places.allSatisfy { place in
        taken.allSatisfy { other in
          let (dx, dy) = (place.x - other.x, place.y - other.y)
          return dx * dx + dy * dy > other.reach * other.reach
        }
      }
      guard isInside, isFree else { continue }
      taken += places.map { ($0.x, $0.y, size * 1.2) }
      result.append(
        Placed(text: label.text, at: at, degrees: Int(label.degrees.rounded()), places: places))
    }
    return result
  }

  private func write(_ rule: Rule, to page: inout HTMLBuffer) {
    let y = grid.height - 8 * Grid.pixel
    page.markup("<g class=\"rule\"><path vector-effect=\"non-scaling-stroke\"")
    page.attribute(
      "d", "M\(rule.x) \(y - 4 * Grid.pixel)V\(y)h\(rule.width)v\(-4 * Grid.pixel)")
    page.markup("/><text")
    page.attribute(
      "transform", "translate(\(rule.x) \(y - 7 * Grid.pixel)) scale(\(Grid.pixel))")
    page.markup(">")
    page.text("\(rule.metres)\u{A0}m")
    page.markup("</text></g>\n")
  }

  /// The scale bar, at the foot of the picture.
  private struct Rule {
    var metres: Int
    var x: Int
    var width: Int

    /// The longest round number of metres that takes at most a quarter of the width; in the left corner, or in
    /// the right one where fewer marks lie there.
    init(_ sketch: Sketch, _ grid: Grid) {
      let room = Double(grid.width) * grid.metres / 4
      var step = 1.0
      while step * 10 <= room { step *= 10 }
      metres = Int(room >= 5 * step ? 5 * step : room >= 2 * step ? 2 * step : step)
      width = Int(Double(metres) / grid.metres)
      let margin = 8 * Grid.pixel
      let corners = [margin, grid.width - margin - width]
      let hidden = corners.map { [width] x in
        sketch.marks.count { mark in
          let at = grid.point(mark.position)
          return (x - 2 * margin...x + width + 2 * margin).contains(at.x)
            && at.y > grid.height - 5 * margin
        }
      }
      x = hidden[1] < hidden[0] ? corners[1] : corners[0]
    }
  }

  /// Whole units from the top left corner, y downwards: ``across`` of them in the picture's width.
  private struct Grid {
    static let across = 1440.0
    /// Marks and letters are drawn for a picture 360 pixels across.
    static let pixel = 4

    let width: Int
    let height: Int
    /// Metres in a unit.
    let metres: Double
    private let frame: Sketch.Frame

    init(_ frame: Sketch.Frame) {
      self.frame = frame
      metres = (frame.maxX - frame.minX) / Grid.across
      width = Int(Grid.across)
      height = max(1, Int((frame.maxY - frame.minY) / metres))
    }

    func point(_ point: PlanePoint) -> (x: Int, y: Int) {
      func whole(_ value: Double) -> Int {
        value.isFinite ? Int(max(-1e6, min(1e6, value)).rounded()) : 0
      }
      return (whole((point.x - frame.minX) / metres), whole((frame.maxY - point.y) / metres))
    }
  }
}
