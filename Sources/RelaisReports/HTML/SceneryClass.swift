import RelaisGeo

/// What a kind of scenery is called in the style sheet.
enum SceneryClass {
  static func of(_ kind: Scenery.Area.Kind) -> StaticString {
    switch kind {
    case .green: "green"
    case .water: "water"
    case .square: "square"
    case .building: "building"
    }
  }

  static func of(_ kind: Scenery.Line.Kind) -> StaticString {
    switch kind {
    case .stream: "stream"
    case .river: "river"
    case .railway: "railway"
    }
  }
}
