package import CoverageEngine
import RelaisFormats
import RelaisGeo
package import RelaisWording

/// `changes.csv`: every stretch gained and lost between two days, at every budget; what it lists adds
/// up to what relays changed.
package enum ChangesCSV {
  /// Rows by budget, gained stretches first, then the longest.
  package static func bytes(
    _ change: CoverageChange, of result: AnalysisResult, _ wording: Wording
  ) -> [UInt8] {
    let table = ChangesTable(change: change, result: result, wording: wording)
    var writer = CSVWriter(
      headers: [wording.sinceHeader, wording.budgetHeader]
        + wording.changeColumns.map(\.header))
    for budget in result.parameters.budgets {
      for row in table.table(budget).rows {
        writer.append(
          [.text(change.since.iso), .metres(budget.length)]
            + row.cells.map { TableCSV.cell($0.value) })
      }
    }
    return writer.bytes
  }
}
