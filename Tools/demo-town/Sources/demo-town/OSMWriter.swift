/// Writes the town's map as OpenStreetMap would hold it.
struct OSMWriter {
  private let town: Town
  private var document = OSMDocument()
  /// The file's identifier of each node of the drawing; 0 until written.
  private var identifiers: [Int]
  private var tagsOfNode: [[(key: String, value: String)]]

  init(town: Town) {
    self.town = town
    identifiers = [Int](repeating: 0, count: town.graph.points.count)
    tagsOfNode = [[(key: String, value: String)]](repeating: [], count: town.graph.points.count)
  }

  /// - Returns: The file's text.
  mutating func write(
    shops: [Shop], relays: [Relay], schools: [School], addresses: [Address], seed: UInt64
  ) -> String {
    for mark in town.marks {
      // A later path may have gone on from what was the end of a street.
      let isPassed = mark.tags.contains { $0.key == "noexit" } && town.graph.degree(mark.node) > 1
      if !isPassed { tagsOfNode[mark.node] = mark.tags }
    }
    let courses = town.graph.lines.indices.map { course(of: $0) }
    markCrossings(courses)
    for course in courses { for node in course { identify(node) } }
    for block in greens() { for node in block.nodes(in: town.graph) { identify(node) } }
    writePlaces(shops: shops, relays: relays)
    let grounds = schools.filter { !$0.plan.isClosed }.map { school in
      (school, school.ground.map { document.addNode(at: $0) })
    }
    for (index, course) in courses.enumerated() where course.count > 1 {
      document.addWay(course.map { identifiers[$0] }, tags: tags(of: index))
    }
    for (school, corners) in grounds {
      document.addWay(corners + [corners[0]], tags: tags(of: school))
    }
    for (block, tags) in zip(greens(), greenTags) {
      let nodes = block.nodes(in: town.graph).map { identifiers[$0] }
      document.addWay(nodes + [nodes[0]], tags: tags)
    }
    SceneryPlanter(town: town, addresses: addresses).plant(into: &document)
    return document.text(seed: seed)
  }

  // MARK: Lines

  /// The nodes a line is written with: a barrier does not share those of bridges and tunnels.
  private func course(of index: Int) -> [Int] {
    let nodes = town.graph.nodes(of: index)
    guard town.graph.lines[index].kind.isBarrier else { return nodes }
    return nodes.filter { node in
      town.graph.degree(node) == 0 || town.graph.lines[index].kind == .railway && isLevel(node)
    }
  }

  /// Whether streets cross a railway here on the ground.
  private func isLevel(_ node: Int) -> Bool {
    town.graph.incident[node].allSatisfy { segment in
      !town.graph.lines[town.graph.segments[segment].line].isOffGround
    }
  }

  private mutating func markCrossings(_ courses: [[Int]]) {
    for (index, course) in courses.enumerated() where town.graph.lines[index].kind == .railway {
      for node in course where town.graph.degree(node) > 0 {
        tagsOfNode[node] = [
          ("railway", "level_crossing"), ("crossing:barrier", "half"), ("crossing:light", "yes"),
        ]
      }
    }
  }

  private mutating func identify(_ node: Int) {
    guard identifiers[node] == 0 else { return }
    identifiers[node] = document.addNode(at: town.graph.points[node], tags: tagsOfNode[node])
  }

  private func tags(of index: Int) -> [(key: String, value: String)] {
    let line = town.graph.lines[index]
    var tags: [(key: String, value: String)]
    switch line.kind {
    case .river: tags = [("waterway", "river"), ("width", "18")]
    case .railway: tags = [("railway", "rail"), ("usage", "branch"), ("electrified", "no")]
    default: tags = [("highway", line.kind.rawValue)]
    }
    if let name = line.name { tags.append(("name", name)) }
    tags += line.tags
    let isMain = [.primary, .secondary, .tertiary].contains(line.kind)
    if isMain, !line.tags.contains(where: { $0.key == "sidewalk" || $0.key == "junction" }) {
      tags.append(("sidewalk", "both"))
    }
    return tags
  }

  // MARK: Areas

  private func greens() -> [Block] {
    var blocks = town.blocks.filter { block in
      let outline = block.outline(in: town.graph)
      return TownGreens.parks.contains { Polygon.contains(outline, LandWarp.bent($0.place)) }
    }
    blocks += town.reserved.filter {
      [TownDrawer.closedGarden, TownDrawer.cemetery].contains($0.purpose)
    }.map { town.blocks[$0.block] }
    for position in blocks.indices { blocks[position].refresh(in: town.graph) }
    return blocks
  }

  private var greenTags: [[(key: String, value: String)]] {
    TownGreens.parks.map { [("leisure", "park"), ("name", $0.name)] } + [
      [("leisure", "garden"), ("name", TownDrawer.closedGarden), ("barrier", "wall")],
      [("landuse", "cemetery"), ("name", TownDrawer.cemetery)],
    ]
  }

  private func tags(of school: School) -> [(key: String, value: String)] {
    [
      ("amenity", "school"), ("name", school.plan.name), ("ref:UAI", school.plan.code),
      ("school:FR", school.plan.osmLevel),
      ("operator:type", school.plan.isPublic ? "public" : "private"),
    ]
  }

  // MARK: Places

  private mutating func writePlaces(shops: [Shop], relays: [Relay]) {
    _ = document.addNode(
      at: Point(2, 2),
      tags: [
        ("place", "town"), ("name", TownSite.name), ("ref:INSEE", TownSite.insee),
        ("population", "25000"), ("note", "INVENTED"),
      ])
    _ = document.addNode(
      at: LandWarp.bent(Point(60, -1020)),
      tags: [("railway", "station"), ("name", "Gare de \(TownSite.name)")])
    for shop in shops {
      var tags: [(key: String, value: String)] = [
        (shop.trade.key, shop.trade.value), ("name", shop.name),
        ("addr:housenumber", shop.address.label), ("addr:street", shop.address.street),
      ]
      if !shop.hours.isEmpty { tags.append(("opening_hours", shop.hours)) }
      _ = document.addNode(at: shop.address.place, tags: tags)
    }
    for relay in relays where relay.kind != "commerce" {
      let parts = relay.tag.split(separator: "=").map(String.init)
      _ = document.addNode(
        at: relay.place,
        tags: [(parts[0], parts[1]), ("name", relay.name), ("opening_hours", relay.hours)])
    }
  }
}
