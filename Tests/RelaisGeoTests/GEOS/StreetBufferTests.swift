import Foundation
import RelaisGeo
import Testing

@Suite struct StreetBufferTests {
  /// Against the library, on lines of every awkward kind; the seed tells which.
  @Test(arguments: StreetTangle.allCases)
  func agreesWithTheLibrary(tangle: StreetTangle) throws {
    var buffer = StreetBuffer()
    for seed in 1...UInt64(6) {
      let lines = tangle.lines(seed: seed)
      let radius = seed % 3 == 0 ? 10.0 : 25
      let own = try buffer.outline(of: lines, radius: radius, quadrantSegments: 64)
      let theirs = try StreetBuffer.libraryOutline(
        of: lines, radius: radius, quadrantSegments: 64)
      let whole = PolygonOperations.area(of: theirs)
      let label = "\(tangle) seed \(seed)"
      #expect(abs(PolygonOperations.area(of: own) - whole) < 1e-4 * whole, "\(label)")
      let missing = try PolygonOperations.difference(of: theirs, less: own)
      let extra = try PolygonOperations.difference(of: own, less: theirs)
      #expect(PolygonOperations.area(of: missing) < 2e-4 * whole, "\(label)")
      #expect(PolygonOperations.area(of: extra) < 2e-4 * whole, "\(label)")
      #expect(try PolygonOperations.validityFlaw(of: own) == nil, "\(label)")
      let corners = lines.flatMap { $0 }.map { Position(x: $0.x, y: $0.y) }
      #expect(try PolygonOperations.contains(own, corners).allSatisfy { $0 }, "\(label)")
    }
    // Streets exactly two radii apart leave areas that touch in points, which only the library knows
    // to draw; nothing else is left to it.
    let fallbacks = buffer.fallbacks
    #expect(fallbacks == 0 || tangle == .touchingGrid, "\(tangle)")
  }

  /// Every corner of the outline is a radius away from the lines, none nearer or farther.
  @Test(arguments: [StreetTangle.jitteredGrid, .scatter, .star, .loops, .deadEnds])
  func cornersLieOnTheRadius(tangle: StreetTangle) throws {
    var buffer = StreetBuffer()
    for seed in 1...UInt64(6) {
      let lines = tangle.lines(seed: seed)
      let outline = try buffer.outline(of: lines)
      for ring in outline.polygons.flatMap({ [$0.shell] + $0.holes }) {
        for corner in ring {
          let nearest: Double = lines.map { distance(corner, to: $0) }.min() ?? 0
          #expect(abs(nearest - 25) < 1e-5, "\(tangle) seed \(seed)")
        }
      }
    }
  }

  private func distance(_ place: Position, to line: [PlanarPoint]) -> Double {
    zip(line, line.dropFirst()).map { a, b in
      let x = b.x - a.x
      let y = b.y - a.y
      let square = x * x + y * y
      let t = square == 0 ? 0 : ((place.x - a.x) * x + (place.y - a.y) * y) / square
      let along = max(0, min(1, t))
      return hypot(place.x - a.x - along * x, place.y - a.y - along * y)
    }.min() ?? .infinity
  }

  @Test func theOrderOfLinesDoesNotMatter() throws {
    var buffer = StreetBuffer()
    let lines = StreetTangle.jitteredGrid.lines(seed: 5)
    let forward = try buffer.outline(of: lines)
    let back = try buffer.outline(of: lines.reversed().map { $0.reversed() })
    let a = PolygonOperations.area(of: forward)
    #expect(abs(a - PolygonOperations.area(of: back)) < 1e-6 * a)
    let again = try buffer.outline(of: lines)
    #expect(again == forward)
    var other = StreetBuffer()
    let elsewhere = try other.outline(of: lines)
    #expect(elsewhere == forward)
  }

