import CGEOS

extension StreetBuffer {
  /// The same area by the geometry library: lines merged into chains through their junctions, each
  /// chain buffered, the buffers united.
  ///
  /// - Throws: ``GeometryError``.
  public static func libraryOutline(
    of lines: [[PlanarPoint]], radius: Double, quadrantSegments: Int
  ) throws(GeometryError) -> MultiPolygon {
    let segments = try PolygonOperations.checked(quadrantSegments: quadrantSegments)
    let context = try GEOSContext()
    let handle = context.handle
    let drawn = lines.compactMap { line -> [PlanarPoint]? in
      guard let first = line.first else { return nil }
      return line.count > 1 ? line : [first, first]
    }
    let all = try context.makeGeometry(lines: drawn)
    // Merging would lose a line without extent.
    let hasPoints = drawn.contains { line in line.allSatisfy { $0 == line[0] } }
    // NULL on failure.
    let chains =
      hasPoints
      ? all : try context.take(GEOSLineMerge_r(handle, all.pointer), from: "merge")
    // -1 on failure.
    let count = GEOSGetNumGeometries_r(handle, chains.pointer)
    guard count >= 0 else { throw context.failure("merge") }
    var polygons: [Polygon] = []
    for index in 0..<count {
      // NULL on failure; borrowed from the chains.
      let chain = GEOSGetGeometryN_r(handle, chains.pointer, index)
      // NULL on failure.
      let buffer = try context.take(
        GEOSBuffer_r(handle, chain, radius, segments), from: "buffer")
      polygons += try buffer.polygons().polygons
    }
    return try PolygonOperations.union(of: [MultiPolygon(polygons)])
  }
}
