import RelaisGeo

/// Areas whose outline is drawn as lines, as an OpenStreetMap boundary relation comes.
extension Geometry {
  /// The area within a feature's own lines; `nil` where they do not close.
  var enclosed: MultiPolygon? { Geometry.enclosed(lines) }

  /// The area within the lines of several features; `nil` where they do not close.
  static func enclosed(_ features: [Feature]) -> MultiPolygon? {
    enclosed(features.flatMap { $0.geometry?.lines ?? [] })
  }

  /// Lines close where every end is that of an even number of them: streets drawn by mistake for a
  /// boundary have ends of their own somewhere, and give no area.
  private static func enclosed(_ lines: [[Position]]) -> MultiPolygon? {
    var ends: [Position: Int] = [:]
    for line in lines {
      guard let first = line.first, let last = line.last else { continue }
      ends[first, default: 0] += 1
      ends[last, default: 0] += 1
    }
    guard !lines.isEmpty, ends.values.allSatisfy({ $0.isMultiple(of: 2) }),
      let area = try? PolygonOperations.area(within: lines), !area.polygons.isEmpty
    else { return nil }
    return area
  }

  private var lines: [[Position]] {
    switch self {
    case .lineString(let line): [line]
    case .multiLineString(let lines): lines.filter { $0.count > 1 }
    case .point, .multiPoint, .polygon, .multiPolygon: []
    }
  }
}
