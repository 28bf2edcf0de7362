import CGEOS

extension StreetBuffer {
  /// The same area by the geometry library: each segment buffered alone, the buffers united.
  ///
  /// Slow and sure. Buffering merged chains is faster, but GEOS 3.11 draws some chains that cross
  /// themselves wrongly, by several per cent of the area; a single segment has no such trouble.
  ///
  /// - Throws: ``GeometryError``.
  public static func libraryOutline(
    of lines: [[PlanarPoint]], radius: Double, quadrantSegments: Int
  ) throws(GeometryError) -> MultiPolygon {
    let chords = try PolygonOperations.checked(quadrantSegments: quadrantSegments)
    let context = try GEOSContext()
    let handle = context.handle
    var segments: [[PlanarPoint]] = []
    for line in lines {
      guard let first = line.first else { continue }
      if line.count == 1 { segments.append([first, first]) }
      for (a, b) in zip(line, line.dropFirst()) { segments.append([a, b]) }
    }
    let all = try context.makeGeometry(lines: segments)
    var polygons: [Polygon] = []
    polygons.reserveCapacity(segments.count)
    for index in segments.indices {
      // NULL on failure; borrowed from the collection.
      let segment = GEOSGetGeometryN_r(handle, all.pointer, Int32(index))
      // NULL on failure.
      let buffer = try context.take(GEOSBuffer_r(handle, segment, radius, chords), from: "buffer")
      polygons += try buffer.polygons().polygons
    }
    return try PolygonOperations.union(of: [MultiPolygon(polygons)])
  }
}
