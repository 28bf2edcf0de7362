import RelaisGeo

/// The state of reading one GeoJSON text.
struct GeoJSONScanner {
  private var json: JSONScanner
  private var lines = LineCounter()
  private var result = GeoJSONContent()
  /// What JSON that is not GeoJSON resembles.
  private(set) var looksLike: String?
  /// The names of the last feature's attributes, as written and as text: features of one file share
  /// them, in the same order.
  private var names: [(range: Range<Int>, text: String)] = []

  init(_ bytes: [UInt8]) {
    json = JSONScanner(bytes)
    json.takesNotANumber = true
  }

  /// Reads everything; `nil` when it is not GeoJSON.
  ///
  /// The whole text is walked through once to find the outer members and to see that it is JSON,
  /// then what matters is read.
  mutating func content() throws(JSONProblem) -> GeoJSONContent? {
    json.skipSeparators()
    guard json.peek() == UInt8(ascii: "{") else {
      try json.skipValue()
      try json.end()
      looksLike = "json"
      return nil
    }
    let start = json.at
    let values = try outerMembers()
    json.skipSeparators()
    if json.peek() == UInt8(ascii: "{") {
      guard try isText(values) else { throw json.failure("text after its end") }
      json.rewind(to: start, depth: 0)
      try readSequence()
      return result
    }
    try json.end()
    if let crs = values["crs"] { result.referenceSystemName = try referenceSystemName(at: crs) }
    guard try isText(values) else {
      switch try text(at: values["type"]) {
      case "Topology": looksLike = "topojson"
      default: looksLike = values["elements"] == nil ? "json" : "overpass-json"
      }
      return nil
    }
    try readText(from: start, values)
    return result
  }

  /// Reads texts one after the other (RFC 8142, with or without the separators it asks for): features
  /// as a rule, each on a line of its own.
  private mutating func readSequence() throws(JSONProblem) {
    while true {
      json.skipSeparators()
      guard json.peek() == UInt8(ascii: "{") else { return try json.end() }
      let start = json.at
      let values = try outerMembers()
      let end = json.at
      guard try isText(values) else {
        json.rewind(to: start, depth: 0)
        throw json.failure("a feature expected")
      }
      if result.referenceSystemName == nil, let crs = values["crs"] {
        result.referenceSystemName = try referenceSystemName(at: crs)
      }
      try readText(from: start, values)
      json.rewind(to: end, depth: 0)
    }
  }

  /// Whether an object is a GeoJSON text, by the members that were found in it.
  private mutating func isText(_ values: [String: Int]) throws(JSONProblem) -> Bool {
    let (at, depth) = (json.at, json.currentDepth)
    defer { json.rewind(to: at, depth: depth) }
    guard let type = try text(at: values["type"]) else { return false }
    return type == "FeatureCollection" || type == "Feature" || GeoJSONGeometry.types.contains(type)
  }

  /// Reads a collection, a feature or a bare geometry whose members were found.
  private mutating func readText(
    from start: Int, _ values: [String: Int]
  ) throws(JSONProblem) {
    switch try text(at: values["type"]) {
    case "FeatureCollection":
      guard let place = values["features"] else {
        throw .shape(.noGeometry("a FeatureCollection without features"))
      }
      json.rewind(to: place, depth: 1)
      guard json.peek() == UInt8(ascii: "[") else {
        throw .shape(.noGeometry("features that are no array"))
      }
      try json.enter(UInt8(ascii: "["))
      var first = true
      while try json.nextElement(&first) { try readFeature() }
    case "Feature":
      json.rewind(to: start, depth: 0)
      try readFeature()
    default:
      json.rewind(to: start, depth: 0)
      readBareGeometry()
    }
  }

  /// Where the values of the outermost object start, by name.
  private mutating func outerMembers() throws(JSONProblem) -> [String: Int] {
    var values: [String: Int] = [:]
    try json.enter(UInt8(ascii: "{"))
    var first = true
    while let name = try json.nextMember(&first) {
      _ = json.peek()
      values[json.string(at: name)] = json.at
      try json.skipValue()
    }
    return values
  }

  /// The string at a place; `nil` when another value is there.
  private mutating func text(at place: Int?) throws(JSONProblem) -> String? {
    guard let place else { return nil }
    json.rewind(to: place, depth: 1)
    return json.peek() == UInt8(ascii: "\"") ? try json.string() : nil
  }

  /// The name in a `crs` object: `properties.name`, else `properties.code` as `EPSG:code`.
  private mutating func referenceSystemName(at place: Int) throws(JSONProblem) -> String? {
    json.rewind(to: place, depth: 1)
    guard json.peek() == UInt8(ascii: "{") else { return nil }
    try json.enter(UInt8(ascii: "{"))
    var found: String?
    var first = true
    while let name = try json.nextMember(&first) {
      guard json.string(at: name) == "properties", json.peek() == UInt8(ascii: "{") else {
        try json.skipValue()
        continue
      }
      try json.enter(UInt8(ascii: "{"))
      var inner = true
      while let property = try json.nextMember(&inner) {
        let property = json.string(at: property)
        let value = try attribute()
        guard let text = value.text, !text.isEmpty else { continue }
        if property == "name" { found = text }
        if property == "code", found == nil { found = "EPSG:\(text)" }
      }
    }
    return found
  }

