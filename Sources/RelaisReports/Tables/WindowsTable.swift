package import CoverageEngine
import RelaisGeo
package import RelaisWording

/// The windows side by side: who is open, and both bounds of what is covered, within one budget.
package struct WindowsTable {
  private let inTime: CoverageInTime
  private let result: AnalysisResult
  private let wording: Wording

  /// - Parameter result: The analysis the windows belong to.
  package init(inTime: CoverageInTime, result: AnalysisResult, wording: Wording) {
    self.inTime = inTime
    self.result = result
    self.wording = wording
  }

  /// A row per window, then one for all relays.
  package func table(_ budget: Budget) -> Table {
    return Table(
      id: "windows-" + budget.slug, caption: wording.windowsCaption(budget),
      columns: wording.windowColumns,
      rows: inTime.windows.enumerated().map {
        row($1, budget, view: FeatureID.view(budget, window: $0))
      } + [reference(budget)])
  }

  private func row(
    _ window: CoverageInTime.Window, _ budget: Budget, view: String
  ) -> Table.Row {
    let isMain = budget == result.parameters.mainBudget
    return Table.Row(
      [
        .text(wording.capitalised(wording.name(window.window))),
        .text(wording.hours(of: window.window)),
        share(window.bounds.certain[budget]), share(window.bounds.possible[budget]),
        wording.integerCell(window.states.count { $0 == .open }),
        wording.integerCell(window.states.count { $0 == .unknown }),
        isMain ? wording.integerCell(window.gaps.count) : .text(""),
        isMain ? wording.kilometresCell(window.gaps.length) : .text(""),
        wording.integerCell(window.days),
      ], target: inTime.knowsHours ? view : nil)
  }

  /// What the windows are held against: every relay counted, whatever its hours.
  private func reference(_ budget: Budget) -> Table.Row {
    let share = share(result[budget].summary)
    return Table.Row([
      .text(wording.capitalised(wording.allRelays)), .text(""), share, share,
      wording.integerCell(result.facilities.count), .text(""), .text(""), .text(""), .text(""),
    ])
  }

  private func share(_ summary: BudgetSummary) -> Table.Cell {
    wording.shareCell(summary.streets > .zero ? summary.streetsShare : nil)
  }
}
