/// Disjoint portions of one edge, increasing, as whole millimetres from its tail.
///
/// Neighbours never touch: portions that meet are one. A portion of no length stands only for an
/// edge of no length. Small sets, so a plain array.
struct IntervalSet: Hashable, Sendable {
  struct Portion: Hashable, Sendable {
    var from: Int64
    var to: Int64
  }

  private(set) var portions: [Portion] = []

  init() {}

  /// The union of portions in any order; those with `to < from` are dropped.
  init(union unordered: [Portion]) {
    for portion in unordered.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) })
    where portion.to >= portion.from {
      if let last = portions.last, portion.from <= last.to {
        portions[portions.count - 1].to = max(last.to, portion.to)
      } else {
        portions.append(portion)
      }
    }
  }

  /// The union of portions of an edge: those of no length stand only if the edge has none, since
  /// a budget that ends exactly on a node reaches a point there, which is no portion of street.
  init(union unordered: [Portion], onEdgeOf length: Int64) {
    self.init(union: unordered)
    if length > 0 { portions.removeAll { $0.from == $0.to } }
  }

  /// Everything from 0 to `length`.
  init(whole length: Int64) {
    portions = [Portion(from: 0, to: length)]
  }

  var isEmpty: Bool { portions.isEmpty }

  var length: Int64 { portions.reduce(0) { $0 + $1.to - $1.from } }

  /// What of `0...length` is not in the set. Portions of no length are left out, unless the edge
  /// itself has none.
  func complement(in length: Int64) -> IntervalSet {
    var result = IntervalSet()
    if length == 0 { return isEmpty ? IntervalSet(whole: 0) : result }
    var reached: Int64 = 0
    for portion in portions {
      if portion.from > reached {
        result.portions.append(Portion(from: reached, to: portion.from))
      }
      reached = max(reached, portion.to)
    }
    if reached < length { result.portions.append(Portion(from: reached, to: length)) }
    return result
  }

  /// What lies in both sets; touching at a point does not count, unless both have no length there.
  func intersection(_ other: IntervalSet) -> IntervalSet {
    var result = IntervalSet()
    var i = 0
    var j = 0
    while i < portions.count, j < other.portions.count {
      let a = portions[i]
      let b = other.portions[j]
      let from = max(a.from, b.from)
      let to = min(a.to, b.to)
      if from < to || (from == to && (a.from == a.to || b.from == b.to)) {
        result.portions.append(Portion(from: from, to: to))
      }
      if a.to < b.to { i += 1 } else { j += 1 }
    }
    return result
  }
}
