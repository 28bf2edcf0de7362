import RelaisGeo

/// Reads well-known binary, every step within the bytes there are; ISO's codes and PostGIS's.
struct WKBReader {
  let bytes: UnsafeRawBufferPointer
  var at: Int
  /// How arcs become chords.
  var arcs = ArcStroke.withinAMillimetre(degrees: false)
  /// The reference system that EWKB names, once it was read.
  private(set) var code: UInt32?

  /// Collections within one another, at most.
  private static let maximumDepth = 16

  /// The start of one geometry: what it is and how its numbers are laid out.
  private struct Header {
    var type: UInt32
    var bigEndian: Bool
    /// Numbers in a position: two to four.
    var dimensions: Int
  }

  /// Reads one geometry; `nil` for an empty one.
  mutating func geometry(depth: Int = 0) throws(RowDefect) -> Geometry? {
    let header = try header()
    switch header.type {
    case 1:
      return try point(header).map { .point($0) }
    case 2:
      let line = try line(header)
      return line.isEmpty ? nil : .lineString(line)
    case 3:
      return try polygon(header).map { .polygon($0) }
    case 5: return try lines(header).map { .multiLineString($0) }
    case 4, 6, 7:
      guard depth < WKBReader.maximumDepth else { throw invalid("nested too deeply") }
      var parts = GeometryCollector()
      for _ in 0..<(try count(header, size: 5)) {
        let start = at
        if header.type < 7, try self.header().type != header.type - 3 {
          throw invalid("a part of another type")
        }
        at = start
        guard let part = try geometry(depth: depth + 1) else {
          if header.type == 7 { continue }
          throw invalid("an empty part")
        }
        parts.add(part)
      }
      guard parts.isUniform else {
        throw RowDefect.wrongGeometry("GeometryCollection")
      }
      return parts.geometry
    case 8, 9:
      let line = try curve(header, depth: depth)
      return line.isEmpty ? nil : .lineString(line)
    case 10: return try curvePolygon(header, depth: depth).map { .polygon($0) }
    case 11, 12:
      guard depth < WKBReader.maximumDepth else { throw invalid("nested too deeply") }
      var parts = GeometryCollector()
      for _ in 0..<(try count(header, size: 5)) {
        guard let part = try geometry(depth: depth + 1) else { throw invalid("an empty part") }
        switch part {
        case .lineString where header.type == 11, .polygon where header.type == 12: parts.add(part)
        case .point, .multiPoint, .lineString, .multiLineString, .polygon, .multiPolygon:
          throw invalid("a part of another type")
        }
      }
      return parts.geometry
    default:
      throw RowDefect.wrongGeometry(WKBReader.names[header.type] ?? "type \(header.type)")
    }
  }

  private static let names: [UInt32: String] = [
    13: "Curve", 14: "Surface", 15: "PolyhedralSurface", 16: "TIN",
    17: "Triangle",
  ]

  private mutating func header() throws(RowDefect) -> Header {
    guard at < bytes.count else { throw invalid("cut short") }
    let order = bytes[at]
    guard order <= 1 else { throw invalid("byte order \(order)") }
    at += 1
    var code = try unsigned(bigEndian: order == 0)
    var dimensions = 2
    if code & 0x8000_0000 != 0 { dimensions += 1 }
    if code & 0x4000_0000 != 0 { dimensions += 1 }
    if code & 0x2000_0000 != 0 {
      let system = try unsigned(bigEndian: order == 0)
      self.code = self.code ?? system
    }
    code &= 0x1FFF_FFFF
    switch code / 1000 {
    case 0: break
    case 1,
      2 where dimensions == 2:
      dimensions = 3
    case 3 where dimensions == 2: dimensions = 4
    default: throw invalid("type \(code)")
    }
    return Header(type: code % 1000, bigEndian: order == 0, dimensions: dimensions)
  }

  private mutating func polygon(_ header: Header) throws(RowDefect) -> Polygon? {
    var rings: [[Position]] = []
    for _ in 0..<(try count(header, size: 4)) {
      let ring = try positions(header)
      if let problem = GeometryRules.problem(ofRing: ring) { throw invalid(problem) }
      rings.append(ring)
    }
    guard let shell = rings.first else { return nil }
    return Polygon(shell: shell, holes: Array(rings.dropFirst()))
  }

