import Foundation

/// Numbers with a fixed count of decimals, from whole units of the last one.
enum FixedDecimal {
  /// The number in units of 10^-decimals, halves away from zero; `nil` when not finite or beyond
  /// ±9 × 10¹⁸ units.
  ///
  /// - Precondition: `decimals` is 0 to 18.
  static func units(of value: Double, decimals: Int) -> Int64? {
    let scaled = (value * powers[decimals]).rounded()
    guard scaled.isFinite, abs(scaled) < 9e18 else { return nil }
    return Int64(scaled)
  }

  private static let powers: [Double] = (0...18).map { pow(10, Double($0)) }

  /// Adds the digits, all decimals kept, or without the zeros at their end.
  ///
  /// - Precondition: `decimals` is 0 to 18.
  static func append(
    _ units: Int64, decimals: Int, mark: UInt8 = UInt8(ascii: "."), trimming: Bool = false,
    to bytes: inout [UInt8]
  ) {
    precondition(decimals >= 0 && decimals <= 18)
    var rest = units.magnitude
    var decimals = decimals
    if trimming {
      while decimals > 0, rest % 10 == 0 {
        rest /= 10
        decimals -= 1
      }
    }
    if units < 0 { bytes.append(UInt8(ascii: "-")) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { digits in
      var count = 0
      // At least one digit before the mark: 0.001.
      while rest > 0 || count <= decimals {
        digits.initializeElement(at: count, to: UInt8(truncatingIfNeeded: rest % 10) + 48)
        rest /= 10
        count += 1
      }
      var index = count
      while index > 0 {
        index -= 1
        bytes.append(digits[index])
        if index == decimals, decimals > 0 { bytes.append(mark) }
      }
    }
  }
}
