public import RelaisGeo

/// The streets to cover that no relay covers and no known candidate would.
public struct UnreachableStreets: Sendable {
  public var length: Length
  /// The stretches that make them up, the longest first.
  public var stretches: [Gap]

  /// - Complexity: linear in the problem's unreachable intervals.
  init(_ problem: ProspectionProblem, budget: Budget, _ finder: GapFinder) {
    length = problem.unreachable.reduce(.zero) { $0 + $1.length }
    stretches = finder.gaps(
      of: problem.unreachable, kinds: Array(repeating: 0, count: problem.unreachable.count),
      budget: budget
    ).map(\.gap)
  }
}
