public import RelaisGeo

/// What is covered when children walk, and hour by hour.
///
/// Two bounds everywhere: relays of unknown hours counted as closed, and as open.
public struct CoverageInTime: Sendable {
  public struct Bounds: Hashable, Sendable {
    /// What relays open for certain cover.
    public var certain: PerBudget<BudgetSummary>
    /// What they and those of unknown hours cover.
    public var possible: PerBudget<BudgetSummary>
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
    /// Ways and gates that are not open throughout it.
    public var closures: Closures
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
  /// Searches made for all of it: one per relay, and one more for each that could walk where something is closed, for
  /// each of the different ways that are closed at some time.
  public var searches: Int
  /// Different sets of open relays met.
  public var openSets: Int
  /// What each relay reaches alone, with the windows in which the ways there are open.
  let reaches: PerBudget<RelayReaches>

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
  /// Where relays stand and which streets count.
  struct Setting {
    var network: StreetNetwork
    var snaps: [Snap?]
    var positions: [Position]
    var parameters: AnalysisParameters
    var studyArea: AreaClip?
    var reaches: PerBudget<RelayReaches>
  }

  /// - Complexity: apart from the reaches, one bounded search per relay whatever the number of
  ///   windows and hours, for every different set of open relays, linear in the edges they reach.
  init(
    _ question: TimeQuestion, _ hours: RelayHours, _ setting: Setting, finder: GapFinder,
    progress: Progress
  ) {
    self.question = question
    self.hours = hours
    progress(.openingHours)
    let days = question.windows.map {
      WindowDays(of: $0, over: question.period, in: hours.calendar)
    }
    let windowStates = days.map { hours.states(in: $0) }
    let hourStates = question.hours.map { hours.states(throughout: $0) }
    let network = setting.network
    let windowClosures = days.map { network.closures(in: $0, calendar: hours.calendar) }
    var closures = ClosureSets()
    let windowWays = windowClosures.map { closures.number(of: $0) }
    let hourWays = question.hours.map {
      closures.number(of: network.closures(throughout: $0, calendar: hours.calendar))
    }
    var sets = OpenSets(snaps: setting.snaps)
    let windowSets = zip(windowStates, windowWays).map { sets.bounds($0, closures: $1) }
    let hourSets = zip(hourStates, hourWays).map { sets.bounds($0, closures: $1) }

    let (byClosures, again) = closures.reaches(
      setting.reaches, network, setting.snaps, of: setting.positions, setting.parameters)
    let closed = Set(windowWays).subtracting([0]).sorted()
    let reaches = setting.reaches.mapValues { own in
      closed.isEmpty
        ? own
        : own.joined(
          closed.map { ways in
            (
              byClosures[ways][own.budget],
              windowWays.indices.reduce(0) {
                $0 | (windowWays[$1] == ways ? 1 << UInt32($1) : 0)
              }
            )
          })
    }
    self.reaches = reaches
    let summaries = sets.summaries(byClosures, network, studyArea: setting.studyArea)
    func bounds(_ numbers: OpenSets.Bounds) -> Bounds {
      Bounds(certain: summaries[numbers.certain], possible: summaries[numbers.possible])
    }

    let (pieces, pieceWindows) = TimedGapFinder(
      setting.network, studyArea: setting.studyArea, reaches.main, states: windowStates
    ).pieces()
    gaps = finder.timedGaps(pieces, pieceWindows, budget: setting.parameters.mainBudget)
    windows = question.windows.indices.map { index in
      func opened(_ counts: (TimedGap.Windows) -> Bool) -> OpenedGaps {
        OpenedGaps(finder, zip(pieces, pieceWindows).filter { counts($0.1) }.map(\.0))
      }
      return Window(
        window: question.windows[index], days: days[index].count, certainDays: days[index].certain,
        states: windowStates[index], bounds: bounds(windowSets[index]),
        gaps: opened { $0.isUncovered(index) || $0.isUncertain(index) },
        gapsIfUnknownOpen: opened { $0.isUncovered(index) }, closures: windowClosures[index])
    }
    week = question.hours.indices.map { index in
      Hour(
        start: question.hours[index].lowerBound,
        open: hourStates[index].count { $0 == .open },
        unknown: hourStates[index].count { $0 == .unknown }, bounds: bounds(hourSets[index]))
    }
    searches = setting.snaps.count { $0 != nil } + again
    openSets = sets.sets.count
  }
}

extension CoverageInTime.OpenedGaps {
  /// The gaps that pieces make, joined again where other windows had cut them.
  init(_ finder: GapFinder, _ pieces: [EdgeInterval]) {
    var joined: [EdgeInterval] = []
    for piece in pieces {
      if let last = joined.last, last.edge == piece.edge, last.to == piece.from {
        joined[joined.count - 1].to = piece.to
      } else {
        joined.append(piece)
      }
    }
    for length in finder.lengths(of: joined) {
      count += 1
      self.length += length
      longest = max(longest, length)
    }
  }
}
