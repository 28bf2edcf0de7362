public import RelaisGeo

/// What changed between an earlier day and the report's: relays that came and went, and streets
/// that did. The two add up to the whole, to the millimetre.
public struct CoverageChange: Sendable {
  /// The earlier day.
  public var since: CalendarDay
  /// The run of that day; `nil` where none was kept, and then nothing is known of streets then.
  public var run: RunRecord?
  public var effects: PerBudget<Effects>
  /// Relays of the report's day that were none on the earlier one, and the other way round; by
  /// identifier.
  public var joined: [Facility]
  public var left: [Facility]
  /// Relays of both days that are elsewhere now, as they are now.
  public var moved: [Facility]
  /// What is covered now and was not with the earlier relays, and the other way round; gained first,
  /// the longest first.
  public var stretches: PerBudget<[Stretch]>

  public struct Effects: Hashable, Sendable {
    /// As the run of the earlier day had it, on the streets it knew.
    public var recorded: Trend.Figures?
    /// The relays that run knew, on the streets of today.
    public var then: Trend.Figures
    public var now: Trend.Figures

    public var budget: Budget { now.budget }
    /// What relays that came, went or moved did to the covered length; negative for a loss.
    public var members: Length { now.covered - then.covered }
    /// What streets that came, went or were corrected did; `nil` where no run is stored.
    public var streets: Length? { recorded.map { then.covered - $0.covered } }
    /// Both together; `nil` where no run is stored.
    public var total: Length? { recorded.map { now.covered - $0.covered } }
  }

  /// A run of one street that was gained or lost.
  public struct Stretch: Hashable, Sendable {
    /// Raw values are stable.
    public enum Kind: String, CaseIterable, Sendable {
      case gained
      case lost
    }

    public var kind: Kind
    /// The run, described as a gap is; its rank is within its budget and kind.
    public var run: Gap
  }

  /// The length gained or lost within a budget.
  public func length(_ kind: Stretch.Kind, _ budget: Budget) -> Length {
    stretches[budget].filter { $0.kind == kind }
      .reduce(.zero) { $0 + $1.run.length }
  }
}
