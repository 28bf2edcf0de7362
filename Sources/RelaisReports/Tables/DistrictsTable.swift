package import CoverageEngine
import RelaisGeo
package import RelaisWording

/// Each district's streets and the share covered, the main budget's with a bar; the least covered first,
/// those without streets last.
package struct DistrictsTable {
  private let result: AnalysisResult
  private let wording: Wording
  private let areas: [DistrictSummary]
  private let isOfPriorities: Bool

  /// - Parameter priorities: Whether the table is of priority areas.
  package init(result: AnalysisResult, wording: Wording, priorities: Bool = false) {
    self.result = result
    self.wording = wording
    areas = priorities ? result.priorities : result.districts
    isOfPriorities = priorities
  }

  /// A row per area, the least covered first.
  package func table() -> Table {
    let budgets = result.parameters.budgets
    return Table(
      id: isOfPriorities ? "priority-areas-table" : "districts-table",
      caption: isOfPriorities ? wording.priorityAreasCaption : wording.districtsCaption,
      columns: isOfPriorities
        ? wording.priorityAreaColumns(main: budgets.main, others: budgets.others)
        : wording.districtColumns(main: budgets.main, others: budgets.others),
      rows: ordered(budgets.main).map { index in
        let district = areas[index]
        func share(_ budget: Budget) -> Table.Cell {
          wording.shareCell(
            district.streets > .zero
              ? Double(district.covered[budget].millimetres)
                / Double(district.streets.millimetres) : nil)
        }
        return Table.Row(
          [
            .text(district.name),
            wording.kilometresCell(district.streets),
            wording.kilometresCell(district.streets - district.covered.main),
            share(budgets.main),
          ] + budgets.others.map(share), target: isOfPriorities ? nil : FeatureID.district(index),
          spoken: wording.spoken(
            district, budget: budgets.main))
      })
  }

  /// By the share covered; ties to the district given first.
  private func ordered(_ budget: Budget) -> [Int] {
    let shares = areas.map { district in
      district.streets > .zero
        ? Double(district.covered[budget].millimetres) / Double(district.streets.millimetres)
        : .infinity
    }
    return shares.indices.sorted { (shares[$0], $0) < (shares[$1], $1) }
  }
}
