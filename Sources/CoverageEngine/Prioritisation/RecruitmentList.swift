/// The candidates to recruit, the one that gains most first, and how good the choice is.
public struct RecruitmentList: Sendable {
  /// One line of the list.
  public struct Recruit: Hashable, Sendable {
    /// Index of the candidate.
    public var candidate: Int
    /// Demand it covers and neither a relay nor a recruit before it does, in units.
    public var gain: Int64
    /// Demand covered by the list up to here, in units.
    public var cumulative: Int64
  }

  public let recruits: [Recruit]
  public let optimality: Optimality
  /// By candidate: demand it would cover and no relay covers now, in units.
  public let gains: [Int64]
  /// Parts of the search looked at.
  public let parts: Int
  /// Multipliers good for the whole problem; `nil` where none were sought.
  let point: DualPoint?
  /// What a checker needs; `nil` unless it was asked for.
  public let trace: SearchTrace?

  /// Chooses at most `count` candidates.
  ///
  /// Within the choice the order is greedy, ties to the lowest; candidates that would add nothing to
  /// the others are left out, so the list may be shorter than asked.
  ///
  /// - Complexity: exponential at worst; `effort` bounds it.
  public init(
    _ matrix: CoverageMatrix, count: Int, effort: SearchEffort = SearchEffort(),
    keepsTrace: Bool = false, progress: (Optimality) -> Void = { _ in }
  ) {
    gains = (0..<matrix.candidateCount).map { matrix.gain(of: $0) }
    var solver = ExactSolver(matrix, count: count, effort: effort, keepsTrace: keepsTrace)
    let solution = solver.solve(progress)
    optimality = solution.optimality
    parts = solution.parts
    point = solution.point
    trace = solution.trace
    var cover = Cover(matrix)
    var recruits: [Recruit] = []
    while let best = cover.best(among: solution.selection) {
      let gain = cover.gains[best]
      cover.add(best)
      recruits.append(Recruit(candidate: best, gain: gain, cumulative: cover.value))
    }
    self.recruits = recruits
  }
}
