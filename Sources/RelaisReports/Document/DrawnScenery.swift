import RelaisGeo

/// What a map shows under its streets, in metres of its plane.
struct DrawnScenery: Sendable {
  struct Area: Sendable {
    var kind: Scenery.Area.Kind
    var name: String?
    /// The outer ring, then its holes; each ends with its first point again.
    var rings: [[PlanePoint]]
  }

  struct Line: Sendable {
    var kind: Scenery.Line.Kind
    var name: String?
    var path: [PlanePoint]
  }

  var areas: [Area] = []
  var lines: [Line] = []

  init() {}

  init(_ scenery: Scenery, _ plane: DrawingPlane) {
    areas = scenery.areas.map { area in
      Area(
        kind: area.kind, name: area.name,
        rings: ([area.shape.shell] + area.shape.holes).map { $0.map(plane.point) })
    }
    lines = scenery.lines.map { Line(kind: $0.kind, name: $0.name, path: $0.path.map(plane.point)) }
  }

  /// What of it may be seen in a box.
  func near(x: ClosedRange<Double>, y: ClosedRange<Double>) -> DrawnScenery {
    func isNear(_ points: [PlanePoint]) -> Bool {
      let (low, high) = DrawnScenery.box(points)
      return low.x <= x.upperBound && high.x >= x.lowerBound && low.y <= y.upperBound
        && high.y >= y.lowerBound
    }
    var near = DrawnScenery()
    near.areas = areas.filter { isNear($0.rings.first ?? []) }
    near.lines = lines.filter { isNear($0.path) }
    return near
  }

  /// The largest of it, with no more than some points in all; what stays keeps its order. Of two as large the first stays.
  func largest(points limit: Int) -> DrawnScenery {
    func extent(_ points: [PlanePoint]) -> Double {
      let (low, high) = DrawnScenery.box(points)
      return high.x - low.x + high.y - low.y
    }
    let all =
      areas.map { (extent($0.rings.first ?? []), $0.rings.reduce(0) { $0 + $1.count }) }
      + lines.map { (extent($0.path), $0.path.count) }
    var left = limit
    var stays = [Bool](repeating: false, count: all.count)
    for index in all.indices.sorted(by: { (-all[$0].0, $0) < (-all[$1].0, $1) })
    where all[index].1 <= left {
      left -= all[index].1
      stays[index] = true
    }
    var kept = DrawnScenery()
    kept.areas = areas.indices.filter { stays[$0] }.map { areas[$0] }
    kept.lines = lines.indices.filter { stays[areas.count + $0] }.map { lines[$0] }
    return kept
  }

  private static func box(_ points: [PlanePoint]) -> (low: PlanePoint, high: PlanePoint) {
    var low = PlanePoint(x: .infinity, y: .infinity)
    var high = PlanePoint(x: -.infinity, y: -.infinity)
    for point in points {
      low = PlanePoint(x: min(low.x, point.x), y: min(low.y, point.y))
      high = PlanePoint(x: max(high.x, point.x), y: max(high.y, point.y))
    }
    return (low, high)
  }
}
