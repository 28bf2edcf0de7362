/// How a part of the town was built.
enum ZoneStyle {
  case oldTown, faubourg, grid, suburb, hill, estate, towers, industry

  /// The block area that is not divided further, square metres.
  var blockArea: Double {
    switch self {
    case .oldTown: 3_900
    case .faubourg: 13_000
    case .grid: 13_000
    case .suburb: 19_500
    case .hill: 21_000
    case .estate: 40_000
    case .towers: 50_000
    case .industry: 60_000
    }
  }

  /// The usual deviation of a street from the square to its block, degrees.
  var slant: Double {
    switch self {
    case .oldTown: 13
    case .grid: 2
    case .industry: 4
    case .faubourg, .towers: 7
    case .suburb, .hill, .estate: 9
    }
  }

  /// The usual bow of a street, as a share of its length.
  var bow: Double {
    switch self {
    case .oldTown: 0.05
    case .grid: 0.004
    case .industry: 0.01
    case .faubourg: 0.025
    case .suburb, .towers: 0.06
    case .hill: 0.1
    case .estate: 0.09
    }
  }

  /// How far a street's end moves to meet an existing junction, metres.
  var reach: Double {
    switch self {
    case .oldTown: 16
    case .grid: 42
    case .faubourg: 30
    default: 24
    }
  }

  /// The least distance between two junctions of a street, metres.
  var spacing: Double { self == .oldTown ? 20 : 30 }

  /// The usual width of a plot along the street, metres.
  var frontage: Double {
    switch self {
    case .oldTown: 21
    case .grid: 56
    case .faubourg: 60
    case .suburb: 80
    case .hill: 88
    case .estate: 76
    case .towers: 105
    case .industry: 170
    }
  }

  /// People living at one address, before scaling to the town's total.
  var peoplePerAddress: Double {
    switch self {
    case .oldTown: 4.2
    case .grid: 5.4
    case .faubourg: 4.4
    case .suburb, .hill: 2.6
    case .estate: 2.9
    case .towers: 26
    case .industry: 0.3
    }
  }

  /// The share of the people who are under 18.
  var childShare: Double {
    switch self {
    case .oldTown: 0.15
    case .grid, .faubourg: 0.19
    case .suburb: 0.22
    case .hill: 0.20
    case .estate: 0.27
    case .towers: 0.31
    case .industry: 0.12
    }
  }
}

/// A part of the town with its own way of building and its own name.
struct Zone {
  let name: String
  let style: ZoneStyle
  /// The zone's middle on the plan before it is bent, and its rough extent; metres.
  let centre: Point
  let radius: Double
  /// Which administrative district it belongs to: an index of ``districts``.
  let district: Int

  static let districts = [
    "Centre-Ville", "Faubourgs-Nord", "Gare – Rive-Gauche", "La Côte", "Les Charmilles",
    "Haut-du-Bois", "La Prairie – Ouest", "Les Forges – Sud",
  ]

  static let all: [Zone] = [
    Zone(name: "Vieille-Ville", style: .oldTown, centre: Point(0, 0), radius: 330, district: 0),
    Zone(
      name: "Faubourg Saint-Jean", style: .faubourg, centre: Point(-500, 250), radius: 330,
      district: 0),
    Zone(
      name: "Faubourg du Nord", style: .faubourg, centre: Point(30, 700), radius: 300, district: 1),
    Zone(
      name: "Faubourg de l'Est", style: .faubourg, centre: Point(600, 200), radius: 300,
      district: 0),
    Zone(
      name: "Faubourg du Moulin", style: .faubourg, centre: Point(560, -190), radius: 190,
      district: 0),
    Zone(name: "Gare", style: .grid, centre: Point(-50, -720), radius: 380, district: 2),
    Zone(name: "Rive-Gauche", style: .grid, centre: Point(-720, -900), radius: 240, district: 2),
    Zone(name: "Verreries", style: .grid, centre: Point(1020, -560), radius: 330, district: 2),
    Zone(name: "La Côte", style: .hill, centre: Point(1050, 850), radius: 430, district: 3),
    Zone(name: "Les Vignes", style: .hill, centre: Point(1500, 1250), radius: 260, district: 3),
    Zone(
      name: "Le Vieux-Moulin", style: .suburb, centre: Point(1250, 480), radius: 160, district: 3),
    Zone(name: "Clair-Logis", style: .suburb, centre: Point(-300, 1020), radius: 320, district: 1),
    Zone(name: "Bellefontaine", style: .suburb, centre: Point(430, 1060), radius: 280, district: 1),
    Zone(name: "Les Jardins", style: .suburb, centre: Point(-1130, 420), radius: 380, district: 6),
    Zone(
      name: "Les Charmilles", style: .estate, centre: Point(-1150, 1480), radius: 380, district: 4),
    Zone(
      name: "Les Noisetiers", style: .estate, centre: Point(-1640, 1040), radius: 240, district: 4),
    Zone(
      name: "Le Clos-Lambert", style: .estate, centre: Point(-1640, 200), radius: 240, district: 6),
    Zone(name: "Haut-du-Bois", style: .towers, centre: Point(-30, 1640), radius: 400, district: 5),
    Zone(name: "La Prairie", style: .estate, centre: Point(-1350, -330), radius: 330, district: 6),
    Zone(name: "Les Saules", style: .estate, centre: Point(-1400, -1040), radius: 280, district: 2),
    Zone(name: "La Cité", style: .grid, centre: Point(-250, -1400), radius: 230, district: 7),
    Zone(name: "Les Forges", style: .suburb, centre: Point(-750, -1460), radius: 260, district: 7),
    Zone(name: "Les Glacis", style: .estate, centre: Point(400, -1450), radius: 280, district: 7),
    Zone(
      name: "Zone industrielle des Ateliers", style: .industry, centre: Point(1380, -1400),
      radius: 520, district: 7),
    Zone(
      name: "Les Trois-Fermes", style: .estate, centre: Point(1680, -400), radius: 260, district: 2),
    Zone(name: "Les Maraîchers", style: .suburb, centre: Point(1600, 60), radius: 190, district: 2),
  ]

  /// The zones' middles where the bent plan has them.
  private static let places = all.map { LandWarp.bent($0.centre) }

  /// The position in ``all`` of the zone a place belongs to: the nearest for its extent.
  static func index(at point: Point) -> Int {
    var best = 0
    for position in all.indices {
      let here = point.distance(to: places[position]) - all[position].radius
      let other = point.distance(to: places[best]) - all[best].radius
      if here < other { best = position }
    }
    return best
  }

  /// The zone a place belongs to.
  static func at(_ point: Point) -> Zone { all[index(at: point)] }
}
