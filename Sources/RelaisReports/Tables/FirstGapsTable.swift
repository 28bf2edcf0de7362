import CoverageEngine
import RelaisGeo
import RelaisWording

/// The gaps to act on first, by the numbers they bear on the map and in `gaps.csv`.
struct FirstGapsTable {
  let first: FirstGaps
  let result: AnalysisResult
  let routes: RoutePlan?
  let wording: Wording

  func table() -> Table {
    let budget = result.parameters.mainBudget
    let own = result.main.gaps
    let passing = routes.map { GapPassing($0, gaps: own) }
    return Table(
      id: "first-gaps", caption: wording.firstGapsCaption(budget, count: first.gaps.count),
      columns: wording.firstGapColumns(byChildren: passing != nil),
      rows: first.gaps.map { item in
        let cells = GapsTable.cells(item.gap, result, wording)
        var row =
          [cells[0], cells[1], cells[2], cells[3], cells[7]]
          + [cells[4], cells[5]]
        if let passing {
          row += [
            item.children.map(wording.integerCell) ?? Table.Cell(wording.fewHomes, .empty),
            .text(wording.firstNames(passing.schools(item.gap), 1)),
          ]
        }
        let nearest = item.gap.nearestFacility.map { result.facilities[$0] }
        return Table.Row(
          row, target: FeatureID.gap(item.gap),
          spoken: wording.spoken(item.gap, nearest: nearest.map { $0.name ?? $0.id }))
      })
  }
}
