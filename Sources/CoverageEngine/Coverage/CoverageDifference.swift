/// Where two coverages of one network within one budget differ.
struct CoverageDifference: Sendable {
  /// What differs on one edge.
  struct Change: Sendable {
    var edge: Int
    /// Covered after and not before, and the other way round. Both are empty on an edge of no length.
    var gained: IntervalSet
    var lost: IntervalSet
  }

  /// By edge.
  let changes: [Change]

  /// - Complexity: linear in edges.
  init(from before: Coverage, to after: Coverage, in network: StreetNetwork) {
    var changes: [Change] = []
    for edge in 0..<network.edgeCount {
      let (old, new) = (before.portions.ends[edge], after.portions.ends[edge])
      if old == new, old.fromTail != EdgePortions.Ends.listed { continue }
      let length = Int64(network.lengths[edge])
      let was = before.portions.portions(of: edge, length: length)
      let now = after.portions.portions(of: edge, length: length)
      guard was != now else { continue }
      var change = Change(edge: edge, gained: IntervalSet(), lost: IntervalSet())
      if length > 0 {
        change.gained = now.intersection(was.complement(in: length))
        change.lost = was.intersection(now.complement(in: length))
      }
      changes.append(change)
    }
    self.changes = changes
  }
}
