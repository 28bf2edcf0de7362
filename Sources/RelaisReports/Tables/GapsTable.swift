package import CoverageEngine
import RelaisGeo
package import RelaisWording

/// The gaps within one budget, by rank.
package struct GapsTable {
  /// Rows a page shows; a file has them all.
  package static let pageLimit = 200

  private let gaps: [Gap]
  private let budget: Budget
  private let result: AnalysisResult
  private let wording: Wording
  /// Who passes the gaps; `nil` in a run without ways to school.
  private let passing: GapPassing?

  /// - Parameter routes: the ways to school, if the run has any; they apply to the main budget's
  ///   gaps.
  package init(
    gaps: [Gap], budget: Budget, result: AnalysisResult, routes: RoutePlan? = nil,
    wording: Wording
  ) {
    self.gaps = gaps.ranked
    self.budget = budget
    self.result = result
    self.wording = wording
    passing = routes.map { plan in
      GapPassing(plan, gaps: result.main.gaps)
    }
  }

  /// - Parameter limit: rows at most; what is left out is counted in the table's remainder.
  package func table(limit: Int = .max) -> Table {
    let shown = gaps.prefix(limit)
    let rest = gaps.dropFirst(limit)
    return Table(
      id: "gaps-" + budget.slug,
      caption: wording.gapsCaption(budget, count: gaps.count),
      columns: wording.gapColumns
        + (result.communes.isEmpty ? [] : [wording.gapCommuneColumn])
        + (passing == nil ? [] : wording.gapSchoolColumns),
      rows: shown.map(row),
      remainder: rest.isEmpty
        ? ""
        : wording.gapsRemainder(
          rest.count, rest.reduce(.zero) { $0 + $1.length }, in: "gaps.csv"))
  }

  private func row(_ gap: Gap) -> Table.Row {
    let nearest = gap.nearestFacility.map { result.facilities[$0] }
    return Table.Row(
      GapsTable.cells(gap, result, wording) + schoolCells(gap), target: FeatureID.gap(gap),
      spoken: wording.spoken(gap, nearest: nearest.map { $0.name ?? $0.id }))
  }

  private func schoolCells(_ gap: Gap) -> [Table.Cell] {
    guard let passing else { return [] }
    guard budget == result.parameters.mainBudget else {
      return [Table.Cell("—", .empty), .text("")]
    }
    return [
      passing.children(gap).map(wording.integerCell) ?? Table.Cell(wording.fewHomes, .empty),
      schoolNames(passing.schools(gap)),
    ]
  }

  /// A few of them on a page, all in a file.
  private func schoolNames(_ names: [String]) -> Table.Cell {
    guard !names.isEmpty else { return .text("") }
    return Table.Cell(wording.firstNames(names, 2), .text(names.joined(separator: ", ")))
  }

  static func cells(_ gap: Gap, _ result: AnalysisResult, _ wording: Wording) -> [Table.Cell] {
    let nearest = gap.nearestFacility.map { result.facilities[$0] }
    return [
      wording.integerCell(gap.rank),
      Table.Cell(wording.streetName(gap.street), gap.street.map { .text($0) } ?? .empty),
    ] + wording.endCells(from: gap.from, to: gap.to) + [
      wording.metresCell(gap.length),
      walk(gap, wording),
      .text(nearest.map { $0.name ?? $0.id } ?? ""),
      .text(gap.district ?? ""),
    ] + (result.communes.isEmpty ? [] : [.text(gap.commune?.name ?? "")])
  }

  private static func walk(_ gap: Gap, _ wording: Wording) -> Table.Cell {
    guard let walk = gap.worstDistance else {
      return Table.Cell(wording.noReachableRelay, .empty)
    }
    var cell = wording.metresCell(walk)
    if gap.worstIsOver { cell.display = wording.over(walk) }
    return cell
  }
}
