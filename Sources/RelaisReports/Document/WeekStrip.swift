/// A week as a drawing: a bar for each hour of each day. A table next to it always says the same.
public struct WeekStrip: Sendable {
  /// A day of the week.
  public struct Day: Hashable, Sendable {
    /// Its name, short.
    public var label: String
    /// 24, from midnight.
    public var hours: [Hour]
  }

  /// Shares of a hundred, whole: what is sure, and what is possible at most.
  public struct Hour: Hashable, Sendable {
    /// Per cent of the streets, relays of unknown hours closed.
    public var certain: Int
    /// Per cent of the streets, relays of unknown hours open.
    public var possible: Int
    /// Whether children walk in some of it.
    public var isMarked: Bool
  }

  /// Seven, from Monday.
  public var days: [Day]
  /// What the legend says of the solid bar.
  public var certainLabel: String
  /// What the legend says of the striped bar.
  public var possibleLabel: String
  /// What the legend says of the mark.
  public var markLabel: String
  /// Written below the bars at midnight, six, noon, six and midnight.
  public var ticks: [String]
}
