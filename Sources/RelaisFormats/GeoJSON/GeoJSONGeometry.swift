import RelaisGeo

/// Reads the geometry objects of GeoJSON.
enum GeoJSONGeometry {
  static let types: Set<String> = [
    "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon",
    "GeometryCollection",
  ]

  /// Reads the geometry at hand; `nil` for `null` and for one without positions.
  ///
  /// A collection of only points, only lines or only areas becomes a multi-geometry.
  ///
  /// - Throws: `JSONProblem.shape` with `wrongGeometry` (unknown type, mixed collection) or
  ///   `invalidGeometry` (coordinates), and the scanner is then anywhere inside.
  static func read(_ json: inout JSONScanner) throws(JSONProblem) -> Geometry? {
    let opening = json.peek()
    if opening == UInt8(ascii: "n") {
      try json.skipValue()
      return nil
    }
    guard opening == UInt8(ascii: "{") else {
      throw .shape(.wrongGeometry("not an object"))
    }
    var type: String?
    var coordinates: Int?
    var members: Int?
    try json.enter(opening)
    let depth = json.currentDepth
    var first = true
    while let name = try json.nextMember(&first) {
      let next = json.peek()
      switch json.string(at: name) {
      case "type" where next == UInt8(ascii: "\""):
        type = try json.string()
        continue
      case "coordinates": coordinates = json.at
      case "geometries": members = json.at
      default: break
      }
      try json.skipValue()
    }
    let end = json.at
    guard let type, types.contains(type) else {
      throw .shape(.wrongGeometry(type ?? ""))
    }
    guard let start = type == "GeometryCollection" ? members : coordinates else {
      throw .shape(.invalidGeometry("coordinates"))
    }
    json.rewind(to: start, depth: depth)
    let geometry = try read(type, &json)
    json.rewind(to: end, depth: depth - 1)
    return geometry
  }

  private static func read(
    _ type: String, _ json: inout JSONScanner
  ) throws(JSONProblem) -> Geometry? {
    switch type {
    case "Point":
      guard let position = try position(&json) else { return nil }
      return .point(position)
    case "MultiPoint":
      let points = try positions(&json)
      return points.isEmpty ? nil : .multiPoint(points)
    case "LineString":
      let line = try positions(&json)
      return line.isEmpty ? nil : .lineString(try checkedLine(line))
    case "MultiLineString":
      // A part that is no line is left to whoever takes the sound ones; without any the shape is none.
      var lines: [[Position]] = []
      try forEach(&json) { (json) throws(JSONProblem) in
        lines.append(try positions(&json))
      }
      if let first = lines.first, lines.allSatisfy({ GeometryRules.problem(ofLine: $0) != nil }) {
        _ = try checkedLine(first)
      }
      return lines.isEmpty ? nil : .multiLineString(lines)
    case "Polygon":
      return try polygon(&json).map { .polygon($0) }
    case "MultiPolygon":
      var polygons: [Polygon] = []
      try forEach(&json) { (json) throws(JSONProblem) in
        guard let polygon = try polygon(&json) else {
          throw .shape(.invalidGeometry("an empty polygon"))
        }
        polygons.append(polygon)
      }
      return polygons.isEmpty ? nil : .multiPolygon(MultiPolygon(polygons))
    default:
      return try collection(&json)
    }
  }

  private static func collection(_ json: inout JSONScanner) throws(JSONProblem) -> Geometry? {
    var collected = GeometryCollector()
    try forEach(&json) { (json) throws(JSONProblem) in
      if let geometry = try read(&json) { collected.add(geometry) }
    }
    guard collected.isUniform else {
      throw .shape(.wrongGeometry("GeometryCollection"))
    }
    return collected.geometry
  }

  private static func polygon(_ json: inout JSONScanner) throws(JSONProblem) -> Polygon? {
    var rings: [[Position]] = []
    try forEach(&json) { (json) throws(JSONProblem) in
      rings.append(try checkedRing(try positions(&json)))
    }
    guard let shell = rings.first else { return nil }
    return Polygon(shell: shell, holes: Array(rings.dropFirst()))
  }

  private static func checkedLine(_ line: [Position]) throws(JSONProblem) -> [Position] {
    if let problem = GeometryRules.problem(ofLine: line) {
      throw .shape(.invalidGeometry(problem))
    }
    return line
  }

  private static func checkedRing(_ ring: [Position]) throws(JSONProblem) -> [Position] {
    if let problem = GeometryRules.problem(ofRing: ring) {
      throw .shape(.invalidGeometry(problem))
    }
    return ring
  }

  private static func positions(_ json: inout JSONScanner) throws(JSONProblem) -> [Position] {
    var result: [Position] = []
    try forEach(&json) { (json) throws(JSONProblem) in
      guard let position = try position(&json) else {
        throw .shape(.invalidGeometry("an empty position"))
      }
      result.append(position)
    }
    return result
  }

  /// Two numbers, heights and measures after them whatever they are; `nil` for an empty array.
  private static func position(_ json: inout JSONScanner) throws(JSONProblem) -> Position? {
    var result = Position(x: 0, y: 0)
    var count = 0
    try forEach(&json) { (json) throws(JSONProblem) in
      switch count {
      case 0: result.x = try number(&json)
      case 1: result.y = try number(&json)
      default: try json.skipValue()
      }
      count += 1
    }
    if count == 0 { return nil }
    guard count >= 2 else { throw .shape(.invalidGeometry("a position of one number")) }
    return result
  }

  private static func number(_ json: inout JSONScanner) throws(JSONProblem) -> Double {
    let byte = json.peek()
    guard byte == UInt8(ascii: "-") || byte &- 48 < 10 else {
      throw .shape(.invalidGeometry("a coordinate that is no number"))
    }
    let start = json.at
    _ = try json.skipNumber()
    guard let value = DecimalNumber.parse(json.bytes, start..<json.at, comma: false),
      abs(value) <= GeometryRules.largestCoordinate
    else {
      throw .shape(
        .invalidGeometry(String(decoding: json.bytes[start..<json.at].prefix(40), as: UTF8.self)))
    }
    return value
  }

  @inline(__always)
  private static func forEach(
    _ json: inout JSONScanner, _ body: (inout JSONScanner) throws(JSONProblem) -> Void
  ) throws(JSONProblem) {
    guard json.peek() == UInt8(ascii: "[") else {
      throw .shape(.invalidGeometry("coordinates that are no array"))
    }
    try json.enter(UInt8(ascii: "["))
    var first = true
    while try json.nextElement(&first) { try body(&json) }
  }
}
