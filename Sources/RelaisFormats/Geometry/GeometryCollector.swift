import RelaisGeo

/// Makes one geometry of several, where they are of one kind.
struct GeometryCollector {
  private var points: [Position] = []
  private var lines: [[Position]] = []
  private var polygons: [Polygon] = []

  mutating func add(_ geometry: Geometry) {
    switch geometry {
    case .point(let point): points.append(point)
    case .multiPoint(let more): points += more
    case .lineString(let line): lines.append(line)
    case .multiLineString(let more): lines += more
    case .polygon(let polygon): polygons.append(polygon)
    case .multiPolygon(let more): polygons += more.polygons
    }
  }

  /// Whether all are points, all lines or all areas; also for none.
  var isUniform: Bool {
    [points.isEmpty, lines.isEmpty, polygons.isEmpty].count { !$0 } <= 1
  }

  /// The multi-geometry of what was added; `nil` for none.
  var geometry: Geometry? {
    if !points.isEmpty { return .multiPoint(points) }
    if !lines.isEmpty { return .multiLineString(lines) }
    if !polygons.isEmpty { return .multiPolygon(MultiPolygon(polygons)) }
    return nil
  }
}
