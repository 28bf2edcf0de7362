/// Numbers along a Hilbert curve, so that what is near on the ground is near in memory.
///
/// Hilbert, "Über die stetige Abbildung einer Linie auf ein Flächenstück", Math. Ann. 38, 1891.
enum HilbertCurve {
  /// Bits of each coordinate; the number has twice as many.
  static let bits: UInt32 = 16

  /// The place along the curve, by descending into quadrants.
  ///
  /// In each square the curve visits lower left, upper left, upper right, lower right; the first
  /// quadrant's own curve is the mirror along one diagonal, the last one's along the other.
  ///
  /// - Parameters: coordinates below 2¹⁶.
  static func number(x: UInt32, y: UInt32) -> UInt32 {
    var x = x
    var y = y
    var result: UInt32 = 0
    var bit = bits
    while bit > 0 {
      bit -= 1
      let right = (x >> bit) & 1
      let up = (y >> bit) & 1
      result = result << 2 | (right << 1 | (right ^ up))
      let low: UInt32 = (1 << bit) - 1
      x &= low
      y &= low
      if up == 0 {
        if right == 1 {
          x = low - x
          y = low - y
        }
        swap(&x, &y)
      }
    }
    return result
  }
}
