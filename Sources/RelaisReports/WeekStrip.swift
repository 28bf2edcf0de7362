/// A week as a drawing: a bar for each hour of each day. A table next to it always says the same.
public struct WeekStrip: Sendable {
  public struct Day: Hashable, Sendable {
    public var label: String
    /// 24, from midnight.
    public var hours: [Hour]
  }

  /// Shares of a hundred, whole: what is sure, and what is possible at most.
  public struct Hour: Hashable, Sendable {
    public var certain: Int
    public var possible: Int
    /// Whether children walk in some of it.
    public var isMarked: Bool
  }

  /// Seven, from Monday.
  public var days: [Day]
  public var certainLabel: String
  public var possibleLabel: String
  public var markLabel: String
  /// Written below the bars at midnight, six, noon, six and midnight.
  public var ticks: [String]
}
