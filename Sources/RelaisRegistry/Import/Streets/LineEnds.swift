package import CoverageEngine

/// Where the lines of a file begin and end: what shows that two files hold the streets of one place from one source.
///
/// Extracts of two dates share most of these places, in whatever format and reference system; maps of different makers share
/// none to a decimetre.
package struct LineEnds: Sendable {
  private struct Ends: Hashable {
    var low, high: SIMD2<Int32>
  }

  private var ends: Set<Ends> = []

  /// - Complexity: linear in the sections.
  package init(_ sections: StreetSections) {
    // About a decimetre: what conversions move a place by is a hundredth of that.
    let scale = sections.ground == .ellipsoid ? 1e6 : 10
    ends.reserveCapacity(sections.count)
    for section in 0..<sections.count {
      let (first, last) = (
        sections.positions[sections.firstVertex[section]],
        sections.positions[sections.firstVertex[section + 1] - 1]
      )
      let one = SIMD2(Int32(clamping: first.x * scale), Int32(clamping: first.y * scale))
      let other = SIMD2(Int32(clamping: last.x * scale), Int32(clamping: last.y * scale))
      ends.insert(
        (one.x, one.y) < (other.x, other.y)
          ? Ends(low: one, high: other) : Ends(low: other, high: one))
    }
  }

  /// Whether more than half of the lines of the smaller file are the other's too.
  package func areMostly(of other: LineEnds) -> Bool {
    let (small, large) =
      ends.count < other.ends.count ? (ends, other.ends) : (other.ends, ends)
    return 2 * small.count(where: large.contains) > small.count
  }
}

extension Int32 {
  fileprivate init(clamping value: Double) {
    self = Int32(Swift.max(-2e9, Swift.min(2e9, value.rounded())))
  }
}
