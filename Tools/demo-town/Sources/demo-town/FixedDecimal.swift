/// Numbers as text, the same on every machine: no locale, no shortest-form printing.
enum FixedDecimal {
  /// A number with a point and a fixed count of decimals, rounded half away from zero.
  static func text(_ value: Double, _ decimals: Int) -> String {
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let scaled = Int((value * Double(scale)).rounded())
    let sign = scaled < 0 ? "-" : ""
    let whole = abs(scaled) / scale
    guard decimals > 0 else { return "\(sign)\(whole)" }
    return "\(sign)\(whole)." + padded(abs(scaled) % scale, to: decimals)
  }

  /// A whole number with leading zeros.
  static func padded(_ value: Int, to width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
