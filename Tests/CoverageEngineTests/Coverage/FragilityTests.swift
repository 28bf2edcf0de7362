import RelaisGeo
import RelaisTestSupport
import Testing

@testable import CoverageEngine

@Suite struct FragilityTests {
  private func run(
    _ town: Town, _ relays: [(Double, Double)], budget: Double, area: MultiPolygon? = nil
  ) throws -> AnalysisResult {
    var analysis = try CoverageAnalysis(
      town: town, relays: relays, budgets: [budget * 2, budget], maximumSnap: 2)
    analysis.studyArea = area.map { Area(id: "a", name: "a", shape: $0) }
    return analysis.run(.everything)
  }

  /// 100 m of street, relays at 20 and 60 m, each reaching 30 m either way.
  @Test func whatOneRelayAloneCoversIsLostWithIt() throws {
    var town = Town()
    town.street("a", "u", "v", [(0, 0), (100, 0)])
    town.street("b", "v", "w", [(100, 0), (100, 500)], isDemand: false)
    let result = try run(town, [(20, 0), (60, 0), (20, 400)], budget: 15)
    let fragility = try #require(result.fragility)
    #expect(fragility.losses.map(\.metres) == [30, 40, 0])
    #expect(fragility.onlyOne.metres == 70)
    #expect(fragility.toKeep == [1])
  }

  @Test func theFewestThatMakeUpHalfAreTheOnesToKeep() {
    func kept(_ metres: [Double]) -> [Int] {
      let losses = metres.map { Length(metres: $0) }
      return Fragility(losses: losses, onlyOne: losses.reduce(.zero, +)).toKeep
    }
    #expect(kept([10, 50, 20, 40]) == [1, 3])
    #expect(kept([30, 30, 30]) == [0, 1])
    #expect(kept([0, 0]) == [])
    #expect(kept([0, 7]) == [1])
  }

  /// Leaving a relay out and computing everything again.
  @Test(arguments: 0..<150 as Range<UInt64>)
  func lossesAreThoseOfARunWithoutTheRelay(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let town = Town.random(&random)
    let relays = (0..<Int.random(in: 0...5, using: &random)).map { _ in
      (
        Double(Int.random(in: -1000...13_000, using: &random)) / 1000,
        Double(Int.random(in: -1...13, using: &random))
      )
    }
    let budget = Double(Int.random(in: 1...9000, using: &random)) / 1000
    let corners = [(1.3, 0.7), (11.2, 2.1), (9.4, 10.9), (0.2, 8.8), (1.3, 0.7)]
    let area =
      Bool.random(using: &random)
      ? MultiPolygon([Polygon(shell: corners.map { Position(x: $0.0, y: $0.1) }, holes: [])]) : nil
    let all = try run(town, relays, budget: budget, area: area)
    let fragility = try #require(all.fragility)
    let main = try #require(all.parameters.budgets.firstIndex(of: all.parameters.mainBudget))
    for relay in relays.indices {
      var others = relays
      others.remove(at: relay)
      let without = try run(town, others, budget: budget, area: area)
      let lost =
        all.summaries[main].streetsCovered - without.summaries[main].streetsCovered
      #expect(fragility.losses[relay] == lost, "seed \(seed), relay \(relay)")
    }
    #expect(fragility.onlyOne == fragility.losses.reduce(.zero, +))
  }
}
