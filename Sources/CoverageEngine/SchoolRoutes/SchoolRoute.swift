public import RelaisGeo

/// The shortest way from a home to its school, and how much of it no relay covers.
///
/// Its length counts the legs from door to street at both ends where connectors count. Coverage is
/// a matter of streets: a leg off the street is neither covered nor uncovered.
public struct SchoolRoute: Hashable, Sendable {
  /// Index of the home.
  public var home: Int
  /// Who walks it.
  public var children: Children
  /// `nil` where there is no way, or the home or the school is attached to no street.
  public var walk: Walk?
  /// The way with fewest uncovered metres among those little longer; `nil` without one or if it
  /// was not asked for.
  public var covered: Walk?

  public struct Walk: Hashable, Sendable {
    public var length: Length
    /// Metres of street out of reach of every relay.
    public var uncovered: Length
    /// The longest run of them, across crossings too.
    public var longestUncovered: Length
    /// The streets alone, without the legs at both ends.
    public var onStreets: Length
  }
}

/// A stretch of street over which the same children walk to one school.
public struct SchoolFlow: Hashable, Sendable {
  /// Index of the school.
  public var school: Int
  public var interval: EdgeInterval
  public var children: Children
  /// Homes they come from.
  public var homes: Int
}
