/// A polygon of positions: one shell, any holes; rings closed (first position repeated last).
public struct Polygon: Hashable, Sendable {
  public var shell: [Position]
  public var holes: [[Position]]

  public init(shell: [Position], holes: [[Position]] = []) {
    self.shell = shell
    self.holes = holes
  }
}

/// Polygons that are one area together.
public struct MultiPolygon: Hashable, Sendable {
  public var polygons: [Polygon]

  public init(_ polygons: [Polygon]) {
    self.polygons = polygons
  }
}
