public import RelaisGeo

/// The largest walk that still counts as covered, and how files and readers call it.
public struct Budget: Hashable, Comparable, Sendable {
  /// What a budget is measured in.
  public enum Unit: Hashable, Sendable {
    case metres

    /// As it stands after a number and, in lower case, at the end of column names.
    public var symbol: String {
      switch self {
      case .metres: "m"
      }
    }
  }

  /// How far.
  public let length: Length

  public var unit: Unit { .metres }

  /// Metres that may be asked for: nothing to 2,000 km.
  public static let range = 0.0...2_000_000.0

  /// A length that is known to be a budget: one asked for before, or recorded by a run.
  public init(_ length: Length) { self.length = length }

  /// A budget as it is asked for.
  ///
  /// - Throws: ``AnalysisParameters/Invalid/budgetOutOfRange(metres:)`` for what is not in ``range``.
  public init(metres: Double) throws(AnalysisParameters.Invalid) {
    guard Budget.range.contains(metres) else { throw .budgetOutOfRange(metres: metres) }
    length = Length(metres: metres)
  }

  /// For printing and for geometry; never for comparing.
  public var metres: Double { length.metres }
  public var millimetres: Int64 { length.millimetres }

  public static func < (a: Budget, b: Budget) -> Bool { a.length < b.length }
}

extension Budget {
  /// How identifiers and columns name it: metres, with millimetres after a hyphen where there are some:
  /// `300`, `212-500`. Digits and a hyphen alone.
  public var slug: String {
    let rest = millimetres % 1000
    return "\(millimetres / 1000)" + (rest == 0 ? "" : "-\(rest)")
  }

  /// How it stands as a key of JSON and in the filter of a layer: metres, with a point and no zeros after it:
  /// `300`, `212.5`.
  public var key: String {
    let title = title
    guard title.decimals > 0 else { return "\(millimetres / 1000)" }
    var fraction = String(millimetres % 1000)
    fraction = String(repeating: "0", count: 3 - fraction.count) + fraction
    return "\(millimetres / 1000)." + fraction.prefix(title.decimals)
  }

  /// How readers see it, for any language to write: `300 m`, `212,5 m`; never rounded.
  public struct Title: Hashable, Sendable {
    public var length: Length
    /// As many as are needed.
    public var decimals: Int
    public var unit: Unit
  }

  public var title: Title {
    var decimals = 3
    var step: Int64 = 10
    while decimals > 0, millimetres % step == 0 {
      decimals -= 1
      step *= 10
    }
    return Title(length: length, decimals: decimals, unit: unit)
  }
}
