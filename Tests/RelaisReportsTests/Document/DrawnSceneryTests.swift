import RelaisGeo
import Testing

@testable import RelaisReports

@Suite struct DrawnSceneryTests {
  /// A square of five points.
  private func square(_ side: Double, _ kind: Scenery.Area.Kind) -> DrawnScenery.Area {
    let corners = [(0, 0), (side, 0), (side, side), (0, side), (0, 0)]
    return DrawnScenery.Area(
      kind: kind, name: nil, rings: [corners.map { PlanePoint(x: $0.0, y: $0.1) }])
  }

  /// The small one first; together twelve points.
  private var drawn: DrawnScenery {
    var drawn = DrawnScenery()
    drawn.areas = [square(10, .green), square(100, .water)]
    drawn.lines = [
      DrawnScenery.Line(
        kind: .railway, name: nil, path: [PlanePoint(x: 0, y: 0), PlanePoint(x: 150, y: 0)])
    ]
    return drawn
  }

  @Test(arguments: [
    // Points, kinds of areas that stay, lines that stay.
    (12, ["green", "water"], 1), (11, ["water"], 1), (7, ["water"], 1), (6, ["water"], 0),
    (4, [], 1), (1, [], 0),
  ])
  func theLargestStayWithinSomePoints(limit: Int, areas: [String], lines: Int) {
    let kept = drawn.largest(points: limit)
    #expect(kept.areas.map { "\($0.kind)" } == areas)
    #expect(kept.lines.count == lines)
  }

  @Test func ofTwoAsLargeTheFirstStays() {
    var drawn = DrawnScenery()
    drawn.areas = [square(10, .green), square(10, .water)]
    #expect(drawn.largest(points: 5).areas.map { "\($0.kind)" } == ["green"])
  }
}
