public import RelaisGeo

/// The demand streets of one district, and what of them is covered within each budget.
public struct DistrictSummary: Hashable, Sendable {
  public var id: String
  public var name: String
  public var streets: Length
  public var covered: PerBudget<Length>

  public init(id: String, name: String, streets: Length, covered: PerBudget<Length>) {
    self.id = id
    self.name = name
    self.streets = streets
    self.covered = covered
  }
}
