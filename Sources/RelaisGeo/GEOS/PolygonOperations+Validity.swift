import CGEOS

/// What makes an area invalid, and where.
public struct ValidityFlaw: Hashable, Sendable {
  /// The library's word, English: `Self-intersection`, `Hole lies outside shell`.
  public let reason: String
  /// `nil` where the flaw has no place of its own.
  public let position: Position?
}

extension PolygonOperations {
  /// The first flaw found; `nil` for a valid area.
  ///
  /// Valid in the sense of OGC Simple Features: closed rings that do not cross, holes within their
  /// shell, polygons that touch at points only.
  ///
  /// - Throws: ``GeometryError`` only when the library fails.
  public static func validityFlaw(of area: MultiPolygon) throws(GeometryError) -> ValidityFlaw? {
    let context = try GEOSContext()
    let geometry: GEOSGeometry
    do {
      geometry = try context.makeGeometry(area)
    } catch .notFinite {
      return ValidityFlaw(reason: "Coordinate not finite", position: nil)
    } catch .notARing(let polygon, let ring) {
      let polygon = area.polygons[polygon]
      let positions = ring == 0 ? polygon.shell : polygon.holes[ring - 1]
      return ValidityFlaw(
        reason: positions.count < 4 ? "Too few points in ring" : "Ring not closed",
        position: positions.last)
    }
    var reason: UnsafeMutablePointer<CChar>?
    var place: OpaquePointer?
    // 1 valid, 0 invalid, 2 on failure; reason and place are ours to free.
    let answer = GEOSisValidDetail_r(context.handle, geometry.pointer, 0, &reason, &place)
    defer { if let reason { GEOSFree_r(context.handle, reason) } }
    let point = place.map { GEOSGeometry(owning: $0, in: context) }
    guard answer != 2 else { throw context.failure("validity") }
    guard answer == 0 else { return nil }
    var position: Position?
    if let point {
      var x = 0.0
      var y = 0.0
      // -1 on failure.
      if GEOSGeomGetX_r(context.handle, point.pointer, &x) != -1,
        GEOSGeomGetY_r(context.handle, point.pointer, &y) != -1
      {
        position = Position(x: x, y: y)
      }
    }
    return ValidityFlaw(reason: reason.map { String(cString: $0) } ?? "", position: position)
  }

  /// A valid area that covers what the given one meant.
  ///
  /// Open rings are closed, rings of fewer than three places left out, each ring untangled, shells
  /// united and holes taken away; what collapses to lines or points is dropped. An area already valid
  /// comes back with the same outline.
  ///
  /// - Throws: ``GeometryError/notFinite(polygon:ring:)`` and ``GeometryError/tangled``, which nothing repairs.
  public static func repaired(_ area: MultiPolygon) throws(GeometryError) -> MultiPolygon {
    let context = try GEOSContext()
    let handle = context.handle
    let closed = MultiPolygon(
      area.polygons.compactMap { polygon in
        closedRing(polygon.shell).map {
          Polygon(shell: $0, holes: polygon.holes.compactMap(closedRing))
        }
      })
    let geometry = try context.makeGeometry(closed)
    guard !TangleCount(closed).isTooMuch else { throw .tangled }
    // NULL on failure.
    guard let parameters = GEOSMakeValidParams_create_r(handle) else {
      throw context.failure("repair")
    }
    defer { GEOSMakeValidParams_destroy_r(handle, parameters) }
    // The default method would make a hole of what two polygons share. 0 on failure.
    guard GEOSMakeValidParams_setMethod_r(handle, parameters, GEOS_MAKE_VALID_STRUCTURE) != 0,
      GEOSMakeValidParams_setKeepCollapsed_r(handle, parameters, 0) != 0
    else { throw context.failure("repair") }
    // NULL on failure.
    return try context.take(
      GEOSMakeValidWithParams_r(handle, geometry.pointer, parameters), from: "repair"
    ).polygons()
  }

  private static func closedRing(_ positions: [Position]) -> [Position]? {
    guard let first = positions.first else { return nil }
    let ring = positions.last == first ? positions : positions + [first]
    return ring.count >= 4 ? ring : nil
  }
}
