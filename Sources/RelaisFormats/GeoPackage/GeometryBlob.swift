import RelaisGeo

/// Geometries as GeoPackage keeps them: a header, then well-known binary (OGC 12-128r18, 2.1.3).
enum GeometryBlob {
  /// Reads a blob: any byte order, any envelope, 2D, Z, M or ZM by ISO or EWKB codes.
  ///
  /// - Returns: `nil` for an empty geometry.
  /// Curves are read as lines, their arcs as chords.
  ///
  /// - Parameter arcs: How arcs become chords; within a millimetre of metres unless told.
  /// - Throws: `wrongGeometry` for surfaces in space and mixed collections, `invalidGeometry` for the rest:
  ///   cut short, longer than its content, NaN, rings that are not closed.
  /// - Complexity: O(length); nothing is reserved that the bytes at hand could not fill.
  static func read(
    _ bytes: UnsafeRawBufferPointer, arcs: ArcStroke = .withinAMillimetre(degrees: false)
  ) throws(RowDefect) -> Geometry? {
    guard bytes.count >= 8, bytes[0] == UInt8(ascii: "G"), bytes[1] == UInt8(ascii: "P"),
      bytes[2] == 0
    else { throw RowDefect.invalidGeometry("no GeoPackage header") }
    let flags = bytes[3]
    guard flags & 0x20 == 0 else {
      throw RowDefect.wrongGeometry("extended geometry")
    }
    let envelopeSizes = [0, 32, 48, 48, 64]
    let envelope = Int(flags >> 1 & 7)
    guard envelope < envelopeSizes.count else {
      throw RowDefect.invalidGeometry("envelope kind \(envelope)")
    }
    if flags & 0x10 != 0 { return nil }
    var reader = WKBReader(bytes: bytes, at: 8 + envelopeSizes[envelope], arcs: arcs)
    let geometry = try reader.geometry()
    guard reader.at == bytes.count else {
      throw RowDefect.invalidGeometry("bytes after its end")
    }
    return geometry
  }

  /// Writes a blob, little endian, with an envelope unless it is a point.
  ///
  /// - Precondition: The geometry has positions, all finite.
  static func append(
    _ geometry: Geometry, envelope: Envelope, srsID: Int32, to bytes: inout [UInt8]
  ) {
    bytes.append(UInt8(ascii: "G"))
    bytes.append(UInt8(ascii: "P"))
    bytes.append(0)
    if case .point = geometry {
      bytes.append(0x01)
      append(UInt32(bitPattern: srsID), to: &bytes)
    } else {
      bytes.append(0x03)
      append(UInt32(bitPattern: srsID), to: &bytes)
      for value in [envelope.minX, envelope.maxX, envelope.minY, envelope.maxY] {
        append(value, to: &bytes)
      }
    }
    append(wkb: geometry, to: &bytes)
  }

  private static func append(wkb geometry: Geometry, to bytes: inout [UInt8]) {
    bytes.append(1)
    switch geometry {
    case .point(let point):
      append(UInt32(1), to: &bytes)
      append(point, to: &bytes)
    case .lineString(let line):
      append(UInt32(2), to: &bytes)
      append(line, to: &bytes)
    case .polygon(let polygon):
      append(UInt32(3), to: &bytes)
      append(UInt32(1 + polygon.holes.count), to: &bytes)
      append(polygon.shell, to: &bytes)
      for hole in polygon.holes { append(hole, to: &bytes) }
    case .multiPoint(let points):
      append(UInt32(4), to: &bytes)
      append(UInt32(points.count), to: &bytes)
      for point in points { append(wkb: .point(point), to: &bytes) }
    case .multiLineString(let lines):
      append(UInt32(5), to: &bytes)
      append(UInt32(lines.count), to: &bytes)
      for line in lines { append(wkb: .lineString(line), to: &bytes) }
    case .multiPolygon(let area):
      append(UInt32(6), to: &bytes)
      append(UInt32(area.polygons.count), to: &bytes)
      for polygon in area.polygons { append(wkb: .polygon(polygon), to: &bytes) }
    }
  }

  private static func append(_ line: [Position], to bytes: inout [UInt8]) {
    append(UInt32(line.count), to: &bytes)
    // Nearly all bytes of a file are these.
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: 16 * line.count))
    bytes.withUnsafeMutableBytes { bytes in
      for (index, position) in line.enumerated() {
        let at = start + 16 * index
        bytes.storeBytes(of: pattern(position.x), toByteOffset: at, as: UInt64.self)
        bytes.storeBytes(of: pattern(position.y), toByteOffset: at + 8, as: UInt64.self)
      }
    }
  }

  /// Adding zero makes the negative zero a plain one.
  private static func pattern(_ value: Double) -> UInt64 { (value + 0).bitPattern.littleEndian }

  private static func append(_ position: Position, to bytes: inout [UInt8]) {
    append(position.x, to: &bytes)
    append(position.y, to: &bytes)
  }

  private static func append(_ value: Double, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: pattern(value)) { bytes.append(contentsOf: $0) }
  }

  private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
