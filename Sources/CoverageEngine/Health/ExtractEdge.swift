import RelaisGeo

/// Streets to cover that stop where the file does, though the town goes on.
///
/// In a whole map, a street that leaves the study area leads on to another; in a file cut at the border it stops
/// there. One street in four that stops is more than culs-de-sac explain.
struct ExtractEdge {
  /// Metres from the border within which an end was cut there.
  static let reach = 2.0
  static let leastEnds = 3
  static let leastShare = 0.25

  let scope: HealthScope

  /// By edge; none without a study area.
  ///
  /// - Complexity: linear in edges, plus the ends near the border.
  func places() -> [NetworkProblem.Place] {
    guard let clip = scope.clip, let border = scope.border else { return [] }
    let network = scope.network
    var leaving = 0
    var ends: [NetworkProblem.Place] = []
    for edge in 0..<network.edgeCount
    where network.isDemand[edge] && clip.sides[edge] != .outside {
      let id = EdgeID(edge)
      let line = network.vertices(of: id)
      let stops = [
        (network.tails[edge], line[line.startIndex]),
        (network.heads[edge], line[line.endIndex - 1]),
      ]
      var leaves = clip.sides[edge] == .crossing
      var end: Position?
      for (node, position) in stops {
        let isEnd = network.firstArc[Int(node) + 1] - network.firstArc[Int(node)] == 1
        guard isEnd else { continue }
        let isOutside = !border.contains(position)
        if isOutside && clip.sides[edge] == .crossing
          || border.isWithin(ExtractEdge.reach, of: position, ground: network.ground)
        {
          end = position
          leaves = true
        }
      }
      if leaves { leaving += 1 }
      if let end { ends.append(scope.place([id], at: end)) }
    }
    guard ends.count >= ExtractEdge.leastEnds,
      Double(ends.count) >= ExtractEdge.leastShare * Double(leaving)
    else { return [] }
    return ends
  }
}
