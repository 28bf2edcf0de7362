public import RelaisGeo

/// Where a place attaches to the network: the nearest point of the nearest walkable edge.
public struct Snap: Hashable, Sendable {
  public var edge: EdgeID
  /// From the edge's tail, 0…length.
  public var offset: Length
  /// The straight leg from the place to the street.
  public var connector: Length
  /// The point on the street.
  public var point: Position

  public init(edge: EdgeID, offset: Length, connector: Length, point: Position) {
    self.edge = edge
    self.offset = offset
    self.connector = connector
    self.point = point
  }
}
