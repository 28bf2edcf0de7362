public import RelaisGeo

/// All findings, for `findings.csv`: stable codes beside sentences.
public struct FindingsTable {
  private let findings: [Finding]
  private let wording: Wording

  public init(findings: [Finding], wording: Wording) {
    self.findings = findings
    self.wording = wording
  }

  public func table() -> Table {
    Table(
      id: "findings-table", caption: wording.findingsHeading, columns: wording.findingColumns,
      rows: findings.map { finding in
        Table.Row([
          .text(finding.code.rawValue),
          .text(wording.severity(finding.severity)),
          .text(finding.file ?? ""),
          .text(finding.place.map(wording.place) ?? ""),
          .text(finding.subject ?? ""),
          .text(wording.sentence(finding)),
          .text(wording.remedy(finding.code)),
          coordinate(finding.position?.x),
          coordinate(finding.position?.y),
        ])
      })
  }

  private func coordinate(_ value: Double?) -> Table.Cell {
    guard let value else { return Table.Cell("", .empty) }
    return Table.Cell(wording.decimal(value, places: 6), .decimal(value, places: 7))
  }
}
