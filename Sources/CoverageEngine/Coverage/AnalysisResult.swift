public import RelaisGeo

/// Everything a report may show of one analysis.
public struct AnalysisResult: Sendable {
  public var parameters: AnalysisParameters
  public var network: StreetNetwork
  public var facilities: [Facility]
  /// One per facility, `nil` where it stays unattached.
  public var snaps: [Snap?]
  /// The walk from the nearest relay to every point.
  public var distances: NetworkDistances
  /// What was found for each budget; ``subscript(_:)`` asks for one.
  public var byBudget: PerBudget<BudgetResult>
  public var districts: [DistrictSummary]
  public var studyArea: Area?
  /// What of every edge lies inside the study area; `nil` without one.
  public var studyClip: AreaClip?
  public var districtAreas: [Area]
  /// Priority areas, where there are any, in the form of districts.
  public var priorities: [DistrictSummary] = []
  public var priorityAreas: [Area] = []
  /// The communes of a study area that is a list of them, in its order; in the form of districts, their `id` the INSEE
  /// code.
  public var communes: [DistrictSummary] = []
  public var communeAreas: [Area] = []
  public var findings: [Finding]
  /// The time asked for and who is open then; `nil` where every relay counts.
  public var moment: MomentCoverage?
  /// Windows and week, where they were asked for.
  public var inTime: CoverageInTime?
  /// What would be lost if one of the relays that count left; `nil` where only figures were asked for.
  public var fragility: Fragility?
  /// What is to be thought of the network; `nil` where that was not asked for.
  public var health: NetworkHealth?
}

extension AnalysisResult {
  /// Everything found for one budget.
  ///
  /// - Precondition: The budget is one of the parameters'.
  public subscript(budget: Budget) -> BudgetResult { byBudget[budget] }

  /// Everything found for the main budget.
  public var main: BudgetResult { byBudget.main }

  public var coverage: PerBudget<Coverage> { byBudget.mapValues(\.coverage) }
  public var summaries: PerBudget<BudgetSummary> { byBudget.mapValues(\.summary) }
  /// Those of all budgets: by budget, then rank.
  public var gaps: [Gap] { byBudget.flatMap(\.gaps) }

  /// The snaps of the relays that count: all, or those open for certain at the time asked for.
  public var countedSnaps: [Snap?] {
    guard let moment else { return snaps }
    return zip(snaps, moment.states).map { $1 == .open ? $0 : nil }
  }

  /// The parts of an interval that lie inside the study area; all of it without one.
  public func inside(_ interval: EdgeInterval) -> [EdgeInterval] {
    guard let studyClip else { return [interval] }
    let length = network.length(of: interval.edge).millimetres
    let own = IntervalSet(union: [
      .init(from: interval.from.millimetres, to: interval.to.millimetres)
    ])
    return studyClip.set(of: interval.edge.position, length: length).intersection(own).portions
      .map {
        EdgeInterval(
          edge: interval.edge, from: Length(millimetres: $0.from),
          to: Length(millimetres: $0.to))
      }
  }

  /// The communes that places lie in; `nil` outside all of them, and where the study area is not a list.
  ///
  /// - Complexity: about logarithmic in the outlines' sides for each place and commune.
  public func communes(of places: [Position]) -> [Commune?] {
    let borders = communeAreas.map { AreaBorder($0.shape) }
    return places.map { place in
      borders.firstIndex { $0.contains(place) }.map {
        Commune(code: communeAreas[$0].id, name: communeAreas[$0].name)
      }
    }
  }

  /// How far the farthest point of an interval is from its nearest relay, rounded down to a
  /// millimetre, and at most as far as streets were read; `nil` where no relay can be reached.
  public func longestWalk(on interval: EdgeInterval) -> Length? {
    network.known(
      WorstPoint(network, distances, on: interval).distance.map { Length(millimetres: $0) },
      from: interval.edge
    ).walk
  }
}
