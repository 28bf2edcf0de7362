package import CoverageEngine
import RelaisGeo
package import RelaisWording

/// The gaps that are gaps in some windows only, the longest first, and in which.
package struct TimedGapsTable {
  /// Rows a page shows; a file has them all.
  static let pageLimit = 150

  private let inTime: CoverageInTime
  private let result: AnalysisResult
  private let wording: Wording

  /// - Parameter result: The analysis the windows belong to.
  package init(inTime: CoverageInTime, result: AnalysisResult, wording: Wording) {
    self.inTime = inTime
    self.result = result
    self.wording = wording
  }

  /// - Parameter limit: rows at most; what is left out is counted in the table's remainder.
  package func table(limit: Int = .max) -> Table {
    let rest = inTime.gaps.dropFirst(limit)
    return Table(
      id: "timed-gaps",
      caption: wording.timedGapsCaption(result.parameters.mainBudget, count: inTime.gaps.count),
      columns: wording.timedGapColumns, rows: inTime.gaps.prefix(limit).map(row),
      remainder: rest.isEmpty
        ? ""
        : wording.gapsRemainder(
          rest.count, rest.reduce(.zero) { $0 + $1.gap.length }, in: "gaps_by_window.csv"))
  }

  private func row(_ timed: TimedGap) -> Table.Row {
    let gap = timed.gap
    let nearest = gap.nearestFacility.map { result.facilities[$0] }
    return Table.Row(
      [
        wording.integerCell(gap.rank),
        Table.Cell(wording.streetName(gap.street), gap.street.map { .text($0) } ?? .empty),
      ] + wording.endCells(from: gap.from, to: gap.to) + [
        wording.metresCell(gap.length),
        .text(nearest.map { $0.name ?? $0.id } ?? ""),
        .text(gap.district ?? ""),
        .text(uncovered(timed)),
        .text(uncertain(timed)),
      ], target: FeatureID.timedGap(gap),
      spoken: wording.spoken(timed, when: uncovered(timed), perhaps: uncertain(timed)),
      views: inTime.windows.indices.filter { timed.windows.isOne($0) }
        .map { FeatureID.view(gap.budget, window: $0) })
  }

  /// The windows a gap is one in for certain, by name.
  func uncovered(_ timed: TimedGap) -> String { names { timed.windows.isUncovered($0) } }

  /// Those it is one in unless relays of unknown hours are open.
  func uncertain(_ timed: TimedGap) -> String { names { timed.windows.isUncertain($0) } }

  private func names(_ counts: (Int) -> Bool) -> String {
    let named = inTime.windows.indices.filter(counts)
    if named.count == inTime.windows.count, named.count > 1 {
      return wording.everyWindow(named.count)
    }
    return named.map { wording.name(inTime.windows[$0].window) }.joined(separator: ", ")
  }
}

extension TimedGap.Windows {
  /// Whether it is a gap in a window, for certain or perhaps.
  func isOne(_ window: Int) -> Bool { isUncovered(window) || isUncertain(window) }
}
