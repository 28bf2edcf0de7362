public import RelaisGeo

/// The object of the map that an establishment of the registry was last seen to be.
///
/// It bears no name: nobody's data are in it.
public struct MapSighting: Hashable, Sendable {
  /// The registry's key.
  public var establishment: String
  /// `node/123` or `way/123`.
  public var object: String
  /// The category it counted under.
  public var category: String
  /// Where the map had it.
  public var position: Position
  /// The nearest other places of the map, the nearest first: an extract that lacks them too does not
  /// reach there.
  public var neighbours: [String]
  /// The day of the last run that found it there.
  public var day: CalendarDay

  public init(
    establishment: String, object: String, category: String, position: Position,
    neighbours: [String], day: CalendarDay
  ) {
    self.establishment = establishment
    self.object = object
    self.category = category
    self.position = position
    self.neighbours = neighbours
    self.day = day
  }
}
