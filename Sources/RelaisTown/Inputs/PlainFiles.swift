public import CoverageEngine
public import RelaisGeo

/// Plain files in place of a territory.
public struct PlainFiles: Sendable {
  public var streets: [String]
  public var relays: [String]
  public var boundary: String?
  public var districts: String?
  public var priorityAreas: String?
  /// For ways to school.
  public var schools: [String] = []
  /// Where children live.
  public var addresses: [String] = []
  public var catchments: [String] = []
  /// That of projected coordinates and of outputs; `nil` for the one that suits the place.
  public var referenceSystem: ReferenceSystem?

  /// The layers to read of files that have several; those that evidently serve for the others.
  public var layers: [InputKind: String] = [:]

  public init(streets: [String], relays: [String] = []) {
    self.streets = streets
    self.relays = relays
  }
}
