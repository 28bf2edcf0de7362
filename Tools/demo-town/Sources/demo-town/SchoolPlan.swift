/// A school of the town, as planned: what it is and roughly where.
struct SchoolPlan {
  enum Level {
    case nursery, elementary, middle, high
  }

  /// An invented UAI code: no département is numbered 999.
  let code: String
  let name: String
  let level: Level
  let isPublic: Bool
  let pupils: Int
  /// The wished place, metres from the market square.
  let near: Point
  /// The least distance from the school's heart to a street, metres.
  let depth: Double
  /// Whether an elementary school has nursery classes too.
  var hasNursery = false
  var isClosed = false

  static let all: [SchoolPlan] = [
    SchoolPlan(
      code: "9990001A", name: "École maternelle du Pont-Vieux", level: .nursery, isPublic: true,
      pupils: 118, near: Point(190, -180), depth: 19),
    SchoolPlan(
      code: "9990002B", name: "École maternelle de la Gare", level: .nursery, isPublic: true,
      pupils: 134, near: Point(-250, -800), depth: 30),
    SchoolPlan(
      code: "9990003C", name: "École maternelle du Haut-du-Bois", level: .nursery, isPublic: true,
      pupils: 162, near: Point(-250, 1500), depth: 40),
    SchoolPlan(
      code: "9990004D", name: "École maternelle des Jardins", level: .nursery, isPublic: true,
      pupils: 121, near: Point(-1000, 300), depth: 32),
    SchoolPlan(
      code: "9990005E", name: "École élémentaire des Remparts", level: .elementary, isPublic: true,
      pupils: 236, near: Point(-380, 130), depth: 26),
    SchoolPlan(
      code: "9990006F", name: "École élémentaire du Haut-du-Bois", level: .elementary,
      isPublic: true, pupils: 327, near: Point(160, 1600), depth: 40),
    SchoolPlan(
      code: "9990007G", name: "École élémentaire de la Rive-Gauche", level: .elementary,
      isPublic: true, pupils: 292, near: Point(280, -760), depth: 30),
    SchoolPlan(
      code: "9990008H", name: "École primaire de la Côte", level: .elementary, isPublic: true,
      pupils: 241, near: Point(980, 760), depth: 32, hasNursery: true),
    SchoolPlan(
      code: "9990009J", name: "École élémentaire des Charmilles", level: .elementary,
      isPublic: true, pupils: 214, near: Point(-1150, 1330), depth: 36),
    SchoolPlan(
      code: "9990010K", name: "Collège des Trois-Ponts", level: .middle, isPublic: true,
      pupils: 584, near: Point(-250, 560), depth: 30),
    SchoolPlan(
      code: "9990011L", name: "Collège des Verriers", level: .middle, isPublic: true,
      pupils: 497, near: Point(1180, -480), depth: 32),
    SchoolPlan(
      code: "9990012M", name: "Lycée de l'Orle", level: .high, isPublic: true,
      pupils: 903, near: Point(500, 960), depth: 36),
    SchoolPlan(
      code: "9990013N", name: "École élémentaire des Forges", level: .elementary, isPublic: true,
      pupils: 0, near: Point(-700, -1450), depth: 34, isClosed: true),
  ]
}
