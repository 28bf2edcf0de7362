public import RelaisGeo

/// What a scenario would change.
public struct ScenarioOutcome: Sendable {
  /// Coverage as the plain analysis gives it.
  public struct Figures: Hashable, Sendable {
    public var certain: PerBudget<BudgetSummary>
    /// With relays of unknown hours counted as open; `nil` where no time was asked for.
    public var possible: PerBudget<BudgetSummary>?
  }

  /// A gap of which something is covered by the scenario, or that it opens or widens.
  public struct GapChange: Hashable, Sendable {
    /// As it is before the scenario if it closes, after it if it opens.
    public var gap: Gap
    /// What of it the scenario changes; the rest is a gap before and after.
    public var changed: Length

    /// Whether the scenario closes, or opens, all of it.
    public var isWhole: Bool { changed == gap.length }
  }

  /// A stretch of a street to cover, inside the study area, that is covered after and not before, or
  /// the other way round.
  public struct Stretch: Hashable, Sendable {
    public var interval: EdgeInterval
    public var isGained: Bool
  }

  /// A school whose published share changes.
  public struct SchoolChange: Hashable, Sendable {
    /// Index among ``SchoolWays/schools``.
    public var school: Int
    /// Of the metres its children walk, those covered: whole per cent, as published.
    public var before: Int
    public var after: Int
  }

  /// A place that was added, and how it attaches.
  public struct AddedPlace: Hashable, Sendable {
    public var place: Facility
    /// `nil` where it is too far from every street, and covers nothing.
    public var snap: Snap?
    /// Whether it is open at the time asked for; `nil` without one.
    public var state: OpeningState?
  }

  public var question: LiveQuestion
  public var before: Figures
  public var after: Figures
  public var added: [AddedPlace]
  /// Gaps within the main budget that the scenario closes, in whole or in part; the longest first, ties to
  /// the lowest edge.
  public var closed: [GapChange]
  /// Those that it opens or widens, in the same order.
  public var opened: [GapChange]
  /// Within the main budget, by edge and offset.
  public var stretches: [Stretch]
  /// By school.
  public var schools: [SchoolChange]
  /// What is to be said of places that were added.
  public var findings: [Finding]
}
