import Computing

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
    /// The least number the bounds leave possible; `nil` in the same case.
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

  /// Shares of demand asked about, in per cent.
  public static let sharesAsked: [Int64] = [80, 90, 95]
  /// Memberships read at most, about: less than half a second on two cores.
  static let usualWork = 700_000_000

  /// - Parameters:
  ///   - demand: All demand, in units.
  ///   - before: What relays cover of it.
  ///   - work: Memberships to read at most, about; counted, so that the same input gives the same curve.
  ///   - isOver: Asked now and then; `true` ends the improvements, wherever they are.
  package init(
    _ matrix: CoverageMatrix, count: Int, demand: Int64, before: Int64,
    work: Int = RecruitmentCurve.usualWork,
    isOver: @escaping @Sendable () -> Bool = { false }
  ) {
    let wanted = Wanted(matrix, count: count, demand: demand, before: before)
    self.init(wanted.search(matrix, work: work, isOver), wanted)
  }

  /// A list for `count` and the curve, sought side by side; the list's figures are among the points.
  ///
  /// - Parameter list: Run on the calling thread.
  package static func beside(
    _ list: () -> RecruitmentList, _ matrix: CoverageMatrix, count: Int, demand: Int64,
    before: Int64, work: Int = RecruitmentCurve.usualWork,
    isOver: @escaping @Sendable () -> Bool = { false }
  ) -> (list: RecruitmentList, curve: RecruitmentCurve) {
    let wanted = Wanted(matrix, count: count, demand: demand, before: before)
    var (list, search) = Parallel.both(list) { wanted.search(matrix, work: work, isOver) }
    search.take(list, count: count)
    return (list, RecruitmentCurve(search, wanted))
  }

  /// The list and the curve of a problem given as such.
  public static func beside(
    _ list: () -> RecruitmentList, _ instance: CoverageInstance, count: Int,
    isOver: @escaping @Sendable () -> Bool = { false }
  ) -> (list: RecruitmentList, curve: RecruitmentCurve) {
    beside(
      list, instance.matrix, count: count, demand: instance.demand,
      before: instance.coveredBefore, isOver: isOver)
  }

  /// What a curve is to show.
  private struct Wanted: Sendable {
    var count: Int
    /// What all candidates together cover in addition to the relays, in units.
    var total: Int64
    var demand: Int64
    var before: Int64
    /// By target, what recruits must cover for it, in units.
    var shares: [(share: Int64, units: Int64)]

    init(_ matrix: CoverageMatrix, count: Int, demand: Int64, before: Int64) {
      self.count = count
      total = matrix.total
      self.demand = demand
      self.before = before
      shares = RecruitmentCurve.sharesAsked.map { ($0, (demand * $0 + 99) / 100 - before) }
    }

    func search(
      _ matrix: CoverageMatrix, work: Int, _ isOver: @escaping @Sendable () -> Bool
    ) -> CurveSearch {
      var search = CurveSearch(matrix, work: work)
      search.refine(
        upTo: count, reaching: shares.map(\.units).filter { $0 <= total }, isOver)
      return search
    }
  }

  private init(_ search: CurveSearch, _ wanted: Wanted) {
    targets = wanted.shares.map { share, units in
      let isReachable = units <= wanted.total
      return Target(
        share: Double(share) / 100, found: isReachable ? search.found(units) : nil,
        atLeast: isReachable ? search.atLeast(units) : nil)
    }
    let before = wanted.before
    let end = max(wanted.count, targets.compactMap(\.found).max() ?? 0)
    points = search.covered.indices.prefix(end + 1).map {
      Point(count: $0, covered: before + search.covered[$0], upperBound: before + search.most[$0])
    }
    unreachableDemand = wanted.demand - before - wanted.total
  }
}
