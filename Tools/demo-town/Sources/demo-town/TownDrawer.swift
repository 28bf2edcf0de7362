/// Draws the whole map of the town, step by step.
enum TownDrawer {
  /// The schools' wished places, metres from the market square, and their least room.
  static let wishes: [(purpose: String, near: Point, depth: Double)] =
    SchoolPlan.all.map { ($0.code, $0.near, $0.depth) } + [
      (closedGarden, Point(560, -120), 33), (cemetery, Point(-820, 1050), 40),
    ]

  static let closedGarden = "Jardin clos du Couvent"
  static let cemetery = "Cimetière du Nord"

  static func draw(seed: UInt64) -> Town {
    var town = Town()
    var skeleton = SkeletonLayer(seed: seed)
    skeleton.lay(into: &town.graph)
    var divider = BlockDivider(seed: seed)
    divider.divide(&town.graph)
    town.blocks = divider.blocks
    BlockReserver.reserve(wishes, in: &town)
    TwinStreet.lay(near: Point(-330, 960), in: &town)
    var planter = CulDeSacPlanter(seed: seed)
    planter.plant(&town)
    var weaver = FootpathWeaver(seed: seed)
    weaver.weave(&town)
    if let garden = town.reserved.first(where: { $0.purpose == closedGarden }) {
      weaver.weaveClosedGarden(garden, in: &town)
    }
    var services = ServiceWeaver(seed: seed)
    services.weave(&town)
    SidewalkWeaver.weave(&town)
    skeleton.layCountry(into: &town.graph)
    return town
  }
}
