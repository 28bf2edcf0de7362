/// A set of portions on every edge of a network, held in eight bytes an edge.
///
/// Nearly every edge has a portion from its tail and one from its head, either of which may be
/// missing; only edges with a facility on them, or crossed by a border, can have more, and those
/// are listed apart.
struct EdgePortions: Sendable {
  /// Portions of one edge with no others: how far they reach from either end.
  struct Ends: Hashable, Sendable {
    /// Millimetres from the tail; ``absent`` without a portion there, ``listed`` if listed apart.
    var fromTail: Int32
    /// Millimetres from the head; ``absent`` without.
    var fromHead: Int32

    static let absent: Int32 = -1
    static let listed: Int32 = -2
    static let none = Ends(fromTail: absent, fromHead: absent)
  }

  private(set) var ends: [Ends]
  /// Edges listed apart, increasing, and their portions.
  private(set) var listedEdges: [UInt32]
  private(set) var listed: [IntervalSet]

  /// - Parameter listed: by increasing edge; overrides `ends` there.
  init(ends: [Ends], listed: [(edge: UInt32, portions: IntervalSet)]) {
    self.ends = ends
    self.listedEdges = listed.map(\.edge)
    self.listed = listed.map(\.portions)
    for edge in listedEdges { self.ends[Int(edge)].fromTail = Ends.listed }
  }

  /// The same with other portions of some edges.
  ///
  /// - Parameter others: By increasing edge.
  func replacing(_ others: [(edge: UInt32, portions: IntervalSet)]) -> EdgePortions {
    guard !others.isEmpty else { return self }
    var all = Array(zip(listedEdges, listed)).map { (edge: $0.0, portions: $0.1) }
    let replaced = Set(others.map(\.edge))
    all.removeAll { replaced.contains($0.edge) }
    return EdgePortions(ends: ends, listed: (all + others).sorted { $0.edge < $1.edge })
  }

  /// The portions of one edge.
  func portions(of edge: Int, length: Int64) -> IntervalSet {
    let own = ends[edge]
    if own.fromTail == Ends.listed { return listed[listIndex(of: UInt32(edge))] }
    if own == .none { return IntervalSet() }
    var unordered: [IntervalSet.Portion] = []
    if own.fromTail != Ends.absent {
      unordered.append(.init(from: 0, to: min(length, Int64(own.fromTail))))
    }
    if own.fromHead != Ends.absent {
      unordered.append(.init(from: max(0, length - Int64(own.fromHead)), to: length))
    }
    return IntervalSet(union: unordered, onEdgeOf: length)
  }

  /// How much of one edge the portions make up, and whether there are any.
  @inline(__always)
  func extent(of edge: Int, length: Int64) -> (length: Int64, isAny: Bool) {
    let own = ends[edge]
    if own.fromTail == Ends.listed {
      let set = listed[listIndex(of: UInt32(edge))]
      return (set.length, !set.isEmpty)
    }
    let reach = Int64(max(0, own.fromTail)) + Int64(max(0, own.fromHead))
    return (min(length, reach), own != .none)
  }

  private func listIndex(of edge: UInt32) -> Int {
    var low = 0
    var high = listedEdges.count
    while low < high {
      let middle = (low + high) / 2
      if listedEdges[middle] < edge { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
