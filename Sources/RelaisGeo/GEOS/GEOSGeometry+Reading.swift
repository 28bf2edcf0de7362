import CGEOS

extension GEOSGeometry {
  /// The polygons in it, lines and points left out; shells counterclockwise, holes clockwise.
  func polygons() throws(GeometryError) -> MultiPolygon {
    var found: [Polygon] = []
    try GEOSGeometry.collect(pointer, in: context, into: &found)
    return MultiPolygon(found)
  }

  private static func collect(
    _ geometry: OpaquePointer?, in context: GEOSContext, into found: inout [Polygon]
  ) throws(GeometryError) {
    let handle = context.handle
    // -1 on failure.
    let type = GEOSGeomTypeId_r(handle, geometry)
    switch UInt32(bitPattern: type) {
    case GEOS_POLYGON.rawValue:
      // 1 when empty, 2 on failure.
      guard GEOSisEmpty_r(handle, geometry) == 0 else { return }
      // NULL on failure; borrowed from the polygon.
      let shell = try ring(GEOSGetExteriorRing_r(handle, geometry), in: context)
      // -1 on failure.
      let count = GEOSGetNumInteriorRings_r(handle, geometry)
      guard count >= 0 else { throw context.failure("holes") }
      var holes: [[Position]] = []
      for index in 0..<count {
        // NULL on failure; borrowed from the polygon.
        holes.append(try ring(GEOSGetInteriorRingN_r(handle, geometry, index), in: context))
      }
      found.append(
        Polygon(
          shell: shell.oriented(counterclockwise: true),
          holes: holes.map { $0.oriented(counterclockwise: false) }))
    case GEOS_MULTIPOLYGON.rawValue, GEOS_GEOMETRYCOLLECTION.rawValue:
      // -1 on failure.
      let count = GEOSGetNumGeometries_r(handle, geometry)
      guard count >= 0 else { throw context.failure("parts") }
      for index in 0..<count {
        // NULL on failure; borrowed from the collection.
        try collect(GEOSGetGeometryN_r(handle, geometry, index), in: context, into: &found)
      }
    default:
      guard type >= 0 else { throw context.failure("type") }
    }
  }

  private static func ring(
    _ ring: OpaquePointer?, in context: GEOSContext
  ) throws(GeometryError) -> [Position] {
    let handle = context.handle
    var count: UInt32 = 0
    // NULL on failure; the sequence is borrowed. 0 on failure of the size.
    guard let ring, let sequence = GEOSGeom_getCoordSeq_r(handle, ring),
      GEOSCoordSeq_getSize_r(handle, sequence, &count) != 0
    else { throw context.failure("ring") }
    var positions = [Position](repeating: Position(x: 0, y: 0), count: Int(count))
    let copied = positions.withUnsafeMutableBytes { bytes in
      // 0 on failure.
      GEOSCoordSeq_copyToBuffer_r(
        handle, sequence, bytes.baseAddress?.assumingMemoryBound(to: Double.self), 0, 0)
    }
    guard copied != 0 else { throw context.failure("coordinates") }
    return positions
  }
}

extension [Position] {
  /// Twice the area a closed ring encloses, positive counterclockwise.
  ///
  /// Taken around the first position: projected coordinates are millions, a street's plot is not.
  var doubledSignedArea: Double {
    guard let origin = first else { return 0 }
    var sum = 0.0
    var a = origin
    for b in dropFirst() {
      sum += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
      a = b
    }
    return sum
  }

  func oriented(counterclockwise: Bool) -> [Position] {
    (doubledSignedArea > 0) == counterclockwise ? self : reversed()
  }
}
