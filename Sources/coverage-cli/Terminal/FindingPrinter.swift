import CoverageEngine
import RelaisReports

/// Says on stderr what was noticed, a line each, the gravest first, few enough to be read.
///
/// What tells where candidates stand comes last, counted in a line where it is more than a few: a list of shops
/// has hundreds, and the relays are what a town can mend.
enum FindingPrinter {
  private static let shown = 12
  private static let shownOfCandidates = 3

  static func print(_ findings: [Finding], _ names: FindingNames, quiet: Bool) {
    guard !quiet else { return }
    let others = findings.filter { !$0.isOfCandidate }
    let ordered = others.enumerated().sorted {
      ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset)
    }.map(\.element)
    for finding in ordered.prefix(shown) { say(names.sentence(finding, words)) }
    if ordered.count > shown { say(words.furtherFindings(ordered.count - shown)) }
    for code in [Finding.Code.placeUnattached, .relayOnIsland] {
      let own = findings.filter { $0.code == code && $0.isOfCandidate }
      if own.count > shownOfCandidates {
        say(words.ofCandidates(code, own.count))
      } else {
        for finding in own { say(names.sentence(finding, words)) }
      }
    }
  }

  private static func say(_ sentence: String) { Console.error("relais: " + sentence) }
}
