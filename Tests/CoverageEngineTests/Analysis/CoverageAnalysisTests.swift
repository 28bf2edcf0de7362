import RelaisGeo
import RelaisTestSupport
import Testing

@testable import CoverageEngine

@Suite struct CoverageAnalysisTests {
  @Test func askedForGapsItTellsAllButCircles() throws {
    var town = Town()
    town.street("a", "p", "q", [(0, 0), (300, 0)], name: "rue A")
    town.street("b", "q", "r", [(300, 0), (300, 200)], name: "rue B")
    let analysis = try CoverageAnalysis(town: town, relays: [(0, 0), (280, 0)], budgets: [50, 90])
    let everything = analysis.run(.everything)
    let gaps = analysis.run(.gaps)
    #expect(!gaps.gaps.isEmpty && gaps.gaps == everything.gaps)
    #expect(gaps.findings == everything.findings)
    #expect(gaps.fragility == everything.fragility)
    #expect(everything.summaries.allSatisfy { $0.streetsInCircles > .zero })
    let summaries = everything.summaries.mapValues { summary in
      var summary = summary
      summary.streetsInCircles = .zero
      return summary
    }
    #expect(gaps.summaries == summaries)
    // At one distance the same is told of it.
    var main = analysis
    main.parameters = analysis.parameters.ofMainBudget
    #expect(main.parameters.budgets == Budgets(Budget(Length(metres: 50))))
    #expect(main.run(.gaps).gaps == gaps.gaps.filter { $0.budget.length == Length(metres: 50) })
  }
}
