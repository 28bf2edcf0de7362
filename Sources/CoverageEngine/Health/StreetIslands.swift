import RelaisGeo

/// Pieces with streets to cover, apart from the main piece.
struct StreetIslands {
  let scope: HealthScope

  /// By their lowest edge.
  ///
  /// - Complexity: linear in edges.
  func places() -> [NetworkProblem.Place] {
    let network = scope.network
    let components = network.components
    guard components.count > 1, let main = components.main else { return [] }
    var edges: [Int: [EdgeID]] = [:]
    var lengths: [Int: Int64] = [:]
    for edge in 0..<network.edgeCount where network.isDemand[edge] {
      let piece = Int(components.ofNode[Int(network.tails[edge])])
      // What goes on beyond where the file was read may be joined there.
      guard piece != main, !components.isOpen(piece) else { continue }
      let length = scope.demand(edge)
      guard length > 0 else { continue }
      edges[piece, default: []].append(EdgeID(edge))
      lengths[piece, default: 0] += length
    }
    return edges.sorted { $0.value[0] < $1.value[0] }.map { piece, edges in
      scope.place(edges, length: Length(millimetres: lengths[piece] ?? 0))
    }
  }
}
