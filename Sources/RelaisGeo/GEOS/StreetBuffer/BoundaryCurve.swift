/// Names for the curves an outline is made of, and for the points where they meet.
///
/// Each segment has two offset lines, left and right; each node one circle. A meeting point is named
/// by its two curves, and which of their meetings it is, so both curves call it alike although each
/// computes it in its own way.
enum BoundaryCurve {
  /// Left is the side to the left of tail → head.
  @inline(__always)
  static func line(_ segment: Int32, isLeft: Bool) -> UInt64 {
    UInt64(UInt32(bitPattern: segment)) << 2 | (isLeft ? 0 : 1)
  }

  @inline(__always)
  static func circle(_ node: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 2 | 2
  }

  /// Never 0, which stands for no name.
  @inline(__always)
  static func meeting(_ a: UInt64, _ b: UInt64, second: Bool = false) -> UInt64 {
    let low = min(a, b)
    let high = max(a, b)
    // 31 bits hold a curve of the 2²⁹ segments memory could bear.
    return ((low & 0x7FFF_FFFF) << 32 | (high & 0x7FFF_FFFF) << 1 | (second ? 1 : 0)) &+ 1
  }
}

/// The part of a curve inside one capsule: metres from the tail on a line, a ``PseudoAngle`` on a
/// circle.
struct CoveredPart {
  var from: Double
  var to: Double
  /// ``BoundaryCurve`` meetings at the two ends; 0 where nothing meets.
  var fromName: UInt64
  var toName: UInt64
}
