package import CoverageEngine
import RelaisFormats
import RelaisGeo
package import RelaisWording

/// `gaps_by_window.csv`: the gaps of the main budget that are gaps in some windows only, and when.
///
/// Apart from `gaps.csv`, as a stretch may lie in one gap of the morning and another of the evening.
package enum TimedGapsCSV {
  /// Longest first, with the windows each is a gap in, for certain and perhaps.
  package static func bytes(
    _ inTime: CoverageInTime, of result: AnalysisResult, _ wording: Wording
  ) -> [UInt8] {
    let budget = result.parameters.mainBudget
    let headers = GapsTable(gaps: [], budget: budget, result: result, wording: wording)
      .table().columns.map(\.header)
    var writer = CSVWriter(
      headers: [wording.budgetHeader] + headers + [wording.whenHeader, wording.perhapsHeader]
        + (result.communes.isEmpty ? [] : [wording.communeCodeHeader])
        + (result.network.reading == nil ? [] : [wording.overHeader]))
    let table = TimedGapsTable(inTime: inTime, result: result, wording: wording)
    for timed in inTime.gaps {
      writer.append(
        [.metres(timed.gap.budget.length)]
          + GapsTable.cells(timed.gap, result, wording).map { TableCSV.cell($0.value) }
          + [.text(table.uncovered(timed)), .text(table.uncertain(timed))]
          + (result.communes.isEmpty ? [] : [.text(timed.gap.commune?.code ?? "")])
          + (result.network.reading == nil
            ? [] : [timed.gap.worstIsOver ? .integer(1) : .empty]))
    }
    return writer.bytes
  }
}
