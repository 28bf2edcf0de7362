/// A geometry with typed attributes, as a source record holds it.
public struct Feature: Sendable {
  /// The feature's own identifier in its file, where it has one (GeoJSON `id`, GeoPackage key).
  public var id: String?
  public var geometry: Geometry?
  public var attributes: [String: AttributeValue]
  /// Where it stands in its file: line for text, feature number (from 1) otherwise.
  public var place: SourcePlace

  public init(
    id: String?, geometry: Geometry?, attributes: [String: AttributeValue], place: SourcePlace
  ) {
    self.id = id
    self.geometry = geometry
    self.attributes = attributes
    self.place = place
  }
}

/// The shapes a feature may have. Z and M are dropped by readers.
public enum Geometry: Hashable, Sendable {
  case point(Position)
  case multiPoint([Position])
  case lineString([Position])
  case multiLineString([[Position]])
  case polygon(Polygon)
  case multiPolygon(MultiPolygon)
}

/// One attribute of a feature.
public enum AttributeValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  case real(Double)
  case text(String)

  /// The value as text, `nil` for null; numbers without exponent or needless decimals.
  public var text: String? {
    switch self {
    case .null: nil
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .real(let value):
      value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    case .text(let value): value
    }
  }
}

/// Where a record stands in its file.
public enum SourcePlace: Hashable, Sendable {
  /// Line of a text file, from 1.
  case line(Int)
  /// Record of a file without lines, from 1.
  case record(Int)
  /// An OpenStreetMap way.
  case way(Int64)
  /// An OpenStreetMap relation.
  case relation(Int64)
}
