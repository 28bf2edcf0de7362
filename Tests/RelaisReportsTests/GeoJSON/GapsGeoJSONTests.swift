import CoverageEngine
import RelaisGeo
import RelaisWording
import Testing

@testable import RelaisReports

@Suite struct GapsGeoJSONTests {
  @Test func everyGapIsALineWithItsFigures() throws {
    let json = try object(GapsGeoJSON.bytes(try HandTown.result(), Wording(.french)))
    let features = try json.list("features")
    #expect(features.count == 2)
    let first = try features[0].object("properties")
    #expect(try first.number("distance_m") == 150 && first.number("rank") == 1)
    #expect(try first.number("length_m") == 150 && first.number("worst_distance_m") == 300)
    #expect(first.text("street") == "Rue A" && first.text("nearest_relay") == "R0")
    #expect(first.text("district") == "Est")
    let lines = try #require(
      try features[0].object("geometry")["coordinates"] as? [[[Double]]])
    #expect(Set(lines[0]) == [[250, 0], [400, 0]])
    let second = try #require(
      try features[1].object("geometry")["coordinates"] as? [[[Double]]])
    #expect(Set(second[0]) == [[200, 50], [200, 100]])
  }

  @Test func roundsAreAWayAndItsDoors() throws {
    let result = try HandTown.result()
    let doors = DoorTeller(HandTown.visits(result), result, routes: nil, Wording(.french))
    let features = try object(RoundsGeoJSON.bytes(doors, ground: .plane)).list("features")
    #expect(features.count == 3)
    let round = try features[0].object("properties")
    // From the crossing to either door and back, 100 m each time.
    #expect(try round.number("doors") == 2 && round.number("walk_m") == 400)
    let ids = try features.dropFirst().map { try $0.object("properties").text("id") }
    #expect(Set(ids) == ["C1", "C2"])
    #expect(
      try features.dropFirst().map { try $0.object("properties").number("walk_m") } == [100, 200])
  }
}
