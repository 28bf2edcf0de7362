/// An OpenStreetMap file being put together: nodes, ways and relations in order of their identifiers.
struct OSMDocument {
  private var nodes = ""
  private var ways = ""
  private var relations = ""
  private var nextNode = 1
  private var nextWay = 1
  private var nextRelation = 1
  private var west = 180.0
  private var east = -180.0
  private var south = 90.0
  private var north = -90.0

  /// Adds a node and returns its identifier.
  mutating func addNode(at point: Point, tags: [(key: String, value: String)] = []) -> Int {
    let (longitude, latitude) = TownSite.degrees(point)
    west = min(west, longitude)
    east = max(east, longitude)
    south = min(south, latitude)
    north = max(north, latitude)
    return add(longitude, latitude, tags)
  }

  /// Adds a node that the file's bounds leave out of account.
  mutating func addSceneryNode(at point: Point) -> Int {
    let (longitude, latitude) = TownSite.degrees(point)
    return add(longitude, latitude, [])
  }

  private mutating func add(
    _ longitude: Double, _ latitude: Double, _ tags: [(key: String, value: String)]
  ) -> Int {
    let place =
      "lat=\"\(FixedDecimal.text(latitude, 7))\" lon=\"\(FixedDecimal.text(longitude, 7))\""
    nodes += " <node id=\"\(nextNode)\" \(place)"
    nodes += tags.isEmpty ? "/>\n" : ">\n" + Self.text(tags) + " </node>\n"
    nextNode += 1
    return nextNode - 1
  }

  /// Adds a way through nodes that are already there and returns its identifier.
  @discardableResult
  mutating func addWay(_ references: [Int], tags: [(key: String, value: String)]) -> Int {
    ways += " <way id=\"\(nextWay)\">\n"
    for reference in references { ways += "  <nd ref=\"\(reference)\"/>\n" }
    ways += Self.text(tags) + " </way>\n"
    nextWay += 1
    return nextWay - 1
  }

  /// Adds a relation of ways that are already there.
  mutating func addRelation(
    _ members: [(way: Int, role: String)], tags: [(key: String, value: String)]
  ) {
    relations += " <relation id=\"\(nextRelation)\">\n"
    for member in members {
      relations += "  <member type=\"way\" ref=\"\(member.way)\" role=\"\(member.role)\"/>\n"
    }
    relations += Self.text(tags) + " </relation>\n"
    nextRelation += 1
  }

  private static func text(_ tags: [(key: String, value: String)]) -> String {
    tags.map { "  <tag k=\"\($0.key)\" v=\"\(escaped($0.value))\"/>\n" }.joined()
  }

  private static func escaped(_ value: String) -> String {
    var result = ""
    for character in value {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }

  /// The whole file.
  func text(seed: UInt64) -> String {
    let bounds = [("minlat", south), ("minlon", west), ("maxlat", north), ("maxlon", east)]
      .map { "\($0.0)=\"\(FixedDecimal.text($0.1, 7))\"" }.joined(separator: " ")
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <osm version="0.6" generator="Relais demo-town, seed \(seed)">
       <!-- \(TownSite.invented) Not OpenStreetMap data. -->
       <bounds \(bounds)/>
      \(nodes)\(ways)\(relations)</osm>

      """
  }
}
