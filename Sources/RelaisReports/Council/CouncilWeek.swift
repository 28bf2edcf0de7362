import CoverageEngine
import RelaisGeo
import RelaisWording

/// The council's view of coverage in time: windows, the week.
struct CouncilWeek {
  let inTime: CoverageInTime
  let result: AnalysisResult
  let wording: Wording

  func section() -> ReportDocument.Section {
    .init(
      id: "windows", heading: wording.inTimeHeading,
      blocks: inTime.knowsHours
        ? windows() + [.only(.screen, week())] : [.paragraph(wording.noHours)])
  }

  private func windows() -> [ReportDocument.Block] {
    guard !inTime.windows.isEmpty else { return [] }
    return [
      .paragraph(wording.windowsIntroduction(inTime)),
      .table(table()),
    ]
  }

  private func table() -> Table {
    var table = WindowsTable(inTime: inTime, result: result, wording: wording)
      .table(result.parameters.mainBudget)
    let rows = 9
    if table.rows.count > rows {
      table.onPaper = .init(
        rows: rows, remainder: wording.elsewhere(table.rows.count - rows, "windows.csv"))
    }
    return table
  }

  private func week() -> [ReportDocument.Block] {
    guard let monday = inTime.question.week, inTime.week.count == 168 else { return [] }
    return [
      .paragraph(wording.weekIntroduction(monday)),
      .week(strip(result.parameters.mainBudget)),
      .table(
        WeekTable(
          week: inTime.week, budget: result.parameters.mainBudget,
          caption: wording.weekCaption(monday, result.parameters.mainBudget), wording: wording
        ).table()),
    ]
  }

  private func strip(_ budget: Budget) -> WeekStrip {
    WeekStrip(
      days: Weekday.allCases.map { weekday in
        .init(
          label: wording.shortWeekday(weekday),
          hours: (0..<24).map { hour in
            let bounds = inTime.week[weekday.index * 24 + hour].bounds
            return .init(
              certain: percent(bounds.certain[budget]), possible: percent(bounds.possible[budget]),
              isMarked: isWindow(weekday, hour))
          })
      }, certainLabel: wording.weekCertain, possibleLabel: wording.weekPossible,
      markLabel: wording.weekWindow, ticks: [0, 6, 12, 18, 24].map { wording.clock($0 * 60) })
  }

  private func isWindow(_ weekday: Weekday, _ hour: Int) -> Bool {
    inTime.windows.contains { window in
      window.window.spans.contains {
        $0.weekdays.contains(weekday) && $0.minutes.overlaps(hour * 60..<hour * 60 + 60)
      }
    }
  }

  private func percent(_ summary: BudgetSummary) -> Int {
    Int((summary.streetsShare * 100).rounded())
  }
}
