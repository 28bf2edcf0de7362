import CoverageEngine
import RelaisGeo
import RelaisTestSupport
import Testing

/// The relays nearest on foot to the middle of each street, worked out by hand.
@Suite struct StreetSpotsTests {
  private func result() throws -> AnalysisResult {
    var town = Town()
    town.street("a", "w", "m", [(0, 0), (200, 0)], name: "Rue A")
    town.street("b", "m", "e", [(200, 0), (400, 0)], name: "Rue A")
    town.street("c", "m", "n", [(200, 0), (200, 100)], name: "Rue B")
    town.street("d", "x", "y", [(0, 900), (50, 900)], name: "Île")
    town.street("f", "e", "z", [(400, 0), (500, 0)], name: "Sentier", isDemand: false)
    town.street("g", "e", "v", [(400, 0), (400, 20)])
    return CoverageAnalysis(
      network: NetworkBuilder.network(of: town.sections),
      facilities: [
        Facility(id: "near", position: Position(x: 50, y: 10)),
        Facility(id: "end", position: Position(x: 430, y: -30)),
        Facility(id: "lost", position: Position(x: 2000, y: 2000)),
      ], parameters: try AnalysisParameters(budgets: [300])
    ).run(.everything)
  }

  @Test func everyNamedStreetKnowsTheWalkToItsNearestRelays() throws {
    let spots = try result().streetSpots(nearest: 2, within: Length(metres: 1000))
    // A path is no street, and one without a name cannot be asked for.
    #expect(spots.map(\.name) == ["Rue A", "Rue B", "Île"])
    // Both halves of rue A are as near to its middle: the first counts.
    #expect(spots[0].position == Position(x: 100, y: 0))
    #expect(spots[0].nearest.map(\.facility) == [0, 1])
    // On the same edge: 50 m along it, 10 m of connector. The other: 30 + 30 + 300 m.
    #expect(spots[0].nearest.map(\.length.millimetres) == [60_000, 360_000])
    #expect(spots[1].position == Position(x: 200, y: 50))
    #expect(spots[1].nearest.map(\.length.millimetres) == [210_000, 310_000])
    #expect(spots[2].nearest.isEmpty)
  }

  @Test func walksBeyondTheReachAndRelaysBeyondTheCountAreNotTold() throws {
    let result = try result()
    #expect(
      result.streetSpots(nearest: 2, within: Length(metres: 310)).map(\.nearest.count) == [1, 2, 0])
    #expect(
      result.streetSpots(nearest: 1, within: Length(metres: 1000)).map {
        $0.nearest.map(\.facility)
      }
        == [[0], [0], []])
  }
}
