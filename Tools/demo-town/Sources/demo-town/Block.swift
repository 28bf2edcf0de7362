/// A piece of land between streets, gone round to the left.
struct Block {
  var ring: [DirectedSegment]

  /// The block's ring with the junctions made since it was traced.
  mutating func refresh(in graph: StreetGraph) {
    ring = ring.flatMap { graph.expanded($0) }
  }

  func nodes(in graph: StreetGraph) -> [Int] { ring.map { graph.start(of: $0) } }

  func outline(in graph: StreetGraph) -> [Point] {
    ring.map { graph.points[graph.start(of: $0)] }
  }

  /// Whether a river, a railway or an expressway bounds the block.
  func touchesBarrier(in graph: StreetGraph) -> Bool {
    ring.contains { graph.kind(of: $0.segment).isBarrier }
  }
}
