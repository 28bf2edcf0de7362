public import CoverageEngine
import RelaisGeo

/// `gaps.csv`: every gap at every budget; where windows were asked for, when each is one, and after
/// them the gaps of the main budget that are gaps in some windows only.
public enum GapsCSV {
  public static func bytes(_ result: AnalysisResult, _ wording: Wording) -> [UInt8] {
    var writer: CSVWriter?
    for budget in result.parameters.budgets {
      let table = GapsTable(
        gaps: result.gaps.filter { $0.budget == budget }, budget: budget, result: result,
        wording: wording
      ).table()
      if writer == nil {
        writer = CSVWriter(
          headers: [wording.budgetHeader] + table.columns.map(\.header)
            + (result.inTime == nil ? [] : [wording.whenHeader, wording.perhapsHeader]))
      }
      let when: [CSVWriter.Cell] = result.inTime == nil ? [] : [.text(wording.always), .empty]
      for row in table.rows {
        writer?.append([.metres(budget)] + row.cells.map { TableCSV.cell($0.value) } + when)
      }
    }
    if let inTime = result.inTime {
      let table = TimedGapsTable(inTime: inTime, result: result, wording: wording)
      for timed in inTime.gaps {
        writer?.append(
          [.metres(timed.gap.budget)]
            + GapsTable.cells(timed.gap, result, wording).map { TableCSV.cell($0.value) }
            + [.text(table.uncovered(timed)), .text(table.uncertain(timed))])
      }
    }
    return writer?.bytes ?? []
  }
}
