/// What a line of the town's plan is.
enum LineKind: String {
  case trunk, primary, secondary, tertiary, unclassified, residential, pedestrian, service
  case livingStreet = "living_street"
  case footway, path, steps, cycleway, track
  case river, railway
  /// The edge of the commune: it shapes polygons and is no way of the map.
  case boundary

  /// Whether the line parts the land and takes no junction: nothing may run into it, and those
  /// that cross it do so over or under, save a level crossing.
  var isBarrier: Bool {
    switch self {
    case .trunk, .river, .railway, .boundary: true
    default: false
    }
  }

  /// Whether cars use it and it may bear a name and houses.
  var isStreet: Bool {
    switch self {
    case .primary, .secondary, .tertiary, .unclassified, .residential, .livingStreet, .pedestrian:
      true
    default: false
    }
  }
}

/// One line of the plan: a way of the map to be.
struct StreetLine {
  var kind: LineKind
  var name: String?
  /// Further tags, in the order they are written.
  var tags: [(key: String, value: String)] = []
  /// Whether the line bounds blocks; impasses, drives and most footpaths do not.
  var isStructural = true
  /// Whether the street namer may give it a name.
  var awaitsName = false
  /// The line's segments as they were laid; see ``StreetGraph/nodes(of:)``.
  var segments: [Int] = []

  init(
    _ kind: LineKind, name: String? = nil, tags: [(key: String, value: String)] = [],
    isStructural: Bool = true, awaitsName: Bool = false
  ) {
    self.kind = kind
    self.name = name
    self.tags = tags
    self.isStructural = isStructural
    self.awaitsName = awaitsName
  }

  /// Whether the line passes above or below the ground.
  var isOffGround: Bool {
    tags.contains { ($0.key == "bridge" || $0.key == "tunnel") && $0.value == "yes" }
  }
}
