/// The town as it is being drawn: its lines and the land between them.
struct Town {
  var graph = StreetGraph()
  /// The blocks between the structural streets.
  var blocks: [Block] = []
  /// The blocks kept free of streets for a school, a garden, a cemetery.
  var reserved: [ReservedBlock] = []
  /// Single points of the map: crossings, gates, ends of streets.
  var marks: [MapMark] = []

  /// Whether a block is kept free.
  func isReserved(_ block: Int) -> Bool { reserved.contains { $0.block == block } }

  /// The zone of a block.
  func zone(of block: Int) -> Zone { Zone.at(Polygon.centroid(blocks[block].outline(in: graph))) }

  /// Whether a place is at least `distance` metres from every line that satisfies the condition.
  func isClear(
    _ point: Point, by distance: Double, where condition: (StreetLine) -> Bool = { _ in true }
  ) -> Bool {
    graph.nearestSegment(to: point, reach: distance, where: condition) == nil
  }
}

/// A block kept free for something other than houses.
struct ReservedBlock {
  let purpose: String
  let block: Int
  /// The place farthest from the block's streets, metres, and how far it is.
  let heart: Point
  let depth: Double
}

/// The tags of one node of the drawing.
struct MapMark {
  let node: Int
  let tags: [(key: String, value: String)]
}
