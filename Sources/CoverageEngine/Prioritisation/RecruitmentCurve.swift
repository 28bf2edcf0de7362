public import RelaisGeo

/// How much so many recruits cover, and how much no choice of so many exceeds.
public struct RecruitmentCurve: Sendable {
  /// The best selection found of one size; a larger one need not contain it.
  public struct Point: Hashable, Sendable {
    public var count: Int
    /// Demand covered in all, relays included, in units.
    public var covered: Int64
    /// What no selection of so many exceeds, relays included: proven, in units.
    public var upperBound: Int64
  }

  /// How many recruits a share of all demand takes.
  public struct Target: Hashable, Sendable {
    /// Of all demand, 0…1.
    public var share: Double
    /// The least number a selection was found for; `nil` where all known candidates together do not reach it.
    public var found: Int?
    /// The least number the bounds leave possible; `nil` likewise.
    public var atLeast: Int?

    /// Whether no smaller number is possible.
    public var isProven: Bool { found == atLeast }
  }

  /// From no recruit on, one by one, to as many as were asked for or the targets take; fewer where
  /// nothing more can be gained. Neither figure ever falls.
  public let points: [Point]
  public let targets: [Target]
  /// Demand that no relay covers and no known candidate would, in units.
  public let unreachableDemand: Int64
  /// The same in metres of street; zero where demand is no street.
  public internal(set) var unreachable = Length.zero
  /// The streets that make it up, the longest first.
  public internal(set) var unreachableStretches: [Gap] = []

  /// Shares of demand asked about, in per cent.
  public static let sharesAsked: [Int64] = [80, 90, 95]
  /// Memberships read at most, about: less than half a second on two cores.
  static let usualWork = 1_000_000_000

  /// - Parameters:
  ///   - list: What was chosen for `count`, where it was; its figures are among the points.
  ///   - demand: All demand, in units.
  ///   - before: What relays cover of it.
  ///   - work: Memberships to read at most, about; counted, so that the same input gives the same curve.
  ///   - isOver: Asked now and then; `true` ends the improvements, wherever they are.
  init(
    _ matrix: CoverageMatrix, list: RecruitmentList?, count: Int, demand: Int64, before: Int64,
    work: Int = RecruitmentCurve.usualWork,
    isOver: @escaping @Sendable () -> Bool = { false }
  ) {
    let wanted = RecruitmentCurve.sharesAsked.map { share in
      (share: share, units: (demand * share + 99) / 100 - before)
    }
    var search = CurveSearch(matrix, work: work)
    if let list { search.take(list, count: count) }
    let reachable = wanted.map(\.units).filter { $0 <= matrix.total }
    search.refine(upTo: count, reaching: reachable, isOver)
    targets = wanted.map { share, units in
      let isReachable = units <= matrix.total
      return Target(
        share: Double(share) / 100, found: isReachable ? search.found(units) : nil,
        atLeast: isReachable ? search.atLeast(units) : nil)
    }
    let end = max(count, targets.compactMap(\.found).max() ?? 0)
    points = search.covered.indices.prefix(end + 1).map {
      Point(count: $0, covered: before + search.covered[$0], upperBound: before + search.most[$0])
    }
    unreachableDemand = demand - before - matrix.total
  }

  /// The curve of a problem given as such.
  public init(
    _ instance: CoverageInstance, list: RecruitmentList, count: Int,
    isOver: @escaping @Sendable () -> Bool = { false }
  ) {
    self.init(
      instance.matrix, list: list, count: count, demand: instance.demand,
      before: instance.coveredBefore, isOver: isOver)
  }
}
