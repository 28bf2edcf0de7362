/// What coordinates mean: a registered system, degrees on WGS 84, or a plane of its own.
///
/// Systems that differ from WGS 84 by less than the width of a pavement count as geographic
/// themselves: EPSG 4326 and 4979 (with heights), 4258 and 4937 (ETRS89), 4171 and 4965 (RGF93), 9777,
/// 9776, 9782 and 9781 (its later versions), and OGC's CRS84. They compare equal and
/// print alike. Axis order is always east (or longitude) first, whatever the registry says.
public enum ReferenceSystem: Sendable {
  /// A system of the EPSG registry. Whether the code exists is known when a ``Projector`` is made.
  case epsg(Int)
  /// Longitude and latitude, WGS 84, degrees.
  case geographic
  /// A metric plane without a place on earth.
  case local

  /// Codes whose degrees are taken for WGS 84 degrees.
  private static let geographicCodes: Set<Int> = [
    4326, 4979, 4258, 4937, 4171, 4965, 9777, 9776, 9782, 9781,
  ]

  /// Coordinates are degrees taken for WGS 84.
  public var isGeographic: Bool {
    switch self {
    case .geographic: true
    case .epsg(let code): ReferenceSystem.geographicCodes.contains(code)
    case .local: false
    }
  }

  /// The registry's code, 4326 for every geographic one; `nil` for a local plane.
  public var code: Int? {
    switch self {
    case .local: nil
    case .geographic: 4326
    case .epsg(let code): isGeographic ? 4326 : code
    }
  }
}

extension ReferenceSystem: Hashable {
  public static func == (a: ReferenceSystem, b: ReferenceSystem) -> Bool { a.code == b.code }

  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension ReferenceSystem: CustomStringConvertible {
  /// `EPSG:2154`, or `local`; ``init(parsing:)`` reads it back.
  public var description: String {
    guard let code else { return "local" }
    return "EPSG:\(code)"
  }
}
