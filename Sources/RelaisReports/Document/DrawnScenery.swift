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
      var (low, high) = (
        PlanePoint(x: .infinity, y: .infinity), PlanePoint(x: -.infinity, y: -.infinity)
      )
      for point in points {
        low = PlanePoint(x: min(low.x, point.x), y: min(low.y, point.y))
        high = PlanePoint(x: max(high.x, point.x), y: max(high.y, point.y))
      }
      return low.x <= x.upperBound && high.x >= x.lowerBound && low.y <= y.upperBound
        && high.y >= y.lowerBound
    }
    var near = DrawnScenery()
    near.areas = areas.filter { isNear($0.rings.first ?? []) }
    near.lines = lines.filter { isNear($0.path) }
    return near
  }
}
