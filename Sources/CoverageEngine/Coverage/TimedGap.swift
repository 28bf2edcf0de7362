/// A run of street that a relay covers, but not in every window: a gap at certain times.
public struct TimedGap: Hashable, Sendable {
  /// Whether the run is a gap in a window.
  public enum State: UInt8, Hashable, Sendable {
    /// A relay that covers it is open for certain.
    case covered
    /// Only relays of unknown hours cover it.
    case uncertain
    /// No relay that covers it is open.
    case uncovered
  }

  /// Its nearest relay is the nearest of all, open or not: what would cover it.
  public var gap: Gap
  /// One per window; never all covered.
  public var states: [State]

  public init(gap: Gap, states: [State]) {
    self.gap = gap
    self.states = states
  }
}
