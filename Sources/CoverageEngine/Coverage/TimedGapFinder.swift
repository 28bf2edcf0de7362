import RelaisGeo

/// Finds the gaps that open at certain times: what all relays together cover, and those open in some
/// window do not.
///
/// Streets are cut wherever a window begins or ceases to cover them; touching pieces of the same
/// name that are gaps in the same windows are one gap. So every piece is in one gap, and lengths
/// add up.
struct TimedGapFinder {
  /// What the relays open in a window cover: for certain, and with those of unknown hours.
  typealias Bounds = (certain: Int, possible: Int)

  let network: StreetNetwork
  let studyArea: AreaClip?
  /// What all relays cover.
  let all: Coverage
  /// What different sets of them cover, all within one budget.
  let coverages: [Coverage]
  /// By window, as indices of `coverages`.
  let windows: [Bounds]

  /// Pieces and, for each, the states of all windows: two bits a window.
  func pieces() -> (pieces: [EdgeInterval], states: [UInt64]) {
    let parts = Parallel.map(network.edgeCount, grain: 10_000) { edges in
      var pieces: [EdgeInterval] = []
      var states: [UInt64] = []
      for edge in edges where network.isDemand[edge] {
        append(edge, &pieces, &states)
      }
      return (pieces, states)
    }
    return (parts.flatMap(\.0), parts.flatMap(\.1))
  }

  private func append(_ edge: Int, _ pieces: inout [EdgeInterval], _ states: inout [UInt64]) {
    let length = Int64(network.lengths[edge])
    guard length > 0 else { return }
    var covered = all.set(of: edge, in: network)
    if let studyArea {
      guard studyArea.sides[edge] != .outside else { return }
      covered = covered.intersection(studyArea.set(of: edge, length: length))
    }
    guard !covered.isEmpty else { return }
    let sets = coverages.map { $0.set(of: edge, in: network) }
    var cuts: [Int64] = []
    for set in sets where set != covered {
      for portion in set.portions { cuts += [portion.from, portion.to] }
    }
    cuts.sort()
    for portion in covered.portions {
      var from = portion.from
      for to in cuts.filter({ $0 > portion.from && $0 < portion.to }) + [portion.to]
      where to > from {
        defer { from = to }
        let state = state(from..<to, sets)
        guard state != 0 else { continue }
        let start = Length(millimetres: from)
        if let last = pieces.last, last.edge.position == edge, last.to == start,
          states[states.count - 1] == state
        {
          pieces[pieces.count - 1].to = Length(millimetres: to)
        } else {
          pieces.append(
            EdgeInterval(edge: EdgeID(edge), from: start, to: Length(millimetres: to)))
          states.append(state)
        }
      }
    }
  }

  /// The states of the windows over a stretch that no set begins or ends in.
  private func state(_ stretch: Range<Int64>, _ sets: [IntervalSet]) -> UInt64 {
    let holds = sets.map { set in
      set.portions.contains { $0.from <= stretch.lowerBound && stretch.upperBound <= $0.to }
    }
    var word: UInt64 = 0
    for (index, bounds) in windows.enumerated() where !holds[bounds.certain] {
      let state: TimedGap.State = holds[bounds.possible] ? .uncertain : .uncovered
      word |= UInt64(state.rawValue) << UInt64(2 * index)
    }
    return word
  }

  /// The windows' states as one word has them.
  static func states(_ word: UInt64, windows: Int) -> [TimedGap.State] {
    (0..<windows).map { TimedGap.State(word, window: $0) }
  }
}

extension TimedGap.State {
  /// One window's two bits of a word.
  init(_ word: UInt64, window: Int) {
    self = TimedGap.State(rawValue: UInt8(word >> UInt64(2 * window) & 3)) ?? .covered
  }
}
