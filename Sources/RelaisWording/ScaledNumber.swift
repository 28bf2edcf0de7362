/// A decimal number as a whole count of its last place, so that rounding happens once and exactly.
struct ScaledNumber: Hashable, Sendable {
  /// Tens of `places`: 12.4 with one place is 124.
  var scaled: Int64
  var places: Int

  /// - Returns: `nil` for what is not finite or does not fit.
  init?(_ value: Double, places: Int) {
    let scaled = (value * ScaledNumber.power(places)).rounded(.toNearestOrAwayFromZero)
    guard scaled.isFinite, abs(scaled) < 9e18 else { return nil }
    self.scaled = Int64(scaled)
    self.places = places
  }

  /// Millimetres in units of `unit` millimetres, halves away from zero.
  init(millimetres: Int64, unit: Int64, places: Int) {
    let step = unit / Int64(ScaledNumber.power(places))
    let half = step / 2
    scaled = (millimetres >= 0 ? millimetres + half : millimetres - half) / step
    self.places = places
  }

  var isNegative: Bool { scaled < 0 }
  var magnitude: UInt64 { scaled.magnitude }

  /// The digits before and after the decimal mark.
  var parts: (whole: UInt, fraction: String) {
    let scale = UInt64(ScaledNumber.power(places))
    let rest = String(magnitude % scale)
    let fraction = places == 0 ? "" : String(repeating: "0", count: places - rest.count) + rest
    return (UInt(magnitude / scale), fraction)
  }

  private static func power(_ places: Int) -> Double {
    var result = 1.0
    for _ in 0..<places { result *= 10 }
    return result
  }
}
