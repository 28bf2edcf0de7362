/// Writes polygons as GeoJSON (RFC 7946), coordinates to six decimals.
struct GeoJSONText {
  /// A property's value, already as JSON.
  enum Value {
    case text(String)
    case number(Double, decimals: Int)

    var json: String {
      switch self {
      case .text(let text): GeoJSONText.quoted(text)
      case .number(let value, let decimals): FixedDecimal.text(value, decimals)
      }
    }
  }

  private let name: String
  private var features: [String] = []

  init(name: String) {
    self.name = name
  }

  /// Adds a polygon whose rings are on the town's plane: the outer one first, then holes.
  mutating func add(rings: [[Point]], properties: [(key: String, value: Value)]) {
    let degrees = rings.map { ring in
      ring.map { TownSite.degrees($0) }
    }
    add(degrees: degrees, properties: properties)
  }

  /// Adds a polygon given in degrees.
  mutating func add(
    degrees rings: [[(longitude: Double, latitude: Double)]],
    properties: [(key: String, value: Value)]
  ) {
    let coordinates = rings.map { ring in
      let places = (ring + ring.prefix(1)).map {
        "[\(FixedDecimal.text($0.longitude, 6)),\(FixedDecimal.text($0.latitude, 6))]"
      }
      return "[" + places.joined(separator: ",") + "]"
    }
    let members = properties.map { "\(Self.quoted($0.key)): \($0.value.json)" }
    features.append(
      "{\"type\": \"Feature\", \"properties\": {\(members.joined(separator: ", "))}, "
        + "\"geometry\": {\"type\": \"Polygon\", \"coordinates\": ["
        + coordinates.joined(separator: ",") + "]}}")
  }

  /// The whole file.
  var text: String {
    """
    {
    "type": "FeatureCollection",
    "name": \(Self.quoted(name)),
    "description": \(Self.quoted(TownSite.invented)),
    "features": [
    \(features.joined(separator: ",\n"))
    ]
    }

    """
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text {
      if character == "\"" || character == "\\" { result += "\\" }
      result.append(character)
    }
    return result + "\""
  }
}
