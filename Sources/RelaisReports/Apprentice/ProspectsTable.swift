import CoverageEngine
import RelaisGeo
import RelaisWording

/// The doors to knock on, by rank, with what each adds and its round.
struct ProspectsTable {
  /// Rows a page shows; the file has them all.
  static let pageLimit = 100

  let doors: DoorTeller
  let wording: Wording

  func table() -> Table {
    let picks = doors.plan.picks
    var sum: Int64 = 0
    return Table(
      id: "prospects", caption: wording.prospectsCaption(picks.count),
      columns: wording.prospectColumns,
      rows: picks.prefix(ProspectsTable.pageLimit).enumerated().map { index, pick in
        let candidate = doors.candidate(pick.candidate)
        sum += pick.gain
        return Table.Row([
          wording.integerCell(index + 1), .text(doors.name(pick.candidate)),
          .text(candidate.address.line ?? ""), wording.metresCell(doors.length(pick.gain)),
          wording.metresCell(doors.length(sum)),
          doors.round(of: index).map(wording.integerCell) ?? Table.Cell("—", .empty),
        ])
      },
      remainder: picks.count > ProspectsTable.pageLimit
        ? wording.moreProspects(picks.count - ProspectsTable.pageLimit) : "")
  }
}
