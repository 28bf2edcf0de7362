public import RelaisGeo

/// Writes a GeoJSON collection, a feature a line, in the order it is called.
public struct GeoJSONWriter: Sendable {
  /// What coordinates are, and so how many decimals they need.
  public enum Coordinates: Sendable {
    /// Seven decimals, about a centimetre.
    case degrees
    /// Three decimals, a millimetre.
    case metres
    /// All digits that tell a number from others, for files that are read again.
    case exact

    var decimals: Int? {
      switch self {
      case .degrees: 7
      case .metres: 3
      case .exact: nil
      }
    }
  }

  private var json: JSONWriter
  private let decimals: Int?

  /// - Parameters:
  ///   - name: The collection's name, as QGIS shows it.
  ///   - referenceSystemName: For a `crs` member, where coordinates are not WGS 84:
  ///     `urn:ogc:def:crs:EPSG::2154`.
  ///   - capacity: Bytes expected.
  public init(
    name: String? = nil, referenceSystemName: String? = nil, coordinates: Coordinates = .degrees,
    capacity: Int = 1 << 16
  ) {
    json = JSONWriter(capacity: capacity)
    decimals = coordinates.decimals
    json.beginObject()
    json.key("type")
    json.string("FeatureCollection")
    if let name {
      json.key("name")
      json.string(name)
    }
    if let referenceSystemName {
      json.key("crs")
      json.beginObject()
      json.key("type")
      json.string("name")
      json.key("properties")
      json.beginObject()
      json.key("name")
      json.string(referenceSystemName)
      json.endObject()
      json.endObject()
    }
    json.key("features")
    json.beginArray()
  }

  /// Adds a feature, its attributes in the order given.
  ///
  /// A geometry with a coordinate that is not finite, which no reader lets in, is written as `null`.
  ///
  /// - Complexity: O(positions + attributes).
  public mutating func append(
    _ geometry: Geometry?, id: String? = nil, attributes: [(String, AttributeValue)] = []
  ) {
    json.breakLine()
    json.beginObject()
    json.key("type")
    json.string("Feature")
    if let id {
      json.key("id")
      json.string(id)
    }
    json.key("properties")
    json.beginObject()
    for (name, value) in attributes {
      json.key(name)
      json.attribute(value)
    }
    json.endObject()
    json.key("geometry")
    if let geometry, geometry.isFinite {
      write(geometry)
    } else {
      json.null()
    }
    json.endObject()
  }

  /// Ends the collection and gives its bytes.
  public consuming func finish() -> [UInt8] {
    json.breakLine()
    json.endArray()
    json.endObject()
    return json.finish()
  }

  private mutating func write(_ geometry: Geometry) {
    json.beginObject()
    json.key("type")
    json.string(geometry.typeName)
    json.key("coordinates")
    switch geometry {
    case .point(let point): write(point)
    case .multiPoint(let line), .lineString(let line): write(line)
    case .multiLineString(let lines): write(lines)
    case .polygon(let polygon): write([polygon.shell] + polygon.holes)
    case .multiPolygon(let area):
      json.beginArray()
      for polygon in area.polygons { write([polygon.shell] + polygon.holes) }
      json.endArray()
    }
    json.endObject()
  }

  private mutating func write(_ lines: [[Position]]) {
    json.beginArray()
    for line in lines { write(line) }
    json.endArray()
  }

  private mutating func write(_ line: [Position]) {
    json.beginArray()
    for position in line { write(position) }
    json.endArray()
  }

  private mutating func write(_ position: Position) {
    json.beginArray()
    for number in [position.x, position.y] {
      if let decimals { json.decimal(number, decimals: decimals) } else { json.number(number) }
    }
    json.endArray()
  }
}
