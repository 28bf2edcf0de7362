import HeapModule

/// Labels of covered routes that wait: the shortest first, then the least uncovered, then the
/// lowest edge, then the first pushed.
struct RouteQueue {
  struct Pending: Comparable {
    var length: Int64
    var uncovered: Int64
    var node: UInt32
    var edge: UInt32
    var next: Int32
    var from: Int64
    var door: Int64
    var connector: Int64
    var turn = 0

    static func < (a: Pending, b: Pending) -> Bool {
      if a.length != b.length { return a.length < b.length }
      if a.uncovered != b.uncovered { return a.uncovered < b.uncovered }
      return (a.edge, a.turn) < (b.edge, b.turn)
    }
  }

  private var heap = Heap<Pending>()
  private var turn = 0

  mutating func push(_ pending: Pending) {
    var pending = pending
    turn += 1
    pending.turn = turn
    heap.insert(pending)
  }

  mutating func pop() -> Pending? { heap.popMin() }
}
