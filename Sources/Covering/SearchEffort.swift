/// How far a search for the best selection goes.
public struct SearchEffort: Sendable {
  /// It stops once bound and selection are this close, as a share of the bound; 0 for the optimum.
  public var gap: Double
  /// It stops after reading so many memberships. Counted, not timed, so that the same input gives the
  /// same answer on every machine.
  public var work: Int
  /// Asked now and then; `true` stops the search, wherever it is. For limits in time.
  public var isOver: @Sendable () -> Bool

  public init(
    gap: Double = 0, work: Int = SearchEffort.usualWork,
    isOver: @escaping @Sendable () -> Bool = { false }
  ) {
    self.gap = gap
    self.work = work
    self.isOver = isOver
  }

  /// Some tens of seconds; a minute or two of processor time where parts are many and small.
  public static let usualWork = 40_000_000_000
}
