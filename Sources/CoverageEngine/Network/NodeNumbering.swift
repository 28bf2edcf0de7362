import Computing
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
    let nodes = isNode.indices.filter { isNode[$0] }
    let vertex = NodeNumbering.lastVertex(of: sections)
    let side = Double((1 << Int(HilbertCurve.bits)) - 1)
    let scaleX = side / max(envelope.maxX - envelope.minX, .leastNormalMagnitude)
    let scaleY = side / max(envelope.maxY - envelope.minY, .leastNormalMagnitude)
    let box = envelope
    var items = Parallel.fill(nodes.count, grain: 20_000) {
      index -> (key: UInt32, junction: UInt32) in
      let place = sections.positions[Int(vertex[nodes[index]])]
      let x = UInt32(min(side, (place.x - box.minX) * scaleX))
      let y = UInt32(min(side, (place.y - box.minY) * scaleY))
      return (HilbertCurve.number(x: x, y: y), UInt32(nodes[index]))
    }
    RadixSort.sort(&items) { $0.key }
    node = [UInt32](repeating: 0, count: isNode.count)
    for (number, item) in items.enumerated() { node[Int(item.junction)] = UInt32(number) }
    count = items.count
  }

  /// The last vertex at each junction: where the junction lies.
  private static func lastVertex(of sections: StreetSections) -> [UInt32] {
    var result = [UInt32](repeating: 0, count: sections.junctionCount)
    result.withUnsafeMutableBufferPointer { result in
      sections.junctions.withUnsafeBufferPointer { junctions in
        for vertex in junctions.indices where junctions[vertex] != StreetSections.noJunction {
          result[Int(junctions[vertex])] = UInt32(vertex)
        }
      }
    }
    return result
  }
}
