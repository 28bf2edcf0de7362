/// A number of children, in whole millionths: shares of a grid cell add up to it exactly.
public struct Children: Hashable, Comparable, Sendable {
  /// Whole millionths of a child.
  public let millionths: Int64

  public init(millionths: Int64) { self.millionths = millionths }

  public init(_ whole: Int) { millionths = Int64(whole) * Children.unit }

  public static let unit: Int64 = 1_000_000
  public static let zero = Children(millionths: 0)
  public static let one = Children(1)

  /// For printing; never for comparing.
  public var number: Double { Double(millionths) / Double(Children.unit) }

  public static func < (a: Children, b: Children) -> Bool { a.millionths < b.millionths }

  public static func + (a: Children, b: Children) -> Children {
    Children(millionths: a.millionths + b.millionths)
  }

  public static func - (a: Children, b: Children) -> Children {
    Children(millionths: a.millionths - b.millionths)
  }

  public static func += (a: inout Children, b: Children) { a = a + b }

  /// Equal shares that add up to the whole; what cannot be divided goes to the first ones, a
  /// millionth each.
  ///
  /// - Precondition: `count` is positive.
  public func shared(by count: Int) -> [Children] {
    precondition(count > 0)
    let (share, rest) = millionths.quotientAndRemainder(dividingBy: Int64(count))
    return (0..<count).map { Children(millionths: share + (Int64($0) < rest ? 1 : 0)) }
  }
}
