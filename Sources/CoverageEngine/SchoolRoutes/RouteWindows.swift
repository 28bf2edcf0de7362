public import RelaisGeo

/// The windows ways to school are walked in, and what is covered then.
///
/// Two bounds: relays of unknown hours counted as closed, and as open. The ways stay the same whichever relay is open, and
/// only what covers them differs; where a way is closed in a window, children walk the shortest that is open.
public struct RouteWindows: Sendable {
  public var windows: [SchoolRunWindow]
  /// Different coverages, in the order they were first met.
  let coverages: [Coverage]
  /// By coverage: the streets as they are walked then; `nil` where every way is open.
  let networks: [StreetNetwork?]
  /// By window: which of them.
  let bounds: [OpenSets.Bounds]

  public static let none = RouteWindows(windows: [], coverages: [], networks: [], bounds: [])

  private init(
    windows: [SchoolRunWindow], coverages: [Coverage], networks: [StreetNetwork?],
    bounds: [OpenSets.Bounds]
  ) {
    self.windows = windows
    self.coverages = coverages
    self.networks = networks
    self.bounds = bounds
  }

  /// Those of an analysis, within its main budget; none where no relay's hours are known, since every
  /// figure would be nothing to everything.
  ///
  /// - Complexity: for every different set of open relays, one search from all of them.
  public init(_ result: AnalysisResult) {
    guard let inTime = result.inTime, inTime.knowsHours else {
      self = .none
      return
    }
    var sets = OpenSets(snaps: result.snaps)
    var closures = ClosureSets()
    let bounds = inTime.windows.map {
      sets.bounds($0.states, closures: closures.number(of: $0.closures))
    }
    let main = result.parameters.mainBudget
    let networks = closures.sets.map { result.network.walked(without: $0) }
    let snaps = networks.map {
      Snapper($0, result.parameters.snapping).renewed(
        result.snaps, of: result.facilities.map(\.position),
        within: result.parameters.maximumSnap)
    }
    let coverages = sets.sets.map { set in
      let network = networks[set.closures]
      return Coverage(
        network,
        NetworkDistances(
          network, from: zip(snaps[set.closures], set.relays).map { $1 ? $0 : nil },
          countsConnector: result.parameters.countsConnector, within: main.length), budget: main)
    }
    self.init(
      windows: inTime.windows.map(\.window), coverages: coverages,
      networks: sets.sets.map { $0.closures == 0 ? nil : networks[$0.closures] }, bounds: bounds)
  }
}

extension SchoolFigures {
  /// How exposed a school's ways are in one window.
  public struct Window: Hashable, Sendable {
    /// Relays of unknown hours counted as closed, as open.
    public var certain: Exposure
    public var possible: Exposure
  }

  /// How exposed the ways are under one coverage.
  public struct Exposure: Hashable, Sendable {
    /// In the unit of ``SchoolFigures/coveredChildMillimetres``.
    public var coveredChildMillimetres: Int128 = 0
    /// What is walked then, where some ways are closed; `nil` where it is ``SchoolFigures/childMillimetres``.
    public var walkedChildMillimetres: Int128?
    /// Children with an uncovered run of more than ``SchoolFigures/longRun``.
    public var exposed = Children.zero
    public var exposedHomes = 0
    /// The longest uncovered run that children of enough homes walk; zero without one.
    public var longest = Length.zero
  }

  /// That of the planner's own coverage.
  public var exposure: Exposure {
    Exposure(
      coveredChildMillimetres: coveredChildMillimetres, exposed: exposed,
      exposedHomes: exposedHomes, longest: longest?.length ?? .zero)
  }

  /// Of the metres walked, those covered, 0…1; `nil` where none are walked.
  public func coveredShare(_ exposure: Exposure) -> Double? {
    let walked = exposure.walkedChildMillimetres ?? childMillimetres
    return walked == 0 ? nil : Double(exposure.coveredChildMillimetres) / Double(walked)
  }
}

extension RouteCollector.Result {
  /// Adds what windows say of one school's routes.
  ///
  /// - Parameters:
  ///   - tree: holds the ways to that school, and keeps the exposures of the last coverage.
  ///   - elsewhere: The same school's ways on streets of which some are closed.
  /// - Complexity: one sweep over the tree for each coverage, no search but for those.
  mutating func measure(
    _ windows: RouteWindows, _ tree: inout RouteTree,
    elsewhere: (StreetNetwork, Coverage) -> SchoolFigures.Exposure
  ) {
    let exposures = windows.coverages.indices.map { index in
      let coverage = windows.coverages[index]
      if let network = windows.networks[index] { return elsewhere(network, coverage) }
      tree.expose(under: coverage)
      return exposure(tree)
    }
    figures.windows = windows.bounds.map {
      .init(certain: exposures[$0.certain], possible: exposures[$0.possible])
    }
  }

  /// How exposed these ways are under the tree's coverage.
  func exposure(_ tree: borrowing RouteTree) -> SchoolFigures.Exposure {
    var sum = SchoolFigures.Exposure()
    for (route, departure) in zip(routes, departures) {
      guard let walk = route.walk, let departure else { continue }
      let own = tree.exposure(of: departure)
      sum.coveredChildMillimetres +=
        Int128(route.children.millionths) * Int128(walk.onStreets.millimetres - own.uncovered)
      if own.longest > SchoolFigures.longRun.millimetres {
        sum.exposed += route.children
        sum.exposedHomes += 1
      }
    }
    for start in sharedStarts {
      sum.longest = max(sum.longest, Length(millimetres: tree.exposure(of: start).longest))
    }
    return sum
  }
}
