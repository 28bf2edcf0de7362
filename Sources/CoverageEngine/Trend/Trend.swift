public import RelaisGeo

/// How coverage moved over the quarters, and why.
///
/// Every past day is computed again on the streets of today, so that what moves from point to point
/// is who was a relay and nothing else. What a run of that time had found comes with it.
public struct Trend: Sendable {
  /// The streets to cover, and what is covered of them within a budget.
  public struct Figures: Hashable, Sendable {
    public var budget: Budget
    public var streets: Length
    public var covered: Length

    public init(budget: Budget, streets: Length, covered: Length) {
      self.budget = budget
      self.streets = streets
      self.covered = covered
    }

    /// 0…1; 0 of nothing.
    public var share: Double {
      streets > .zero ? Double(covered.millimetres) / Double(streets.millimetres) : 0
    }
  }

  /// The relays of one day on the streets of today.
  public struct Point: Sendable {
    public var day: CalendarDay
    /// Relays that day, and those of them that attach to the streets of today.
    public var relays: Int
    public var attached: Int
    public var figures: PerBudget<Figures>
    /// The last run of that quarter, of that time's streets; `nil` where none was kept.
    public var recorded: RunRecord?
  }

  /// Ends of quarters, at most ``quarters``, from the first that had a relay; then the day of the
  /// report. Days increase.
  public var points: [Point]
  /// What changed since an earlier day; `nil` where no relay was known before.
  public var change: CoverageChange?
  /// What changed in the streets to cover since the last run before; `nil` where no streets of then are remembered.
  public var streetChanges: StreetChanges?

  /// Three years.
  public static let quarters = 12
}

extension RunRecord {
  /// What it covered within each budget; `nil` where it lacks one of them.
  public func figures(_ budgets: Budgets) -> PerBudget<Trend.Figures>? {
    struct Lacking: Error {}
    let found = wholeTown
    return try? PerBudget(budgets) { budget in
      guard let streets = found[budget]?[.streets], let covered = found[budget]?[.streetsCovered]
      else { throw Lacking() }
      return Trend.Figures(
        budget: budget, streets: Length(millimetres: streets),
        covered: Length(millimetres: covered))
    }
  }
}
