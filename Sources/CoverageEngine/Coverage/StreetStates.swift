import Computing
import RelaisGeo

/// The streets to cover, cut wherever a budget, a window or the study area makes a difference: each
/// stretch is alike from end to end in every view of them.
///
/// A view is one budget, at any time or in one window. Lengths of the stretches add up, view by view,
/// to the millimetre of the summaries.
public struct StreetStates: Sendable {
  public enum State: UInt8, Hashable, Sendable {
    case uncovered
    /// Only relays of unknown hours would cover it.
    case uncertain
    case covered
  }

  public struct View: Hashable, Sendable {
    public var budget: Budget
    /// Index among the windows; `nil` for all relays, open or not.
    public var window: Int?
  }

  public struct Stretch: Hashable, Sendable {
    public var interval: EdgeInterval
    /// Index among ``kinds``.
    public var kind: Int
  }

  /// By budget, each first at any time, then window by window.
  public let views: [View]
  /// Where the views of each budget stand among ``views``.
  public let places: PerBudget<Range<Int>>
  /// The different rows of states there are, one state a view; in the order they first occur.
  public let kinds: [[State]]
  /// Inside the study area, by edge and offset; neighbours of one kind are one stretch.
  public let stretches: [Stretch]

  /// - Complexity: linear in edges, and in what relays reach times the views.
  public init(_ result: AnalysisResult) {
    let inTime = result.inTime.flatMap { $0.knowsHours ? $0 : nil }
    var views: [View] = []
    places = PerBudget(result.parameters.budgets) { budget in
      let first = views.count
      views.append(View(budget: budget))
      views += inTime?.windows.indices.map { View(budget: budget, window: $0) } ?? []
      return first..<views.count
    }
    let cutter = StreetCutter(result, inTime)
    let parts = Parallel.map(result.network.edgeCount, grain: 5000) { edges in
      var part = Part()
      for edge in edges where result.network.isDemand[edge] { cutter.cut(edge, into: &part) }
      return part
    }
    var whole = Part()
    for part in parts {
      // First occurrences, part after part, are those of one pass over all edges.
      let numbers = part.kinds.map { whole.number(of: $0) }
      whole.stretches += part.stretches.map {
        Stretch(interval: $0.interval, kind: numbers[$0.kind])
      }
    }
    self.views = views
    kinds = whole.kinds
    stretches = whole.stretches
  }

  struct Part {
    var kinds: [[State]] = []
    var stretches: [Stretch] = []
    private var numbers: [[State]: Int] = [:]

    mutating func number(of kind: [State]) -> Int {
      if let known = numbers[kind] { return known }
      numbers[kind] = kinds.count
      kinds.append(kind)
      return kinds.count - 1
    }

    /// Appends a stretch, to the one before it where they touch and are of one kind.
    mutating func append(_ edge: Int, from: Int64, to: Int64, _ states: [State]) {
      let (start, end) = (Length(millimetres: from), Length(millimetres: to))
      if let last = stretches.last, last.interval.edge.position == edge,
        last.interval.to == start, kinds[last.kind] == states
      {
        stretches[stretches.count - 1].interval.to = end
      } else {
        stretches.append(
          Stretch(
            interval: EdgeInterval(edge: EdgeID(edge), from: start, to: end),
            kind: number(of: states)))
      }
    }
  }
}

/// Cuts one edge after another.
private struct StreetCutter: Sendable {
  let network: StreetNetwork
  /// By budget, like ``reaches``: lists, since every edge reads them.
  let coverage: [Coverage]
  let studyArea: AreaClip?
  let reaches: [RelayReaches]
  /// By budget, then edge: the edge's rank among those its relays reach; -1 where none does.
  let ranks: [[Int32]]
  /// By window, then relay.
  let states: [[OpeningState]]

  init(_ result: AnalysisResult, _ inTime: CoverageInTime?) {
    network = result.network
    coverage = Array(result.coverage)
    studyArea = result.studyClip
    reaches = inTime.map { Array($0.reaches) } ?? []
    states = inTime?.windows.map(\.states) ?? []
    ranks = reaches.map { reaches in
      var ranks = [Int32](repeating: -1, count: result.network.edgeCount)
      for rank in 0..<reaches.edgeCount {
        ranks[Int(reaches.entries[reaches.starts[rank]].edge)] = Int32(rank)
      }
      return ranks
    }
  }

  func cut(_ edge: Int, into part: inout StreetStates.Part) {
    let length = Int64(network.lengths[edge])
    if let studyArea, studyArea.sides[edge] == .outside { return }
    let inside = studyArea.map { $0.set(of: edge, length: length) } ?? IntervalSet(whole: length)
    let covered = coverage.map { $0.set(of: edge, in: network) }
    let entries = zip(reaches, ranks).map { reaches, ranks in
      ranks[edge] < 0 ? [] : reaches.entries(at: Int(ranks[edge]))
    }
    var cuts: [Int64] = []
    for set in covered { for portion in set.portions { cuts += [portion.from, portion.to] } }
    for entries in entries {
      for entry in entries { cuts += [entry.portion.from, entry.portion.to] }
    }
    cuts.sort()
    for portion in inside.portions {
      var from = portion.from
      for cut in cuts + [portion.to] where cut > from {
        let to = min(cut, portion.to)
        guard to > from else { break }
        part.append(edge, from: from, to: to, states(from, to, covered, entries))
        from = to
      }
    }
  }

  /// One state a view of a stretch that no relay begins or ceases to reach.
  private func states(
    _ from: Int64, _ to: Int64, _ covered: [IntervalSet],
    _ entries: [ArraySlice<RelayReaches.Entry>]
  ) -> [StreetStates.State] {
    func holds(_ portion: IntervalSet.Portion) -> Bool { portion.from <= from && to <= portion.to }
    var result: [StreetStates.State] = []
    for (budget, set) in covered.enumerated() {
      result.append(set.portions.contains(where: holds) ? .covered : .uncovered)
      guard !states.isEmpty else { continue }
      let held = entries[budget].filter { holds($0.portion) }
      for (number, window) in states.enumerated() {
        let best = held.lazy.filter { $0.windows >> UInt32(number) & 1 == 1 }.map {
          entry -> StreetStates.State in
          switch window[Int(entry.relay)] {
          case .open: .covered
          case .unknown: .uncertain
          case .closed: .uncovered
          }
        }.max { $0.rawValue < $1.rawValue }
        result.append(best ?? .uncovered)
      }
    }
    return result
  }
}
