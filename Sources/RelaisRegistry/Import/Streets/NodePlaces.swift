import RelaisGeo

/// Where the nodes of a table of edges lie, and how each edge's line fits them.
///
/// A table names the nodes at an edge's ends and draws its line, in that order or in the other, and
/// may use a name twice. A node lies where most of its edges have an end, either one; on a tie where
/// most rows say it does, then where the first one does. A node of one edge lies wherever that ends.
struct NodePlaces {
  /// How a line fits the nodes of its row.
  enum Fit: Hashable {
    case asDrawn
    /// It is drawn from the head to the tail.
    case turned
    /// One of its nodes lies elsewhere: that one.
    case awayFrom(node: Int)
    /// Neither of its ends is at a node of its row.
    case elsewhere
  }

  /// An edge's nodes by number, and the ends of its line as drawn.
  struct Ends {
    var tail: Int
    var head: Int
    var first: Position
    var last: Position
  }

  /// How near an end is to be: rounded coordinates of one place are.
  static let tolerance = 1.0
  /// Of a node's edges, those whose ends are tried as its place: no crossing has more.
  private static let mostTried = 16

  private let ground: Ground

  init(on ground: Ground) { self.ground = ground }

  /// - Parameter edges: In the order of the file.
  /// - Complexity: O(edges), and nothing is kept where every line is drawn as its row says.
  func fits(_ edges: [Ends], nodeCount: Int) -> [Fit] {
    var places = [Position?](repeating: nil, count: nodeCount)
    var isPlain = true
    for edge in edges {
      for (node, end) in [(edge.tail, edge.first), (edge.head, edge.last)] {
        if let place = places[node] {
          isPlain = isPlain && isNear(place, end)
        } else {
          places[node] = end
        }
      }
    }
    if isPlain { return [Fit](repeating: .asDrawn, count: edges.count) }
    places = self.places(edges, nodeCount: nodeCount)
    return edges.map { fit(of: $0, places) }
  }

  private func fit(of edge: Ends, _ places: [Position?]) -> Fit {
    func lies(_ node: Int, at end: Position) -> Bool {
      places[node].map { isNear($0, end) } ?? true
    }
    let isTailFirst = lies(edge.tail, at: edge.first)
    let isHeadLast = lies(edge.head, at: edge.last)
    if isTailFirst, isHeadLast { return .asDrawn }
    let isTailLast = lies(edge.tail, at: edge.last)
    let isHeadFirst = lies(edge.head, at: edge.first)
    if isTailLast, isHeadFirst { return .turned }
    if isTailFirst || isTailLast { return .awayFrom(node: edge.head) }
    if isHeadFirst || isHeadLast { return .awayFrom(node: edge.tail) }
    return .elsewhere
  }

  /// `nil` for a node of one edge's end.
  private func places(_ edges: [Ends], nodeCount: Int) -> [Position?] {
    var starts = [Int](repeating: 0, count: nodeCount + 1)
    for edge in edges {
      starts[edge.tail + 1] += 1
      starts[edge.head + 1] += 1
    }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    var next = starts
    var incident = [Int](repeating: 0, count: 2 * edges.count)
    for (number, edge) in edges.enumerated() {
      for node in [edge.tail, edge.head] {
        incident[next[node]] = number
        next[node] += 1
      }
    }
    return (0..<nodeCount).map { node in
      let own = incident[starts[node]..<starts[node + 1]]
      return own.count > 1 ? place(of: node, own.map { edges[$0] }) : nil
    }
  }

  private func place(of node: Int, _ edges: [Ends]) -> Position? {
    var best: (edges: Int, claims: Int, place: Position)?
    for candidate in edges.prefix(NodePlaces.mostTried).flatMap({ claimedFirst($0, node) }) {
      var ends = 0
      var claims = 0
      for edge in edges {
        let isFirst = isNear(candidate, edge.first)
        let isLast = isNear(candidate, edge.last)
        if isFirst || isLast { ends += 1 }
        if isFirst && edge.tail == node || isLast && edge.head == node { claims += 1 }
      }
      if best.map({ (ends, claims) > ($0.edges, $0.claims) }) ?? true {
        best = (ends, claims, candidate)
      }
    }
    return best?.place
  }

  private func claimedFirst(_ edge: Ends, _ node: Int) -> [Position] {
    edge.tail == node ? [edge.first, edge.last] : [edge.last, edge.first]
  }

  private func isNear(_ a: Position, _ b: Position) -> Bool {
    a == b || ground.length(from: a, to: b) <= NodePlaces.tolerance
  }
}
