package import CoverageEngine
import RelaisFormats
import RelaisGeo
package import RelaisWording

/// `windows.csv`: the windows at every budget.
package enum WindowsCSV {
  /// Budget by budget, the windows in their order, then all relays.
  package static func bytes(
    _ inTime: CoverageInTime, _ result: AnalysisResult, _ wording: Wording
  ) -> [UInt8] {
    let tables = result.parameters.budgets.map { budget in
      (budget, WindowsTable(inTime: inTime, result: result, wording: wording).table(budget))
    }
    var writer = CSVWriter(
      headers: [wording.budgetHeader] + (tables.first?.1.columns.map(\.header) ?? []))
    for (budget, table) in tables {
      for row in table.rows {
        writer.append([.metres(budget.length)] + row.cells.map { TableCSV.cell($0.value) })
      }
    }
    return writer.bytes
  }
}
