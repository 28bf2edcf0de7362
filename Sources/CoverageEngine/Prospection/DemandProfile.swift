/// What a metre of street counts for in a prospection.
///
/// Per metre: (``street`` × the source's weight + ``children`` × the children who walk there a day), times
/// ``priority`` inside priority areas.
public struct DemandProfile: Hashable, Sendable {
  /// From 0.
  public var street: Double
  /// For each child a day on the way to school, from 0.
  public var children: Double
  /// From 0; 1 where priority areas count as any other.
  public var priority: Double

  public init(street: Double = 1, children: Double = 0, priority: Double = 1) {
    precondition([street, children, priority].allSatisfy { $0 >= 0 && $0.isFinite })
    self.street = street
    self.children = children
    self.priority = priority
  }

  /// Every metre as the source weighs it.
  public static let streets = DemandProfile()
  /// Where children walk, as many as do.
  public static let children = DemandProfile(street: 0, children: 1)
  /// Streets, those of children and priority areas before others: ten children count as the street itself.
  public static let mixed = DemandProfile(street: 1, children: 0.1, priority: 2)
}
