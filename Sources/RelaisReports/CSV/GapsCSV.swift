public import CoverageEngine
import RelaisGeo

/// `gaps.csv`: every gap at every budget.
public enum GapsCSV {
  public static func bytes(
    _ result: AnalysisResult, routes: RoutePlan? = nil, _ wording: Wording
  ) -> [UInt8] {
    var writer: CSVWriter?
    for budget in result.parameters.budgets {
      let table = GapsTable(
        gaps: result.gaps.filter { $0.budget == budget }, budget: budget, result: result,
        routes: routes, wording: wording
      ).table()
      if writer == nil {
        writer = CSVWriter(headers: [wording.budgetHeader] + table.columns.map(\.header))
      }
      for row in table.rows {
        writer?.append([.metres(budget)] + row.cells.map { TableCSV.cell($0.value) })
      }
    }
    return writer?.bytes ?? []
  }
}
