import CoverageEngine
import RelaisGeo
import RelaisWording

/// How coverage moved over the quarters, and what changed since the last report.
struct CouncilTrend {
  let trend: Trend
  let budget: Budget
  let wording: Wording

  /// What the first screen says of it.
  var figure: ReportDocument.KeyFigure {
    guard let change = trend.change, let effects else { return wording.firstReportFigure }
    return wording.changeFigure(effects, since: change.since)
  }

  /// `nil` before there is anything to compare with.
  func section() -> ReportDocument.Section? {
    let streets: [ReportDocument.Block] =
      trend.streetChanges.map { [.paragraph(wording.sentence($0))] } ?? []
    let heading = wording.trendHeading
    guard trend.points.count > 1 else {
      return streets.isEmpty ? nil : .init(id: "trend", heading: heading, blocks: streets)
    }
    var blocks: [ReportDocument.Block] = []
    if let change = trend.change {
      blocks.append(.paragraph(wording.sentence(change, budget)))
    }
    blocks.append(.pair([.chart(chart())], [.table(table())] + streets))
    return .init(id: "trend", heading: heading, blocks: blocks)
  }

  private var effects: CoverageChange.Effects? {
    trend.change?.effects[budget]
  }

  private func figures(_ point: Trend.Point) -> Trend.Figures? {
    point.figures[budget]
  }

  private func recorded(_ point: Trend.Point) -> Trend.Figures? {
    point.recorded?.figures(Budgets(budget))?.main
  }

  private func chart() -> Chart {
    let points = trend.points
    func curve(
      _ style: Chart.Curve.Style, _ label: String, _ figures: (Trend.Point) -> Trend.Figures?
    ) -> Chart.Curve {
      .init(
        style: style, label: label,
        points: points.indices.compactMap { index in
          figures(points[index]).map { .init(x: Double(index), y: $0.share) }
        })
    }
    let curves = [
      curve(.found, wording.trendRecomputed, figures),
      curve(.other, wording.trendRecorded, recorded),
    ].filter { !$0.points.isEmpty }
    let shares = curves.flatMap(\.points).map(\.y)
    let low = Int((shares.min() ?? 0) * 10)
    let high = max(low + 1, Int(((shares.max() ?? 1) * 10).rounded(.up)))
    let last = points.count - 1
    return Chart(
      id: "trend-chart", summary: wording.trendChart, xTitle: "", yTitle: wording.trendAxis,
      xTicks: Array(Set([0, last / 2, last])).sorted().map {
        .init(Double($0), wording.quarter(points[$0].day))
      },
      yTicks: (low...high).map { .init(Double($0) / 10, wording.wholeShare(Double($0) / 10)) },
      curves: curves)
  }

  /// The latest day first.
  private func table() -> Table {
    let rows = trend.points.reversed().map { point in
      Table.Row([
        .text(wording.date(point.day)), wording.integerCell(point.relays),
        wording.shareCell(figures(point)?.share), wording.shareCell(recorded(point)?.share),
      ])
    }
    // The sentence on streets takes the place of two quarters.
    let printed = trend.streetChanges == nil ? 4 : 2
    return Table(
      id: "trend-table", caption: wording.quarterCaption(budget), columns: wording.quarterColumns,
      rows: rows,
      onPaper: rows.count > printed
        ? .init(rows: printed, remainder: wording.elsewhere(wording.pageOnScreen)) : nil)
  }
}
