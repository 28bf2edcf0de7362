package import CoverageEngine
import RelaisGeo
package import RelaisWording

/// Each district's streets and the share covered, the main budget's with a bar; the least covered first,
/// those without streets last.
package struct DistrictsTable {
  private let result: AnalysisResult
  private let wording: Wording
  private let areas: [DistrictSummary]
  private let subject: Subject

  /// What the table is of.
  package enum Subject: Hashable, Sendable {
    case districts, priorityAreas
    /// Of a study area that is a list of them, each with its INSEE code.
    case communes
  }

  package init(result: AnalysisResult, wording: Wording, of subject: Subject = .districts) {
    self.result = result
    self.wording = wording
    self.subject = subject
    areas =
      switch subject {
      case .districts: result.districts
      case .priorityAreas: result.priorities
      case .communes: result.communes
      }
  }

  /// A row per area, the least covered first.
  package func table() -> Table {
    let budgets = result.parameters.budgets
    return Table(
      id: id, caption: caption, columns: columns,
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
          ] + budgets.others.map(share)
            + (subject == .communes ? [.text(district.id)] : []),
          target: subject == .districts ? FeatureID.district(index) : nil,
          spoken: wording.spoken(
            district, budget: budgets.main))
      })
  }

  private var id: String {
    switch subject {
    case .districts: "districts-table"
    case .priorityAreas: "priority-areas-table"
    case .communes: "communes-table"
    }
  }

  private var caption: String {
    switch subject {
    case .districts: wording.districtsCaption
    case .priorityAreas: wording.priorityAreasCaption
    case .communes: wording.communesCaption
    }
  }

  private var columns: [Table.Column] {
    let (main, others) = (result.parameters.mainBudget, result.parameters.budgets.others)
    return switch subject {
    case .districts: wording.districtColumns(main: main, others: others)
    case .priorityAreas: wording.priorityAreaColumns(main: main, others: others)
    case .communes: wording.communeColumns(main: main, others: others)
    }
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
