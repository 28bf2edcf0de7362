import RelaisFormats
import RelaisGeo

/// A map's scenery as its script reads it, within a number of bytes: houses are left out first, the smallest before the others.
struct SceneryData {
  /// What a page bears of it.
  static let budget = 640_000

  private let scenery: DrawnScenery
  private let drawing: MapDrawing
  /// Which areas are kept.
  private var isKept: [Bool]

  init(_ scenery: DrawnScenery, _ drawing: MapDrawing, budget: Int = SceneryData.budget) {
    self.scenery = scenery
    self.drawing = drawing
    isKept = scenery.areas.map { _ in false }
    var left = budget
    for line in scenery.lines { left -= SceneryData.size(of: [line.path]) }
    let ranked = scenery.areas.indices.map { index in
      let area = scenery.areas[index]
      return (isHouse: area.kind == .building, extent: SceneryData.extent(area), index: index)
    }.filter { $0.extent >= ($0.isHouse ? SceneryData.leastHouse : SceneryData.leastArea) }
      .sorted {
        if $0.isHouse != $1.isHouse { return !$0.isHouse }
        return $0.extent != $1.extent ? $0.extent > $1.extent : $0.index < $1.index
      }
    for one in ranked {
      left -= SceneryData.size(of: scenery.areas[one.index].rings)
      if left < 0 { break }
      isKept[one.index] = true
    }
  }

  /// Square metres below which nobody sees them.
  private static let leastHouse = 12.0
  private static let leastArea = 60.0

  /// Decimetres that a bank or the edge of a wood may be off.
  static let tolerance = 6.0

  /// Some four letters a point.
  private static func size(of rings: [[PlanePoint]]) -> Int {
    rings.reduce(0) { $0 + 4 * $1.count + 3 }
  }

  /// Square metres of the outer ring.
  private static func extent(_ area: DrawnScenery.Area) -> Double {
    abs(turn(area.rings.first ?? []))
  }

  private static func turn(_ ring: [PlanePoint]) -> Double {
    guard let origin = ring.first else { return 0 }
    var doubled = 0.0
    for (a, b) in zip(ring, ring.dropFirst()) {
      doubled += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
    }
    return doubled / 2
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("areas")
      json.array { json in
        for kind in Scenery.Area.Kind.allCases { write(kind, to: &json) }
      }
      json.key("lines")
      json.array { json in
        for kind in Scenery.Line.Kind.allCases {
          let own = scenery.lines.filter { $0.kind == kind }
          if own.isEmpty { continue }
          json.object { json in
            json.member("kind", kind.rawValue)
            json.member(
              "lines",
              drawing.packed(own.lazy.map(\.path), tolerance: SceneryData.tolerance))
            // Waters bear their names along them.
            if kind == .railway { return }
            json.key("names")
            json.array { json in for line in own { json.string(line.name ?? "") } }
          }
        }
      }
      json.key("names")
      json.array { json in for name in names() { write(name, to: &json) } }
    }
  }

  private func write(_ kind: Scenery.Area.Kind, to json: inout JSONWriter) {
    let own = scenery.areas.indices.filter { isKept[$0] && scenery.areas[$0].kind == kind }
    if own.isEmpty { return }
    // Outer rings turn with the clock on the page, holes against it: the script tells them apart by that.
    let rings = own.lazy.flatMap { index in
      scenery.areas[index].rings.enumerated().map { number, ring in
        (SceneryData.turn(ring) < 0) == (number == 0) ? ring : ring.reversed()
      }
    }
    json.object { json in
      json.member("kind", kind.rawValue)
      json.member(
        "lines",
        drawing.packed(
          rings, tolerance: kind == .building ? MapDrawing.invisible : SceneryData.tolerance))
    }
  }

  private struct Name {
    var text: String
    var kind: Scenery.Area.Kind
    var at: PlanePoint
    var wide: Double
  }

  /// The most a page bears.
  private static let mostNames = 400

  /// Waters, greens and squares by their names, the widest area of each; the widest first.
  private func names() -> [Name] {
    var widest: [String: Name] = [:]
    for (index, area) in scenery.areas.enumerated() where isKept[index] && area.kind != .building {
      guard let text = area.name, let ring = area.rings.first else { continue }
      let (x, y) = (ring.map(\.x), ring.map(\.y))
      guard let left = x.min(), let right = x.max(), let low = y.min(), let high = y.max() else {
        continue
      }
      let middle = PlanePoint(x: (left + right) / 2, y: (low + high) / 2)
      // A river's middle may lie on land: its line bears the name then.
      guard SceneryData.holds(ring, middle) else { continue }
      if let known = widest[text], known.wide >= right - left { continue }
      widest[text] = Name(
        text: text, kind: area.kind, at: middle, wide: right - left)
    }
    let sorted = widest.values.sorted { ($1.wide, $0.text) < ($0.wide, $1.text) }
    return Array(sorted.prefix(SceneryData.mostNames))
  }

  /// Whether a point lies in a ring.
  private static func holds(_ ring: [PlanePoint], _ point: PlanePoint) -> Bool {
    var isInside = false
    for (a, b) in zip(ring, ring.dropFirst()) where (a.y > point.y) != (b.y > point.y) {
      let x = a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x)
      if point.x < x { isInside.toggle() }
    }
    return isInside
  }

  private func write(_ name: Name, to json: inout JSONWriter) {
    let at = drawing.point(name.at)
    json.array { json in
      json.string(name.text)
      json.string(name.kind.rawValue)
      json.integer(at.x / PackedLines.unit)
      json.integer(at.y / PackedLines.unit)
      json.integer(Int(name.wide * 10) / PackedLines.unit)
    }
  }
}
