import RelaisGeo
import RelaisTestSupport
import Testing

@testable import CoverageEngine

/// How many recruits are enough on streets, budget by budget, and what no candidate reaches.
@Suite struct ProspectionCurveTests {
  @Test func everyBudgetHasTheCurveItWouldHaveAlone() throws {
    var town = Town()
    town.street("a", "w", "e", [(0, 0), (900, 0)], name: "Rue A")
    func run(_ budgets: [Double]) throws -> ProspectionResult {
      var prospection = Prospection(
        network: town.network, facilities: [Facility(id: "R", position: Position(x: 0, y: 0))],
        candidates: [100, 350, 500, 800].map {
          Candidate(Facility(id: "C\($0)", position: Position(x: $0, y: 0)))
        }, parameters: try AnalysisParameters(budgets: budgets))
      prospection.tellsEveryBudget = true
      return prospection.run(count: 2)
    }
    let all = try run([100, 200, 50])
    #expect(all.curves.budgets.others.map(\.metres) == [50, 200])
    // Of 900 m at 200 m the relay has 200; C500 adds 400; C350 and C800 add 350 and 300; with C500 nothing is left.
    #expect(
      all.curves[2].recruits.points.map(\.covered) == [200_000, 600_000, 850_000, 900_000])
    for (budget, curve) in all.curves.pairs {
      let alone = try run([budget.metres]).curves
      #expect(alone.count == 1)
      #expect(curve.recruits.points == alone.main.recruits.points)
      #expect(curve.recruits.targets == alone.main.recruits.targets)
      #expect(curve.unreachable.length == alone.main.unreachable.length)
    }
  }

  @Test func whatNoCandidateReachesIsListedByStreet() throws {
    var town = Town()
    town.street("a", "w", "e", [(0, 0), (100, 0)], name: "Rue A")
    town.street("b", "s", "n", [(500, 0), (500, 70)], name: "Rue B")
    var prospection = Prospection(
      network: town.network, facilities: [Facility(id: "R", position: Position(x: 0, y: 0))],
      candidates: [Candidate(Facility(id: "C", position: Position(x: 60, y: 0)))],
      parameters: try AnalysisParameters(budgets: [20]))
    // Of rue A, the relay has 0…20 m, the candidate 40…80 m.
    var result = prospection.run(count: 3)
    let curve = result.curves.main.recruits
    #expect(curve.points.map(\.covered) == [20_000, 60_000])
    #expect(curve.points.map(\.upperBound) == [20_000, 60_000])
    #expect(curve.targets.map(\.found) == [nil, nil, nil])
    #expect(result.curves.main.unreachable.length == Length(metres: 110))
    #expect(curve.unreachableDemand == 110_000)
    #expect(result.curves.main.unreachable.stretches.map(\.street) == ["Rue B", "Rue A", "Rue A"])
    #expect(
      result.curves.main.unreachable.stretches.map(\.length)
        == [Length(metres: 70), Length(metres: 20), Length(metres: 20)])
    // Inside 10…50 m of rue A alone, ten of which the relay has.
    prospection.studyArea = Area(
      id: "town", name: "town",
      shape: MultiPolygon([
        Polygon(shell: [
          Position(x: 10, y: -9), Position(x: 50, y: -9), Position(x: 50, y: 9),
          Position(x: 10, y: 9), Position(x: 10, y: -9),
        ])
      ]))
    result = prospection.run(count: 3)
    #expect(result.curves.main.recruits.points.map(\.covered) == [10_000, 20_000])
    #expect(result.curves.main.unreachable.length == Length(metres: 20))
  }
}
