/// A point of a network or of a place: degrees on the earth, or metres of a plane of its own.
///
/// Which of the two is said once for a whole data set, by its ``Ground``. Coordinates are kept as
/// they came, degrees for nearly every source, because ground lengths are exact there; projection
/// is for drawing and writing (`Documentation/Decisions/0001`).
@frozen
public struct Position: Hashable, Sendable {
  /// Longitude in degrees, east positive; or metres east.
  public var x: Double
  /// Latitude in degrees, north positive; or metres north.
  public var y: Double

  @inlinable
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// Longitude and latitude, WGS 84, degrees.
  @inlinable
  public init(longitude: Double, latitude: Double) {
    self.init(x: longitude, y: latitude)
  }

  /// Neither coordinate is infinite or not a number.
  @inlinable
  public var isFinite: Bool { x.isFinite && y.isFinite }

  /// Longitude within ±180 and latitude within ±90, both finite.
  @inlinable
  public var isGeographic: Bool { abs(x) <= 180 && abs(y) <= 90 }
}
