/// Opening hours that weekdays and public holidays alone decide, as a week.
public struct WeeklyHours: Hashable, Sendable {
  /// What the value says of public holidays.
  public enum PublicHolidays: Hashable, Sendable {
    /// Nothing: they are days like others.
    case unsaid
    case closed
    case during([Range<Int>])
  }

  /// Seven, from Monday: minutes since midnight, disjoint, in order. One that begins in the evening
  /// goes on past 1440.
  public var days: [[Range<Int>]]
  public var publicHolidays: PublicHolidays
  /// The days of which the value says nothing; no hours of theirs are among ``days``.
  public var unsaid: Set<Weekday> = []
}

extension OpeningHours {
  /// The week, where nothing but weekdays and public holidays decides: no date, no sun, no comment,
  /// no doubt but of whole days of which nothing is said. `nil` for all else.
  ///
  /// - Complexity: O(n · m) in the rules and the times they name.
  public var week: WeeklyHours? {
    for rule in rules {
      let isUnsaid = rule.spans.isEmpty && (rule.days.isWeekly || rule.days.isEveryDay)
      guard rule.state != .unknown || isUnsaid, rule.comment == nil, rule.label == nil,
        !rule.followsSun, rule.days.isEveryDate, rule.days.nthWeekdays.isEmpty,
        rule.days.within.isEmpty,
        rule.days.holidays.allSatisfy({ $0.kind == .public && $0.offset == 0 }),
        rule.spans.allSatisfy({ !$0.hasOpenEnd && $0.to != nil })
      else { return nil }
    }
    let setting = HoursSetting(calendar: FrenchCalendar())
    // The first week of October 2026: no public holiday in it, before it or after it.
    guard let monday = CalendarDay(year: 2026, month: 10, day: 5)?.number else { return nil }
    let days = (0..<7).map { stretches(of: monday + $0, in: setting) }
    var unsaid: Set<Weekday> = []
    for weekday in Weekday.allCases {
      let states = states(of: monday + weekday.index, in: setting)
      guard states.contains(.unknown) else { continue }
      guard states.count == 1 else { return nil }
      unsaid.insert(weekday)
    }
    guard rules.contains(where: { $0.days.names(.public) }) else {
      return WeeklyHours(days: joined(days), publicHolidays: .unsaid, unsaid: unsaid)
    }
    // To be said in a word, a holiday must read alike on whatever weekday it falls.
    let holidays = Weekday.allCases.compactMap { weekday in
      (2020...2040).lazy.compactMap { CalendarDay(year: $0, month: 7, day: 14) }
        .first { $0.weekday == weekday }.map { stretches(of: $0.number, in: setting) }
    }
    guard holidays.count == 7, Set(holidays).count == 1 else { return nil }
    let isKnown = Weekday.allCases.allSatisfy { weekday in
      (2020...2040).lazy.compactMap { CalendarDay(year: $0, month: 7, day: 14) }
        .first { $0.weekday == weekday }
        .map { !states(of: $0.number, in: setting).contains(.unknown) } ?? false
    }
    guard isKnown else { return nil }
    return WeeklyHours(
      days: joined(days), publicHolidays: holidays[0].isEmpty ? .closed : .during(holidays[0]),
      unsaid: unsaid)
  }

  /// The times of a day at which its state may change.
  private var cuts: [Int] {
    var cuts: Set<Int> = [0, 1440]
    for span in rules.lazy.flatMap(\.spans) {
      for minute in [span.from.minute, span.to?.minute ?? 0] { cuts.insert(minute % 1440) }
    }
    return cuts.sorted()
  }

  private func states(of day: Int, in setting: HoursSetting) -> Set<OpeningState> {
    Set(cuts.dropLast().map { evaluation(day: day, minute: $0, in: setting).state })
  }

  /// When a place is open on a day, cut at its midnights.
  private func stretches(of day: Int, in setting: HoursSetting) -> [Range<Int>] {
    let cuts = cuts
    var result: [Range<Int>] = []
    for (from, to) in zip(cuts, cuts.dropFirst())
    where evaluation(day: day, minute: from, in: setting).state == .open {
      if let last = result.last, last.upperBound == from {
        result[result.count - 1] = last.lowerBound..<to
      } else {
        result.append(from..<to)
      }
    }
    return result
  }

  /// A stretch that ends at midnight and one that begins then are one night: it counts with the
  /// evening, if it ends by noon.
  private func joined(_ days: [[Range<Int>]]) -> [[Range<Int>]] {
    var result = days
    for (day, stretches) in days.enumerated() {
      let next = (day + 1) % 7
      guard let evening = stretches.last, evening.upperBound == 1440, evening.lowerBound > 0,
        let night = days[next].first, night.lowerBound == 0, night.upperBound <= 720
      else { continue }
      result[day][result[day].count - 1] =
        result[day][result[day].count - 1].lowerBound..<(1440 + night.upperBound)
      result[next].removeFirst()
    }
    return result
  }
}
