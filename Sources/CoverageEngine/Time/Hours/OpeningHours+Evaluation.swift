/// Whether a place is open.
extension OpeningHours {
  /// The state at an instant, with the reason.
  ///
  /// Rules are gone through in order. One after `;` that does not close takes away all that earlier
  /// rules say of a day it matches, their spans from the evening before included; then each rule
  /// whose span holds the instant decides anew; one after `||` only while the place is closed. A
  /// span ends before its last minute: `08:00-18:00` is closed at 18:00.
  ///
  /// - Complexity: O(n) in the rules; nothing is allocated for rules by weekday and clock.
  public func evaluation(at instant: LocalInstant, in setting: HoursSetting) -> OpeningEvaluation {
    evaluation(day: instant.day.number, minute: instant.minute, in: setting)
  }

  /// The same, for those who need no reason.
  public func state(at instant: LocalInstant, in setting: HoursSetting) -> OpeningState {
    evaluation(at: instant, in: setting).state
  }

  func evaluation(day: Int, minute: Int, in setting: HoursSetting) -> OpeningEvaluation {
    let (first, hasAssumed) = evaluation(
      day: day, minute: minute, in: setting, assumingToday: false, yesterday: false)
    guard hasAssumed else { return first }
    for (today, yesterday) in [(false, true), (true, false), (true, true)] {
      let (other, _) = evaluation(
        day: day, minute: minute, in: setting, assumingToday: today, yesterday: yesterday)
      if other.state != first.state {
        return OpeningEvaluation(
          state: .unknown, comment: nil, rule: nil, doubt: .schoolHolidays)
      }
    }
    return first
  }

  /// - Parameter assumingToday: What days of unknown school holidays count as, seen from today,
  ///   and the same from yesterday.
  /// - Returns: The evaluation, and whether it rests on an assumption.
  private func evaluation(
    day: Int, minute: Int, in setting: HoursSetting, assumingToday: Bool, yesterday: Bool
  ) -> (OpeningEvaluation, hasAssumed: Bool) {
    var today = HoursDay(
      number: day, calendar: setting.calendar, assumesSchoolHoliday: assumingToday)
    var dayBefore: HoursDay?
    var result = OpeningEvaluation(state: .closed)
    for index in rules.indices {
      let rule = rules[index]
      let isToday = rule.days.matches(&today)
      if isToday, rule.replaces { result = OpeningEvaluation(state: .closed) }
      if rule.joint == .fallback, result.state != .closed { continue }
      var hit = isToday ? rule.hit(minute: minute, day: day, in: setting) : nil
      if hit == nil || hit?.doubt != nil, rule.reachesNextDay {
        var before =
          dayBefore
          ?? HoursDay(
            number: day - 1, calendar: setting.calendar, assumesSchoolHoliday: yesterday)
        if rule.days.matches(&before) {
          let spill = rule.hit(minute: minute + 1440, day: day - 1, in: setting)
          if hit == nil || spill?.doubt == nil { hit = spill ?? hit }
        }
        dayBefore = before
      }
      if let hit { result = rule.applied(hit, index: index, over: result) }
    }
    return (result, today.hasAssumed || dayBefore?.hasAssumed ?? false)
  }
}

extension HoursRule {
  /// One of the spans holds an instant.
  struct Hit {
    /// Why it may not.
    var doubt: OpeningEvaluation.Doubt?

    static let certain = Hit(doubt: nil)
  }

  /// What is said of an instant after this rule, given what was said before it.
  fileprivate func applied(
    _ hit: Hit, index: Int, over earlier: OpeningEvaluation
  ) -> OpeningEvaluation {
    var said = OpeningEvaluation(state: state, comment: shownComment, rule: index)
    let isDoubtful =
      switch hit.doubt {
      case nil: false
      // Nobody says when it closes; a closure without end stays one.
      case .openEnd: state == .open
      // With or without the rule the same is the case.
      case .schoolHolidays, .sun: state != earlier.state
      }
    if isDoubtful {
      said.state = .unknown
      said.doubt = hit.doubt
    }
    return said
  }

  /// - Parameters:
  ///   - minute: Since the midnight the day begins with; 1440 and more is the next day.
  ///   - day: The day whose spans are meant.
  /// - Returns: `nil` where no span holds the minute. A span that certainly holds it counts before
  ///   one that may.
  func hit(minute: Int, day: Int, in setting: HoursSetting) -> Hit? {
    if spans.isEmpty { return minute < 1440 ? .certain : nil }
    var doubtful: Hit?
    for index in spans.indices {
      let span = spans[index]
      let extent =
        span.followsSun
        ? span.extent(day: day, in: setting)
        : TimeSpan.Extent(from: span.from.minute, to: span.to?.minute ?? span.from.minute)
      if extent.certain.contains(minute) { return .certain }
      if minute >= extent.from, minute < extent.to {
        doubtful = doubtful ?? Hit(doubt: .sun)
      } else if span.hasOpenEnd, minute >= extent.to, doubtful == nil {
        // What may go on stops where the next span begins.
        let end =
          index + 1 < spans.count
          ? spans[index + 1].start(day: day, in: setting)
          : TimeSpan.guessedEnd(after: extent.to)
        if minute < end { doubtful = Hit(doubt: .openEnd) }
      }
    }
    return doubtful
  }

  fileprivate var shownComment: String? { comment ?? label }
}
