public import RelaisGeo

/// A maximal run of uncovered intervals along one street, inside the study area.
public struct Gap: Hashable, Sendable {
  public var budget: Budget
  /// Rank within its budget, from 1: the longest first; ties to the lowest edge.
  public var rank: Int
  /// The street's name, `nil` where it bears none.
  public var street: String?
  public var from: GapEnd
  public var to: GapEnd
  public var length: Length
  /// Weighted metres.
  public var demand: Double
  /// Where the walk to the nearest relay is longest; ties to the lowest edge, then offset.
  public var worst: Position
  /// That walk; `nil` where no relay can be reached at all.
  public var worstDistance: Length?
  /// Whether it is in truth more than ``worstDistance``, as far as streets were read; ``nearestFacility`` is then
  /// `nil`.
  public var worstIsOver = false
  /// Index of the relay nearest to the worst point.
  public var nearestFacility: Int?
  /// Name of the district of the worst point.
  public var district: String?
  /// The commune of the worst point, where the study area is several.
  public var commune: Commune?
  /// The uncovered portions, ordered by edge and offset.
  public var pieces: [EdgeInterval]

  public init(
    budget: Budget, rank: Int, street: String?, from: GapEnd, to: GapEnd, length: Length,
    demand: Double, worst: Position, worstDistance: Length?, nearestFacility: Int?,
    district: String?, pieces: [EdgeInterval]
  ) {
    self.budget = budget
    self.rank = rank
    self.street = street
    self.from = from
    self.to = to
    self.length = length
    self.demand = demand
    self.worst = worst
    self.worstDistance = worstDistance
    self.nearestFacility = nearestFacility
    self.district = district
    self.pieces = pieces
  }
}

/// Where a gap ends, in words a person recognises.
public enum GapEnd: Hashable, Sendable {
  /// At or next to a crossing with these streets, sorted, at least one.
  case crossing([String])
  /// By a house number of the gap's own street.
  case number(String)
  /// No crossing with a name, but a street of that name is the nearest one from there, at a short walk.
  case near(String)
  /// Likewise, at a walk so long that its length belongs to it.
  case away(from: String, walk: Length)
  /// The street ends there.
  case deadEnd
  /// The study area ends there.
  case border
  /// Nothing with a name is within reach: where it is.
  case place(Position, on: Ground)
}
