import Foundation

/// The unit demand is counted in: a weighted metre with some decimals, so that sums are of integers.
///
/// Streets that all weigh 1 are counted in millimetres, always. Weights are held to six decimals, fewer where
/// the whole demand would else not fit.
public struct DemandUnit: Hashable, Sendable {
  /// A unit is 10 to the minus this of a weighted metre.
  public let decimals: Int

  public init(decimals: Int) {
    self.decimals = decimals
  }

  /// Metres of street that weigh 1, whole millimetres.
  public static let millimetres = DemandUnit(decimals: 3)

  /// The coarsest unit, of at least some decimals, that distinguishes weights to six decimals; a
  /// coarser one where sums would else not fit.
  ///
  /// - Parameters:
  ///   - total: All demand, in weighted metres; multiplied by `count`, it is to fit.
  ///   - least: Decimals that whole weights need.
  init(telling weights: some Sequence<Double>, total: Double, count: Int, least: Int) {
    var further = 0
    for weight in weights where further < 6 {
      while further < 6 {
        let scaled = weight * pow(10, Double(further))
        if abs(scaled - scaled.rounded()) <= 1e-9 * max(1, scaled) { break }
        further += 1
      }
    }
    var decimals = least + further
    let most = total * Double(max(1, count))
    while decimals > 0, most * pow(10, Double(decimals)) > Double(1 << 52) { decimals -= 1 }
    self.decimals = decimals
  }

  /// The demand of so much street, each metre of which has a weight.
  func units(_ millimetres: Int64, weighing weight: Double) -> Int64 {
    let scaled = weight * pow(10, Double(decimals - 3))
    return Int64((Double(millimetres) * (decimals < 3 ? scaled : scaled.rounded())).rounded())
  }

  /// A weight in units, the nearest whole number.
  public func units(_ weight: Double) -> Int64 {
    Int64((weight * pow(10, Double(decimals))).rounded())
  }

  /// Weighted metres, for printing and for shares; never for comparing.
  public func metres(_ units: Int64) -> Double { Double(units) / pow(10, Double(decimals)) }
}
