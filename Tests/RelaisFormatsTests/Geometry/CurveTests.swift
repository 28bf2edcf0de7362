import Testing

@testable import RelaisFormats
@testable import RelaisGeo

/// Curves of well-known binary as lines.
@Suite struct CurveTests {
  private func code(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private func places(_ places: [(Double, Double)]) -> [UInt8] {
    code(places.count)
      + places.flatMap { [$0.0, $0.1] }.flatMap { value in
        (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * UInt64($0))) }
      }
  }

  private func simple(_ type: Int, _ line: [(Double, Double)]) -> [UInt8] {
    [1] + code(type) + places(line)
  }

  private func parts(_ type: Int, _ parts: [[UInt8]]) -> [UInt8] {
    [1] + code(type) + code(parts.count) + parts.flatMap { $0 }
  }

  private func read(_ wkb: [UInt8]) throws -> Geometry? {
    try wkb.withUnsafeBytes { bytes throws(RowDefect) -> Geometry? in
      var reader = WKBReader(bytes: bytes, at: 0)
      return try reader.geometry()
    }
  }

  private func line(_ geometry: Geometry?) throws -> [Position] {
    guard case .lineString(let line)? = geometry else {
      Issue.record("no line")
      return []
    }
    return line
  }

  @Test func straightPartsStayAsTheyAre() throws {
    let first = simple(2, [(0, 0), (10, 0)])
    let second = simple(2, [(10, 0), (10, 5), (20, 5)])
    let whole = [(0, 0), (10, 0), (10, 5), (20, 5)].map { Position(x: $0.0, y: $0.1) }
    #expect(try read(parts(9, [first, second])) == .lineString(whole))
    #expect(
      try read(parts(11, [parts(9, [first, second]), first]))
        == .multiLineString([whole, Array(whole[0...1])]))
    // Heights: ISO's 1009 of 1002.
    let high =
      [1] + code(1009) + code(1) + [1] + code(1002) + code(2)
      + [0.0, 0, 9, 4, 3, 9].flatMap { value in
        (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * UInt64($0))) }
      }
    #expect(try read(high) == .lineString([Position(x: 0, y: 0), Position(x: 4, y: 3)]))
  }

  /// A quarter of a circle of 100 m around (0, 0), left turn and right turn; 5π/… metres long.
  @Test(arguments: [false, true])
  func chordsOfAnArcAreWithinAMillimetre(isReversed: Bool) throws {
    let half = 100 * 0.5.squareRoot()
    var given = [(100.0, 0.0), (half, half), (0.0, 100.0)]
    if isReversed { given.reverse() }
    let line = try line(read(simple(8, given)))
    #expect(line.first == Position(x: given[0].0, y: given[0].1))
    #expect(line.last == Position(x: given[2].0, y: given[2].1))
    #expect(line.contains(Position(x: half, y: half)))
    for (a, b) in zip(line, line.dropFirst()) {
      let middle = Position(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)
      let radius = (middle.x * middle.x + middle.y * middle.y).squareRoot()
      #expect(radius <= 100 + 1e-9 && radius >= 100 - 0.001 - 1e-9)
      #expect(min(a.x, a.y) >= -1e-9)
    }
    // As few as that needs: 2 acos(1 − 10⁻⁵) is 0.00894, and a quarter has 1.5708.
    #expect(line.count == 2 * 88 + 1)
    #expect(abs(Ground.plane.length(of: line) - 50 * Double.pi) < 0.01)
  }

  @Test func aCircleAndAStraightArcAreRead() throws {
    let circle = try line(read(simple(8, [(0, 0), (2, 0), (0, 0)])))
    #expect(circle.first == circle.last)
    #expect(abs(Ground.plane.length(of: circle) - 2 * Double.pi) < 0.01)
    let straight = try line(read(simple(8, [(0, 0), (1, 0), (2, 0)])))
    #expect(straight == [(0, 0), (1, 0), (2, 0)].map { Position(x: $0.0, y: $0.1) })
  }

  @Test func areasWithCurvedOutlinesAreRead() throws {
    let ring = parts(9, [simple(8, [(0, 0), (1, 1), (2, 0)]), simple(2, [(2, 0), (0, 0)])])
    guard case .polygon(let area)? = try read(parts(10, [ring])) else {
      Issue.record("no area")
      return
    }
    // Half a disc of a metre.
    #expect(abs(PolygonOperations.area(of: MultiPolygon([area])) - Double.pi / 2) < 0.005)
    guard case .multiPolygon(let areas)? = try read(parts(12, [parts(10, [ring])])) else {
      Issue.record("no areas")
      return
    }
    #expect(areas.polygons == [area])
  }

  @Test func whatIsWrongInACurveIsSaid() {
    let broken = [
      simple(8, [(0, 0), (1, 1)]), simple(8, [(0, 0), (1, 1), (2, 0), (3, 3)]),
      parts(9, [simple(2, [(0, 0), (1, 0)]), simple(2, [(5, 0), (6, 0)])]),
      parts(9, [simple(3, [(0, 0), (1, 0)])]), parts(11, [simple(1, [(0, 0)])]),
      Array(simple(8, [(0, 0), (1, 1), (2, 0)]).dropLast()),
    ]
    for wkb in broken { #expect(throws: RowDefect.self) { try read(wkb) } }
    #expect(throws: RowDefect.wrongGeometry("TIN")) { try read(parts(16, [])) }
  }
}
