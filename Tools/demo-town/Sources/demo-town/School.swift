/// A school of the town, placed.
struct School {
  let plan: SchoolPlan
  /// The middle of the school's ground, metres.
  let heart: Point
  /// The entrance, between the street and the ground, metres.
  let entrance: Point
  let address: Address
  /// The ground's corners, gone round to the left.
  let ground: [Point]

  /// The schools on their reserved blocks, at the nearest door.
  static func place(in town: Town, addresses: [Address]) -> [School] {
    SchoolPlan.all.map { plan in
      guard let site = town.reserved.first(where: { $0.purpose == plan.code }) else {
        preconditionFailure("no block was reserved for \(plan.code)")
      }
      let address = addresses.nearest(to: site.heart)
      let side = min(site.depth - 7, 40) * 0.7
      let heading = (address.place - site.heart).direction
      let ground = [Point(1, 1), Point(-1, 1), Point(-1, -1), Point(1, -1)].map { corner in
        site.heart + (heading * corner.x + heading.left * corner.y) * side
      }
      return School(
        plan: plan, heart: site.heart,
        entrance: address.place + (site.heart - address.place) * 0.25, address: address,
        ground: ground)
    }
  }
}

extension [Address] {
  /// The address nearest to a place; ties go to the first. The array is not empty.
  func nearest(to place: Point) -> Address {
    var best = self[0]
    for address in self where address.place.distance(to: place) < best.place.distance(to: place) {
      best = address
    }
    return best
  }
}
