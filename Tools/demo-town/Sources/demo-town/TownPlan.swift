/// What was drawn by hand of the town: its river, its railway, its great streets.
///
/// Coordinates are metres from the market square. The plan is nobody's town; it is made so that
/// walking has its detours: three bridges over the river and three ways over the railway.
enum TownPlan {
  private static func a(_ name: String) -> Waypoint { .anchor(name) }
  private static func p(_ x: Double, _ y: Double) -> Waypoint { .free(x, y) }
  private static func onto(_ x: Double, _ y: Double) -> Waypoint { .onto(x, y) }

  /// The junctions that planned streets share.
  static let anchors: [(name: String, place: Point)] = [
    // The gates of the old town, now on the boulevards.
    ("gate-sw", Point(-310, -300)), ("gate-w", Point(-395, -25)), ("gate-nw", Point(-262, 296)),
    ("gate-n", Point(-12, 338)), ("gate-ne", Point(322, 236)), ("gate-e", Point(412, 5)),
    ("gate-se", Point(300, -305)), ("gate-s", Point(30, -316)),
    // The corners of the market square.
    ("square-sw", Point(-38, -32)), ("square-se", Point(42, -26)),
    ("square-ne", Point(36, 31)), ("square-nw", Point(-30, 36)),
    // The bridgeheads.
    ("old-south", Point(37, -428)), ("west-north", Point(-985, -665)),
    ("west-south", Point(-1000, -786)), ("east-west", Point(962, 2)), ("east-east", Point(1085, 8)),
    // The middle ring and the outer ring.
    ("middle-w", Point(-750, -60)), ("middle-nw", Point(-600, 560)), ("middle-n", Point(52, 700)),
    ("middle-ne", Point(640, 500)), ("middle-e", Point(690, 5)), ("tanners", Point(-950, -45)),
    ("outer-w", Point(-1500, -90)), ("meadow", Point(-1700, -130)), ("outer-n", Point(-50, 1300)),
    ("outer-ne", Point(1090, 1300)),
    // Along the railway.
    ("crossing-n", Point(-1020, -1110)), ("crossing-s", Point(-1040, -1320)),
    ("station-n", Point(15, -985)), ("station-s", Point(20, -1170)),
    ("subway-n", Point(700, -960)), ("subway-s", Point(706, -1130)),
    ("glass-s", Point(1400, -800)), ("east-s", Point(1900, -660)), ("east-n", Point(1830, -120)),
    ("forge-w", Point(-1085, -1700)), ("forge-m", Point(770, -1790)),
    ("works", Point(1950, -850)), ("over-n", Point(785, -1985)), ("over-s", Point(796, -2078)),
  ]

  /// The lines that part the town, in order: river, railway, expressway.
  static let barriers: [PlannedStreet] = [
    PlannedStreet(
      .river, "L'Orle",
      [
        p(-2300, -950), p(-1750, -705), p(-1200, -765), p(-750, -645), p(-420, -440), p(0, -372),
        p(430, -436), p(760, -338), p(1000, -65), p(1180, 230), p(1550, 330), p(2300, 180),
      ]),
    PlannedStreet(
      .railway, nil,
      [
        p(-2300, -1420), p(-1500, -1330), p(-700, -1155), p(0, -1068), p(700, -1042),
        p(1400, -900), p(2300, -640),
      ]),
    PlannedStreet(
      .trunk, "Voie express de l'Orle",
      [p(-2300, -2020), p(-1000, -1950), p(0, -1965), p(800, -2030), p(2300, -1990)],
      tags: [("ref", "N 999"), ("motorroad", "yes"), ("oneway", "no"), ("maxspeed", "110")]),
  ]

  /// The roundabouts: centre, metres; each is 17 m in radius.
  static let roundabouts: [(name: String, centre: Point)] = [
    ("Rond-point des Charmilles", Point(-1130, 1060)), ("Rond-point de l'Est", Point(1350, -40)),
  ]

  /// The market square, an area to walk about.
  static let square = PlannedStreet(
    .pedestrian, "Place du Marché",
    [a("square-sw"), a("square-se"), a("square-ne"), a("square-nw"), a("square-sw")],
    tags: [("area", "yes"), ("surface", "sett")], isCurved: false)

