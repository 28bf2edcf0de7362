import CoverageEngine
import RelaisGeo
import RelaisReports
import RelaisWording

extension Speaker {
  private static let shown = 12
  private static let shownOfCandidates = 3

  /// Says what was noticed, a line each, the gravest first, few enough to be read.
  ///
  /// Flaws of the street network come first, a line for each kind: a broken one has thousands.
  /// What concerns the positions of candidates comes last, counted in a line where it is more than
  /// a few: a list of shops has hundreds, and the relays are what a town can mend.
  /// What the run before said too comes last, in one line; errors are said as long as they are there.
  func tell(_ findings: [Finding], _ names: FindingNames, knowing known: Set<Finding> = []) {
    let isKnown = { (finding: Finding) in finding.severity < .error && known.contains(finding) }
    tellNew(findings.filter { !isKnown($0) }, names)
    let old = findings.count(where: isKnown)
    if old > 0 { note(words.knownFindings(old)) }
  }

  private func tellNew(_ findings: [Finding], _ names: FindingNames) {
    for flaw in NetworkFlaw.allCases {
      let own = findings.filter { $0.code == flaw.code }
      guard !own.isEmpty else { continue }
      note(words.note(flaw, own.count, own.reduce(Length.zero) { $0 + $1.streetLength }))
    }
    let others = findings.filter { !$0.isOfCandidate && !$0.isOfNetwork }
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
