package import CoverageEngine
import RelaisGeo
package import RelaisWording

/// The week hour by hour: hours as rows, days as columns, both bounds in each cell.
///
/// Hours in a row that say the same on every day are one row: most nights.
package struct WeekTable {
  private let week: [CoverageInTime.Hour]
  private let budget: Budget
  private let caption: String
  private let wording: Wording

  /// - Parameters:
  ///   - week: 168 hours from a Monday at midnight.
  ///   - budget: Its index.
  package init(week: [CoverageInTime.Hour], budget: Budget, caption: String, wording: Wording) {
    self.week = week
    self.budget = budget
    self.caption = caption
    self.wording = wording
  }

  /// The rows are hours, the columns days from Monday.
  package func table() -> Table {
    var rows: [(hours: Range<Int>, cells: [String])] = []
    for hour in 0..<24 {
      let cells = Weekday.allCases.map { cell(week[$0.index * 24 + hour]) }
      if let last = rows.last, last.cells == cells {
        rows[rows.count - 1].hours = last.hours.lowerBound..<hour + 1
      } else {
        rows.append((hour..<hour + 1, cells))
      }
    }
    return Table(
      id: "week-table", caption: caption,
      columns: [.init(wording.hourColumn, namesRow: true)]
        + Weekday.allCases.map { .init(wording.capitalised(wording.weekday($0)), kind: .number) },
      rows: rows.map { hours, cells in
        Table.Row(
          [.text(wording.hours(from: hours.lowerBound, to: hours.upperBound))]
            + cells.map { .text($0) })
      })
  }

  private func cell(_ hour: CoverageInTime.Hour) -> String {
    wording.bounds(
      hour.bounds.certain[budget].streetsShare, hour.bounds.possible[budget].streetsShare)
  }
}
