public import RelaisGeo

/// One table to be written into a GeoPackage, its rows asked for one at a time.
public struct GeoPackageLayer {
  /// What an attribute column holds.
  public enum ColumnType: String, Sendable {
    case integer = "INTEGER"
    case real = "REAL"
    case text = "TEXT"
    case boolean = "BOOLEAN"
  }

  public struct Column: Hashable, Sendable {
    public var name: String
    public var type: ColumnType
    /// What people see in place of the name; unique in its layer.
    public var title: String?

    public init(_ name: String, _ type: ColumnType, title: String? = nil) {
      self.name = name
      self.type = type
      self.title = title
    }
  }

  /// What geometries a layer holds. A single one becomes a multi-geometry where the layer needs it.
  public enum GeometryType: String, Sendable {
    case geometry = "GEOMETRY"
    case point = "POINT"
    case lineString = "LINESTRING"
    case polygon = "POLYGON"
    case multiPoint = "MULTIPOINT"
    case multiLineString = "MULTILINESTRING"
    case multiPolygon = "MULTIPOLYGON"
  }

  public struct Row: Sendable {
    public var geometry: Geometry?
    /// One value for each column, in their order.
    public var values: [AttributeValue]

    public init(_ geometry: Geometry?, _ values: [AttributeValue]) {
      self.geometry = geometry
      self.values = values
    }
  }

  /// The table's name.
  public var name: String
  /// The title people see; unique in its file.
  public var identifier: String
  public var description: String
  /// `nil` for a table without geometries.
  public var geometryType: GeometryType?
  public var columns: [Column]
  /// A QGIS style (QML) that is applied when the layer is opened.
  public var style: String?
  /// The rows, gone through once while writing. Keys count from 1 in their order.
  public var rows: any Sequence<Row>

  public init(
    name: String, identifier: String? = nil, description: String = "",
    geometryType: GeometryType?, columns: [Column], style: String? = nil,
    rows: some Sequence<Row>
  ) {
    self.name = name
    self.identifier = identifier ?? name
    self.description = description
    self.geometryType = geometryType
    self.columns = columns
    self.style = style
    self.rows = rows
  }

  static let keyColumn = "fid"
  static let geometryColumn = "geom"
}

extension GeoPackageLayer.GeometryType {
  /// A geometry as a layer of this type takes it; `nil` if it cannot.
  func taking(_ geometry: Geometry) -> Geometry? {
    switch (self, geometry) {
    case (.geometry, _), (.point, .point), (.lineString, .lineString), (.polygon, .polygon),
      (.multiPoint, .multiPoint), (.multiLineString, .multiLineString),
      (.multiPolygon, .multiPolygon):
      geometry
    case (.multiPoint, .point(let point)): .multiPoint([point])
    case (.multiLineString, .lineString(let line)): .multiLineString([line])
    case (.multiPolygon, .polygon(let polygon)): .multiPolygon(MultiPolygon([polygon]))
    case (.point, _), (.lineString, _), (.polygon, _), (.multiPoint, _), (.multiLineString, _),
      (.multiPolygon, _):
      nil
    }
  }
}
