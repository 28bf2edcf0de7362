import Computing
public import RelaisGeo

/// Computes past quarters on today's streets, and what changed since one of them.
public struct TrendAnalysis: Sendable {
  /// The analysis of the report's day, with every relay counted.
  public var result: AnalysisResult
  public var houseNumbers: HouseNumbers?
  /// Everything the registry knows.
  public var histories: [EstablishmentHistory]
  /// The runs it keeps, in the order they were recorded.
  public var runs: [RunRecord]
  /// The report's day.
  public var day: CalendarDay
  /// What to compare with; the last run of an earlier day if `nil`, else the last quarter's end.
  public var since: CalendarDay?

  public init(
    result: AnalysisResult, houseNumbers: HouseNumbers?, histories: [EstablishmentHistory],
    runs: [RunRecord], day: CalendarDay, since: CalendarDay? = nil
  ) {
    self.result = result
    self.houseNumbers = houseNumbers
    self.histories = histories
    self.runs = runs
    self.day = day
    self.since = since
  }

  /// - Complexity: a bounded search and a sum over all edges for every day with other relays than the
  ///   one before, at most ``Trend/quarters`` and two.
  public func run(progress: Progress = .silent) -> Trend {
    let ends = quarterEnds()
    let base = base()
    var days = ends.map { histories.relays(on: $0) }
    let known = base.map { histories.relays(on: $0.day, knowing: $0.run?.lastEvent) }
    if let known { days.append(known) }
    var measure = Measure(result, places: days.joined())
    var points: [Trend.Point] = []
    for (index, end) in ends.enumerated() {
      progress(.pastQuarters, index, of: days.count)
      let relays = days[index]
      // A quarter without relays is left out, unless there were some before.
      if relays.isEmpty, points.isEmpty { continue }
      let (figures, attached) = measure.figures(of: relays)
      points.append(
        Trend.Point(
          day: end, relays: relays.count, attached: attached, figures: figures,
          recorded: comparable.last { $0.asOf.quarter == end.quarter }))
    }
    points.append(
      Trend.Point(
        day: day, relays: result.facilities.count, attached: result.snaps.count { $0 != nil },
        figures: result.summaries.mapValues(Trend.Figures.init), recorded: nil))
    guard let base, let known, base.run != nil || !known.isEmpty else {
      return Trend(points: points)
    }
    progress(.pastQuarters, days.count - 1, of: days.count)
    return Trend(points: points, change: change(base, known, &measure))
  }

  /// Runs of their own day, of an earlier one than the report's, asked the same.
  private var comparable: [RunRecord] {
    let parameters = RunRecord.text(result.parameters)
    return runs.filter {
      $0.isOfItsDay && $0.asOf < day && $0.parameters == parameters
        && $0.figures(result.parameters.budgets) != nil
    }.enumerated().sorted { ($0.element.asOf, $0.offset) < ($1.element.asOf, $1.offset) }
      .map(\.element)
  }

  /// The day compared with, and its run if one was kept.
  func base() -> (day: CalendarDay, run: RunRecord?)? {
    if let since {
      guard since < day else { return nil }
      let run = comparable.last { $0.asOf <= since && $0.asOf.quarter == since.quarter }
      return (run?.asOf ?? since, run)
    }
    if let run = comparable.last { return (run.asOf, run) }
    return quarterEnds().last.map { ($0, nil) }
  }

  /// The last days of the quarters before the report's, increasing.
  private func quarterEnds() -> [CalendarDay] {
    (0..<Trend.quarters).reversed().compactMap {
      CalendarDay.start(ofQuarter: day.quarter - $0)?.adding(days: -1)
    }
  }

