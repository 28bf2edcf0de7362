/// A run of street that relays cover, but not in every window: a gap at certain times.
public struct TimedGap: Hashable, Sendable {
  /// The windows a run is a gap in, a bit each, in the order they were asked for.
  public struct Windows: Hashable, Sendable {
    /// No relay that reaches it is open.
    let uncovered: UInt32
    /// Only relays of unknown hours reach it.
    let uncertain: UInt32

    var isEmpty: Bool { uncovered | uncertain == 0 }

    /// As one word, which distinguishes runs.
    var word: UInt64 { UInt64(uncertain) << 32 | UInt64(uncovered) }

    /// Whether it is a gap for certain in a window.
    public func isUncovered(_ window: Int) -> Bool { uncovered >> UInt32(window) & 1 != 0 }

    /// Whether it is one unless relays of unknown hours are open.
    public func isUncertain(_ window: Int) -> Bool { uncertain >> UInt32(window) & 1 != 0 }
  }

  /// Its nearest relay is the nearest of all, open or not: what would cover it.
  public var gap: Gap
  /// Never none.
  public var windows: Windows
}
