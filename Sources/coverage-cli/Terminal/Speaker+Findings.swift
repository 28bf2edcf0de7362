import CoverageEngine
import RelaisReports
import RelaisWording

extension Speaker {
  private static let shown = 12
  private static let shownOfCandidates = 3

  /// Says what was noticed, a line each, the gravest first, few enough to be read.
  ///
  /// What concerns the positions of candidates comes last, counted in a line where it is more than
  /// a few: a list of shops has hundreds, and the relays are what a town can mend.
  func tell(_ findings: [Finding], _ names: FindingNames) {
    let others = findings.filter { !$0.isOfCandidate }
    let ordered = others.enumerated().sorted {
      ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset)
    }.map(\.element)
    for finding in ordered.prefix(Speaker.shown) { note(names.sentence(finding, words)) }
    if ordered.count > Speaker.shown { note(words.furtherFindings(ordered.count - Speaker.shown)) }
    for code in [Finding.Code.placeUnattached, .relayOnIsland] {
      let own = findings.filter { $0.code == code && $0.isOfCandidate }
      if own.count > Speaker.shownOfCandidates {
        note(words.ofCandidates(code, own.count))
      } else {
        for finding in own { note(names.sentence(finding, words)) }
      }
    }
  }
}
