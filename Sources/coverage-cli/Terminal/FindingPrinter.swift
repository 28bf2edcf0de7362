import RelaisGeo
import RelaisReports

/// Says on stderr what was noticed, a line each, the gravest first, few enough to be read.
enum FindingPrinter {
  private static let shown = 12

  static func print(_ findings: [Finding], quiet: Bool) {
    guard !quiet else { return }
    let ordered = findings.enumerated().sorted {
      ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset)
    }.map(\.element)
    for finding in ordered.prefix(shown) {
      Console.error("relais: " + words.sentence(finding))
    }
    if ordered.count > shown {
      Console.error("relais: " + words.furtherFindings(ordered.count - shown))
    }
  }
}