  @Test func splittingALineChangesNothing() throws {
    var buffer = StreetBuffer()
    let line = [PlanarPoint(x: 0, y: 0), PlanarPoint(x: 64, y: 32), PlanarPoint(x: 96, y: -32)]
    let whole = try buffer.outline(of: [line])
    let parts = try buffer.outline(of: [
      [line[0], PlanarPoint(x: 16, y: 8), PlanarPoint(x: 48, y: 24)],
      [PlanarPoint(x: 48, y: 24), line[1]], [line[2], line[1]],
    ])
    let area = PolygonOperations.area(of: whole)
    #expect(abs(area - PolygonOperations.area(of: parts)) < 1e-9 * area)
  }

  @Test func knownShapesHaveKnownAreas() throws {
    var buffer = StreetBuffer()
    let point = PlanarPoint(x: 700_000, y: 6_600_000)
    let disk = try buffer.outline(of: [[point]], radius: 10, quadrantSegments: 256)
    #expect(abs(PolygonOperations.area(of: disk) - 100 * .pi) < 0.01)
    let capsule = try buffer.outline(
      of: [[point, PlanarPoint(x: 700_100, y: 6_600_000)]], radius: 10, quadrantSegments: 256)
    #expect(abs(PolygonOperations.area(of: capsule) - (2000 + 100 * .pi)) < 0.01)
    // A block of 200 m: outside rounded, inside a square of 180.
    let corners = Shapes.box(0, 0, 200, 200).map { PlanarPoint(x: $0.x, y: $0.y) }
    let block = try buffer.outline(of: [corners], radius: 10, quadrantSegments: 256)
    #expect(block.polygons.count == 1)
    #expect(block.polygons[0].holes.count == 1)
    let expected: Double = 48_400 - 400 + 100 * .pi - 32_400
    #expect(abs(PolygonOperations.area(of: block) - expected) < 0.01)
    // An island in the hole of another.
    let island = try buffer.outline(
      of: [corners, [PlanarPoint(x: 100, y: 100)]], radius: 10, quadrantSegments: 8)
    #expect(island.polygons.count == 2)
    #expect(island.polygons.map(\.holes.count).sorted() == [0, 1])
    let fallbacks = buffer.fallbacks
    #expect(fallbacks == 0)
  }

  @Test func nothingGivesNothing() throws {
    var buffer = StreetBuffer()
    #expect(try outline([], &buffer).polygons.isEmpty)
    #expect(try outline([[], []], &buffer).polygons.isEmpty)
    let point = PlanarPoint(x: 1, y: 1)
    #expect(try outline([[], [point, point, point]], &buffer).polygons.count == 1)
  }

  private func outline(
    _ lines: [[PlanarPoint]], _ buffer: inout StreetBuffer
  ) throws -> MultiPolygon {
    try buffer.outline(of: lines)
  }

  @Test func whatIsOutOfBoundsIsRefused() {
    func attempt(_ x: Double, radius: Double = 25, segments: Int = 8) throws {
      var buffer = StreetBuffer()
      _ = try buffer.outline(
        of: [[PlanarPoint(x: x, y: 0), PlanarPoint(x: 10, y: 10)]], radius: radius,
        quadrantSegments: segments)
    }
    for x in [Double.nan, .infinity, -.infinity, 1e300] {
      #expect(throws: GeometryError.self) { try attempt(x) }
    }
    for radius in [0, -1, .nan, .infinity, 1e-9] {
      #expect(throws: GeometryError.self) { try attempt(0, radius: radius) }
    }
    #expect(throws: GeometryError.self) { try attempt(0, segments: 0) }
    #expect(throws: Never.self) { try attempt(0, segments: 1) }
    #expect(throws: Never.self) { try attempt(0, radius: 0.001) }
    // Too far apart for the direct way: the library answers.
    #expect(throws: Never.self) { try attempt(5e6) }
  }

  @Test func severalTasksMayWorkAtOnce() async throws {
    let areas = try await withThrowingTaskGroup(of: Double.self) { group in
      for _ in 0..<4 {
        group.addTask {
          var buffer = StreetBuffer()
          return try (1...UInt64(5)).reduce(0) { sum, seed in
            sum
              + PolygonOperations.area(
                of: try buffer.outline(of: StreetTangle.scatter.lines(seed: seed)))
          }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(areas).count == 1)
  }
}
