import CoverageEngine
import RelaisWording

/// Findings grouped by kind: the gravest first, each kind once, with what to do about it.
struct FindingStatements {
  /// Beyond these, a kind's findings are counted and left to `findings.csv`.
  static let limit = 12

  let findings: [Finding]
  let names: FindingNames
  let wording: Wording

  func statements() -> [ReportDocument.Statement] {
    let byCode = Dictionary(grouping: findings, by: \.code)
    let ordered = Finding.Code.allCases.compactMap { code in
      byCode[code].map { (code, $0, $0.map(\.severity).max() ?? .note) }
    }
    // The sort is stable: kinds alike in severity keep the order of the list of codes.
    return ordered.enumerated().sorted {
      ($1.element.2, $0.offset) < ($0.element.2, $1.offset)
    }.map { _, item in
      statement(item.0, item.1, item.2)
    }
  }

  private func statement(
    _ code: Finding.Code, _ findings: [Finding], _ severity: Finding.Severity
  ) -> ReportDocument.Statement {
    var texts = findings.prefix(FindingStatements.limit).map { names.told($0, wording) }
    let rest = findings.count - texts.count
    if rest > 0 { texts.append(wording.moreFindings(rest)) }
    return .init(
      tone: tone(severity), label: wording.severity(severity), title: wording.title(code),
      texts: texts, remedy: wording.remedy(code))
  }

  private func tone(_ severity: Finding.Severity) -> ReportDocument.Statement.Tone {
    switch severity {
    case .note: .note
    case .warning: .warning
    case .error: .error
    }
  }
}
