public import Covering
import Foundation

/// Demand along streets: a weight is a weighted metre.
extension DemandUnit {
  /// Metres of street that weigh 1, whole millimetres: streets that all weigh 1 are always counted so.
  public static let millimetres = DemandUnit(decimals: 3)

  /// The demand of so much street, each metre of which has a weight.
  func units(_ millimetres: Int64, weighing weight: Double) -> Int64 {
    let scaled = weight * pow(10, Double(decimals - 3))
    return Int64((Double(millimetres) * (decimals < 3 ? scaled : scaled.rounded())).rounded())
  }
}
