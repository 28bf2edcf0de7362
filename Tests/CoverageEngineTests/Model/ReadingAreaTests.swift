import CoverageEngine
import RelaisGeo
import RelaisTestSupport
import Testing

@Suite struct ReadingAreaTests {
  private let core = Envelope(minX: 6.10, minY: 48.60, maxX: 6.20, maxY: 48.70)

  @Test func theReachIsTheLargestOfBudgetWalkAndTwoKilometres() {
    func reach(_ budget: Double, _ walk: Double) -> Length {
      ReadingArea(
        around: core, budget: Length(metres: budget), walk: Length(metres: walk), on: .ellipsoid
      ).reach
    }
    #expect(reach(500, 0) == Length(metres: 2000))
    #expect(reach(500, 3000) == Length(metres: 3000))
    #expect(reach(4500, 3000) == Length(metres: 4500))
  }

  @Test func onAPlaneTheBoxIsWiderByTheReachAndAThousandth() {
    let area = ReadingArea(
      around: Envelope(minX: 0, minY: 0, maxX: 100, maxY: 50), budget: Length(metres: 300),
      on: .plane)
    for (side, expected) in [
      (area.box.minX, -2002.0), (area.box.minY, -2002), (area.box.maxX, 2102),
      (area.box.maxY, 2052),
    ] {
      #expect(abs(side - expected) < 1e-6)
    }
    #expect(area.inner.maxX > 400 && area.inner.maxX < 400.5)
  }

  /// Wherever a box lies, no walk as long as the reach leaves it.
  @Test(arguments: [-70.0, -21.1, 0, 14.6, 48.7, 69.9])
  func noWalkWithinTheReachLeavesTheBox(latitude: Double) {
    let core = Envelope(
      minX: 6, minY: latitude, maxX: 6.4, maxY: latitude + 0.3)
    let area = ReadingArea(around: core, budget: Length(metres: 500), on: .ellipsoid)
    for x in stride(from: core.minX, through: core.maxX, by: 0.05) {
      for y in stride(from: core.minY, through: core.maxY, by: 0.05) {
        let from = Position(x: x, y: y)
        for to in [
          Position(x: area.box.minX, y: y), Position(x: area.box.maxX, y: y),
          Position(x: x, y: area.box.minY), Position(x: x, y: area.box.maxY),
        ] {
          #expect(Ground.ellipsoid.length(from: from, to: to) > 2000)
        }
      }
    }
    // And it is not much too large.
    let west = Position(x: core.minX, y: core.maxY)
    #expect(
      Ground.ellipsoid.length(from: west, to: Position(x: area.box.minX, y: core.maxY)) < 2100)
  }

  @Test func theBoxStaysOnTheEarth() {
    let pole = Envelope(minX: 170, minY: 89.99, maxX: 179.99, maxY: 90)
    let area = ReadingArea(around: pole, budget: Length(metres: 500), on: .ellipsoid)
    #expect(area.box.maxY == 90 && area.box.minX >= -180 && area.box.maxX <= 180)
  }
}
