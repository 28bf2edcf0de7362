import Computing
import RelaisGeo

/// Finds the gaps that open at certain times: what all relays together cover, and those open in some
/// window do not.
///
/// Streets are cut wherever a relay begins or ceases to reach them; touching pieces of the same name
/// that are gaps in the same windows are one gap. So every piece is in one gap, and lengths add up.
struct TimedGapFinder {
  let network: StreetNetwork
  let studyArea: AreaClip?
  let reaches: RelayReaches
  /// By relay, a bit a window: where it is open for certain, and where it may be.
  private let certain: [UInt32]
  private let possible: [UInt32]
  /// A bit for every window there is.
  private let all: UInt32

  /// - Parameter states: By window, one per relay.
  init(
    _ network: StreetNetwork, studyArea: AreaClip?, _ reaches: RelayReaches,
    states: [[OpeningState]]
  ) {
    self.network = network
    self.studyArea = studyArea
    self.reaches = reaches
    func bits(_ counts: (OpeningState) -> Bool) -> [UInt32] {
      (states.first?.indices ?? 0..<0).map { relay in
        states.indices.reduce(0) { $0 | (counts(states[$1][relay]) ? 1 << UInt32($1) : 0) }
      }
    }
    certain = bits { $0 == .open }
    possible = bits { $0 != .closed }
    all = states.indices.reduce(0) { $0 | 1 << UInt32($1) }
  }

  /// Pieces by edge and offset, and for each the windows it is a gap in.
  func pieces() -> (pieces: [EdgeInterval], windows: [TimedGap.Windows]) {
    guard all != 0 else { return ([], []) }
    let parts = Parallel.map(reaches.edgeCount, grain: 2000) { ranks in
      var pieces: [EdgeInterval] = []
      var windows: [TimedGap.Windows] = []
      for rank in ranks { append(reaches.entries(at: rank), &pieces, &windows) }
      return (pieces, windows)
    }
    return (parts.flatMap(\.0), parts.flatMap(\.1))
  }

  private func append(
    _ entries: ArraySlice<RelayReaches.Entry>, _ pieces: inout [EdgeInterval],
    _ windows: inout [TimedGap.Windows]
  ) {
    guard let edge = entries.first.map({ Int($0.edge) }), network.isDemand[edge] else { return }
    let length = Int64(network.lengths[edge])
    var covered = IntervalSet(union: entries.map(\.portion))
    if let studyArea {
      guard studyArea.sides[edge] != .outside else { return }
      covered = covered.intersection(studyArea.set(of: edge, length: length))
    }
    let cuts = entries.flatMap { [$0.portion.from, $0.portion.to] }.sorted()
    for portion in covered.portions {
      var from = portion.from
      for cut in cuts + [portion.to] {
        let to = min(cut, portion.to)
        guard to > from else { continue }
        defer { from = to }
        let state = state(from..<to, entries)
        guard !state.isEmpty else { continue }
        let start = Length(millimetres: from)
        if let last = pieces.last, last.edge.position == edge, last.to == start,
          windows[windows.count - 1] == state
        {
          pieces[pieces.count - 1].to = Length(millimetres: to)
        } else {
          pieces.append(
            EdgeInterval(edge: EdgeID(edge), from: start, to: Length(millimetres: to)))
          windows.append(state)
        }
      }
    }
  }

  /// The windows a stretch is a gap in that no relay begins or ceases to reach.
  private func state(
    _ stretch: Range<Int64>, _ entries: ArraySlice<RelayReaches.Entry>
  ) -> TimedGap.Windows {
    var open: UInt32 = 0
    var perhaps: UInt32 = 0
    for entry in entries
    where entry.portion.from <= stretch.lowerBound && stretch.upperBound <= entry.portion.to {
      open |= certain[Int(entry.relay)] & entry.windows
      perhaps |= possible[Int(entry.relay)] & entry.windows
    }
    return TimedGap.Windows(uncovered: all & ~perhaps, uncertain: perhaps & ~open)
  }
}

extension GapFinder {
  /// Gaps at certain times, the longest first; ties to the lowest edge.
  func timedGaps(
    _ pieces: [EdgeInterval], _ windows: [TimedGap.Windows], budget: Budget
  ) -> [TimedGap] {
    let byWord = Dictionary(windows.map { ($0.word, $0) }, uniquingKeysWith: { first, _ in first })
    return gaps(of: pieces, kinds: windows.map(\.word), budget: budget).compactMap { gap, kind in
      byWord[kind].map { TimedGap(gap: gap, windows: $0) }
    }
  }
}
