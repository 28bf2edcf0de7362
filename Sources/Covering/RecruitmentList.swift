/// The candidates to recruit, the one that gains most first, and how good the choice is.
public struct RecruitmentList: Sendable {
  /// What a list covers most of.
  public enum Measure: String, Hashable, Sendable {
    /// Demand covered once all have said yes.
    case covered
    /// Demand covered on average, each saying yes by chance and for itself.
    case expected
  }

  /// One line of the list.
  public struct Recruit: Hashable, Sendable {
    /// Index of the candidate.
    public var candidate: Int
    /// Demand it covers and neither a relay nor a recruit before it does, in units; on average where the
    /// measure is.
    public var gain: Int64
    /// Demand covered by the list up to here, in units of the same measure.
    public var cumulative: Int64
    /// The gain once it and all before it have said yes.
    public var gainIfYes: Int64
  }

  public let measure: Measure
  public let recruits: [Recruit]
  /// In the list's measure; averages cut to whole units.
  public let optimality: Optimality
  /// By candidate: demand it would cover and no relay covers now, in units; on average where the measure is.
  public let gains: [Int64]
  /// The same once it has said yes.
  public let gainsIfYes: [Int64]
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
  /// - Parameters:
  ///   - chances: By candidate, how likely it says yes, in thousandths; `nil` where all count as certain.
  ///   - keepsTrace: Whether the list is to carry what a checker needs.
  /// - Complexity: exponential at worst; `effort` bounds it.
  public init(
    _ matrix: CoverageMatrix, count: Int, chances: [Int64]? = nil,
    effort: SearchEffort = SearchEffort(), keepsTrace: Bool = false,
    progress: (Optimality) -> Void = { _ in }
  ) {
    let chances = chances.flatMap { $0.allSatisfy { $0 == Chance.certain } ? nil : $0 }
    measure = chances == nil ? .covered : .expected
    let gainsIfYes = (0..<matrix.candidateCount).map { matrix.gain(of: $0) }
    self.gainsIfYes = gainsIfYes
    gains =
      chances.map { chances in
        gainsIfYes.indices.map {
          let (whole, rest) = gainsIfYes[$0].quotientAndRemainder(dividingBy: Chance.certain)
          return whole * chances[$0] + rest * chances[$0] / Chance.certain
        }
      } ?? gainsIfYes
    // Averages are no whole units: they are counted in finer ones, as fine as sums allow.
    let fineness = chances == nil ? 0 : RecruitmentList.fineness(matrix, count: count)
    let fine = chances.map { matrix.uncertain($0, shift: fineness) } ?? matrix
    func whole(_ units: Int64) -> Int64 { units >> Int64(fineness) }
    var solver = ExactSolver(
      fine, count: count, fineness: fineness, effort: effort, keepsTrace: keepsTrace)
    let solution = solver.solve { found in
      progress(
        Optimality(objective: whole(found.objective), upperBound: whole(found.upperBound)))
    }
    optimality = Optimality(
      objective: whole(solution.optimality.objective),
      upperBound: whole(solution.optimality.upperBound))
    parts = solution.parts
    point = solution.point
    trace = solution.trace
    var cover = Cover(fine)
    var certain = Cover(matrix)
    var recruits: [Recruit] = []
    var before: Int64 = 0
    let objective = optimality.objective
    while let best = cover.best(among: solution.selection)
      // Where averages are rounded, the last may seem to add nothing and yet be missing.
      ?? (before < objective ? solution.selection.first { !cover.isSelected[$0] } : nil)
    {
      let gainIfYes = certain.gains[best]
      cover.add(best)
      certain.add(best)
      let cumulative =
        chances == nil
        ? cover.value : whole(fine.expected(by: recruits.map(\.candidate) + [best]))
      recruits.append(
        Recruit(
          candidate: best, gain: cumulative - before, cumulative: cumulative,
          gainIfYes: gainIfYes))
      before = cumulative
    }
    self.recruits = recruits
  }

  /// How finely averages may be counted so that sums fit.
  static func fineness(_ matrix: CoverageMatrix, count: Int) -> Int {
    let most = Double(max(1, matrix.total)) * Double(max(1, min(count, matrix.candidateCount)))
    var fineness = 0
    while fineness < 20, most * Double(Int64(2) << Int64(fineness)) < Double(1 << 52) {
      fineness += 1
    }
    return fineness
  }
}
