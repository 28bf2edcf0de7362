public import RelaisGeo

/// The connected pieces of a network; 0 is the one with the lowest node.
public struct Components: Sendable {
  public let count: Int
  /// One per node.
  public let ofNode: [UInt32]
  /// Length of street in each piece.
  public let lengths: [Length]
  /// By piece; empty where everything was read.
  private let open: [Bool]
  /// Nodes at which streets go on beyond what was read.
  let openNodes: [UInt32]

  /// Whether streets of a piece go on beyond what was read, perhaps to another piece.
  public func isOpen(_ piece: Int) -> Bool { !open.isEmpty && open[piece] }

  /// The piece with most metres; the lowest number on a tie; `nil` of none.
  public var main: Int? {
    lengths.indices.max { (lengths[$0], -$0) < (lengths[$1], -$1) }
  }

  /// Union–find with path halving, smaller root kept (Tarjan & van Leeuwen, J. ACM 31, 1984).
  ///
  /// - Parameter openNodes: Those at which streets go on beyond what was read.
  /// - Complexity: near linear in nodes and edges.
  init(
    nodeCount: Int, tails: [UInt32], heads: [UInt32], lengths edgeLengths: [UInt32],
    openNodes: [UInt32] = []
  ) {
    var parent = [UInt32](unsafeUninitializedCapacity: nodeCount) { buffer, count in
      for node in 0..<nodeCount { buffer[node] = UInt32(node) }
      count = nodeCount
    }
    parent.withUnsafeMutableBufferPointer { parent in
      func root(_ node: UInt32) -> UInt32 {
        var node = node
        while parent[Int(node)] != node {
          parent[Int(node)] = parent[Int(parent[Int(node)])]
          node = parent[Int(node)]
        }
        return node
      }
      for edge in tails.indices {
        let a = root(tails[edge])
        let b = root(heads[edge])
        if a < b { parent[Int(b)] = a } else if b < a { parent[Int(a)] = b }
      }
      // Roots are the lowest nodes of their pieces, so one increasing sweep numbers them all.
      for node in 0..<nodeCount { parent[node] = root(UInt32(node)) }
    }
    var numbers = [UInt32](repeating: 0, count: nodeCount)
    var pieces = 0
    for node in 0..<nodeCount {
      if parent[node] == UInt32(node) {
        numbers[node] = UInt32(pieces)
        pieces += 1
      } else {
        numbers[node] = numbers[Int(parent[node])]
      }
    }
    var sums = [Int64](repeating: 0, count: pieces)
    for edge in tails.indices {
      sums[Int(numbers[Int(tails[edge])])] += Int64(edgeLengths[edge])
    }
    self.openNodes = openNodes
    self.count = pieces
    self.ofNode = numbers
    self.lengths = sums.map { Length(millimetres: $0) }
    var open: [Bool] = openNodes.isEmpty ? [] : [Bool](repeating: false, count: pieces)
    for node in openNodes { open[Int(numbers[Int(node)])] = true }
    self.open = open
  }
}
