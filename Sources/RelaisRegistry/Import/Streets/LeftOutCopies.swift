import CoverageEngine
import RelaisFormats

extension ImportReport {
  /// Counts copies of ways and nodes that do not count, as rejected rows after those of the file.
  mutating func leaveOut(_ copies: [OSMCopy]) {
    guard !copies.isEmpty else { return }
    var counts: [OSMCopy.Reason: Int] = [:]
    for copy in copies {
      rows += 1
      counts[copy.reason, default: 0] += 1
      let reason: RejectedRow.Reason = copy.reason == .deleted ? .deleted() : .knownTwice()
      rejected.append(
        RejectedRow(
          place: copy.isWay ? .way(copy.id) : .record(rows),
          id: copy.name, reason: reason))
    }
    let knowers: [(OSMCopy.Reason, KnownTwice)] = [
      (.twice, .sameFile), (.formerVersion, .laterVersion), (.inOtherFile, .otherFile),
    ]
    for (reason, knower) in knowers {
      guard let count = counts[reason] else { continue }
      findings.append(Finding(.knownTwice(count, by: knower), file: file))
    }
  }
}
