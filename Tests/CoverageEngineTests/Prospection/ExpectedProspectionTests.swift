import Covering
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// Candidates who say yes by chance, on streets.
@Suite struct ExpectedProspectionTests {
  /// One street of 100 m: A at its west end and B beside it may each say yes, one time in two; C, at the other
  /// end, four times in five, but has little to gain.
  @Test func twoDoorsOfOneStreetMayBeBetterThanTwoStreets() throws {
    var town = Town()
    town.street("a", "w", "e", [(0, 0), (100, 0)])
    town.street("b", "s", "n", [(0, 500), (20, 500)])
    func candidate(_ id: String, _ x: Double, _ y: Double, _ acceptance: Double?) -> Candidate {
      Candidate(Facility(id: id, position: Position(x: x, y: y)), acceptance: acceptance)
    }
    var prospection = Prospection(
      network: town.network, facilities: [],
      candidates: [
        candidate("A", 50, 0, 0.5), candidate("B", 50, 0, 0.5), candidate("C", 10, 500, 0.8),
      ], parameters: try AnalysisParameters(budgets: [60]))
    let result = prospection.run(count: 2)
    #expect(result.list.measure == .expected)
    // Half of 100 m, then half of what is left; C would add 16 m.
    #expect(result.list.recruits.map(\.candidate) == [0, 1])
    #expect(result.list.recruits.map(\.gain) == [50_000, 25_000])
    #expect(result.list.recruits.map(\.gainIfYes) == [100_000, 0])
    #expect(result.list.optimality == Optimality(objective: 75_000, upperBound: 75_000))
    #expect(result.list.gains == [50_000, 50_000, 16_000])
    // How many are enough is asked of those who said yes.
    #expect(result.curves.main.recruits.points.map(\.covered) == [0, 100_000, 120_000])
    prospection.candidates[1].acceptance = 0.1
    #expect(prospection.run(count: 2).list.recruits.map(\.candidate) == [0, 2])
    // Where nothing is known of one, it counts as certain.
    prospection.candidates[1].acceptance = nil
    #expect(prospection.run(count: 2).list.recruits.map(\.candidate) == [1, 2])
  }
}