  // MARK: Features

  private mutating func readBareGeometry() {
    _ = json.peek()
    let place = SourcePlace.line(lines.line(of: json.at, in: json.bytes))
    do throws(JSONProblem) {
      let geometry = try GeoJSONGeometry.read(&json)
      result.features.append(Feature(id: nil, geometry: geometry, attributes: [:], place: place))
    } catch {
      reject(error, id: nil, place: place)
    }
  }

  /// Reads the feature at hand: one more in the features, or in the rejected rows.
  private mutating func readFeature() throws(JSONProblem) {
    let opening = json.peek()
    let place = SourcePlace.line(lines.line(of: json.at, in: json.bytes))
    guard opening == UInt8(ascii: "{") else {
      try json.skipValue()
      reject(.shape(.noGeometry("not an object")), id: nil, place: place)
      return
    }
    var feature = Feature(id: nil, geometry: nil, attributes: [:], place: place)
    var problem: JSONProblem?
    var hasAttributes = true
    var type: String?
    var hasGeometry = false
    try json.enter(UInt8(ascii: "{"))
    var first = true
    while let name = try json.nextMember(&first) {
      switch json.string(at: name) {
      case "type":
        if case .text(let text) = try attribute() { type = text }
      case "id":
        if let text = try attribute().text { feature.id = text }
      case "geometry":
        hasGeometry = true
        problem = nil
        feature.geometry = nil
        _ = json.peek()
        let (start, depth) = (json.at, json.currentDepth)
        do throws(JSONProblem) {
          feature.geometry = try GeoJSONGeometry.read(&json)
        } catch {
          problem = error
          json.rewind(to: start, depth: depth)
          try json.skipValue()
        }
      case "properties":
        hasAttributes = try readAttributes(into: &feature.attributes)
      default:
        try json.skipValue()
      }
    }
    if problem == nil, type != "Feature", type != nil || !hasGeometry {
      problem = .shape(.wrongGeometry(type ?? ""))
    }
    if problem == nil, !hasAttributes { problem = .shape(.invalidText("properties")) }
    if let problem {
      reject(problem, id: feature.id, place: place)
    } else {
      result.features.append(feature)
    }
  }

  private mutating func reject(_ problem: JSONProblem, id: String?, place: SourcePlace) {
    let defect: RowDefect =
      switch problem {
      case .shape(let defect): defect
      case .syntax(_, let detail): .invalidText(detail)
      }
    result.rejected.append(DamagedRow(place: place, id: id, defect: defect))
  }

  // MARK: Attributes

  /// Reads an object of attributes, or `null` for none.
  ///
  /// - Returns: False when it is something else, which is gone past.
  private mutating func readAttributes(
    into attributes: inout [String: AttributeValue]
  ) throws(JSONProblem) -> Bool {
    let opening = json.peek()
    guard opening == UInt8(ascii: "{") else {
      try json.skipValue()
      return opening == UInt8(ascii: "n")
    }
    attributes.removeAll()
    attributes.reserveCapacity(names.count)
    try json.enter(opening)
    var first = true
    var index = 0
    while let name = try json.nextMember(&first) {
      attributes[attributeName(name, index)] = try attribute()
      index += 1
    }
    return true
  }

  private mutating func attributeName(_ range: Range<Int>, _ index: Int) -> String {
    if index < names.count {
      let known = names[index]
      if json.bytes[known.range].elementsEqual(json.bytes[range]) { return known.text }
    }
    let text = json.string(at: range)
    if index < names.count {
      names[index] = (range, text)
    } else if index < 256 {
      names.append((range, text))
    }
    return text
  }

  /// Reads one value. Objects and arrays stay JSON text, as do numbers beyond `Int64` or `Double`,
  /// so that nothing of them is lost.
  private mutating func attribute() throws(JSONProblem) -> AttributeValue {
    switch json.peek() {
    case UInt8(ascii: "\""): return .text(try json.string())
    case UInt8(ascii: "{"), UInt8(ascii: "["): return .text(json.compact(try json.skipValue()))
    case UInt8(ascii: "t"):
      try json.skipValue()
      return .bool(true)
    case UInt8(ascii: "f"):
      try json.skipValue()
      return .bool(false)
    case UInt8(ascii: "n"):
      try json.skipValue()
      return .null
    case _ where json.isNotANumber:
      try json.skipValue()
      return .null
    default:
      let start = json.at
      let whole = try json.skipNumber()
      let digits = String(decoding: json.bytes[start..<json.at], as: UTF8.self)
      if whole {
        // -0 is no integer.
        if let value = Int64(digits), value != 0 || digits == "0" { return .integer(value) }
        if digits != "-0" { return .text(digits) }
      }
      guard let value = DecimalNumber.parse(json.bytes, start..<json.at, comma: false) else {
        return .text(digits)
      }
      return .real(value)
    }
  }
}
