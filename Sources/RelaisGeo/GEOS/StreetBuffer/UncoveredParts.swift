/// What capsules have left of one curve so far: disjoint stretches in increasing order.
///
/// Curves are clipped by one capsule after another and most are soon gone, so the stretches are one
/// or two at any time. A disk around them all shows for most capsules at once that they miss it, or
/// swallow it.
struct UncoveredParts {
  struct Part {
    var from: Double
    var to: Double
    /// ``BoundaryCurve`` meetings at the two ends; 0 where nothing meets.
    var fromName: UInt64
    var toName: UInt64
  }

  private(set) var parts: [Part] = []

  var isEmpty: Bool { parts.isEmpty }

  mutating func reset(to part: Part) {
    parts.removeAll(keepingCapacity: true)
    parts.append(part)
  }

  mutating func clear() { parts.removeAll(keepingCapacity: true) }

  /// Takes a covered stretch away.
  ///
  /// - Returns: Whether the ends of the whole have moved.
  @inline(__always)
  mutating func subtract(_ covered: CoveredPart) -> Bool {
    guard let first = parts.first, let last = parts.last,
      covered.from < last.to, covered.to > first.from
    else { return false }
    var index = 0
    var isOuter = false
    while index < parts.count {
      let part = parts[index]
      if covered.to <= part.from { break }
      if covered.from >= part.to {
        index += 1
        continue
      }
      let keepsStart = covered.from > part.from
      let keepsEnd = covered.to < part.to
      switch (keepsStart, keepsEnd) {
      case (true, true):
        parts[index].to = covered.from
        parts[index].toName = covered.fromName
        parts.insert(
          Part(
            from: covered.to, to: part.to, fromName: covered.toName, toName: part.toName),
          at: index + 1)
        return false
      case (true, false):
        parts[index].to = covered.from
        parts[index].toName = covered.fromName
        isOuter = true
        index += 1
      case (false, true):
        parts[index].from = covered.to
        parts[index].fromName = covered.toName
        return true
      case (false, false):
        parts.remove(at: index)
        isOuter = true
      }
    }
    return isOuter
  }
}
