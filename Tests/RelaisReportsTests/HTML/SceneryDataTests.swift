import Foundation
import RelaisFormats
import RelaisGeo
import Testing

@testable import RelaisReports

@Suite struct SceneryDataTests {
  private func square(_ side: Double, at x: Double, _ y: Double) -> [PlanePoint] {
    [(0.0, 0.0), (1, 0), (1, 1), (0, 1), (0, 0)]
      .map { PlanePoint(x: x + $0.0 * side, y: y + $0.1 * side) }
  }

  private func json(_ scenery: DrawnScenery, budget: Int) throws -> [String: Any] {
    let map = Map(
      id: "m", title: "", summary: "", outlines: [],
      background: .init(style: .walkable, label: "", lines: []), views: [], points: [])
    let drawing = MapDrawing(map, and: square(1000, at: 0, 0))
    var json = JSONWriter()
    SceneryData(scenery, drawing, budget: budget).write(to: &json)
    return try #require(
      try JSONSerialization.jsonObject(with: Data(json.finish())) as? [String: Any])
  }

  private func kinds(_ json: [String: Any]) -> [String] {
    (json["areas"] as? [[String: Any]] ?? []).compactMap { $0["kind"] as? String }
  }

  @Test func housesGiveWayBeforeWaterAndTheSmallestOfThemFirst() throws {
    var scenery = DrawnScenery()
    scenery.areas = (0..<100).map { number in
      .init(
        kind: .building, rings: [square(Double(5 + number % 10), at: Double(number * 9), 0)])
    }
    scenery.areas.append(.init(kind: .water, name: "Étang", rings: [square(200, at: 0, 500)]))
    let whole = try json(scenery, budget: 100_000)
    #expect(kinds(whole) == ["water", "building"])
    let little = try json(scenery, budget: 300)
    #expect(kinds(little) == ["water", "building"])
    func bytes(_ json: [String: Any]) -> Int {
      (json["areas"] as? [[String: Any]] ?? []).reduce(0) {
        $0 + (($1["lines"] as? String) ?? "").count
      }
    }
    #expect(bytes(little) <= 300 && bytes(little) > 50 && bytes(whole) > 1000)
    #expect(kinds(try json(scenery, budget: 30)) == ["water"])
    #expect((whole["names"] as? [[Any]])?.first?.first as? String == "Étang")
  }

  @Test func whatNobodySeesIsLeftOut() throws {
    var scenery = DrawnScenery()
    scenery.areas = [
      .init(kind: .building, rings: [square(3, at: 0, 0)]),
      .init(kind: .green, rings: [square(7, at: 50, 0)]),
    ]
    #expect(kinds(try json(scenery, budget: 1000)).isEmpty)
  }

  @Test func theSameSceneryGivesTheSameBytes() throws {
    var scenery = DrawnScenery()
    scenery.areas = (0..<50).map {
      .init(kind: .green, name: "Parc \($0)", rings: [square(20, at: Double($0) * 20, 0)])
    }
    let first = try json(scenery, budget: 600) as NSDictionary
    #expect(first == (try json(scenery, budget: 600)) as NSDictionary)
  }
}
