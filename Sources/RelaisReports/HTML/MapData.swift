/// What a map's script needs beyond the drawing: what each line and mark says, as compact JSON.
///
/// Four numbers a line, in the drawing's order: name, length in metres, longest walk in metres or
/// −1, feature or −1; names and features are numbered in two lists.
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
    for view in map.views {
      for layer in view.layers {
        for line in layer.lines {
          if let name = line.name { names.add(name) }
          if let target = line.target { targets.add(target) }
        }
      }
    }
    for line in map.background.lines { if let name = line.name { names.add(name) } }
  }

  func json() -> [UInt8] {
    var json = JSONBuffer()
    json.object { json in
      json.key("lang")
      json.text(wording.language.rawValue)
      json.key("text")
      json.object { json in
        for (key, text) in wording.mapTexts {
          json.key(key)
          json.text(text)
        }
      }
      json.key("names")
      json.array { json in for name in names.items { json.text(name) } }
      json.key("targets")
      json.array { json in for target in targets.items { json.text(target) } }
      json.key("background")
      rows(map.background.lines, to: &json)
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
    return json.bytes
  }

  private func rows(_ lines: [Map.Line], to json: inout JSONBuffer) {
    json.array { json in
      for line in lines {
        json.number(line.name.map { names[$0] } ?? -1)
        json.number(metres(line.length))
        json.number(line.walk.map(metres) ?? -1)
        json.number(line.target.map { targets[$0] } ?? -1)
      }
    }
  }

  private func write(_ view: Map.View, to json: inout JSONBuffer) {
    json.object { json in
      json.key("id")
      json.text(view.id)
      json.key("label")
      json.text(view.label)
      json.key("layers")
      json.array { json in
        for layer in view.layers {
          json.object { json in
            json.key("style")
            json.text(layer.style.rawValue)
            json.key("rows")
            rows(layer.lines, to: &json)
          }
        }
      }
    }
  }

  private func write(_ layer: Map.PointLayer, of view: String?, to json: inout JSONBuffer) {
    for point in layer.points {
      let at = drawing.point(point.position)
      json.object { json in
        json.key("x")
        json.number(at.x)
        json.key("y")
        json.number(at.y)
        json.key("style")
        json.text(layer.style.rawValue)
        json.key("name")
        json.text(point.name)
        json.key("detail")
        json.text(point.detail)
        if let target = point.target {
          json.key("target")
          json.text(target)
        }
        if let view {
          json.key("view")
          json.text(view)
        }
      }
    }
  }

  private func write(_ outline: Map.Outline, to json: inout JSONBuffer) {
    var box = (Int.max, Int.max, Int.min, Int.min)
    for ring in outline.rings {
      for vertex in ring {
        let at = drawing.point(vertex)
        box = (min(box.0, at.x), min(box.1, at.y), max(box.2, at.x), max(box.3, at.y))
      }
    }
    if box.0 > box.2 { box = (0, 0, drawing.width, drawing.height) }
    json.object { json in
      json.key("name")
      json.text(outline.name)
      json.key("target")
      json.text(outline.target ?? "")
      json.key("box")
      json.array { json in for side in [box.0, box.1, box.2, box.3] { json.number(side) } }
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
