package import CoverageEngine
import RelaisFormats
import RelaisGeo
package import RelaisWording

/// `gaps.csv`: every gap at every budget, and where windows were asked for, that it always is one;
/// what it lists adds up to what is uncovered. The last column marks distances that are over what stands there, where
/// streets were read to an area.
package enum GapsCSV {
  /// - Parameter routes: The ways to school; with them every gap has its children and schools.
  package static func bytes(
    _ result: AnalysisResult, routes: RoutePlan? = nil, _ wording: Wording
  ) -> [UInt8] {
    var writer: CSVWriter?
    let isListed = !result.communes.isEmpty
    let isRead = result.network.reading != nil
    let when: [CSVWriter.Cell] = result.inTime == nil ? [] : [.text(wording.always)]
    for budget in result.parameters.budgets {
      let table = GapsTable(
        gaps: result[budget].gaps, budget: budget, result: result,
        routes: routes, wording: wording
      ).table()
      if writer == nil {
        writer = CSVWriter(
          headers: [wording.budgetHeader] + table.columns.map(\.header)
            + (when.isEmpty ? [] : [wording.whenHeader])
            + (isListed ? [wording.communeCodeHeader] : [])
            + (isRead ? [wording.overHeader] : []))
      }
      for (gap, row) in zip(result[budget].gaps.ranked, table.rows) {
        let cells = [.metres(budget.length)] + row.cells.map { TableCSV.cell($0.value) } + when
        writer?.append(
          cells + (isListed ? [.text(gap.commune?.code ?? "")] : [])
            + (isRead ? [gap.worstIsOver ? .integer(1) : .empty] : []))
      }
    }
    return writer?.bytes ?? []
  }
}
