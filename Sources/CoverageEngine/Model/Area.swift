public import RelaisGeo

/// A named area: the study area, a district, a priority area. In the network's coordinates.
public struct Area: Hashable, Sendable {
  public var id: String
  public var name: String
  public var shape: MultiPolygon

  public init(id: String, name: String, shape: MultiPolygon) {
    self.id = id
    self.name = name
    self.shape = shape
  }
}
