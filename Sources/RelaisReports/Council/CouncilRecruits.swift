import CoverageEngine
import Covering
import RelaisGeo
import RelaisWording

/// How many recruits close how much: the curve with its bound, and the targets.
struct CouncilRecruits {
  let prospection: ProspectionResult
  let wording: Wording

  private var curve: RecruitmentCurve { prospection.curves.main.recruits }
  private var demand: Int64 { prospection.problem.demand }
  /// The main budget's first, then the others that were asked about.
  private var curves: [(budget: Budget, curve: RecruitmentCurve)] {
    prospection.curves.budgets.mainFirst.map { ($0, prospection.curves[$0].recruits) }
  }

  /// `nil` where there is nothing to choose or nothing to cover.
  func section() -> ReportDocument.Section? {
    guard demand > 0, curve.points.count > 1 else { return nil }
    return .init(
      id: "recruits", heading: wording.recruitsHeading,
      blocks: [
        .paragraph(introduction()),
        .pair([.chart(chart(0))], [.table(targets())] + unreachable()),
        .only(.screen, [folded(0, [.table(table(0))])]),
      ]
        + curves.indices.dropFirst().map { index in
          .only(.screen, [folded(index, [.chart(chart(index)), .table(table(index))])])
        })
  }

  /// The recruits of the list and what they would newly cover once all have said yes; `nil` where demand
  /// is anything but the length of the streets.
  func plan(streets: Length) -> CostAccount.Plan? {
    let recruits = prospection.list.recruits
    guard prospection.problem.unit == .millimetres, demand == streets.millimetres,
      !recruits.isEmpty
    else { return nil }
    return .init(
      recruits: recruits.count,
      gained: Length(millimetres: recruits.reduce(0) { $0 + $1.gainIfYes }))
  }

  /// Steps one by one, until the reader opens them; paper has the curve and the targets.
  private func folded(
    _ index: Int, _ blocks: [ReportDocument.Block]
  ) -> ReportDocument.Block {
    .group(heading: table(index).caption, isFolded: true, blocks)
  }

  private func introduction() -> String {
    let chosen = prospection.list.recruits.count
    let at = curve.points.last { $0.count <= prospection.count } ?? curve.points[0]
    return wording.recruitsIntroduction(
      chosen, of: prospection.candidates.count, from: share(curve.points[0].covered),
      to: share(at.covered), bound: share(at.upperBound))
  }

  private func share(_ units: Int64) -> Double { Double(units) / Double(demand) }

  private func chart(_ index: Int) -> Chart {
    let (budget, curve) = curves[index]
    let end = curve.points[curve.points.count - 1].count
    let step = CouncilRecruits.step(end)
    let most = (end + step - 1) / step * step
    let low = Double(Int(share(curve.points[0].covered) * 10)) / 10
    func line(
      _ style: Chart.Curve.Style, _ label: String, _ units: (RecruitmentCurve.Point) -> Int64
    ) -> Chart.Curve {
      .init(
        style: style, label: label,
        points: curve.points.map { .init(x: Double($0.count), y: share(units($0))) })
    }
    return Chart(
      id: "recruits-chart" + suffix(index),
      summary: wording.recruitsChart(curves.count > 1 ? budget : nil), xTitle: wording.recruitsAxis,
      yTitle: wording.recruitsShareAxis,
      xTicks: stride(from: 0, through: most, by: step).map {
        .init(Double($0), wording.integer($0))
      },
      yTicks: stride(from: Int(low * 10), through: 10, by: 1)
        .map { .init(Double($0) / 10, wording.wholeShare(Double($0) / 10)) },
      curves: [
        line(.bound, wording.recruitsBound) { $0.upperBound },
        line(.found, wording.recruitsFound) { $0.covered },
      ],
      guides: curve.targets.filter { $0.share > low }.map {
        .init($0.share, wording.wholeShare($0.share))
      })
  }

  /// Whole steps of 1, 2 or 5 times a power of ten, eight at most.
  private static func step(_ end: Int) -> Int {
    var power = 1
    while true {
      for factor in [1, 2, 5] where factor * power * 8 >= end { return factor * power }
      power *= 10
    }
  }

  /// Nothing for the main budget.
  private func suffix(_ index: Int) -> String { index == 0 ? "" : "-\(index + 1)" }

  /// A line per target; with several budgets, one per target of each.
  private func targets() -> Table {
    let tellsBudgets = curves.count > 1
    var table = Table(
      id: "targets-table", caption: wording.targetsCaption,
      columns: wording.targetColumns(withBudget: tellsBudgets),
      rows: curves.flatMap { budget, curve in
        curve.targets.map { target in
          Table.Row(
            (tellsBudgets
              ? [Table.Cell(wording.budget(budget), .decimal(budget.metres, places: 0))] : []) + [
                Table.Cell(
                  wording.wholeShare(target.share),
                  .decimal(target.share * 100, places: 0)),
                number(target.found), number(target.atLeast),
              ])
        }
      })
    if tellsBudgets {
      table.onPaper = .init(rows: curve.targets.count, remainder: wording.otherBudgetsOnScreen)
    }
    return table
  }

  private func number(_ count: Int?) -> Table.Cell {
    count.map(wording.integerCell) ?? Table.Cell(wording.outOfReach, .empty)
  }

  private func table(_ index: Int) -> Table {
    let (budget, curve) = curves[index]
    return Table(
      id: "recruits-table" + suffix(index),
      caption: wording.recruitsCaption(curves.count > 1 ? budget : nil),
      columns: wording.recruitColumns,
      rows: curve.points.map { point in
        Table.Row([
          wording.integerCell(point.count), wording.shareCell(share(point.covered)),
          wording.shareCell(share(point.upperBound)),
        ])
      })
  }

  private func unreachable() -> [ReportDocument.Block] {
    let streets = prospection.curves.main.unreachable
    guard streets.length > .zero else { return [] }
    return [.paragraph(wording.unreachable(streets.length, longest: streets.stretches.first))]
  }
}
