import RelaisTestSupport

/// A small OpenStreetMap file, written element by element.
struct OSMText {
  private var nodes: [String] = []
  private var ways: [String] = []
  private var relations: [String] = []
  /// Ways before nodes, as no program writes them.
  var isUnsorted = false

  /// A node some metres east and north of 6° E, 48° N, roughly.
  mutating func node(
    _ id: Int64, _ east: Double = 0, _ north: Double = 0, _ tags: [String: String] = [:]
  ) {
    let place = "lat=\"\(48 + north / 111_000)\" lon=\"\(6 + east / 74_600)\""
    guard !tags.isEmpty else { return rawNode(id, place) }
    let inner = tags.sorted { $0.key < $1.key }.map { "<tag k=\"\($0.key)\" v=\"\($0.value)\"/>" }
    nodes.append("<node id=\"\(id)\" version=\"1\" \(place)>\(inner.joined())</node>")
  }

  mutating func rawNode(_ id: Int64, _ attributes: String) {
    nodes.append("<node id=\"\(id)\" version=\"1\" \(attributes)/>")
  }

  mutating func way(
    _ id: Int64, _ references: [Int64], _ tags: [String: String] = ["highway": "residential"]
  ) {
    let tags = tags.sorted { $0.key < $1.key }.map { "<tag k=\"\($0.key)\" v=\"\($0.value)\"/>" }
    ways.append(
      "<way id=\"\(id)\" version=\"1\">" + references.map { "<nd ref=\"\($0)\"/>" }.joined()
        + tags.joined() + "</way>")
  }

  /// A multipolygon of ways, all with the role of an outline: roles are not looked at.
  mutating func multipolygon(_ id: Int64, _ members: [Int64], _ tags: [String: String]) {
    let tags = tags.merging(["type": "multipolygon"]) { $1 }.sorted { $0.key < $1.key }.map {
      "<tag k=\"\($0.key)\" v=\"\($0.value)\"/>"
    }
    relations.append(
      "<relation id=\"\(id)\" version=\"1\">"
        + members.map { "<member type=\"way\" ref=\"\($0)\" role=\"outer\"/>" }.joined()
        + tags.joined() + "</relation>")
  }

  var text: String {
    let parts = isUnsorted ? ways + nodes.reversed() : nodes + ways
    return "<?xml version=\"1.0\"?>\n<osm version=\"0.6\">\n"
      + (parts + relations).joined(separator: "\n")
      + "\n</osm>\n"
  }
}
