import RelaisGeo

/// Junctions that are nodes, numbered along a Hilbert curve over the network's box.
struct NodeNumbering {
  /// One per junction; undefined for those that are no nodes.
  private(set) var node: [UInt32]
  let count: Int
  /// The box of all vertices.
  let envelope: Envelope

  /// - Complexity: linear (radix sort; ties keep the order of the junctions).
  init(_ sections: StreetSections, isNode: [Bool]) {
    envelope = Envelope(of: sections.positions)
    var place = [Position](repeating: Position(x: 0, y: 0), count: isNode.count)
    for (vertex, junction) in sections.junctions.enumerated()
    where junction != StreetSections.noJunction {
      place[Int(junction)] = sections.positions[vertex]
    }
    let side = Double((1 << Int(HilbertCurve.bits)) - 1)
    let scaleX = side / max(envelope.maxX - envelope.minX, .leastNormalMagnitude)
    let scaleY = side / max(envelope.maxY - envelope.minY, .leastNormalMagnitude)
    let box = envelope
    var items: [(key: UInt32, junction: UInt32)] = []
    items.reserveCapacity(isNode.count)
    for junction in isNode.indices where isNode[junction] {
      let x = UInt32(min(side, (place[junction].x - box.minX) * scaleX))
      let y = UInt32(min(side, (place[junction].y - box.minY) * scaleY))
      items.append((HilbertCurve.number(x: x, y: y), UInt32(junction)))
    }
    RadixSort.sort(&items) { $0.key }
    node = [UInt32](repeating: 0, count: isNode.count)
    for (number, item) in items.enumerated() { node[Int(item.junction)] = UInt32(number) }
    count = items.count
  }
}
