import Foundation

/// What makes the town's map look like one and carries no walker: the river's banks and its island, woods, meadows, houses.
///
/// It comes after all else, with nodes of its own, so that nothing before it changes.
struct SceneryPlanter {
  private let town: Town
  private let addresses: [Address]

  init(town: Town, addresses: [Address]) {
    self.town = town
    self.addresses = addresses
  }

  func plant(into document: inout OSMDocument) {
    plantRiver(into: &document)
    for wood in SceneryPlanter.woods {
      plant(wood.corners.map { LandWarp.bent(Point($0.0, $0.1)) }, wood.tags, into: &document)
    }
    plantHouses(into: &document)
  }

  // MARK: River

  /// Half the river's width, metres, as its way says, and how much wider it is around the island.
  private static let halfWidth = 9.0
  private static let aroundIsland = 19.0
  /// Near where the island lies.
  private static let islandPlace = Point(-1480, -735)

  /// Both banks as two ways of one relation, and the island as its hole.
  private func plantRiver(into document: inout OSMDocument) {
    guard let line = town.graph.lines.indices.first(where: { town.graph.lines[$0].kind == .river })
    else { return }
    let course = town.graph.geometry(of: line)
    let place = LandWarp.bent(SceneryPlanter.islandPlace)
    guard course.count > 3,
      let middle = course.indices.min(by: {
        course[$0].distance(to: place) < course[$1].distance(to: place)
      })
    else { return }
    let heart = course[middle]
    func width(_ point: Point) -> Double {
      let share = point.distance(to: heart) / 90
      return SceneryPlanter.halfWidth + SceneryPlanter.aroundIsland * exp(-share * share)
    }
    func bank(_ side: Double) -> [Point] {
      course.indices.map { index in
        let before = course[max(0, index - 1)]
        let after = course[min(course.count - 1, index + 1)]
        return course[index] + (after - before).direction.left * (side * width(course[index]))
      }
    }
    let left = bank(1).map { document.addSceneryNode(at: $0) }
    let right = bank(-1).map { document.addSceneryNode(at: $0) }
    let along = (course[min(middle + 1, course.count - 1)] - course[max(0, middle - 1)]).direction
    let island = (0..<12).map { step -> Int in
      let angle = Double(step) * .pi / 6
      return document.addSceneryNode(
        at: heart + along * (55 * cos(angle)) + along.left * (11 * sin(angle)))
    }
    let ways = [
      document.addWay(left, tags: []),
      document.addWay([left[0]] + right + [left[left.count - 1]], tags: []),
    ]
    let hole = document.addWay(island + [island[0]], tags: [("natural", "wood")])
    document.addRelation(
      ways.map { ($0, "outer") } + [(hole, "inner")],
      tags: [
        ("type", "multipolygon"), ("natural", "water"), ("water", "river"), ("name", "L'Orle"),
      ])
  }

  // MARK: Woods

  /// Drawn by hand, metres from the market square before the land is bent.
  private static let woods: [(corners: [(Double, Double)], tags: [(key: String, value: String)])] =
    [
      (
        [
          (610, 1790), (690, 1850), (900, 1830), (1080, 1760), (1240, 1700), (1250, 1610),
          (1090, 1540), (860, 1590), (700, 1660),
        ], [("landuse", "forest"), ("name", "Bois-l'Abbé")]
      ),
      (
        [
          (-1560, -1730), (-1600, -1580), (-1480, -1500), (-1330, -1500), (-1220, -1600),
          (-1330, -1720),
        ], [("natural", "wood"), ("name", "Bois de la Croix-Blanche")]
      ),
      (
        [
          (-2240, -1120), (-2200, -1030), (-2040, -1060), (-1800, -1040), (-1760, -880),
          (-1960, -850), (-2200, -920),
        ], [("landuse", "meadow"), ("name", "Le Grand-Pré")]
      ),
      (
        [
          (-520, -1830), (-430, -1900), (-180, -1910), (20, -1850), (20, -1760), (-160, -1730),
          (-430, -1740),
        ], [("natural", "scrub"), ("name", "La Sablière")]
      ),
      (
        [(1700, 900), (1990, 960), (2120, 900), (2080, 830), (1880, 800), (1720, 830)],
        [("landuse", "vineyard"), ("name", "Les Échalas")]
      ),
      (
        [(460, -470), (560, -440), (680, -410), (700, -380), (560, -400), (440, -440)],
        [("landuse", "grass"), ("name", "Prairie des Pêcheurs")]
      ),
    ]

  private func plant(
    _ corners: [Point], _ tags: [(key: String, value: String)], into document: inout OSMDocument
  ) {
    let nodes = corners.map { document.addSceneryNode(at: $0) }
    _ = document.addWay(nodes + [nodes[0]], tags: tags)
  }

  // MARK: Houses

  /// Around the market square houses are drawn, metres: the country's maps are no more complete.
  private static let reach = 780.0

  /// A house behind each address, unless it would stand in the one before, on a street or in the river.
  private func plantHouses(into document: inout OSMDocument) {
    var hearts: [Point] = []
    let square = Point(0, 0)
    for address in addresses where address.place.distance(to: square) < SceneryPlanter.reach {
      guard let near = town.graph.nearestSegment(to: address.place, reach: 40, where: { _ in true })
      else { continue }
      let ends = town.graph.segments[near.segment]
      let (from, to) = (town.graph.points[ends.start], town.graph.points[ends.end])
      let foot = from + (to - from) * near.fraction
      let away = (address.place - foot).direction
      guard away.norm > 0.5 else { continue }
      let long = 9.0 + Double(address.number % 4)
      let deep = 8.0 + Double(address.number % 3)
      let heart = foot + away * (max(5, near.distance) + 1 + deep / 2)
      let half = max(long, deep) / 2 + 2
      guard !hearts.contains(where: { $0.distance(to: heart) < long + 1 }),
        town.isClear(heart, by: half)
      else { continue }
      hearts.append(heart)
      let side = away.left
      plant(
        [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1)].map { x, y in
          heart + side * (x * long / 2) + away * (y * deep / 2)
        }, [("building", "yes")], into: &document)
    }
  }
}
