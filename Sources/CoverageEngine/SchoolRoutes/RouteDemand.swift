public import RelaisGeo

/// Children of one kind on their way: which schools they may go to, and how far they would walk.
public struct RouteDemand: Hashable, Sendable {
  /// The level they are in; `nil` for one child an address, who goes to any school.
  public var level: SchoolLevel?
  /// The longest walk to a school nobody assigns them to; whatever it takes if `nil`.
  public var maximum: Length?

  public init(level: SchoolLevel?, maximum: Length?) {
    self.level = level
    self.maximum = maximum
  }

  /// Every address, to whichever school is nearest.
  public static let everyAddress = RouteDemand(level: nil, maximum: nil)

  /// The levels whose children walk.
  public static let ofTown = [
    RouteDemand(level: .nursery, maximum: Length(metres: 1500)),
    RouteDemand(level: .elementary, maximum: Length(metres: 1500)),
    RouteDemand(level: .lowerSecondary, maximum: Length(metres: 3000)),
  ]

  func takes(_ school: School) -> Bool { level.map(school.levels.holds) ?? true }

  func children(of home: Home) -> Children {
    guard let level, let children = home.children else { return .one }
    return children[level.rawValue]
  }
}