  /// The walled old town and the boulevards around it.
  static let oldTown: [PlannedStreet] = [
    PlannedStreet(
      .secondary, "Boulevard des Remparts",
      [a("gate-sw"), p(-392, -190), a("gate-w"), p(-338, 130), a("gate-nw")]),
    PlannedStreet(
      .secondary, "Boulevard de la République",
      [a("gate-nw"), p(-140, 352), a("gate-n"), p(180, 322), a("gate-ne")]),
    PlannedStreet(
      .secondary, "Boulevard des Ormes",
      [a("gate-ne"), p(402, 130), a("gate-e"), p(352, -180), a("gate-se")]),
    PlannedStreet(
      .tertiary, "Quai des Bateliers", [a("gate-sw"), p(-140, -302), a("gate-s")]),
    PlannedStreet(.tertiary, "Quai aux Grains", [a("gate-s"), p(170, -318), a("gate-se")]),
    square,
    PlannedStreet(
      .residential, "Rue du Pont-Vieux",
      [a("gate-s"), p(8, -240), p(24, -150), p(2, -80), onto(2, -29)]),
    PlannedStreet(
      .residential, "Rue des Tanneurs",
      [a("gate-sw"), p(-215, -205), p(-140, -112), a("square-sw")]),
    PlannedStreet(
      .residential, "Rue Haute", [a("gate-w"), p(-260, -34), p(-140, 14), onto(-34, 2)]),
    PlannedStreet(
      .residential, "Rue du Chapitre",
      [a("gate-nw"), p(-195, 196), p(-118, 92), a("square-nw")]),
    PlannedStreet(
      .pedestrian, "Grande Rue",
      [a("gate-n"), p(-10, 250), p(26, 150), p(4, 90), onto(3, 33)]),
    PlannedStreet(
      .residential, "Rue des Halles", [a("gate-ne"), p(184, 205), p(140, 104), a("square-ne")]),
    PlannedStreet(
      .pedestrian, "Rue Saint-Nicolas",
      [a("gate-e"), p(262, -6), p(150, 28), onto(39, 2)]),
    PlannedStreet(
      .residential, "Rue de la Poissonnerie",
      [a("gate-se"), p(205, -205), p(128, -118), a("square-se")]),
    PlannedStreet(
      .residential, "Rue Ronde",
      [
        onto(-168, 6), p(-152, 112), p(-18, 184), p(132, 142), p(172, -10), p(112, -152),
        p(-20, -184), p(-136, -132), onto(-168, 6),
      ]),
  ]

  /// The roads out of town, the bridges and the outer streets.
  static let arteries: [PlannedStreet] = [
    PlannedStreet(
      .primary, "Avenue de Hautorle",
      [
        a("gate-n"), p(62, 560), a("middle-n"), p(-20, 1020), a("outer-n"), p(-42, 1700),
        p(60, 2180),
      ], tags: [("ref", "D 990")]),
    PlannedStreet(
      .secondary, "Rue de la Côte",
      [
        a("gate-ne"), p(480, 345), a("middle-ne"), p(745, 690), p(790, 950), p(985, 1110),
        a("outer-ne"), p(1310, 1540), p(1600, 2120),
      ], tags: [("ref", "D 991")]),
    PlannedStreet(
      .secondary, "Avenue de l'Europe", [a("gate-e"), p(540, 28), a("middle-e"), a("east-west")]),
    PlannedStreet(
      .secondary, "Pont des Alliés", [a("east-west"), a("east-east")],
      tags: [("bridge", "yes"), ("layer", "1"), ("sidewalk", "both")]),
    PlannedStreet(
      .secondary, "Avenue des Alliés", [a("east-east"), p(1210, -10), onto(1333, -38)]),
    PlannedStreet(
      .secondary, "Route des Trois-Fermes",
      [onto(1367, -44), p(1600, -66), a("east-n"), p(2260, -160)]),
    PlannedStreet(
      .tertiary, "Pont Vieux", [a("gate-s"), a("old-south")],
      tags: [("bridge", "yes"), ("layer", "1"), ("sidewalk", "both")]),
    PlannedStreet(
      .tertiary, "Avenue de la Gare", [a("old-south"), p(22, -700), a("station-n")]),
    PlannedStreet(
      .primary, "Rue des Fossés",
      [a("gate-w"), p(-570, -30), a("middle-w"), a("tanners")], tags: [("ref", "D 990")]),
    PlannedStreet(
      .primary, "Route d'Ormevaux",
      [a("tanners"), p(-1220, -12), a("outer-w"), a("meadow"), p(-2260, -60)],
      tags: [("ref", "D 990")]),
    PlannedStreet(
      .tertiary, "Rue des Charmilles",
      [a("gate-nw"), p(-430, 440), a("middle-nw"), p(-830, 770), onto(-1117, 1047)]),
    PlannedStreet(
      .tertiary, "Route de Sainte-Aldre",
      [onto(-1143, 1073), p(-1390, 1400), p(-1560, 1720), p(-1760, 2120)]),
    PlannedStreet(
      .tertiary, "Rue de la Tannerie", [a("tanners"), p(-962, -350), a("west-north")]),
    PlannedStreet(
      .tertiary, "Pont de la Tannerie", [a("west-north"), a("west-south")],
      tags: [("bridge", "yes"), ("layer", "1"), ("sidewalk", "both")]),
    PlannedStreet(
      .tertiary, "Rue du Passage-à-Niveau",
      [
        a("west-south"), p(-1012, -960), a("crossing-n"), a("crossing-s"), p(-1052, -1500),
        a("forge-w"),
      ]),
    PlannedStreet(
      .tertiary, "Rue des Ateliers",
      [a("subway-s"), p(722, -1400), p(738, -1600), a("forge-m")]),
    PlannedStreet(
      .tertiary, "Rue des Ateliers", [a("subway-n"), a("subway-s")],
      tags: [("tunnel", "yes"), ("layer", "-1"), ("sidewalk", "right")]),
    PlannedStreet(
      .unclassified, "Route de la Voie-Blanche", [a("forge-m"), a("over-n")]),
    PlannedStreet(
      .unclassified, "Route de la Voie-Blanche", [a("over-n"), a("over-s")],
      tags: [("bridge", "yes"), ("layer", "1")]),
    PlannedStreet(
      .unclassified, "Route de la Voie-Blanche", [a("over-s"), p(822, -2290)]),
  ]
}
