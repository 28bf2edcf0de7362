import Testing

@testable import RelaisFormats
@testable import RelaisGeo

@Suite struct GeometryBlobTests {
  static let ring = [
    Position(x: 0, y: 0), Position(x: 4, y: 0), Position(x: 4, y: 3), Position(x: 0, y: 0),
  ]
  static let geometries: [Geometry] = [
    .point(ring[1]), .multiPoint(ring), .lineString(ring),
    .multiLineString([ring, [ring[0], ring[1]]]),
    .polygon(Polygon(shell: ring, holes: [ring])),
    .multiPolygon(
      MultiPolygon([Polygon(shell: ring), Polygon(shell: ring, holes: [ring, ring])])),
  ]

  func read(_ blob: [UInt8]) throws -> Geometry? {
    try blob.withUnsafeBytes { bytes throws(RowDefect) in try GeometryBlob.read(bytes) }
  }

  func blob(_ geometry: Geometry) -> [UInt8] {
    var bytes: [UInt8] = []
    GeometryBlob.append(geometry, envelope: geometry.envelope, srsID: 2154, to: &bytes)
    return bytes
  }

  func reason(_ blob: [UInt8]) -> DefectKind? {
    do {
      _ = try read(blob)
      return nil
    } catch {
      return (error as? RowDefect)?.kind
    }
  }

  /// A header without envelope, then well-known binary.
  func wrapped(_ wkb: [UInt8], flags: UInt8 = 1) -> [UInt8] {
    [0x47, 0x50, 0, flags, 0, 0, 0, 0] + wkb
  }

  func number(_ value: Double, big: Bool) -> [UInt8] {
    let bits = (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * UInt64($0))) }
    return big ? bits.reversed() : bits
  }

  func code(_ value: UInt32, big: Bool) -> [UInt8] {
    let bits = (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
    return big ? bits.reversed() : bits
  }

  @Test func aPointIsWrittenAsTheStandardSays() {
    #expect(
      blob(.point(Position(x: 1, y: -2)))
        == [
          0x47, 0x50, 0, 1, 0x6A, 0x08, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xF0, 0x3F, 0, 0, 0,
          0, 0, 0, 0, 0xC0,
        ])
  }

  @Test func whatIsWrittenReadsBack() throws {
    for geometry in Self.geometries { #expect(try read(blob(geometry)) == geometry) }
  }

  @Test func everyCodeAndByteOrderReads() throws {
    let codes: [(UInt32, Int)] = [
      (1, 2), (1001, 3), (2001, 3), (3001, 4), (0x8000_0001, 3), (0x4000_0001, 3), (0xC000_0001, 4),
    ]
    for big in [false, true] {
      for (type, dimensions) in codes {
        let numbers = [7.5, -8, 99, 99].prefix(dimensions).flatMap { number($0, big: big) }
        let wkb = [big ? 0 : 1] + code(type, big: big) + numbers
        #expect(try read(wrapped(wkb)) == .point(Position(x: 7.5, y: -8)))
      }
      let withID =
        [big ? 0 : 1] + code(0x2000_0001, big: big) + code(4326, big: big)
        + number(1, big: big) + number(2, big: big)
      #expect(try read(wrapped(withID)) == .point(Position(x: 1, y: 2)))
    }
  }

  @Test func everyEnvelopeIsSkipped() throws {
    let point: [UInt8] = [1, 1, 0, 0, 0] + number(1, big: false) + number(2, big: false)
    for (kind, size) in [(0, 0), (1, 32), (2, 48), (3, 48), (4, 64)] {
      let blob = wrapped([UInt8](repeating: 0xAA, count: size) + point, flags: UInt8(kind << 1 | 1))
      #expect(try read(blob) == .point(Position(x: 1, y: 2)))
    }
    for kind in 5...7 {
      #expect(reason(wrapped(point, flags: UInt8(kind << 1 | 1))) == .invalidGeometry)
    }
  }

  @Test func emptyIsNoGeometry() throws {
    #expect(try read(wrapped([], flags: 0x11)) == nil)
    #expect(try read(wrapped([1, 2, 0, 0, 0, 0, 0, 0, 0])) == nil)
    #expect(
      try read(wrapped([1, 1, 0, 0, 0] + number(.nan, big: false) + number(.nan, big: false)))
        == nil)
  }

  @Test func collectionsOfOneKindAreOneGeometry() throws {
    let point = [1, 1, 0, 0, 0] + number(1, big: false) + number(2, big: false)
    let line = [1, 2, 0, 0, 0, 2, 0, 0, 0] + point.dropFirst(5) + point.dropFirst(5)
    #expect(
      try read(wrapped([1, 7, 0, 0, 0, 2, 0, 0, 0] + point + point))
        == .multiPoint([Position(x: 1, y: 2), Position(x: 1, y: 2)]))
    #expect(reason(wrapped([1, 7, 0, 0, 0, 2, 0, 0, 0] + point + line)) == .wrongGeometry)
    #expect(reason(wrapped([1, 4, 0, 0, 0, 1, 0, 0, 0] + line)) == .invalidGeometry)
    var nested = point
    for _ in 0..<40 { nested = [1, 7, 0, 0, 0, 1, 0, 0, 0] + nested }
    #expect(reason(wrapped(nested)) == .invalidGeometry)
  }

  @Test func whatIsWrongIsRefusedWithItsReason() {
    let net: [UInt8] = [1, 16, 0, 0, 0, 0, 0, 0, 0]
    #expect(reason(wrapped(net)) == .wrongGeometry)
    #expect(
      reason(wrapped([1, 1, 0, 0, 0] + number(.nan, big: false) + number(2, big: false)))
        == .invalidGeometry)
    #expect(
      reason(wrapped([1, 1, 0, 0, 0] + number(.infinity, big: false) + number(2, big: false)))
        == .invalidGeometry)
    // Four thousand million positions in no bytes.
    #expect(reason(wrapped([1, 2, 0, 0, 0, 255, 255, 255, 255])) == .invalidGeometry)
    #expect(
      reason(wrapped([1, 2, 0, 0, 0, 1, 0, 0, 0] + number(1, big: false) + number(2, big: false)))
        == .invalidGeometry)
    #expect(reason([]) == .invalidGeometry)
    #expect(reason(Array("GP".utf8)) == .invalidGeometry)
    #expect(reason(blob(Self.geometries[0]) + [0]) == .invalidGeometry)
    #expect(reason(wrapped([], flags: 0x21)) == .wrongGeometry)
    var open = Self.ring
    open[3].x = 1
    #expect(reason(blob(.polygon(Polygon(shell: open)))) == .invalidGeometry)
  }

  @Test func cutAnywhereItIsRefused() {
    for geometry in Self.geometries {
      let whole = blob(geometry)
      for count in 0..<whole.count { #expect(reason(Array(whole.prefix(count))) != nil) }
    }
  }

  @Test func damagedBlobsGiveAGeometryThatIsWrittenAgainOrAReason() throws {
    var generator = SeededGenerator(seed: 5)
    for geometry in Self.geometries {
      let whole = blob(geometry)
      var taken = 0
      for _ in 0..<3_000 {
        let sample = generator.damaged(whole)
        if let reason = reason(sample) {
          #expect([.invalidGeometry, .wrongGeometry].contains(reason))
        } else if let found = try read(sample) {
          taken += 1
          let envelope = found.envelope
          #expect(
            [envelope.minX, envelope.maxX, envelope.minY, envelope.maxY].allSatisfy { $0.isFinite })
          #expect(try read(blob(found)) == found)
        }
      }
      #expect((100..<2_900).contains(taken), "\(geometry)")
    }
  }
}
