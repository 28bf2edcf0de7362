public import RelaisGeo

/// A portion of one edge, from–to as offsets from its tail.
public struct EdgeInterval: Hashable, Sendable {
  public var edge: EdgeID
  public var from: Length
  public var to: Length

  public init(edge: EdgeID, from: Length, to: Length) {
    self.edge = edge
    self.from = from
    self.to = to
  }

  public var length: Length { to - from }
}
