/// Whether an establishment the registry knows may be asked on a day, and how its past changes its
/// answer.
public enum ProspectStanding: Hashable, Sendable {
  /// It may; its category's acceptance is multiplied by a factor.
  case askable(factor: Double)
  case out(CandidateExclusion, until: CalendarDay?)

  /// What a place that said no long ago, or left, is worth compared with one never asked: an
  /// estimate.
  public static let afterRefusal = 0.5
  /// The same for who asked to be called back, once the day has come.
  public static let afterCallBack = 1.5
  /// No past makes a yes surer than this.
  public static let highest = 0.95

  /// - Parameter day: Events that hold later do not count.
  public init(_ history: EstablishmentHistory, on day: CalendarDay) {
    guard let one = history.establishment(on: day) else {
      self = .askable(factor: 1)
      return
    }
    let events = history.lifetime.prefix { $0.holdsFrom <= day }
    // What was last said of it: a visit's outcome, or a state somebody set.
    let last = events.last { $0.outcome != nil || $0.changes[.state] != nil }
    let isUnfit = EstablishmentField.conditions.contains { one.check($0.check) == .no }
    switch (one.state, last?.outcome) {
    case (.adherent, _), (.suspended, _): self = .out(.adherent, until: nil)
    case (_, .closed?): self = .out(.closed, until: nil)
    case (_, .notEligible?): self = .out(.conditions, until: nil)
    case _ where isUnfit: self = .out(.conditions, until: nil)
    case (.agreed, _): self = .out(.agreed, until: nil)
    case (.refused, _), (.left, _):
      // One who says no again says it from that day.
      let since = events.last { $0.changes[.state] != nil || $0.outcome == .no }?.holdsFrom ?? day
      let again = since.later(years: 1)
      self = again > day ? .out(.refused, until: again) : .askable(factor: Self.afterRefusal)
    case (.prospect, _), (.contacted, _), (nil, _):
      guard let callBack = one.day(.callBackOn) else {
        self = .askable(factor: 1)
        return
      }
      self =
        callBack > day
        ? .out(.callBackLater, until: callBack) : .askable(factor: Self.afterCallBack)
    }
  }

  /// An estimate after the past had its say; never above ``highest`` unless it was before.
  static func acceptance(_ estimate: Double, times factor: Double) -> Double {
    factor == 1 ? estimate : min(estimate * factor, max(estimate, highest))
  }
}

extension CalendarDay {
  /// The same day some years later; 28 February for a 29th the year lacks.
  func later(years: Int) -> CalendarDay {
    earlier(years: -years) ?? self
  }
}
