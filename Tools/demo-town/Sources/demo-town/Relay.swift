/// A shop or institution that shelters children: an adherent of the network.
struct Relay {
  let id: String
  let name: String
  /// `commerce`, `association`, `institution` or `municipal`.
  let kind: String
  let label: String
  /// The map's tag, `key=value`, for those that are no shop.
  let tag: String
  /// The postal address: number and street.
  let address: String
  let place: Point
  let hours: String
  /// ISO 8601.
  let joined: String
}

/// Chooses who is an adherent: many in the centre, none in some estates, as networks grow.
struct RelaySelector {
  private var random: SeededGenerator

  /// How many shops of each zone are adherents; the other zones have none.
  private static let quotas: [(zone: String, count: Int)] = [
    ("Vieille-Ville", 12), ("Faubourg Saint-Jean", 4), ("Faubourg du Nord", 4),
    ("Faubourg de l'Est", 3), ("Gare", 6), ("Rive-Gauche", 4), ("Verreries", 5), ("La Côte", 4),
    ("Clair-Logis", 3), ("Bellefontaine", 3), ("Les Jardins", 4), ("Haut-du-Bois", 2),
    ("La Cité", 2), ("Les Forges", 2), ("Les Maraîchers", 1),
  ]

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed, stream: 9)
  }

  /// - Returns: The relays, shops first, and the positions of the shops that are among them.
  mutating func select(
    shops: [Shop], addresses: [Address], town: Town
  ) -> (relays: [Relay], shops: Set<Int>) {
    var chosen: [Int] = []
    var missing = 0
    for quota in Self.quotas {
      let here = shops.indices.filter { Zone.all[shops[$0].address.zone].name == quota.zone }
      missing += recruit(quota.count, among: here, of: shops, chosen: &chosen)
    }
    // What a quarter with few shops cannot give, the others do.
    missing = recruit(missing, among: Array(shops.indices), of: shops, chosen: &chosen)
    precondition(missing == 0, "the town has too few shops")
    chosen.sort()
    var relays = chosen.map { position in
      let shop = shops[position]
      return relay(
        shop.name, kind: "commerce", label: shop.trade.label,
        tag: "\(shop.trade.key)=\(shop.trade.value)", address: shop.address,
        place: shop.address.place, hours: shop.hours)
    }
    relays += institutions(shops: shops, addresses: addresses, town: town)
    let numbered = relays.enumerated().map { position, relay in
      Relay(
        id: "PR-" + FixedDecimal.padded(position + 1, to: 3), name: relay.name, kind: relay.kind,
        label: relay.label, tag: relay.tag, address: relay.address, place: relay.place,
        hours: relay.hours, joined: relay.joined)
    }
    return (numbered, Set(chosen))
  }

  /// Chooses shops that suit; neighbours seldom both join, unless a quarter has too few shops.
  ///
  /// - Returns: How many could not be found.
  private mutating func recruit(
    _ count: Int, among positions: [Int], of shops: [Shop], chosen: inout [Int]
  ) -> Int {
    let order = random.shuffled(positions.filter { shops[$0].trade.isSuitable })
    var left = count
    for spacing in [280.0, 200, 130, 70, 30, 0] {
      for position in order where left > 0 && !chosen.contains(position) {
        let address = shops[position].address
        let isDense = Zone.all[address.zone].style == .oldTown
        let apart = isDense ? spacing / 2.4 : spacing
        if chosen.allSatisfy({ shops[$0].address.place.distance(to: address.place) >= apart }) {
          chosen.append(position)
          left -= 1
        }
      }
    }
    return left
  }

  private mutating func institutions(
    shops: [Shop], addresses: [Address], town: Town
  ) -> [Relay] {
    var relays: [Relay] = []
    let taken = shops.map(\.address.place)
    let free = addresses.filter { !taken.contains($0.place) }
    for plan in InstitutionPlan.all {
      let address = free.nearest(to: LandWarp.bent(plan.near))
      relays.append(
        relay(
          plan.name, kind: plan.kind, label: plan.label, tag: plan.tag, address: address,
          place: address.place, hours: plan.hours))
    }
    let remote = InstitutionPlan.remote
    let field = remotePlace(near: LandWarp.bent(remote.near), in: town)
    guard let garden = town.reserved.first(where: { $0.purpose == TownDrawer.closedGarden })
    else { preconditionFailure("the closed garden is missing") }
    for (plan, place) in [
      (remote, field), (InstitutionPlan.enclosed, garden.heart + Point(5, 3)),
    ] {
      relays.append(
        relay(
          plan.name, kind: plan.kind, label: plan.label, tag: plan.tag,
          address: addresses.nearest(to: place), place: place, hours: plan.hours))
    }
    return relays
  }

  private mutating func relay(
    _ name: String, kind: String, label: String, tag: String, address: Address, place: Point,
    hours: String
  ) -> Relay {
    let year = 2009 + min(random.index(below: 17), random.index(below: 17) + 4)
    let date = [year, 1 + random.index(below: 12), 1 + random.index(below: 28)]
    return Relay(
      id: "", name: name, kind: kind, label: label, tag: tag,
      address: "\(address.label) \(address.street)", place: place, hours: hours,
      joined: date.map { FixedDecimal.padded($0, to: 2) }.joined(separator: "-"))
  }

  /// The place nearest to a wish that is 90 m from every line one may walk, to half a metre.
  private func remotePlace(near wish: Point, in town: Town) -> Point {
    var best: (place: Point, distance: Double)?
    for east in stride(from: -420.0, through: 420, by: 3) {
      for north in stride(from: -420.0, through: 420, by: 3) {
        let place = wish + Point(east, north)
        let far = place.distance(to: wish)
        guard far < best?.distance ?? .infinity,
          Polygon.contains(TownPlan.boundary.map(LandWarp.bent), place),
          let near = town.graph.nearestSegment(
            to: place, reach: 120, where: { !$0.kind.isBarrier }),
          abs(near.distance - 90) < 0.5
        else { continue }
        best = (place, far)
      }
    }
    guard let best else { preconditionFailure("no place lies 90 m from the streets") }
    return best.place
  }
}
