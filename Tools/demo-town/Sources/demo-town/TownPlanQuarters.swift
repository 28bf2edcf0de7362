extension TownPlan {
  private static func a(_ name: String) -> Waypoint { .anchor(name) }
  private static func p(_ x: Double, _ y: Double) -> Waypoint { .free(x, y) }
  private static func onto(_ x: Double, _ y: Double) -> Waypoint { .onto(x, y) }

  /// The quays, the rings and the streets that bound the quarters; laid after the arteries.
  static let quarters: [PlannedStreet] = [
    PlannedStreet(
      .tertiary, "Quai des Lavandières",
      [a("gate-sw"), p(-520, -385), p(-760, -560), a("west-north")]),
    PlannedStreet(
      .tertiary, "Quai du Moulin",
      [
        a("gate-se"), p(470, -312), p(690, -225), p(850, -110),
        onto(925, 0),
      ]),
    PlannedStreet(
      .tertiary, "Quai de la Rive-Gauche",
      [
        a("west-south"), p(-880, -815), p(-720, -765), p(-430, -520), a("old-south"), p(430, -566),
        p(790, -452), p(1060, -112), a("east-east"),
      ]),
    PlannedStreet(
      .tertiary, "Rue de la Victoire",
      [
        a("middle-w"), p(-640, 230), a("middle-nw"), p(-300, 762), a("middle-n"), p(330, 640),
        a("middle-ne"), p(655, 240), a("middle-e"),
      ]),
    PlannedStreet(
      .secondary, "Boulevard de l'Ouest",
      [a("outer-w"), p(-1480, 210), p(-1400, 630), onto(-1142, 1046)]),
    PlannedStreet(
      .secondary, "Boulevard du Nord",
      [
        onto(-1116, 1072), p(-890, 1215), p(-550, 1325), a("outer-n"), p(310, 1368), p(700, 1290),
        a("outer-ne"),
      ]),
    PlannedStreet(
      .tertiary, "Rue du Bois-l'Abbé",
      [a("outer-ne"), p(1420, 1160), p(1620, 870), p(1640, 590), p(1470, 448)]),
    PlannedStreet(
      .tertiary, "Rue du Vieux-Moulin",
      [onto(1470, 448), p(1200, 372), p(960, 235), p(815, 110), onto(765, 3)]),
    PlannedStreet(
      .residential, "Rue du Parc", [onto(-700, -50), p(-688, -300), onto(-705, -520)]),
    PlannedStreet(
      .residential, "Rue de la Prairie",
      [
        a("meadow"), p(-1755, -300), p(-1640, -430), p(-1650, -570), p(-1280, -600),
        onto(-978, -590),
      ]),
    PlannedStreet(
      .residential, "Rue des Saules",
      [
        onto(-1006, -860), p(-1350, -905), p(-1500, -985), p(-1745, -940), p(-1765, -1150),
        p(-1470, -1205),
        a("crossing-n"),
      ]),
    PlannedStreet(
      .tertiary, "Rue du Chemin-de-Fer",
      [
        a("crossing-n"), p(-500, -1042), a("station-n"), a("subway-n"), p(1050, -890),
        a("glass-s"), p(1690, -738), a("east-s"),
      ]),
    PlannedStreet(
      .tertiary, "Rue des Ateliers", [onto(715, -438), p(704, -700), a("subway-n")]),
    PlannedStreet(
      .tertiary, "Rue de la Voie-Ferrée",
      [
        a("crossing-s"), p(-600, -1258), a("station-s"), a("subway-s"), p(1100, -1078),
        p(1450, -1000), a("works"),
      ]),
    PlannedStreet(
      .unclassified, "Route des Forges",
      [
        p(-2270, -1790), p(-1700, -1740), a("forge-w"), p(-700, -1655), p(-200, -1702),
        p(300, -1735), a("forge-m"), p(1250, -1765), p(1420, -1650), p(1850, -1690), p(1905, -1300),
        p(2020, -1150), a("works"),
      ]),
    PlannedStreet(
      .residential, "Avenue de la Cité", [a("station-s"), p(-48, -1380), onto(-100, -1696)]),
    PlannedStreet(
      .tertiary, "Avenue des Verriers",
      [onto(1352, -58), p(1372, -260), p(1388, -550), a("glass-s")]),
    PlannedStreet(.residential, "Rue des Trois-Fermes", [a("east-n"), p(1965, -380), a("east-s")]),
    PlannedStreet(
      .residential, "Rue des Maraîchers",
      [onto(1354, -23), p(1410, 115), p(1620, 172), p(1815, 85), a("east-n")]),
    PlannedStreet(
      .tertiary, "Rue du Haut-du-Bois",
      [
        onto(-565, 1320), p(-640, 1560), p(-520, 1690), p(-470, 1880), p(-200, 1870), p(250, 1925),
        p(330, 1740),
        p(575, 1690), p(540, 1500), onto(520, 1338),
      ]),
    PlannedStreet(
      .residential, "Rue des Sorbiers",
      [
        onto(-770, 1262), p(-720, 1480), p(-880, 1650), p(-905, 1850), p(-1250, 1830),
        p(-1330, 1935), onto(-1600, 1800),
      ]),
    PlannedStreet(
      .residential, "Rue des Noisetiers",
      [
        onto(-1405, 625), p(-1620, 690), p(-1720, 850), p(-1870, 900), p(-1880, 1210),
        p(-1720, 1260), p(-1690, 1480), onto(-1470, 1545),
      ]),
    PlannedStreet(
      .residential, "Rue du Clos-Lambert",
      [a("meadow"), p(-1830, 90), p(-1690, 260), p(-1760, 440), p(-1600, 560), onto(-1430, 520)]),
    PlannedStreet(
      .residential, "Chemin des Vignes",
      [
        onto(1290, 1520), p(1480, 1600), p(1600, 1430), p(1800, 1330), p(1745, 1110), p(1765, 985),
        onto(1590, 905),
      ]),
  ]

  /// The footbridge over the railway at the station, with its steps.
  static let footbridge: [PlannedStreet] = [
    PlannedStreet(.footway, nil, [a("station-n"), a("lift-n")], isCurved: false),
    PlannedStreet(
      .steps, "Passerelle de la Gare", [a("lift-n"), a("deck-n")],
      tags: [("step_count", "32"), ("handrail", "yes")], isCurved: false),
    PlannedStreet(
      .footway, "Passerelle de la Gare", [a("deck-n"), a("deck-s")],
      tags: [("bridge", "yes"), ("layer", "1")], isCurved: false),
    PlannedStreet(
      .steps, "Passerelle de la Gare", [a("deck-s"), a("lift-s")],
      tags: [("step_count", "30"), ("handrail", "yes")], isCurved: false),
    PlannedStreet(.footway, nil, [a("lift-s"), a("station-s")], isCurved: false),
  ]

  /// The ends of the footbridge's parts.
  static let footbridgeAnchors: [(name: String, place: Point)] = [
    ("lift-n", Point(16, -1022)), ("deck-n", Point(16.5, -1034)), ("deck-s", Point(18, -1098)),
    ("lift-s", Point(18.5, -1110)),
  ]

  /// The edge of the commune, gone round to the left, metres. It leaves out some streets of the
  /// neighbours and takes in some fields.
  static let boundary: [Point] = [
    Point(-1985, -1560), Point(-1420, -1860), Point(-560, -1890), Point(240, -1860),
    Point(1180, -1905), Point(1700, -1780), Point(2060, -1480), Point(2105, -820),
    Point(1925, -520), Point(1880, -260), Point(2030, 30), Point(1960, 420), Point(2050, 820),
    Point(1690, 1180), Point(1660, 1420), Point(1440, 1640), Point(1060, 1760), Point(640, 1960),
    Point(120, 2020), Point(-420, 1960), Point(-790, 2040), Point(-1240, 1980),
    Point(-1490, 1810), Point(-1640, 1480), Point(-1935, 1240), Point(-1960, 720),
    Point(-1850, 300), Point(-2040, -40), Point(-1900, -520), Point(-2060, -1060),
  ]
}
