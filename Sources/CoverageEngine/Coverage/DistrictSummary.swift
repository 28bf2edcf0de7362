public import RelaisGeo

/// The demand streets of one district, and what of them is covered within each budget.
public struct DistrictSummary: Hashable, Sendable {
  public var id: String
  public var name: String
  public var streets: Length
  /// One per budget, in the order of the parameters.
  public var covered: [Length]

  public init(id: String, name: String, streets: Length, covered: [Length]) {
    self.id = id
    self.name = name
    self.streets = streets
    self.covered = covered
  }
}
