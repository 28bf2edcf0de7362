public import RelaisGeo

/// The rows of one input that were not taken, for `rejects/<file>.csv`.
public struct RejectsTable {
  private let file: String
  private let rows: [RejectedRow]
  private let wording: Wording

  public init(file: String, rows: [RejectedRow], wording: Wording) {
    self.file = file
    self.rows = rows
    self.wording = wording
  }

  public func table() -> Table {
    Table(
      id: "rejects-table", caption: file, columns: wording.rejectColumns,
      rows: rows.map { row in
        Table.Row([
          .text(wording.place(row.place)),
          .text(row.id ?? ""),
          .text(row.reason.rawValue),
          .text(wording.reason(row.reason)),
          .text(row.found),
        ])
      })
  }
}
