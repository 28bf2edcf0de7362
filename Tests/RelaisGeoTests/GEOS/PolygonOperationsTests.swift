import Foundation
import RelaisGeo
import Testing

@Suite struct PolygonOperationsTests {
  let holed = MultiPolygon([
    Polygon(shell: Shapes.box(0, 0, 10, 10), holes: [Shapes.box(4, 4, 6, 6)])
  ])

  @Test func areaLeavesOutHoles() {
    #expect(PolygonOperations.area(of: holed) == 96)
    #expect(PolygonOperations.area(of: MultiPolygon([])) == 0)
    let far = MultiPolygon([
      Polygon(shell: Shapes.box(934_000, 6_848_000, 934_001, 6_848_001).reversed())
    ])
    #expect(PolygonOperations.area(of: far) == 1)
  }

  @Test func unionCountsSharedGroundOnce() throws {
    let union = try PolygonOperations.union(of: [
      Shapes.area(Shapes.box(0, 0, 2, 2)), Shapes.area(Shapes.box(1, 0, 3, 2)),
    ])
    #expect(union.polygons.count == 1)
    #expect(PolygonOperations.area(of: union) == 6)
    #expect(try PolygonOperations.union(of: []).polygons.isEmpty)
    #expect(try PolygonOperations.union(of: [MultiPolygon([])]).polygons.isEmpty)
  }

  @Test func intersectionAndDifferenceShareOutTheArea() throws {
    let cut = Shapes.area(Shapes.box(5, -1, 20, 11))
    let inside = try PolygonOperations.intersection(of: holed, and: cut)
    let outside = try PolygonOperations.difference(of: holed, less: cut)
    #expect(PolygonOperations.area(of: inside) == 48)
    #expect(PolygonOperations.area(of: outside) == 48)
    let touching = try PolygonOperations.intersection(
      of: holed, and: Shapes.area(Shapes.box(10, 0, 12, 10)))
    #expect(touching.polygons.isEmpty)
  }

  @Test func resultsTurnCounterclockwiseWithClockwiseHoles() throws {
    let turned = MultiPolygon([
      Polygon(shell: holed.polygons[0].shell.reversed(), holes: holed.polygons[0].holes)
    ])
    let union = try PolygonOperations.union(of: [turned])
    let polygon = try #require(union.polygons.first)
    #expect(turns(polygon.shell) > 0)
    #expect(polygon.holes.count == 1)
    #expect(turns(polygon.holes[0]) < 0)
  }

  private func turns(_ ring: [Position]) -> Double {
    zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
  }

  @Test func bordersBelongToTheArea() throws {
    let places = [
      Position(x: 1, y: 1), Position(x: 0, y: 5), Position(x: 10, y: 10), Position(x: 4, y: 5),
      Position(x: 5, y: 5), Position(x: 11, y: 5), Position(x: .nan, y: 5),
      Position(x: 5, y: .infinity),
    ]
    #expect(
      try PolygonOperations.contains(holed, places)
        == [true, true, true, true, false, false, false, false])
    #expect(try PolygonOperations.contains(MultiPolygon([]), places).allSatisfy { !$0 })
  }

  @Test func bufferGrowsByTheDistance() throws {
    let grown = try PolygonOperations.buffer(
      of: Shapes.area(Shapes.box(0, 0, 10, 10)), by: 1, quadrantSegments: 64)
    #expect(abs(PolygonOperations.area(of: grown) - (140 + Double.pi)) < 0.001)
    let gone = try PolygonOperations.buffer(of: Shapes.area(Shapes.box(0, 0, 10, 10)), by: -6)
    #expect(gone.polygons.isEmpty)
    #expect(throws: GeometryError.self) { try PolygonOperations.buffer(of: holed, by: .nan) }
    #expect(throws: GeometryError.outOfRange(what: "quadrant segments", value: 0)) {
      try PolygonOperations.buffer(of: holed, by: 1, quadrantSegments: 0)
    }
  }

  @Test func circleLiesOnTheRadius() throws {
    let centre = Position(x: 934_000, y: 6_848_000)
    let circle = try PolygonOperations.circle(around: centre, radius: 300, segments: 128)
    #expect(circle.shell.count == 129)
    #expect(circle.shell.first == circle.shell.last)
    for corner in circle.shell {
      #expect(abs(Ground.plane.length(from: centre, to: corner) - 300) < 1e-6)
    }
    for bad in [0, -1, .nan, .infinity] {
      #expect(throws: GeometryError.self) {
        try PolygonOperations.circle(around: centre, radius: bad)
      }
    }
    #expect(throws: GeometryError.self) {
      try PolygonOperations.circle(around: centre, radius: 1, segments: 2)
    }
  }
}
