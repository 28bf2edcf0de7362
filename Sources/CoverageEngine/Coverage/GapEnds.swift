import HeapModule
import RelaisGeo

/// Says where a gap ends: by a house number, at a crossing, at a dead end, at the border.
struct GapEnds {
  /// A house number names a place on its street; farther away it names another one.
  static let numberReach = 40.0
  /// Edges walked along a street in search of a crossing before giving up.
  private static let patience = 40
  /// Walks to a named street, millimetres: one that is near, and the longest that is looked for.
  private static let (neighbourhood, reach): (Int64, Int64) = (300_000, 5_000_000)

  let network: StreetNetwork
  let studyArea: AreaClip?
  let numbers: HouseNumbers?

  /// - Parameter pieces: the gap's portions; the search for a crossing leaves them behind.
  func end(
    at point: GapShape.Point, street: UInt32, pieces: [EdgeInterval]
  ) -> GapEnd {
    if case .onEdge(let edge, let offset) = point, isBorder(edge, offset) { return .border }
    if let name = name(street), let numbers,
      let number = numbers.nearest(
        to: position(of: point), street: name, ground: network.ground,
        within: GapEnds.numberReach)
    {
      return .number(number)
    }
    var seen = Set(pieces.map(\.edge))
    switch point {
    case .node(let node): return crossing(at: node, street: street, seen: &seen)
    case .onEdge(let edge, let offset):
      let isStart = pieces.contains { $0.edge == edge && $0.from.millimetres == offset }
      let node = isStart ? network.tails[edge.position] : network.heads[edge.position]
      return crossing(at: node, street: street, seen: &seen)
    }
  }

  /// The first crossing along the street from a node on.
  private func crossing(at start: UInt32, street: UInt32, seen: inout Set<EdgeID>) -> GapEnd {
    var node = NodeID(Int(start))
    for _ in 0..<GapEnds.patience {
      let names = Set(
        network.edges(at: node).compactMap { edge in
          network.nameNumber(of: edge) == street ? nil : network.name(of: edge)
        }
      ).sorted()
      if !names.isEmpty { return .crossing(Array(names.prefix(2))) }
      let edges = Array(network.edges(at: node))
      if edges.count == 1, network.tail(of: edges[0]) != network.head(of: edges[0]) {
        // The end of a way without a name is no place a person knows.
        return street == 0 ? near(start, street: street) : .deadEnd
      }
      guard
        let next = edges.first(where: {
          network.nameNumber(of: $0) == street && !seen.contains($0)
        })
      else { return near(start, street: street) }
      seen.insert(next)
      node = network.tail(of: next) == node ? network.head(of: next) : network.tail(of: next)
    }
    return near(start, street: street)
  }

  /// The named street nearest on foot; ties to the lowest node, then edge.
  private func near(_ start: UInt32, street: UInt32) -> GapEnd {
    var walks: [UInt32: Int64] = [start: 0]
    if network.names.count == 1 { return .place(position(of: .node(start)), on: network.ground) }
    var queue = Heap([Reached(walk: 0, node: start)])
    while let next = queue.popMin() {
      guard walks[next.node] == next.walk else { continue }
      let node = NodeID(Int(next.node))
      for edge in network.edges(at: node) where network.nameNumber(of: edge) != street {
        guard let name = network.name(of: edge) else { continue }
        return next.walk <= GapEnds.neighbourhood
          ? .near(name) : .away(from: name, walk: Length(millimetres: next.walk))
      }
      for edge in network.edges(at: node) {
        let other = network.tail(of: edge) == node ? network.head(of: edge) : network.tail(of: edge)
        let walk = next.walk + network.length(of: edge).millimetres
        if walk <= GapEnds.reach, walk < walks[other.index] ?? .max {
          walks[other.index] = walk
          queue.insert(Reached(walk: walk, node: other.index))
        }
      }
    }
    return .place(position(of: .node(start)), on: network.ground)
  }

  private struct Reached: Comparable {
    var walk: Int64
    var node: UInt32

    static func < (a: Reached, b: Reached) -> Bool { (a.walk, a.node) < (b.walk, b.node) }
  }

  private func isBorder(_ edge: EdgeID, _ offset: Int64) -> Bool {
    guard let studyArea, studyArea.sides[edge.position] == .crossing else { return false }
    let length = network.length(of: edge).millimetres
    return studyArea.set(of: edge.position, length: length).portions.contains {
      $0.from == offset || $0.to == offset
    }
  }

  private func name(_ street: UInt32) -> String? {
    street == 0 ? nil : network.names[Int(street)]
  }

  private func position(of point: GapShape.Point) -> Position {
    switch point {
    case .onEdge(let edge, let offset):
      return network.position(on: edge, at: Length(millimetres: offset))
    case .node(let node):
      let edge = EdgeID(Int(network.arcEdge[Int(network.firstArc[Int(node)])]))
      return network.tails[edge.position] == node
        ? network.position(on: edge, at: .zero)
        : network.position(on: edge, at: network.length(of: edge))
    }
  }
}