  /// The line of a CircularString or CompoundCurve whose header was read; straight parts stay as they
  /// are, arcs become chords.
  private mutating func curve(
    _ header: Header, depth: Int
  ) throws(RowDefect) -> [Position] {
    guard header.type == 9 else {
      let places = try positions(header)
      if places.isEmpty { return [] }
      guard places.count >= 3, !places.count.isMultiple(of: 2) else {
        throw invalid("arcs of \(places.count) position(s)")
      }
      return arcs.line(through: places)
    }
    guard depth < WKBReader.maximumDepth else { throw invalid("nested too deeply") }
    var line: [Position] = []
    for _ in 0..<(try count(header, size: 9)) {
      let part = try self.header()
      let piece: [Position]
      switch part.type {
      case 2: piece = try self.line(part)
      case 8: piece = try curve(part, depth: depth + 1)
      default: throw invalid("a part of another type")
      }
      guard line.isEmpty || piece.isEmpty || line.last == piece.first else {
        throw invalid("parts that do not join")
      }
      line += line.isEmpty ? piece[...] : piece.dropFirst()
    }
    return line
  }

  private mutating func curvePolygon(
    _ header: Header, depth: Int
  ) throws(RowDefect) -> Polygon? {
    var rings: [[Position]] = []
    for _ in 0..<(try count(header, size: 9)) {
      let part = try self.header()
      let ring: [Position]
      switch part.type {
      case 2: ring = try positions(part)
      case 8, 9: ring = try curve(part, depth: depth + 1)
      default: throw invalid("a part of another type")
      }
      if let problem = GeometryRules.problem(ofRing: ring) { throw invalid(problem) }
      rings.append(ring)
    }
    guard let shell = rings.first else { return nil }
    return Polygon(shell: shell, holes: Array(rings.dropFirst()))
  }

  /// The lines of a multi-line whose header was read; `nil` for none.
  ///
  /// A part that is no line is left, with less than two positions, to whoever takes the sound ones; without any the
  /// geometry is refused.
  private mutating func lines(_ header: Header) throws(RowDefect) -> [[Position]]? {
    var lines: [[Position]] = []
    for _ in 0..<(try count(header, size: 9)) {
      let part = try self.header()
      guard part.type == 2 else { throw invalid("a part of another type") }
      var line: [Position] = []
      for _ in 0..<(try count(part, size: part.dimensions * 8)) { line.append(try position(part)) }
      lines.append(line.allSatisfy(GeometryRules.isPlace) ? line : [])
    }
    if let first = lines.first, lines.allSatisfy({ GeometryRules.problem(ofLine: $0) != nil }) {
      throw invalid(GeometryRules.problem(ofLine: first) ?? "no line")
    }
    return lines.isEmpty ? nil : lines
  }

  private mutating func line(_ header: Header) throws(RowDefect) -> [Position] {
    let line = try positions(header)
    if !line.isEmpty, let problem = GeometryRules.problem(ofLine: line) { throw invalid(problem) }
    return line
  }

  private mutating func positions(_ header: Header) throws(RowDefect) -> [Position] {
    let count = try count(header, size: header.dimensions * 8)
    var result: [Position] = []
    result.reserveCapacity(count)
    for _ in 0..<count {
      let position = try position(header)
      guard GeometryRules.isPlace(position) else { throw invalid("a coordinate that is no place") }
      result.append(position)
    }
    return result
  }

  /// One position; `nil` when both its coordinates are NaN, which is how an empty point is written.
  private mutating func point(_ header: Header) throws(RowDefect) -> Position? {
    let position = try position(header)
    if position.x.isNaN, position.y.isNaN { return nil }
    guard GeometryRules.isPlace(position) else { throw invalid("a coordinate that is no place") }
    return position
  }

  private mutating func position(_ header: Header) throws(RowDefect) -> Position {
    let size = header.dimensions * 8
    guard bytes.count - at >= size else { throw invalid("cut short") }
    let x = double(at, bigEndian: header.bigEndian)
    let y = double(at + 8, bigEndian: header.bigEndian)
    at += size
    return Position(x: x, y: y)
  }

  /// How many things follow, each of `size` bytes at least.
  private mutating func count(_ header: Header, size: Int) throws(RowDefect) -> Int {
    let count = Int(try unsigned(bigEndian: header.bigEndian))
    guard count <= (bytes.count - at) / size else { throw invalid("cut short") }
    return count
  }

  private mutating func unsigned(bigEndian: Bool) throws(RowDefect) -> UInt32 {
    guard bytes.count - at >= 4 else { throw invalid("cut short") }
    let value = bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)
    at += 4
    return bigEndian ? UInt32(bigEndian: value) : UInt32(littleEndian: value)
  }

  /// - Precondition: Eight bytes follow `offset`.
  private func double(_ offset: Int, bigEndian: Bool) -> Double {
    let bits = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    return Double(bitPattern: bigEndian ? UInt64(bigEndian: bits) : UInt64(littleEndian: bits))
  }

  private func invalid(_ found: String) -> RowDefect {
    RowDefect.invalidGeometry(found)
  }
}
