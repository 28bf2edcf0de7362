import Foundation

/// The unit demand is counted in: a weight with some decimals, so that sums are of integers.
///
/// Weights are held to six decimals, fewer where the whole demand would else not fit.
public struct DemandUnit: Hashable, Sendable {
  /// A unit is 10 to the minus this of a weight of 1.
  public let decimals: Int
  /// Whether sums are written as whole weights only, however finely they are counted.
  public var isPublishedWhole = false

  public init(decimals: Int) {
    self.decimals = decimals
  }

  /// The coarsest unit, of at least some decimals, that distinguishes weights to six decimals; a
  /// coarser one where sums would else not fit.
  ///
  /// - Parameters:
  ///   - total: The sum of all weights; multiplied by `count`, it is to fit.
  ///   - least: Decimals that whole weights need.
  package init(telling weights: some Sequence<Double>, total: Double, count: Int, least: Int) {
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

  /// A weight in units, the nearest whole number.
  public func units(_ weight: Double) -> Int64 {
    Int64((weight * pow(10, Double(decimals))).rounded())
  }

  /// A sum as it is written, and the decimals it is written with.
  public func written(_ units: Int64) -> (units: Int64, decimals: Int) {
    isPublishedWhole ? (Int64(metres(units).rounded()), 0) : (units, decimals)
  }

  /// The weight of so many units, for printing and for shares; never for comparing.
  public func metres(_ units: Int64) -> Double { Double(units) / pow(10, Double(decimals)) }
}
