public import RelaisGeo

/// What a GeoJSON file holds.
public struct GeoJSONContent: Sendable {
  /// Features that could be read, in the file's order; each knows the line it starts on.
  public var features: [Feature]
  /// Features that could not.
  public var rejected: [DamagedRow]
  /// The reference system named by a `crs` member (GeoJSON of 2008), as it is written:
  /// `urn:ogc:def:crs:EPSG::2154`. `nil` without one: WGS 84, as RFC 7946 has it.
  public var referenceSystemName: String?

  public init(
    features: [Feature] = [], rejected: [DamagedRow] = [], referenceSystemName: String? = nil
  ) {
    self.features = features
    self.rejected = rejected
    self.referenceSystemName = referenceSystemName
  }
}
