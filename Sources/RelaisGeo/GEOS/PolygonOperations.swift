import CGEOS
import Foundation

/// What can be asked of areas: their measure, their union, whether places lie in them.
///
/// Coordinates are taken as planar. For projected metres results are metres; degrees serve for
/// containment and set operations, whose straight sides are then straight in degrees. Every call has
/// a context of its own, so calls from several tasks at once are sound. Results have counterclockwise
/// shells and clockwise holes.
public enum PolygonOperations {
  /// The area, square units of the coordinates: shells less holes.
  ///
  /// Right for valid areas, whatever way their rings turn; overlapping polygons count twice.
  ///
  /// - Complexity: O(*n*).
  public static func area(of area: MultiPolygon) -> Double {
    area.polygons.reduce(0) { sum, polygon in
      polygon.holes.reduce(sum + abs(polygon.shell.doubledSignedArea) / 2) {
        $0 - abs($1.doubledSignedArea) / 2
      }
    }
  }

  /// What lies in at least one of the areas.
  ///
  /// - Throws: ``GeometryError`` if a ring is no ring, or an area too broken to be united; see
  ///   ``repaired(_:)``.
  public static func union(of areas: [MultiPolygon]) throws(GeometryError) -> MultiPolygon {
    let context = try GEOSContext()
    let all = try context.makeGeometry(MultiPolygon(areas.flatMap(\.polygons)))
    // NULL on failure.
    return try context.take(GEOSUnaryUnion_r(context.handle, all.pointer), from: "union").polygons()
  }

  /// The area that lines enclose, rings within rings being holes; empty where they close nowhere.
  ///
  /// Lines join at equal ends and where they cross.
  ///
  /// - Throws: ``GeometryError`` where the library fails.
  public static func area(within lines: [[Position]]) throws(GeometryError) -> MultiPolygon {
    let drawn = lines.filter { $0.count > 1 && $0.allSatisfy(\.isFinite) }
    let context = try GEOSContext()
    let all = try context.makeGeometry(
      lines: drawn.map { line in line.map { PlanarPoint(x: $0.x, y: $0.y) } })
    // NULL on failure.
    let noded = try context.take(
      GEOSUnaryUnion_r(context.handle, all.pointer), from: "lines of an area")
    // NULL on failure.
    return try context.take(
      GEOSBuildArea_r(context.handle, noded.pointer), from: "area within lines"
    ).polygons()
  }

  /// What lies in both areas; where they only touch, nothing.
  ///
  /// - Throws: ``GeometryError``, as ``union(of:)``.
  public static func intersection(
    of a: MultiPolygon, and b: MultiPolygon
  ) throws(GeometryError) -> MultiPolygon {
    let context = try GEOSContext()
    let first = try context.makeGeometry(a)
    let second = try context.makeGeometry(b)
    // NULL on failure.
    return try context.take(
      GEOSIntersection_r(context.handle, first.pointer, second.pointer), from: "intersection"
    ).polygons()
  }

  /// What lies in `a` and not in `b`.
  ///
  /// - Throws: ``GeometryError``, as ``union(of:)``.
  public static func difference(
    of a: MultiPolygon, less b: MultiPolygon
  ) throws(GeometryError) -> MultiPolygon {
    let context = try GEOSContext()
    let first = try context.makeGeometry(a)
    let second = try context.makeGeometry(b)
    // NULL on failure.
    return try context.take(
      GEOSDifference_r(context.handle, first.pointer, second.pointer), from: "difference"
    ).polygons()
  }

  /// The area grown by a distance, round at its corners; shrunk by a negative one.
  ///
  /// - Parameters:
  ///   - distance: Units of the coordinates, finite.
  ///   - quadrantSegments: Chords in a quarter circle, at least 1. Corners lie on the circle, so the
  ///     outline stays within `distance` × (1 − cos(π / 4 / `quadrantSegments`)) of the true one,
  ///     inside it; half a per cent for 8.
  /// - Throws: ``GeometryError``.
  public static func buffer(
    of area: MultiPolygon, by distance: Double, quadrantSegments: Int = 8
  ) throws(GeometryError) -> MultiPolygon {
    guard distance.isFinite else { throw .outOfRange(what: "distance", value: distance) }
    let segments = try checked(quadrantSegments: quadrantSegments)
    let context = try GEOSContext()
    let geometry = try context.makeGeometry(area)
    // NULL on failure.
    return try context.take(
      GEOSBuffer_r(context.handle, geometry.pointer, distance, segments), from: "buffer"
    ).polygons()
  }

  /// The regular polygon on a circle, as a crow-fly distance is drawn; the first corner is east.
  ///
  /// - Parameters:
  ///   - radius: Units of the coordinates, positive.
  ///   - segments: Sides, at least 3.
  /// - Throws: ``GeometryError/outOfRange(what:value:)``, also for a centre that is not finite.
  public static func circle(
    around centre: Position, radius: Double, segments: Int = 64
  ) throws(GeometryError) -> Polygon {
    guard radius.isFinite, radius > 0 else { throw .outOfRange(what: "radius", value: radius) }
    guard (3...100_000).contains(segments) else {
      throw .outOfRange(what: "segments", value: Double(segments))
    }
    guard centre.isFinite else { throw .outOfRange(what: "centre", value: centre.x + centre.y) }
    var shell = (0..<segments).map { index in
      let angle = 2 * Double.pi * Double(index) / Double(segments)
      return Position(x: centre.x + radius * cos(angle), y: centre.y + radius * sin(angle))
    }
    shell.append(shell[0])
    return Polygon(shell: shell)
  }

  /// Chords a quarter circle may have; beyond, memory would be the limit.
  static func checked(quadrantSegments: Int) throws(GeometryError) -> Int32 {
    guard (1...1024).contains(quadrantSegments) else {
      throw .outOfRange(what: "quadrant segments", value: Double(quadrantSegments))
    }
    return Int32(quadrantSegments)
  }
}
