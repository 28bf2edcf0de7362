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
      var best: (block: Int, distance: Double)?
      for block in town.blocks.indices where !town.isReserved(block) {
        let outline = town.blocks[block].outline(in: town.graph)
        let centre = Polygon.centroid(outline)
        let distance = centre.distance(to: LandWarp.bent(wish.near))
        guard distance < best?.distance ?? .infinity,
          Polygon.area(outline) > wish.depth * wish.depth * 2.4,
          !town.blocks[block].touchesBarrier(in: town.graph),
          !TownGreens.parks.contains(where: { Polygon.contains(outline, LandWarp.bent($0.place)) }),
          !Polygon.contains(outline, Point(2, 2)),
          Polygon.depth(outline).distance >= wish.depth
        else { continue }
        best = (block, distance)
      }
      guard let best else { preconditionFailure("no block is free for \(wish.purpose)") }
      let heart = Polygon.depth(town.blocks[best.block].outline(in: town.graph))
      town.reserved.append(
        ReservedBlock(
          purpose: wish.purpose, block: best.block, heart: heart.point, depth: heart.distance))
    }
  }
}
