/// Coverage at one time instead of by all relays: only those open for certain count.
public struct MomentCoverage: Sendable {
  /// The time asked for.
  public enum Moment: Hashable, Sendable {
    case instant(LocalInstant)
    /// Throughout the window, on every school day of the period.
    case window(SchoolRunWindow, SchoolPeriod)
  }

  public var moment: Moment
  public var calendar: FrenchCalendar
  /// One per relay.
  public var states: [OpeningState]
  /// Of a window: the days it falls on.
  public var windowDays: WindowDays?
  /// With relays of unknown hours counted as open; `nil` of places that are no relays.
  public var possible: PerBudget<BudgetSummary>?

  init(_ moment: Moment, _ hours: RelayHours) {
    self.moment = moment
    calendar = hours.calendar
    switch moment {
    case .instant(let instant): states = hours.states(at: instant)
    case .window(let window, let period):
      let days = WindowDays(of: window, over: period, in: hours.calendar)
      states = hours.states(in: days)
      windowDays = days
    }
  }

  /// For findings: the window's name and days.
  var days: [(name: String, days: Int, certain: Int)] {
    guard case .window(let window, _) = moment, let windowDays else { return [] }
    return [(window.name, windowDays.count, windowDays.certain)]
  }
}

extension StreetNetwork {
  /// The same edges as they are walked at a moment: without the ways and gates that are not open throughout it.
  ///
  /// - Complexity: One evaluation for each of the different hours of ways; linear in edges where some are closed.
  public func walked(
    at moment: MomentCoverage.Moment?, calendar: FrenchCalendar
  ) -> StreetNetwork {
    switch moment {
    case nil: self
    case .instant(let instant): walked(without: closures(at: instant, calendar: calendar))
    case .window(let window, let period):
      walked(
        without: closures(
          in: WindowDays(of: window, over: period, in: calendar), calendar: calendar))
    }
  }
}
