import RelaisRegistry
import Testing

/// Every clause of the specification's section 3, as a table.
@Suite struct WalkingRulesTests {
  private func verdict(_ tags: [String: String]) -> WalkingRules.Verdict {
    WalkingRules.verdict { tags[$0] ?? "" }
  }

  private static let streets = [
    "trunk", "trunk_link", "primary", "primary_link", "secondary", "secondary_link", "tertiary",
    "tertiary_link", "unclassified", "residential", "living_street", "pedestrian", "road",
  ]
  private static let ways = [
    "service", "footway", "path", "steps", "track", "crossing", "corridor", "elevator",
  ]
  private static let byPermission = ["cycleway", "bridleway", "bus_guideway", "busway"]
  private static let permissions = ["yes", "designated", "permissive", "official"]

  @Test(arguments: streets)
  func streetsAreWalkedAndToBeCovered(highway: String) {
    #expect(verdict(["highway": highway]) == .walkable(isDemand: true))
  }

  @Test(arguments: ways)
  func otherWaysAreWalkedAndToBeCoveredOnlyIfNamed(highway: String) {
    #expect(verdict(["highway": highway]) == .walkable(isDemand: false))
    #expect(verdict(["highway": highway, "name": "Allée"]) == .walkable(isDemand: true))
  }

