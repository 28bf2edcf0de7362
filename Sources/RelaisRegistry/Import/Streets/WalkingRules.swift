import CoverageEngine

/// Which OpenStreetMap ways can be walked, and which are streets to cover.
///
/// The rules are those of the project's specification, section 3: rights of way in France, read
/// from the tags alone. `oneway` binds no walker and is ignored.
package struct WalkingRules: Sendable {
  /// Tags that make a row of a way: of the first any value, of the others one.
  static let deciding = ["highway", "railway", "public_transport", "man_made"]
  /// The values of platforms and piers.
  static let platforms = [
    "railway": "platform", "public_transport": "platform", "man_made": "pier",
  ]
  /// Tags that say a way is not there yet, or no more.
  static let lifecycle = [
    "construction", "proposed", "abandoned", "disused", "demolished", "razed",
  ]
  /// The tags the rules look at, the deciding ones first and the name last.
  package static let keys =
    deciding + ["foot", "access", "service", "motorroad", "area", "footway"] + lifecycle + ["name"]

  package enum Verdict: Hashable, Sendable {
    /// Can be walked; whether it is a street to cover.
    case walkable(isDemand: Bool)
    case notWalkable
    case noPedestrianAccess
    case privateAccess
    case areaNotWalkable
    /// Not there yet, or no more, by one of ``WalkingRules/lifecycle``.
    case notInService(key: String)
  }

  private static let walkable: Set = [
    "trunk", "trunk_link", "primary", "primary_link", "secondary", "secondary_link", "tertiary",
    "tertiary_link", "unclassified", "residential", "living_street", "service", "road",
    "pedestrian", "footway", "path", "steps", "track", "crossing", "corridor", "elevator",
  ]
  private static let walkableWhereAllowed: Set = [
    "cycleway", "bridleway", "bus_guideway", "busway",
  ]
  private static let walkableOutlines: Set = [
    "pedestrian", "footway", "path", "living_street", "corridor",
  ]
  static let allowed: Set = ["yes", "designated", "permissive", "official"]
  static let forbidden: Set = ["no", "private", "use_sidepath"]
  static let closedAccess: Set = ["no", "private", "military", "customs", "emergency"]
  private static let streets: Set = [
    "trunk", "trunk_link", "primary", "primary_link", "secondary", "secondary_link", "tertiary",
    "tertiary_link", "unclassified", "residential", "living_street", "pedestrian", "road",
  ]

  /// - Parameter value: The way's value of a key, empty where it lacks it.
  package static func verdict(_ value: (String) -> String) -> Verdict {
    let highway = value("highway")
    let foot = value("foot")
    let isAllowed = allowed.contains(foot)
    let isPlatform = isPlatform(value)
    if !highway.isEmpty || isPlatform, let key = endedBy(value) { return .notInService(key: key) }
    if forbidden.contains(foot) { return .noPedestrianAccess }
    if walkableWhereAllowed.contains(highway) {
      guard isAllowed || isPlatform else { return .noPedestrianAccess }
    } else if !walkable.contains(highway), !isPlatform || isRoadForCars(highway) {
      return .notWalkable
    }
    if value("service") == "private" { return .privateAccess }
    if !isAllowed {
      if closedAccess.contains(value("access")) { return .privateAccess }
      if value("motorroad") == "yes" { return .noPedestrianAccess }
    }
    if value("area") == "yes" {
      return walkableOutlines.contains(highway) || isPlatform
        ? .walkable(isDemand: false) : .areaNotWalkable
    }
    return .walkable(
      isDemand: isPlatform && !streets.contains(highway) ? false : isDemand(highway, value))
  }

  /// The verdict with the hours of the way, for which it counts as open where no time is asked for.
  ///
  /// - Parameter value: Of ``ConditionalTags/keys`` too.
  static func judged(
    _ value: (String) -> String
  ) -> (verdict: Verdict, hours: WalkingHours?) {
    let verdict = verdict(value)
    guard ConditionalTags.keys.contains(where: { !value($0).isEmpty }) else {
      return (verdict, nil)
    }
    if case .walkable = verdict { return (verdict, ConditionalTags.hours(base: true, value)) }
    guard let hours = ConditionalTags.hours(base: false, value) else { return (verdict, nil) }
    // What it would be if nothing forbade to walk there.
    let open = self.verdict { ["foot", "access"].contains($0) ? "" : value($0) }
    if case .walkable = open { return (open, hours) }
    return (verdict, nil)
  }

  /// Whether a way is a platform or a pier, whatever else.
  static func isPlatform(_ value: (String) -> String) -> Bool {
    value("highway") == "platform"
      || platforms.contains { value($0.key) == $0.value }
  }

  /// No platform makes a walk of a motorway, or of what is not built.
  private static func isRoadForCars(_ highway: String) -> Bool {
    !highway.isEmpty && highway != "platform"
  }

  /// The tag by which a way is not there yet, or no more.
  private static func endedBy(_ value: (String) -> String) -> String? {
    lifecycle.first { key in
      let own = value(key)
      return switch key {
      case "construction": !["", "no", "minor"].contains(own)
      case "proposed": !["", "no"].contains(own)
      default: own == "yes"
      }
    }
  }

  private static func isDemand(_ highway: String, _ value: (String) -> String) -> Bool {
    if streets.contains(highway) { return true }
    if value("name").isEmpty { return false }
    let footway = value("footway")
    let service = value("service")
    return footway != "sidewalk" && footway != "crossing" && service != "driveway"
      && service != "parking_aisle" && service != "drive-through"
  }

  private static let footways: Set = [
    "pedestrian", "footway", "path", "steps", "track", "crossing", "corridor", "cycleway",
    "bridleway", "elevator",
  ]

  /// Who a way is made for, by its kind alone; platforms and piers have none.
  static func form(ofHighway value: String) -> StreetAttributes.Form {
    footways.contains(value) || value.isEmpty || value == "platform" ? .footway : .street
  }

  /// The tags that say how sidewalks are drawn.
  static let sidewalkKeys = ["sidewalk", "sidewalk:left", "sidewalk:right", "sidewalk:both"]

  /// How a way and the sidewalks beside it are drawn.
  static func sidewalk(
    isDemand: Bool, footway: String, _ sidewalks: some Sequence<String>
  ) -> StreetAttributes.Sidewalk {
    if isDemand { return sidewalks.contains("separate") ? .apart : .unsaid }
    return footway == "sidewalk" ? .isOne : .unsaid
  }

  /// Of the values of a tag that ways merged into one line had, the one that closes least: the line can be walked where any
  /// of its ways could.
  ///
  /// - Returns: Empty for no value.
  static func mildest(_ values: [String], of key: String) -> String {
    guard values.count > 1 else { return values.first ?? "" }
    let isMild: (String) -> Bool =
      switch key {
      case "foot": allowed.contains
      case "access": { !closedAccess.contains($0) }
      case "motorroad", "area", "abandoned", "disused", "demolished", "razed": { $0 != "yes" }
      case "construction", "proposed": { $0 == "no" || $0 == "minor" }
      case "service":
        { !["private", "driveway", "parking_aisle", "drive-through"].contains($0) }
      case "footway": { !["sidewalk", "crossing"].contains($0) }
      default: { _ in true }
      }
    return values.first(where: isMild) ?? values[0]
  }
}

extension WalkingRules.Verdict {
  /// Of a line made of several ways, whether this verdict on one of them counts before another's: what can be walked
  /// before what cannot, a street to cover first; then the last that says why.
  func isMilder(than other: WalkingRules.Verdict) -> Bool {
    switch (other, self) {
    case (.walkable(isDemand: true), _): false
    case (.walkable(isDemand: false), .walkable(isDemand: let isDemand)): isDemand
    case (.walkable(isDemand: false), _): false
    case (_, _): true
    }
  }
}
