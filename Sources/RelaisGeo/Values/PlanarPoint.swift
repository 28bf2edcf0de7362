/// A point in a projected reference system: metres east, metres north.
@frozen
public struct PlanarPoint: Hashable, Sendable {
  /// Easting, metres.
  public var x: Double
  /// Northing, metres.
  public var y: Double

  @inlinable
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}