  private func change(
    _ base: (day: CalendarDay, run: RunRecord?), _ known: [Facility], _ measure: inout Measure
  ) -> CoverageChange {
    let budgets = result.parameters.budgets
    let recorded = base.run?.figures(budgets)
    let coverage = measure.coverage(of: known)
    let then = measure.figures(of: known).figures
    let now = Dictionary(
      result.facilities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let before = Dictionary(known.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return CoverageChange(
      since: base.day, run: base.run,
      effects: PerBudget(budgets) { budget in
        CoverageChange.Effects(
          recorded: recorded?[budget], then: then[budget],
          now: Trend.Figures(result[budget].summary))
      },
      joined: result.facilities.filter { before[$0.id] == nil },
      left: known.filter { now[$0.id] == nil },
      moved: result.facilities.filter { one in
        before[one.id].map { $0.position != one.position } ?? false
      },
      stretches: PerBudget(budgets) { budget in
        stretches(from: coverage[budget], to: result[budget].coverage)
      })
  }

  /// Streets to cover that one of two coverages has and the other has not.
  private func stretches(from then: Coverage, to now: Coverage) -> [CoverageChange.Stretch] {
    let network = result.network
    let parts = Parallel.map(network.edgeCount, grain: 5000) { edges in
      var found: [(kind: CoverageChange.Stretch.Kind, piece: EdgeInterval)] = []
      for edge in edges where network.isDemand[edge] {
        if let clip = result.studyClip, clip.sides[edge] == .outside { continue }
        let length = Int64(network.lengths[edge])
        let (old, new) = (then.set(of: edge, in: network), now.set(of: edge, in: network))
        if old == new { continue }
        for (kind, set) in [
          (CoverageChange.Stretch.Kind.gained, new.intersection(old.complement(in: length))),
          (.lost, old.intersection(new.complement(in: length))),
        ] {
          let inside =
            result.studyClip.map { set.intersection($0.set(of: edge, length: length)) } ?? set
          for portion in inside.portions where portion.to > portion.from {
            found.append(
              (
                kind,
                EdgeInterval(
                  edge: EdgeID(edge), from: Length(millimetres: portion.from),
                  to: Length(millimetres: portion.to))
              ))
          }
        }
      }
      return found
    }.flatMap { $0 }
    let finder = GapFinder(
      network, result.distances, studyArea: result.studyClip, districts: result.districtAreas,
      numbers: houseNumbers)
    return CoverageChange.Stretch.Kind.allCases.flatMap { kind in
      let pieces = parts.filter { $0.kind == kind }.map(\.piece)
      return finder.gaps(
        of: pieces, kinds: [UInt64](repeating: 0, count: pieces.count), budget: now.budget
      ).map { CoverageChange.Stretch(kind: kind, run: $0.gap) }
    }
  }
}

/// What sets of relays cover on one network; places are attached once for all of them.
private struct Measure {
  let result: AnalysisResult
  private var snaps: [Position: Snap] = [:]
  private var last: (snaps: [Snap?], figures: PerBudget<Trend.Figures>)?

  init(_ result: AnalysisResult, places: some Sequence<Facility>) {
    self.result = result
    var seen = Set<Position>()
    let positions = places.map(\.position).filter { $0.isFinite && seen.insert($0).inserted }
    let found = Snapper(result.network, result.parameters.snapping).snaps(
      of: positions, within: result.parameters.maximumSnap)
    for (position, snap) in zip(positions, found) { snaps[position] = snap }
  }

  private func attached(_ relays: [Facility]) -> [Snap?] { relays.map { snaps[$0.position] } }

  private func coverage(_ snaps: [Snap?]) -> PerBudget<Coverage> {
    let distances = NetworkDistances(
      result.network, from: snaps, countsConnector: result.parameters.countsConnector,
      within: result.parameters.budgets.farthest.length)
    return PerBudget(result.parameters.budgets) {
      Coverage(result.network, distances, budget: $0)
    }
  }

  func coverage(of relays: [Facility]) -> PerBudget<Coverage> { coverage(attached(relays)) }

  mutating func figures(of relays: [Facility]) -> (figures: PerBudget<Trend.Figures>, attached: Int)
  {
    let snaps = attached(relays)
    let count = snaps.count { $0 != nil }
    if let last, last.snaps == snaps { return (last.figures, count) }
    let figures = coverage(snaps).mapValues {
      Trend.Figures(
        CoverageSummary.summary(result.network, $0, studyArea: result.studyClip))
    }
    last = (snaps, figures)
    return (figures, count)
  }
}

extension Trend.Figures {
  init(_ summary: BudgetSummary) {
    self.init(
      budget: summary.budget, streets: summary.streets, covered: summary.streetsCovered)
  }
}

extension [EstablishmentHistory] {
  /// The relays of a day, by identifier: adherents with a position.
  ///
  /// - Parameter last: The last event that counts; those recorded after it were not known yet.
  public func relays(on day: CalendarDay, knowing last: Int64? = nil) -> [Facility] {
    (last.map { known(upTo: $0) } ?? self).compactMap { history -> Facility? in
      guard let one = history.establishment(on: day), one.state == .adherent else { return nil }
      return one.facility
    }.sorted { $0.id < $1.id }
  }
}
