import CoverageEngine
import RelaisGeo
import Testing

/// What is asked of a walk, and how files and readers call it.
@Suite struct BudgetTests {
  @Test(arguments: [
    (300.0, "300", "300", 0), (212.5, "212-500", "212.5", 1), (212.05, "212-50", "212.05", 2),
    (0.001, "0-1", "0.001", 3), (0, "0", "0", 0),
  ])
  func filesAndReadersCallItByItsMetres(
    metres: Double, slug: String, key: String, decimals: Int
  ) throws {
    let budget = try Budget(metres: metres)
    #expect(budget.slug == slug && budget.key == key)
    #expect(budget.title.decimals == decimals && budget.title.length == Length(metres: metres))
  }

  @Test(arguments: [-0.001, 2_000_000.001, .nan, .infinity])
  func outOfRangeItIsRefused(metres: Double) {
    #expect(throws: AnalysisParameters.Invalid.self) { try Budget(metres: metres) }
    #expect(throws: AnalysisParameters.Invalid.self) { try Budgets(metres: [300, metres]) }
  }

  @Test func severalAreInOrderAndTheFirstIsTheMainOne() throws {
    let budgets = try Budgets(metres: [500, 300, 500, 700])
    #expect(budgets.map(\.metres) == [300, 500, 700])
    #expect(budgets.main.metres == 500 && budgets.farthest.metres == 700)
    #expect(budgets.mainFirst.map(\.metres) == [500, 300, 700])
    #expect(throws: AnalysisParameters.Invalid.noBudget) { try Budgets(metres: []) }
    #expect(Budgets.standard.map(\.metres) == [300, 500])
    #expect(Budgets.standard.main.metres == 300)
  }

  @Test func eachValueIsAskedForByItsBudget() throws {
    let values = PerBudget(try Budgets(metres: [500, 300])) { $0.metres }
    #expect(values.main == 500 && Array(values) == [300, 500])
    #expect(values[try Budget(metres: 300)] == 300)
    #expect(values.mapValues { -$0 }.main == -500)
  }
}
