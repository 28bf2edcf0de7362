import RelaisGeo

/// Walks of some tens of metres: whether two places of a network are near each other on foot too.
///
/// Dijkstra's search, kept in a few small arrays: within the limit lie some tens of nodes.
struct ShortWalks {
  private let network: StreetNetwork
  /// Millimetres.
  let limit: UInt32
  private var reached: [UInt32: UInt32] = [:]
  private var queue: [(distance: UInt32, node: UInt32)] = []

  init(_ network: StreetNetwork, limit: Length) {
    self.network = network
    self.limit = UInt32(limit.millimetres)
  }

  /// Forgets where the last search began.
  mutating func start() {
    reached.removeAll(keepingCapacity: true)
    queue.removeAll(keepingCapacity: true)
  }

  /// A node to begin from, so far from the place asked about.
  mutating func begin(at node: UInt32, distance: UInt32) {
    guard distance <= limit, distance < reached[node] ?? .max else { return }
    reached[node] = distance
    queue.append((distance, node))
  }

  /// Walks on from where it began.
  mutating func walk() {
    while let next = queue.indices.min(by: { queue[$0] < queue[$1] }) {
      let (distance, node) = queue.remove(at: next)
      guard distance == reached[node] else { continue }
      for slot in network.firstArc[Int(node)]..<network.firstArc[Int(node) + 1] {
        let arc = network.arcs[Int(slot)]
        let (further, isTooFar) = distance.addingReportingOverflow(arc.length)
        if !isTooFar { begin(at: arc.head, distance: further) }
      }
    }
  }

  /// Whether a place on an edge is within the limit of where the search began.
  func reaches(_ edge: EdgeID, at offset: Length) -> Bool {
    let offset = UInt32(offset.millimetres)
    let length = network.lengths[edge.position]
    func isNear(_ node: UInt32, _ rest: UInt32) -> Bool {
      guard let distance = reached[node] else { return false }
      return distance <= limit && rest <= limit - distance
    }
    return isNear(network.tails[edge.position], offset)
      || isNear(network.heads[edge.position], length - offset)
  }
}
