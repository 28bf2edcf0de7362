public import RelaisGeo

/// What is covered within one budget, over the network and over the streets to cover.
public struct BudgetSummary: Hashable, Sendable {
  public var budget: Budget
  /// Over the whole walkable network.
  public var covered = Length.zero
  public var uncovered = Length.zero
  /// Covered length weighted by the source's weights, in weighted metres.
  public var coveredWeight = 0.0
  /// Demand streets, inside the study area where there is one.
  public var streets = Length.zero
  public var streetsCovered = Length.zero
  /// Demand streets within the budget as the crow flies: what circles on a map would claim.
  public var streetsInCircles = Length.zero
  /// Edges of the whole network, covered from end to end, in part, or not at all.
  public var edgesCovered = 0
  public var edgesPartly = 0
  public var edgesUncovered = 0

  public init(budget: Budget) {
    self.budget = budget
  }

  /// Covered share of the whole network, 0…1; 0 of nothing.
  public var share: Double { ratio(covered, of: covered + uncovered) }
  /// Covered share of the demand streets, 0…1; 0 of nothing.
  public var streetsShare: Double { ratio(streetsCovered, of: streets) }
  /// The share that circles would claim of the demand streets, 0…1.
  public var circlesShare: Double { ratio(streetsInCircles, of: streets) }

  private func ratio(_ part: Length, of whole: Length) -> Double {
    whole > .zero ? Double(part.millimetres) / Double(whole.millimetres) : 0
  }
}
