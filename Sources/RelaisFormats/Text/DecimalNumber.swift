/// Decimal digits into a `Double`, exactly rounded; nothing but decimal digits.
enum DecimalNumber {
  /// Reads `[+-] digits [separator digits] [e [+-] digits]`, the whole range.
  ///
  /// A digit is needed before or after the separator. Numbers beyond the range of a `Double` are
  /// refused, as are `nan`, `inf` and hexadecimal.
  ///
  /// - Parameter comma: Whether `,` separates decimals as `.` does.
  /// - Returns: `nil` unless the range is one such number.
  /// - Complexity: O(length); up to 15 or so digits without leaving integer arithmetic.
  static func parse(_ bytes: [UInt8], _ range: Range<Int>, comma: Bool) -> Double? {
    var at = range.lowerBound
    let end = range.upperBound
    guard at < end else { return nil }
    var negative = false
    if bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+") {
      negative = bytes[at] == UInt8(ascii: "-")
      at += 1
    }
    var mantissa: UInt64 = 0
    var digits = 0
    var significant = 0
    var scale = 0
    var separated = false
    while at < end {
      let byte = bytes[at]
      let digit = byte &- 48
      if digit < 10 {
        digits += 1
        if significant < 18 {
          mantissa = mantissa &* 10 &+ UInt64(digit)
          if mantissa != 0 { significant += 1 }
        } else {
          significant += 1
        }
        if separated { scale -= 1 }
      } else if !separated, byte == UInt8(ascii: ".") || (comma && byte == UInt8(ascii: ",")) {
        separated = true
      } else {
        break
      }
      at += 1
    }
    guard digits > 0 else { return nil }
    if at < end {
      guard let exponent = exponent(bytes, at..<end) else { return nil }
      scale += exponent
    }
    // Both operands are exact, so the one rounding of the operation is the right one (Clinger, "How
    // to read floating point numbers accurately", PLDI 1990).
    if significant <= 18, mantissa <= 1 << 53, scale >= -22, scale <= 22 {
      let size = scale < 0 ? Double(mantissa) / powers[-scale] : Double(mantissa) * powers[scale]
      return negative ? -size : size
    }
    var text = String(decoding: bytes[range], as: UTF8.self)
    if comma { text = String(text.map { $0 == "," ? "." : $0 }) }
    guard let value = Double(text), value.isFinite else { return nil }
    return value
  }

  /// `e`, a sign, digits: the exponent, cut to ±100,000.
  private static func exponent(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var at = range.lowerBound
    guard bytes[at] | 0x20 == UInt8(ascii: "e") else { return nil }
    at += 1
    guard at < range.upperBound else { return nil }
    let negative = bytes[at] == UInt8(ascii: "-")
    if negative || bytes[at] == UInt8(ascii: "+") { at += 1 }
    guard at < range.upperBound else { return nil }
    var exponent = 0
    while at < range.upperBound {
      let digit = bytes[at] &- 48
      guard digit < 10 else { return nil }
      exponent = min(100_000, exponent * 10 + Int(digit))
      at += 1
    }
    return negative ? -exponent : exponent
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
