package import CoverageEngine
import RelaisGeo
package import RelaisWording

/// The stretches of street gained and lost between two days: gained first, the longest first.
package struct ChangesTable {
  private let change: CoverageChange
  private let result: AnalysisResult
  private let wording: Wording

  /// - Parameter result: The analysis the change ends with.
  package init(change: CoverageChange, result: AnalysisResult, wording: Wording) {
    self.change = change
    self.result = result
    self.wording = wording
  }

  /// - Parameter limit: rows at most; what is left out is counted in the table's remainder.
  package func table(_ budget: Budget, limit: Int = .max) -> Table {
    let stretches = change.stretches[budget]
    let shown = Set(
      stretches.enumerated().sorted {
        ($1.element.run.length, $0.offset) < ($0.element.run.length, $1.offset)
      }.prefix(limit).map(\.offset))
    let rest = stretches.enumerated().filter { !shown.contains($0.offset) }
    return Table(
      id: "changes-" + budget.slug,
      caption: wording.changesCaption(change.since, budget), columns: wording.changeColumns,
      rows: stretches.enumerated().filter { shown.contains($0.offset) }.map { row($0.element) },
      remainder: rest.isEmpty
        ? ""
        : wording.changesRemainder(
          rest.count, rest.reduce(.zero) { $0 + $1.element.run.length }))
  }

  private func row(_ stretch: CoverageChange.Stretch) -> Table.Row {
    let run = stretch.run
    let nearest = run.nearestFacility.map { result.facilities[$0] }
    return Table.Row(
      [
        .text(wording.name(stretch.kind)),
        Table.Cell(wording.streetName(run.street), run.street.map { .text($0) } ?? .empty),
      ] + wording.endCells(from: run.from, to: run.to) + [
        wording.metresCell(run.length), .text(nearest.map { $0.name ?? $0.id } ?? ""),
        .text(run.district ?? ""),
      ], target: FeatureID.stretch(stretch))
  }
}
