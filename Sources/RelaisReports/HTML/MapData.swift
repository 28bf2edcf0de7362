import RelaisFormats
import RelaisGeo
import RelaisWording

/// What a map's script reads: where each line and mark lies and what it says, as compact JSON.
///
/// Lines as ``PackedLines``; four numbers a line, in the same order: name, length in metres, longest walk in metres or
/// −1, features or −1; names and features are numbered in two lists. Features of several views stand
/// together, with a space between them.
struct MapData {
  private let map: Map
  private let wording: Wording
  private let drawing: MapDrawing
  private var names = Numbering()
  private var targets = Numbering()

  init(_ map: Map, _ wording: Wording, _ drawing: MapDrawing) {
    self.map = map
    self.wording = wording
    self.drawing = drawing
    for line in map.strands.lazy.flatMap(\.lines) { add(line) }
    for layer in map.views.lazy.flatMap(\.layers) { for line in layer.lines { add(line) } }
    for line in map.background.lines { if let name = line.name { names.add(name) } }
  }

  private mutating func add(_ line: Map.Line) {
    if let name = line.name { names.add(name) }
    if !line.targets.isEmpty { targets.add(MapData.word(line.targets)) }
  }

  private static func word(_ targets: [String]) -> String { targets.joined(separator: " ") }

  func json() -> [UInt8] {
    var json = JSONWriter(htmlSafe: true, capacity: 1 << 16)
    json.object { json in
      json.member("lang", wording.language.code)
      json.key("text")
      json.object { json in
        for (key, text) in wording.mapTexts {
          json.member(key, text)
        }
      }
      json.key("names")
      json.array { json in for name in names.items { json.string(name) } }
      json.key("targets")
      json.array { json in for target in targets.items { json.string(target) } }
      MapData.writeFrame(drawing, map.plane, to: &json)
      if !map.answers.streets.isEmpty, let plane = map.plane {
        json.key("answers")
        StreetAnswersData(answers: map.answers, wording: wording) {
          drawing.point(plane.point($0))
        }.write(to: &json)
      }
      json.key("scenery")
      SceneryData(map.scenery, drawing, budget: sceneryBudget).write(to: &json)
      json.key("background")
      json.object { json in write(map.background.lines, to: &json) }
      json.key("styles")
      json.array { json in
        for style in Map.LineLayer.Style.allCases { json.string(style.rawValue) }
      }
      json.key("strands")
      json.array { json in for strand in map.strands { write(strand, to: &json) } }
      json.key("views")
      json.array { json in for view in map.views { write(view, to: &json) } }
      json.key("points")
      json.array { json in
        for layer in map.points { write(layer, of: nil, to: &json) }
        for view in map.views { for layer in view.points { write(layer, of: view.id, to: &json) } }
      }
      json.key("areas")
      json.array { json in
        for style in [Map.Outline.Style.studyArea, .district] {
          for outline in map.outlines where outline.style == style { write(outline, to: &json) }
        }
      }
    }
    return json.finish()
  }

  /// Bytes for what lies under the streets: what the streets leave of a page that opens at once.
  private var sceneryBudget: Int {
    let lines = [
      map.strands.flatMap(\.lines), map.views.flatMap(\.layers).flatMap(\.lines),
      map.background.lines,
    ]
    // Some seventeen letters a line for what it says, four a point.
    let streets =
      lines.joined().reduce(0) { $0 + 17 + 4 * $1.path.count }
      + map.answers.streets.reduce(0) { $0 + 40 + 48 * $1.stretches.count }
      + map.answers.houses.count * 18
    return min(SceneryData.budget, max(SceneryData.budget / 6, 2_800_000 - streets))
  }

  /// How large the map is, decimetres, and where on earth.
  static func writeFrame(
    _ drawing: MapDrawing, _ plane: DrawingPlane?, to json: inout JSONWriter
  ) {
    json.key("frame")
    json.array { json in
      json.integer(drawing.width)
      json.integer(drawing.height)
    }
    if let plane { write(plane, drawing, to: &json) }
  }

  /// The plane's place: longitude and latitude of the corner in 1e-7 degrees, degrees in a decimetre in 1e-12, and whether
  /// these are metres of no place on earth.
  private static func write(
    _ plane: DrawingPlane, _ drawing: MapDrawing, to json: inout JSONWriter
  ) {
    func whole(_ value: Double) -> Int { value.magnitude < 1e17 ? Int(value.rounded()) : 0 }
    json.key("geo")
    json.array { json in
      json.integer(whole((plane.origin.x + drawing.left / plane.scale.x) * 1e7))
      json.integer(whole((plane.origin.y + drawing.top / plane.scale.y) * 1e7))
      json.integer(whole(1e11 / plane.scale.x))
      json.integer(whole(1e11 / plane.scale.y))
      json.integer(plane.isPlane ? 1 : 0)
    }
  }

  /// Where lines lie, and their numbers.
  private func write(_ lines: [Map.Line], to json: inout JSONWriter) {
    json.member("lines", drawing.packed(lines.lazy.map(\.path)))
    json.key("rows")
    json.array { json in
      for line in lines {
        json.integer(line.name.map { names[$0] } ?? -1)
        json.integer(metres(line.length))
        json.integer(line.walk.map(metres) ?? -1)
        json.integer(line.targets.isEmpty ? -1 : targets[MapData.word(line.targets)])
      }
    }
  }

  /// Its style in each view, by number, and its lines.
  private func write(_ strand: Map.Strand, to json: inout JSONWriter) {
    json.object { json in
      json.key("in")
      json.array { json in
        for style in strand.styles {
          json.integer(Map.LineLayer.Style.allCases.firstIndex(of: style) ?? 0)
        }
      }
      write(strand.lines, to: &json)
    }
  }

  private func write(_ view: Map.View, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", view.id)
      json.member("label", view.label)
      if !view.caption.isEmpty { json.member("caption", view.caption) }
      json.key("layers")
      json.array { json in
        for layer in view.layers {
          json.object { json in
            json.member("style", layer.style.rawValue)
            write(layer.lines, to: &json)
          }
        }
      }
    }
  }

  private func write(_ layer: Map.PointLayer, of view: String?, to json: inout JSONWriter) {
    for point in layer.points {
      let at = drawing.point(point.position)
      json.object { json in
        json.key("x")
        json.integer(at.x)
        json.key("y")
        json.integer(at.y)
        json.member("style", layer.style.rawValue)
        json.member("name", point.name)
        json.member("detail", point.detail)
        if let target = point.target {
          json.member("target", target)
        }
        if let view {
          json.member("view", view)
        }
      }
    }
  }

  private func write(_ outline: Map.Outline, to json: inout JSONWriter) {
    json.object { json in
      json.member("name", outline.name)
      json.member("target", outline.target ?? "")
      json.member("style", outline.style.rawValue)
      json.member("lines", drawing.packed(outline.rings))
    }
  }

  private func metres(_ value: Double) -> Int {
    value.isFinite ? Int(max(0, min(1e9, value)).rounded()) : -1
  }

  /// Texts numbered in the order they first appear.
  private struct Numbering {
    private(set) var items: [String] = []
    private var numbers: [String: Int] = [:]

    mutating func add(_ item: String) {
      guard numbers[item] == nil else { return }
      numbers[item] = items.count
      items.append(item)
    }

    subscript(item: String) -> Int { numbers[item] ?? -1 }
  }
}
