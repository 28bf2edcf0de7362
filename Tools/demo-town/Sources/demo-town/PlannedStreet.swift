/// A place a planned street goes through.
enum Waypoint {
  /// A junction several streets share, by its name in ``TownPlan/anchors``.
  case anchor(String)
  /// A place on the way, metres; the seed moves it a little.
  case free(Double, Double)
  /// The nearest point of a street laid before, metres.
  case onto(Double, Double)
}

/// A street drawn by hand: the skeleton the seed clothes.
struct PlannedStreet {
  let line: StreetLine
  let course: [Waypoint]
  /// Whether the street is drawn as a curve through its waypoints.
  let isCurved: Bool

  init(
    _ kind: LineKind, _ name: String?, _ course: [Waypoint],
    tags: [(key: String, value: String)] = [], isCurved: Bool = true
  ) {
    line = StreetLine(kind, name: name, tags: tags)
    self.course = course
    self.isCurved = isCurved
  }
}
