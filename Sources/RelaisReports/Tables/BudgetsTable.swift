package import CoverageEngine
import RelaisGeo
package import RelaisWording

/// What is covered within each budget, on foot and as circles would claim it.
package struct BudgetsTable {
  private let result: AnalysisResult
  private let wording: Wording

  /// - Parameter result: Its summaries are the rows.
  package init(result: AnalysisResult, wording: Wording) {
    self.result = result
    self.wording = wording
  }

  /// A row per budget, in the order of the parameters.
  package func table() -> Table {
    Table(
      id: "budgets-table", caption: wording.budgetsCaption, columns: wording.budgetColumns,
      rows: result.summaries.map(row))
  }

  private func row(_ summary: BudgetSummary) -> Table.Row {
    let hasStreets = summary.streets > .zero
    let walked = hasStreets ? summary.streetsShare : nil
    let circles = hasStreets ? summary.circlesShare : nil
    return Table.Row([
      Table.Cell(
        wording.exactMetres(summary.budget.length), .decimal(summary.budget.metres, places: 0)),
      wording.kilometresCell(summary.streets),
      wording.kilometresCell(summary.streetsCovered),
      wording.shareCell(walked),
      wording.shareCell(circles),
      difference(walked, circles),
    ])
  }

  /// The difference of the percentages as printed, so that the row adds up for its reader.
  private func difference(_ walked: Double?, _ circles: Double?) -> Table.Cell {
    guard let walked, let circles else { return Table.Cell("—", .empty) }
    let points = wording.roundedPercent(circles) - wording.roundedPercent(walked)
    let sign = points >= 0.05 ? "+" : ""
    return Table.Cell(
      sign + wording.decimal(points, places: 1), .decimal((circles - walked) * 100, places: 2))
  }
}
