/// How good a selection is known to be, in units of demand.
public struct Optimality: Hashable, Sendable {
  /// What the selection covers.
  public var objective: Int64
  /// What no selection of so many exceeds: proven, in integers.
  public var upperBound: Int64

  public init(objective: Int64, upperBound: Int64) {
    self.objective = objective
    self.upperBound = upperBound
  }

  public var isProven: Bool { objective == upperBound }

  /// (bound − objective) / bound; 0 where there is nothing to gain.
  public var gap: Double {
    upperBound > 0 ? Double(upperBound - objective) / Double(upperBound) : 0
  }
}
