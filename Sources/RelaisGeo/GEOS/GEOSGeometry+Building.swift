import CGEOS

extension GEOSContext {
  /// A multipolygon of the library.
  ///
  /// - Throws: ``GeometryError/notFinite(polygon:ring:)`` and ``GeometryError/notARing(polygon:ring:)``;
  ///   rings may cross and overlap, which is for the operation to judge.
  func makeGeometry(_ area: MultiPolygon) throws(GeometryError) -> GEOSGeometry {
    let polygons = try owningAll(area.polygons.indices) {
      index throws(GeometryError) -> OpaquePointer in
      try makePolygon(area.polygons[index], index: index)
    }
    return try collection(polygons, type: GEOS_MULTIPOLYGON)
  }

  /// A multilinestring; lines of fewer than two positions are the caller's to leave out.
  func makeGeometry(lines: [[PlanarPoint]]) throws(GeometryError) -> GEOSGeometry {
    let parts = try owningAll(lines.indices) { index throws(GeometryError) -> OpaquePointer in
      let sequence = try makeSequence(lines[index])
      // NULL on failure; owns the sequence either way.
      guard let line = GEOSGeom_createLineString_r(handle, sequence) else {
        throw failure("line")
      }
      return line
    }
    return try collection(parts, type: GEOS_MULTILINESTRING)
  }

  private func makePolygon(_ polygon: Polygon, index: Int) throws(GeometryError) -> OpaquePointer {
    let shell = GEOSGeometry(
      owning: try makeRing(polygon.shell, polygon: index, ring: 0), in: self)
    var holes = try owningAll(polygon.holes.indices) {
      hole throws(GeometryError) -> OpaquePointer in
      try makeRing(polygon.holes[hole], polygon: index, ring: hole + 1)
    }
    let count = UInt32(holes.count)
    // NULL on failure; owns shell and holes from here.
    guard let made = GEOSGeom_createPolygon_r(handle, shell.release(), &holes, count) else {
      throw failure("polygon")
    }
    return made
  }

  private func makeRing(
    _ positions: [Position], polygon: Int, ring: Int
  ) throws(GeometryError) -> OpaquePointer {
    guard positions.allSatisfy(\.isFinite) else { throw .notFinite(polygon: polygon, ring: ring) }
    guard positions.count >= 4, positions.first == positions.last else {
      throw .notARing(polygon: polygon, ring: ring)
    }
    let sequence = try makeSequence(positions)
    // NULL on failure; owns the sequence either way.
    guard let made = GEOSGeom_createLinearRing_r(handle, sequence) else { throw failure("ring") }
    return made
  }

  /// Positions and planar points are two doubles each, as the library wants them.
  private func makeSequence<Point: BitwiseCopyable>(
    _ points: [Point]
  ) throws(GeometryError) -> OpaquePointer {
    let sequence = points.withUnsafeBytes { bytes in
      // NULL on failure.
      GEOSCoordSeq_copyFromBuffer_r(
        handle, bytes.baseAddress?.assumingMemoryBound(to: Double.self), UInt32(points.count), 0, 0)
    }
    guard let sequence else { throw failure("coordinates") }
    return sequence
  }

  private func collection(
    _ parts: [OpaquePointer?], type: GEOSGeomTypes
  ) throws(GeometryError) -> GEOSGeometry {
    var parts = parts
    let count = UInt32(parts.count)
    // NULL on failure; owns the parts from here.
    return try take(
      GEOSGeom_createCollection_r(handle, Int32(type.rawValue), &parts, count), from: "collection")
  }

  /// Makes several; if one fails, those made before are freed.
  private func owningAll(
    _ indices: Range<Int>, _ make: (Int) throws(GeometryError) -> OpaquePointer
  ) throws(GeometryError) -> [OpaquePointer?] {
    var made: [OpaquePointer?] = []
    made.reserveCapacity(indices.count)
    do {
      for index in indices { made.append(try make(index)) }
    } catch {
      // No failure value.
      for pointer in made { GEOSGeom_destroy_r(handle, pointer) }
      throw error
    }
    return made
  }
}
