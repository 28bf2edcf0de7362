import CoverageEngine
import RelaisGeo
import RelaisWording

/// What hangs on a single relay, and on which.
struct CouncilFragility {
  /// Relays listed, and of them those on paper.
  private static let limits = (page: 20, paper: 4)

  let fragility: Fragility
  let result: AnalysisResult
  let wording: Wording

  /// `nil` where nothing hangs on one relay.
  func section() -> ReportDocument.Section? {
    guard fragility.onlyOne > .zero, result.facilities.count > 1 else { return nil }
    return .init(
      id: "fragility", heading: wording.fragilityHeading,
      blocks: [
        .paragraph(
          wording.fragilityIntroduction(
            fragility.onlyOne, of: result.main.summary.streetsCovered,
            toKeep: fragility.toKeep.count)),
        .table(table()),
      ])
  }

  private func table() -> Table {
    let losing = fragility.losses.indices.filter { fragility.losses[$0] > .zero }
      .sorted { (fragility.losses[$1], $0) < (fragility.losses[$0], $1) }
    let shown = losing.prefix(CouncilFragility.limits.page)
    return Table(
      id: "fragility-table", caption: wording.fragilityCaption, columns: wording.fragilityColumns,
      rows: shown.map { relay in
        let facility = result.facilities[relay]
        let loss = fragility.losses[relay]
        return Table.Row(
          [
            .text(facility.name ?? facility.id), wording.metresCell(loss),
            wording.shareCell(
              Double(loss.millimetres) / Double(fragility.onlyOne.millimetres)),
          ], target: FeatureID.relay(relay))
      },
      remainder: losing.count > shown.count
        ? wording.otherFragile(losing.count - shown.count) : "",
      onPaper: .init(
        rows: CouncilFragility.limits.paper,
        remainder: wording.otherFragile(losing.count - CouncilFragility.limits.paper)))
  }
}
