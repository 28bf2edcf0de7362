public import RelaisGeo

/// What is covered when children walk, and hour by hour.
///
/// Two bounds everywhere: relays of unknown hours counted as closed, and as open.
public struct CoverageInTime: Sendable {
  public struct Bounds: Hashable, Sendable {
    /// By budget: what relays open for certain cover.
    public var certain: [BudgetSummary]
    /// By budget: what they and those of unknown hours cover.
    public var possible: [BudgetSummary]
  }

  /// The gaps that open up in a window, within the main budget.
  public struct OpenedGaps: Hashable, Sendable {
    public var count = 0
    public var length = Length.zero
    public var longest = Length.zero
  }

  public struct Window: Sendable {
    public var window: SchoolRunWindow
    /// School days of the period it falls on, and those known to be none of the holidays.
    public var days: Int
    public var certainDays: Int
    /// One per relay.
    public var states: [OpeningState]
    public var bounds: Bounds
    /// With relays of unknown hours counted as closed, as open.
    public var gaps: OpenedGaps
    public var gapsIfUnknownOpen: OpenedGaps
  }

  public struct Hour: Sendable {
    public var start: LocalInstant
    /// Relays open throughout the hour, and those that may be.
    public var open: Int
    public var unknown: Int
    public var bounds: Bounds
  }

  public var question: TimeQuestion
  public var hours: RelayHours
  public var windows: [Window]
  /// From Monday at midnight; empty without a week.
  public var week: [Hour]
  /// Within the main budget, the longest first.
  public var gaps: [TimedGap]
  /// Different sets of open relays, each searched once.
  public var searches: Int

  /// For findings: the windows' names and days.
  var days: [(name: String, days: Int, certain: Int)] {
    windows.map { ($0.window.name, $0.days, $0.certainDays) }
  }

  /// Whether any relay's hours are known: without them every figure is nothing to everything.
  public var knowsHours: Bool {
    hours.readings.contains { if case .understood = $0 { true } else { false } }
  }
}

extension CoverageInTime {
  /// - Complexity: one search for every different set of open relays.
  init(
    _ question: TimeQuestion, _ hours: RelayHours, _ sets: RelaySetCoverage, all: [Coverage],
    finder: GapFinder, progress: Progress
  ) {
    var sets = sets
    self.question = question
    self.hours = hours
    let days = question.windows.map {
      WindowDays(of: $0, over: question.period, in: hours.calendar)
    }
    let windowStates = days.map { hours.states(in: $0) }
    let hourStates = question.hours.map { hours.states(throughout: $0) }
    let windowSets = windowStates.map { sets.bounds($0) }
    let hourSets = hourStates.map { sets.bounds($0) }

    // Windows come first, so that only their intervals are kept.
    let main = sets.parameters.budgets.firstIndex(of: sets.parameters.mainBudget) ?? 0
    let kept = (windowSets.map { max($0.certain, $0.possible) }.max() ?? -1) + 1
    var coverages: [Coverage] = []
    var summaries: [[BudgetSummary]] = []
    for number in sets.sets.indices {
      progress(.openingHours, number, of: sets.sets.count)
      let coverage = sets.coverage(ofSet: number)
      summaries.append(sets.summaries(coverage))
      if number < kept { coverages.append(coverage[main]) }
    }
    func bounds(_ numbers: TimedGapFinder.Bounds) -> Bounds {
      Bounds(certain: summaries[numbers.certain], possible: summaries[numbers.possible])
    }

    let timed = TimedGapFinder(
      network: sets.network, studyArea: sets.studyArea, all: all[main], coverages: coverages,
      windows: windowSets)
    let (pieces, states) = timed.pieces()
    gaps = finder.gaps(of: pieces, kinds: states, budget: sets.parameters.mainBudget).map {
      TimedGap(
        gap: $0.gap, states: TimedGapFinder.states($0.kind, windows: question.windows.count))
    }
    windows = question.windows.indices.map { index in
      func opened(_ counts: (TimedGap.State) -> Bool) -> OpenedGaps {
        OpenedGaps(finder, pieces, states, window: index, counts)
      }
      return Window(
        window: question.windows[index], days: days[index].count, certainDays: days[index].certain,
        states: windowStates[index], bounds: bounds(windowSets[index]),
        gaps: opened { $0 != .covered }, gapsIfUnknownOpen: opened { $0 == .uncovered })
    }
    week = question.hours.indices.map { index in
      Hour(
        start: question.hours[index].lowerBound,
        open: hourStates[index].count { $0 == .open },
        unknown: hourStates[index].count { $0 == .unknown }, bounds: bounds(hourSets[index]))
    }
    searches = sets.sets.count
  }
}

extension RelaySetCoverage {
  /// The numbers of the relays open for certain, and of those that may be.
  mutating func bounds(_ states: [OpeningState]) -> TimedGapFinder.Bounds {
    (number(of: states.map { $0 == .open }), number(of: states.map { $0 != .closed }))
  }

  /// What the relays cover that may be open.
  func possibleSummaries(_ states: [OpeningState]) -> [BudgetSummary] {
    var own = self
    return own.summaries(own.coverage(ofSet: own.number(of: states.map { $0 != .closed })))
  }
}

extension CoverageInTime.OpenedGaps {
  /// The gaps of one window: its pieces, joined again where other windows had cut them.
  init(
    _ finder: GapFinder, _ pieces: [EdgeInterval], _ states: [UInt64], window: Int,
    _ counts: (TimedGap.State) -> Bool
  ) {
    var own: [EdgeInterval] = []
    for (piece, word) in zip(pieces, states)
    where counts(TimedGap.State(word, window: window)) {
      if let last = own.last, last.edge == piece.edge, last.to == piece.from {
        own[own.count - 1].to = piece.to
      } else {
        own.append(piece)
      }
    }
    for length in finder.lengths(of: own) {
      count += 1
      self.length += length
      longest = max(longest, length)
    }
  }
}
