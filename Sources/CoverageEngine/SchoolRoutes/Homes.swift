public import RelaisGeo

/// An address children leave from, with how many of them live there.
public struct Home: Hashable, Sendable {
  /// The source's identifier of the address.
  public var id: String
  public var position: Position
  /// The address in words, where the source has it: what tables of catchments go by.
  public var street: String?
  public var number: Int?
  /// What follows the number, as the source writes it; empty for nothing.
  public var suffix: String
  /// The commune's code; empty where the source has none.
  public var commune: String
  /// Children by level, in the order of ``SchoolLevel``; `nil` without a grid, and the address
  /// then counts as one.
  public var children: [Children]?

  public init(
    id: String, position: Position, street: String? = nil, number: Int? = nil,
    suffix: String = "", commune: String = "", children: [Children]? = nil
  ) {
    self.id = id
    self.position = position
    self.street = street
    self.number = number
    self.suffix = suffix
    self.commune = commune
    self.children = children
  }
}

extension Home {
  /// Those of some homes that lie in an area, in their order.
  public static func homes(_ homes: [Home], inside area: Area) -> [Home] {
    let border = AreaBorder(area.shape)
    return homes.filter { border.contains($0.position) }
  }
}

/// One snap per home, in their order.
struct Homes: Sendable {
  let homes: [Home]
  let snaps: [Snap?]
  let countsConnector: Bool

  init(_ homes: [Home], snaps: [Snap?], countsConnector: Bool) {
    self.homes = homes
    self.snaps = snaps
    self.countsConnector = countsConnector
  }

  /// What is walked before the street is reached, millimetres.
  func connector(_ snap: Snap) -> Int64 { countsConnector ? snap.connector.millimetres : 0 }
}
