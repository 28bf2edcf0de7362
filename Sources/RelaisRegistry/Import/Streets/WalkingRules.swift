import CoverageEngine

/// Which OpenStreetMap ways can be walked, and which are streets to cover.
///
/// The rules are those of the project's specification, section 3: rights of way in France, read
/// from the tags alone. `oneway` binds no walker and is ignored.
package struct WalkingRules: Sendable {
  /// The tags the rules look at, the deciding one first.
  package static let keys = [
    "highway", "foot", "access", "service", "motorroad", "area", "footway", "name",
  ]

  package enum Verdict: Hashable, Sendable {
    /// Can be walked; whether it is a street to cover.
    case walkable(isDemand: Bool)
    case notWalkable
    case noPedestrianAccess
    case privateAccess
    case areaNotWalkable
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
  private static let allowed: Set = ["yes", "designated", "permissive", "official"]
  private static let forbidden: Set = ["no", "private", "use_sidepath"]
  private static let closedAccess: Set = ["no", "private", "military", "customs", "emergency"]
  private static let streets: Set = [
    "trunk", "trunk_link", "primary", "primary_link", "secondary", "secondary_link", "tertiary",
    "tertiary_link", "unclassified", "residential", "living_street", "pedestrian", "road",
  ]

  /// - Parameter value: The way's value of a key, empty where it lacks it.
  package static func verdict(_ value: (String) -> String) -> Verdict {
    let highway = value("highway")
    let foot = value("foot")
    let isAllowed = allowed.contains(foot)
    if forbidden.contains(foot) { return .noPedestrianAccess }
    if walkableWhereAllowed.contains(highway) {
      guard isAllowed else { return .noPedestrianAccess }
    } else if !walkable.contains(highway) {
      return .notWalkable
    }
    if value("service") == "private" { return .privateAccess }
    if !isAllowed {
      if closedAccess.contains(value("access")) { return .privateAccess }
      if value("motorroad") == "yes" { return .noPedestrianAccess }
    }
    if value("area") == "yes" {
      return walkableOutlines.contains(highway)
        ? .walkable(isDemand: false) : .areaNotWalkable
    }
    return .walkable(isDemand: isDemand(highway, value))
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

  /// Who a way is made for, by its kind alone.
  static func form(ofHighway value: String) -> StreetAttributes.Form {
    footways.contains(value) ? .footway : .street
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
      case "motorroad", "area": { $0 != "yes" }
      case "service":
        { !["private", "driveway", "parking_aisle", "drive-through"].contains($0) }
      case "footway": { !["sidewalk", "crossing"].contains($0) }
      default: { _ in true }
      }
    return values.first(where: isMild) ?? values[0]
  }
}