  @Test(arguments: byPermission)
  func someWaysAreWalkedByPermissionOnly(highway: String) {
    #expect(verdict(["highway": highway]) == .noPedestrianAccess)
    #expect(verdict(["highway": highway, "foot": "destination"]) == .noPedestrianAccess)
    #expect(verdict(["highway": highway, "access": "yes"]) == .noPedestrianAccess)
    for foot in Self.permissions {
      #expect(verdict(["highway": highway, "foot": foot]) == .walkable(isDemand: false))
      #expect(
        verdict(["highway": highway, "foot": foot, "name": "Voie"]) == .walkable(isDemand: true))
    }
  }

  @Test(arguments: [
    "motorway", "motorway_link", "construction", "proposed", "raceway", "rest_area",
    "services", "escape", "via_ferrata", "no", "abandoned", "Residential", "",
  ])
  func otherHighwaysAreNeverWalkedWhateverFootSays(highway: String) {
    #expect(verdict(["highway": highway]) == .notWalkable)
    #expect(verdict(["highway": highway, "foot": "yes"]) == .notWalkable)
  }

  @Test(arguments: ["no", "private", "use_sidepath"])
  func footForbids(foot: String) {
    for highway in Self.streets + Self.ways + Self.byPermission {
      #expect(verdict(["highway": highway, "foot": foot]) == .noPedestrianAccess)
    }
    #expect(
      verdict(["highway": "residential", "foot": foot, "access": "yes"]) == .noPedestrianAccess)
  }

  @Test(arguments: ["no", "private", "military", "customs", "emergency"])
  func accessForbidsUnlessFootAllows(access: String) {
    #expect(verdict(["highway": "residential", "access": access]) == .privateAccess)
    #expect(
      verdict(["highway": "residential", "access": access, "foot": "destination"]) == .privateAccess
    )
    for foot in Self.permissions {
      #expect(
        verdict(["highway": "residential", "access": access, "foot": foot])
          == .walkable(isDemand: true))
    }
  }

  @Test(arguments: ["yes", "destination", "customers", "permissive", "delivery", "permit"])
  func otherAccessForbidsNothing(access: String) {
    #expect(verdict(["highway": "service", "access": access]) == .walkable(isDemand: false))
  }

  @Test func aMotorroadForbidsUnlessFootAllows() {
    #expect(verdict(["highway": "trunk", "motorroad": "yes"]) == .noPedestrianAccess)
    #expect(verdict(["highway": "trunk", "motorroad": "no"]) == .walkable(isDemand: true))
    for foot in Self.permissions {
      #expect(
        verdict(["highway": "trunk", "motorroad": "yes", "foot": foot]) == .walkable(isDemand: true)
      )
    }
  }

  @Test func aPrivateServiceWayStaysClosedEvenWhereFootAllows() {
    #expect(verdict(["highway": "service", "service": "private"]) == .privateAccess)
    #expect(
      verdict(["highway": "service", "service": "private", "foot": "yes"]) == .privateAccess)
  }

  @Test(arguments: ["pedestrian", "footway", "path", "living_street", "corridor"])
  func anAreaIsWalkedAlongItsOutlineAndIsNoStreet(highway: String) {
    #expect(
      verdict(["highway": highway, "area": "yes", "name": "Place"]) == .walkable(isDemand: false))
    #expect(
      verdict(["highway": highway, "area": "yes", "access": "private"]) == .privateAccess)
    #expect(
      verdict(["highway": highway, "area": "no", "name": "Place"]) == .walkable(isDemand: true))
  }

  @Test(arguments: ["residential", "service", "steps", "track", "crossing", "unclassified"])
  func anyOtherAreaIsOut(highway: String) {
    #expect(verdict(["highway": highway, "area": "yes"]) == .areaNotWalkable)
    #expect(verdict(["highway": highway, "area": "yes", "foot": "yes"]) == .areaNotWalkable)
  }

  @Test(arguments: [
    ["highway": "footway", "footway": "sidewalk"], ["highway": "footway", "footway": "crossing"],
    ["highway": "service", "service": "driveway"],
    ["highway": "service", "service": "parking_aisle"],
    ["highway": "service", "service": "drive-through"],
  ])
  func namedPavementsAndAislesAreNoStreets(tags: [String: String]) {
    #expect(verdict(tags.merging(["name": "Rue"]) { $1 }) == .walkable(isDemand: false))
  }

  @Test func onewayAndPavementsMappedApartChangeNothing() {
    #expect(verdict(["highway": "residential", "oneway": "yes"]) == .walkable(isDemand: true))
    #expect(
      verdict(["highway": "residential", "sidewalk": "separate"]) == .walkable(isDemand: true))
    #expect(
      verdict(["highway": "residential", "footway": "sidewalk"]) == .walkable(isDemand: true))
  }

  @Test(arguments: ["construction", "proposed"])
  func whatIsNotBuiltIsLeftOutWithThatReason(key: String) {
    for value in ["yes", "residential", "footway"] {
      #expect(verdict(["highway": "residential", key: value]) == .notInService(key: key))
    }
    #expect(verdict(["highway": "residential", key: "no"]) == .walkable(isDemand: true))
    #expect(
      verdict(["highway": "residential", "construction": "minor"]) == .walkable(isDemand: true))
  }

  @Test(arguments: ["abandoned", "disused", "demolished", "razed"])
  func whatIsNoMoreIsLeftOutWithThatReason(key: String) {
    #expect(verdict(["highway": "footway", key: "yes"]) == .notInService(key: key))
    #expect(verdict(["highway": "footway", key: "no"]) == .walkable(isDemand: false))
    #expect(verdict(["railway": "platform", key: "yes"]) == .notInService(key: key))
  }

  private static let platforms = [
    ["railway": "platform"], ["public_transport": "platform"], ["highway": "platform"],
    ["man_made": "pier"],
  ]

  @Test(arguments: platforms)
  func platformsAndPiersAreWalkedAndNeverToBeCovered(tags: [String: String]) {
    func with(_ other: [String: String]) -> WalkingRules.Verdict {
      verdict(tags.merging(other) { $1 })
    }
    #expect(with([:]) == .walkable(isDemand: false))
    #expect(with(["name": "Quai 1"]) == .walkable(isDemand: false))
    #expect(with(["area": "yes"]) == .walkable(isDemand: false))
    #expect(with(["foot": "no"]) == .noPedestrianAccess)
    #expect(with(["access": "private"]) == .privateAccess)
    #expect(with(["access": "private", "foot": "yes"]) == .walkable(isDemand: false))
  }

  @Test func aPlatformTagMakesNoWalkOfAMotorway() {
    #expect(verdict(["highway": "motorway", "railway": "platform"]) == .notWalkable)
    #expect(verdict(["railway": "rail"]) == .notWalkable)
    #expect(verdict(["man_made": "bridge"]) == .notWalkable)
  }
}
