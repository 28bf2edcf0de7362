/// A length on the ground, in whole millimetres: the engine's only distance.
///
/// Metres become millimetres once, when edges and snaps are made; from there on sums and
/// comparisons are exact, and a tie is a tie.
@frozen
public struct Length: Hashable, Comparable, Sendable {
  /// Whole millimetres.
  public let millimetres: Int64

  @inlinable
  public init(millimetres: Int64) {
    self.millimetres = millimetres
  }

  /// The nearest whole millimetre, halves away from zero.
  ///
  /// - Precondition: `metres` is finite and below 9 × 10¹⁵ mm in size.
  @inlinable
  public init(metres: Double) {
    self.millimetres = Int64((metres * 1000).rounded())
  }

  public static let zero = Length(millimetres: 0)

  /// The length in metres, for printing and for geometry; never for comparing.
  @inlinable
  public var metres: Double { Double(millimetres) / 1000 }

  @inlinable
  public static func < (a: Length, b: Length) -> Bool { a.millimetres < b.millimetres }

  @inlinable
  public static func + (a: Length, b: Length) -> Length {
    Length(millimetres: a.millimetres + b.millimetres)
  }

  @inlinable
  public static func - (a: Length, b: Length) -> Length {
    Length(millimetres: a.millimetres - b.millimetres)
  }

  @inlinable
  public static func += (a: inout Length, b: Length) { a = a + b }
}

extension Length: CustomStringConvertible {
  /// Metres with three decimals and a point, without rounding: `12.340`.
  public var description: String {
    let sign = millimetres < 0 ? "-" : ""
    let size = millimetres.magnitude
    let rest = String(size % 1000)
    return "\(sign)\(size / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
  }
}
