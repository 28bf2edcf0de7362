import Testing

@testable import RelaisReports

@Suite struct MapDrawingTests {
  private func drawing() -> MapDrawing {
    let line = Map.Line(
      path: [PlanePoint(x: 0, y: 0), PlanePoint(x: 100, y: 100)], name: nil, length: 141)
    let layer = Map.LineLayer(style: .walkable, label: "", lines: [line])
    return MapDrawing(
      Map(
        id: "m", title: "", summary: "", outlines: [], background: layer, views: [], points: []))
  }

  private func data(_ lines: [[PlanePoint]]) -> String {
    var bytes: [UInt8] = []
    drawing().pathData(lines, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func northIsUpAndUnitsAreDecimetres() {
    #expect(drawing().point(PlanePoint(x: 0, y: 100)) == (20, 20))
    #expect(drawing().point(PlanePoint(x: 100, y: 0)) == (1020, 1020))
  }

  @Test func stepsAreRelativeAndNeverDrift() {
    let steps = (0...1000).map { PlanePoint(x: Double($0) * 0.14, y: 0) }
    let path = data([steps])
    let numbers = path.dropFirst().split(separator: " ").compactMap { Int($0) }
    let x = stride(from: 0, to: numbers.count, by: 2).reduce(0) { $0 + numbers[$1] }
    #expect(x == drawing().point(steps[1000]).x)
  }

  @Test func verticesNoEyeMissesAreLeftOut() {
    func points(_ y: Double) -> [PlanePoint] {
      [PlanePoint(x: 0, y: 0), PlanePoint(x: 50, y: y), PlanePoint(x: 100, y: 0)]
    }
    // Three decimetres off the line is not seen, four is; ends stay where they are.
    #expect(data([points(0.3)]) == "m20 1020 1000 0")
    #expect(data([points(0.4)]) == "m20 1020 500-4 500 4")
    // A loop ends where it began, and still has its way.
    let loop = [(0.0, 0.0), (50, 0), (50, 50), (0, 0)].map { PlanePoint(x: $0.0, y: $0.1) }
    #expect(data([loop]) == "m20 1020 500 0 0-500-500 500")
  }

  @Test func aLineOfNoLengthOrBrokenNumbersStillHasItsPlace() {
    let here = PlanePoint(x: 0, y: 100)
    #expect(data([[here, here]]) == "m20 20 0 0")
    #expect(data([[]]) == "m0 0 0 0")
    #expect(data([[here], [PlanePoint(x: .nan, y: 0), here]]).count { $0 == "m" } == 2)
  }
}
