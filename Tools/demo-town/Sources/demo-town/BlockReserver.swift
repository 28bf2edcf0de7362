/// Keeps blocks free for the schools, the closed garden and the cemetery.
enum BlockReserver {
  /// Reserves one block for each wish.
  ///
  /// - Parameter wishes: What for, near which place, and the least distance from the block's
  ///   heart to its streets, metres.
  static func reserve(
    _ wishes: [(purpose: String, near: Point, depth: Double)], in town: inout Town
  ) {
    for wish in wishes {
      // When no block has the wished depth, a shallower one must do.
      var found: Int?
      for share in [1, 0.8, 0.6, 0.4] where found == nil {
        found = nearest(to: LandWarp.bent(wish.near), depth: wish.depth * share, in: town)
      }
      guard let found else { preconditionFailure("no block is free for \(wish.purpose)") }
      let heart = Polygon.depth(town.blocks[found].outline(in: town.graph))
      town.reserved.append(
        ReservedBlock(
          purpose: wish.purpose, block: found, heart: heart.point, depth: heart.distance))
    }
  }

  /// The free block nearest to a place, among those at least `depth` metres deep.
  private static func nearest(to place: Point, depth: Double, in town: Town) -> Int? {
    var best: (block: Int, distance: Double)?
    for block in town.blocks.indices where !town.isReserved(block) {
      let outline = town.blocks[block].outline(in: town.graph)
      let distance = Polygon.centroid(outline).distance(to: place)
      guard distance < best?.distance ?? .infinity,
        Polygon.area(outline) > depth * depth * 2.4,
        !town.blocks[block].touchesBarrier(in: town.graph),
        !TownGreens.parks.contains(where: { Polygon.contains(outline, LandWarp.bent($0.place)) }),
        !Polygon.contains(outline, Point(2, 2)),
        Polygon.depth(outline).distance >= depth
      else { continue }
      best = (block, distance)
    }
    return best?.block
  }
}
