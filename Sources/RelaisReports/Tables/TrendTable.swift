package import CoverageEngine
import RelaisGeo
package import RelaisWording

/// The points of a trend, in time, and what it says of the two effects.
package struct TrendTable {
  private let trend: Trend
  private let main: Budget
  private let wording: Wording

  /// - Parameter main: The main budget, whose share past runs are shown for.
  package init(trend: Trend, main: Budget, wording: Wording) {
    self.trend = trend
    self.main = main
    self.wording = wording
  }

  /// A row per point: relays, shares on today's streets, and the share a run of that time had
  /// found.
  package func points() -> Table {
    let budgets = trend.points.last.map { Array($0.figures.budgets) } ?? []
    return Table(
      id: "trend-table", caption: wording.trendCaption,
      columns: wording.trendColumns(budgets, main: main),
      rows: trend.points.map { point in
        let recorded = point.recorded.flatMap { $0.figures(Budgets(main)) }?.main
        return Table.Row(
          [
            Table.Cell(wording.date(point.day), .text(point.day.iso)),
            wording.integerCell(point.relays),
          ] + point.figures.map { wording.shareCell($0.streets > .zero ? $0.share : nil) }
            + [wording.shareCell(recorded.map(\.share))])
      })
  }
}
