public import RelaisGeo

/// One kind of flaw in a street network, with every place where it was found.
public struct NetworkProblem: Hashable, Sendable {
  /// Where it was found.
  public struct Place: Hashable, Sendable {
    /// A point to look at on the map.
    public var position: Position
    /// The edges concerned, increasing; none where it is about no street.
    public var edges: [EdgeID]
    /// The name of the first of them that has one.
    public var street: String?
    /// Metres of street concerned; of a near miss or a crossing, of all edges that meet there.
    public var length: Length
  }

  public var flaw: NetworkFlaw
  /// By their lowest edge, then from south to north and from west to east.
  public var places: [Place]
  /// Metres of street concerned, each edge once.
  public var length: Length
  /// What this problem alone says of the network.
  public var verdict: HealthVerdict

  public var count: Int { places.count }
}
