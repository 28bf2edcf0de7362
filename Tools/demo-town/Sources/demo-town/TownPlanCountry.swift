extension TownPlan {
  private static func p(_ x: Double, _ y: Double) -> Waypoint { .free(x, y) }
  private static func onto(_ x: Double, _ y: Double) -> Waypoint { .onto(x, y) }

  /// Field tracks, riverside paths and the greenway; laid last, joined to all they cross.
  static let country: [PlannedStreet] = [
    PlannedStreet(
      .cycleway, "Voie verte de l'Orle",
      [
        onto(-930, -640), p(-880, -648), p(-740, -602), p(-560, -460), p(-420, -388),
        p(-250, -352), p(-120, -338), onto(-60, -306),
      ], tags: [("foot", "designated"), ("bicycle", "designated"), ("surface", "asphalt")]),
    PlannedStreet(
      .path, "Sentier des Pêcheurs",
      [onto(130, -470), p(205, -462), p(430, -512), p(600, -482), onto(700, -478)]),
    PlannedStreet(
      .track, "Chemin de la Croix-Blanche",
      [
        onto(-1600, -1745), p(-1650, -1560), p(-1560, -1460), p(-1350, -1455), p(-1200, -1560),
        onto(-1062, -1540),
      ], tags: [("tracktype", "grade2"), ("surface", "gravel")]),
    PlannedStreet(
      .track, "Chemin du Grand-Pré",
      [onto(-1740, -1010), p(-1900, -1000), p(-2080, -1020), p(-2240, -1100)],
      tags: [("tracktype", "grade3")]),
    PlannedStreet(
      .track, nil,
      [onto(-1740, -360), p(-1900, -370), p(-2050, -260), p(-2120, -70)],
      tags: [("tracktype", "grade3")]),
    PlannedStreet(
      .track, "Chemin des Bœufs",
      [onto(-1700, 300), p(-1900, 430), p(-2020, 620), p(-2010, 900), onto(-1870, 1050)],
      tags: [("tracktype", "grade2")]),
    PlannedStreet(
      .path, nil, [onto(-680, 1400), p(-590, 1440), onto(-600, 1520)]),
    PlannedStreet(
      .track, "Chemin du Bois-l'Abbé",
      [onto(560, 1700), p(700, 1760), p(860, 1650), p(1010, 1600), onto(1330, 1570)],
      tags: [("tracktype", "grade2"), ("surface", "compacted")]),
    PlannedStreet(
      .path, nil, [onto(700, 1300), p(720, 1430), p(780, 1560), onto(820, 1680)]),
    PlannedStreet(
      .track, nil, [onto(1760, 1290), p(1930, 1400), p(2050, 1650), p(2010, 1900)],
      tags: [("tracktype", "grade4")]),
    PlannedStreet(
      .track, "Chemin des Échalas",
      [onto(1650, 760), p(1800, 740), p(1960, 800), p(2140, 780)],
      tags: [("tracktype", "grade3")]),
    PlannedStreet(
      .path, "Sentier de la Côte", [onto(1640, 700), p(1740, 600), p(1700, 480), onto(1480, 448)]),
    PlannedStreet(
      .track, nil, [onto(1950, -300), p(2080, -330), p(2200, -480)], tags: [("tracktype", "grade3")]
    ),
    PlannedStreet(
      .track, "Chemin de la Sablière",
      [onto(100, -1715), p(80, -1790), p(-120, -1850), p(-420, -1820), onto(-560, -1668)],
      tags: [("tracktype", "grade2")]),
    PlannedStreet(
      .path, nil, [onto(-200, 1880), p(-230, 1990), p(-120, 2090), onto(20, 2080)]),
    PlannedStreet(
      .track, "Chemin des Trois-Bornes",
      [onto(-1290, 1850), p(-1220, 1990), p(-1300, 2130)], tags: [("tracktype", "grade3")]),
    PlannedStreet(
      .path, nil, [onto(-900, 1830), p(-760, 1820), p(-660, 1750), onto(-560, 1680)]),
    PlannedStreet(
      .residential, "Rue de l'Église",
      [onto(60, 2120), p(180, 2110), p(300, 2150), p(330, 2230)]),
    PlannedStreet(.residential, "Impasse du Lavoir", [onto(190, 2110), p(205, 2190)]),
  ]
}
