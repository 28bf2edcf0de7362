/// The rules of a value written by people, with what it leaves unsaid as *unknown*.
///
/// OpenStreetMap's syntax closes whatever it does not name. People who write `fermé le lundi` do
/// not mean that, nor do those who write `9h-19h` say what happens on Sundays.
struct SpokenHours {
  private var spoken: [SpokenRule]
  private let isInCodes: Bool
  private let namesSchoolTerm: Bool
  private let namesSeason: Bool

  private static let workdays: UInt8 = 0b001_1111
  private static let everyWeekday: UInt8 = 0b111_1111

  /// - Parameter isInCodes: Whether every word is one of the specification's, which closes the rest.
  init(_ spoken: [SpokenRule], isInCodes: Bool, namesSchoolTerm: Bool, namesSeason: Bool) {
    self.spoken = spoken
    self.isInCodes = isInCodes
    self.namesSchoolTerm = namesSchoolTerm
    self.namesSeason = namesSeason
  }

  var rules: [HoursRule] {
    var hours = self
    hours.replaceOnHolidays()
    hours.settleDaysSaidTwice()
    hours.moveClosuresBehind()
    hours.limitExceptions()
    hours.halveDays()
    let isPartial = hours.saysPartOnly
    hours.leaveDaysUnsaid()
    hours.leaveHolidaysUnsaid()
    let rules = hours.spoken.map(\.rule)
    return isPartial ? hours.overUnsaid : SpokenHours.startingPlainly(rules)
  }

  private var openings: [SpokenRule] { spoken.filter { !$0.isClosure } }

  private static func startingPlainly(_ rules: [HoursRule]) -> [HoursRule] {
    guard let first = rules.first, first.joint != .normal else { return rules }
    return [first.with(joint: .normal)] + rules.dropFirst()
  }

  // MARK: Order

  /// `lun-sam 8h-20h, jours fériés 9h-12h`: the hours of holidays are instead of the others.
  private mutating func replaceOnHolidays() {
    for index in spoken.indices {
      let rule = spoken[index].rule
      let names = rule.days.names(.public) || rule.days.names(.school)
      if rule.joint == .additional, rule.state == .open, names {
        spoken[index].rule = rule.with(joint: .normal)
      }
    }
  }

  /// `lun-ven 9h-18h, mercredi 9h-12h`: hours that lie within those said before are instead of them.
  /// Others may be instead of them or beside them (`lun-ven 8h-12h, mercredi 14h-18h`): whether the
  /// earlier ones hold is not known.
  private mutating func settleDaysSaidTwice() {
    var result: [SpokenRule] = []
    for var one in spoken {
      let rule = one.rule
      let earlier = result.filter {
        $0.rule.state == .open && $0.rule.days.isWeekly && $0.rule.days.weekdays != 0
          && $0.rule.days.weekdays & rule.days.weekdays != 0 && !$0.rule.spans.isEmpty
      }
      if one.hasSpokenDays, rule.state == .open, rule.days.isWeekly, !rule.spans.isEmpty,
        rule.joint != .fallback, let before = earlier.last?.rule
      {
        let isWithin = rule.spans.allSatisfy { span in
          before.spans.contains { $0.encloses(span) }
        }
        let isContinued =
          before.days.weekdays == rule.days.weekdays
          && before.spans.allSatisfy { span in rule.spans.allSatisfy { $0.follows(span) } }
        if isContinued {
          // `dim 10h-12h, dim 14h-16h`
          one.rule = rule.with(joint: .additional)
        } else if isWithin
          || rule.spans.allSatisfy({ span in before.spans.allSatisfy(span.encloses) })
        {
          one.rule = rule.with(joint: .normal)
        } else {
          let both = DaySelector(weekdays: before.days.weekdays & rule.days.weekdays)
          result.append(
            SpokenRule(
              HoursRule(
                joint: .normal, days: both, spans: before.spans, state: .unknown, comment: nil)))
          one.rule = rule.with(joint: .additional)
        }
      }
      result.append(one)
    }
    spoken = result
  }

  /// `fermé le lundi, 10h-19h`: what closes stands first and counts last, unless later hours are an
  /// exception to it.
  private mutating func moveClosuresBehind() {
    var moved: [SpokenRule] = []
    var kept: [SpokenRule] = []
    for (index, one) in spoken.enumerated() {
      let isReopened = spoken[index...].contains { later in
        guard !later.isClosure, later.rule.days.isWeekly else { return false }
        let days = one.rule.days
        return !days.isWeekly || days.weekdays & SpokenHours.weekdays(later.rule.days) != 0
      }
      if one.isClosure, isReopened, one.rule.joint != .fallback {
        var closure = one
        closure.rule = closure.rule.with(joint: .normal)
        moved.append(closure)
      } else {
        kept.append(one)
      }
    }
    spoken = kept + moved
  }

  /// The weekdays a rule by weekday holds on; all if it names none.
  private static func weekdays(_ days: DaySelector) -> UInt8 {
    days.weekdays == 0 ? everyWeekday : days.weekdays
  }

  // MARK: Exceptions

  /// `lun-sam 8h-20h; dim 9h-13h (sauf août)`: an exception in parentheses belongs to what stands
  /// before it; without them the days before may be meant too.
  private mutating func limitExceptions() {
    var result: [SpokenRule] = []
    for one in spoken {
      let before = result.filter { !$0.isClosure && $0.rule.days.isWeekly }
      let days = one.rule.days
      let isOfSeason = !days.dates.isEmpty || days.names(.school)
      guard one.isClosure, one.isException || one.isAside, isOfSeason, days.weekdays == 0,
        days.nthWeekdays.isEmpty, before.count > 1, let last = before.last,
        last.rule.days.weekdays != 0
      else {
        result.append(one)
        continue
      }
      func narrowed(_ weekdays: UInt8) -> DaySelector {
        var narrowed = days
        narrowed.within += narrowed.holidays
        narrowed.holidays = []
        narrowed.weekdays = weekdays
        return narrowed
      }
      let own = last.rule.days.weekdays
      let others =
        before.dropLast().reduce(0 as UInt8) { $0 | SpokenHours.weekdays($1.rule.days) } & ~own
      if !one.isAside, others != 0 {
        result.append(
          SpokenRule(
            HoursRule(
              joint: .normal, days: narrowed(others), spans: [], state: .unknown, comment: nil)))
      }
      var limited = one
      limited.rule = limited.rule.with(days: narrowed(own))
      result.append(limited)
    }
    spoken = result
  }

  // MARK: Halves of days

  /// A closed half takes away the hours before, or from, the pause about noon. Where a place is
  /// open through noon, nobody says when the half begins or ends: between 12:00 and 14:00 it is
  /// unknown.
  private mutating func halveDays() {
    var result: [SpokenRule] = []
    for one in spoken {
      guard one.isClosure, let half = one.half else {
        result.append(one)
        continue
      }
      if half == .evening {
        result += withoutEvening(one.rule)
        continue
      }
      let weekdays = SpokenHours.weekdays(one.rule.days)
      let spans = spoken.lazy.filter {
        $0.rule.state == .open && $0.rule.days.isWeekly
          && SpokenHours.weekdays($0.rule.days) & weekdays != 0
      }.flatMap(\.rule.spans).filter { !$0.followsSun }
      let mornings = spans.filter { $0.from.minute < 720 }.compactMap { $0.to?.minute }
      let isOpenThroughNoon = mornings.contains { $0 > 870 }
      let pause = isOpenThroughNoon ? 720 : max(720, mornings.max() ?? 720)
      func closed(_ from: Int, _ to: Int) -> HoursRule {
        one.rule.with(spans: [TimeSpan(from: .clock(from), to: .clock(to))])
      }
      result.append(
        SpokenRule(
          half == .morning ? closed(0, pause) : closed(isOpenThroughNoon ? 840 : pause, 1440)))
      if isOpenThroughNoon {
        result.append(
          SpokenRule(
            HoursRule(
              joint: .additional, days: one.rule.days,
              spans: [TimeSpan(from: .clock(720), to: .clock(840))], state: .unknown, comment: nil))
        )
      }
    }
    spoken = result
  }

  /// A closed evening takes away the hours that begin from five in the afternoon on. Where a place that opened before is open
  /// past six, nobody says when the evening begins: from six to eight it is unknown.
  private func withoutEvening(_ rule: HoursRule) -> [SpokenRule] {
    let weekdays = SpokenHours.weekdays(rule.days)
    let hours = spoken.map(\.rule).filter {
      $0.state == .open && $0.days.isWeekly && SpokenHours.weekdays($0.days) & weekdays != 0
    }
    let spans = hours.flatMap(\.spans).filter { !$0.followsSun }
    let ends = spans.compactMap { $0.to?.minute }
    // `lun-sam 9h-19h, fermé le soir`: the evening of these very days comes after their hours.
    let isOfAllDays = hours.allSatisfy { SpokenHours.weekdays($0.days) & ~weekdays == 0 }
    if isOfAllDays, !spans.isEmpty, ends.allSatisfy({ $0 <= 1200 }) { return [] }
    let earlier = spans.filter { $0.from.minute < 1020 }.compactMap { $0.to?.minute }.max() ?? 0
    let isOpenThrough = earlier > 1080
    let from = spans.isEmpty || isOpenThrough ? 1200 : max(1020, earlier)
    func span(_ from: Int, _ to: Int) -> [TimeSpan] {
      [TimeSpan(from: .clock(from), to: .clock(to))]
    }
    var rules = [SpokenRule(rule.with(spans: span(from, max(1440, ends.max() ?? 1440))))]
    if isOpenThrough {
      rules.append(
        SpokenRule(
          HoursRule(
            joint: .additional, days: rule.days, spans: span(1080, min(1200, earlier)),
            state: .unknown, comment: nil)))
    }
    return rules
  }

  // MARK: What is left unsaid

  /// `9h-19h`: on working days; of weekends nothing is said, unless a closure on some weekday says
  /// that the place is open on the others.
  private mutating func leaveDaysUnsaid() {
    func isTimed(_ one: SpokenRule) -> Bool {
      let rule = one.rule
      return !one.isClosure && rule.joint != .fallback && rule.label == nil && !rule.spans.isEmpty
        && rule.comment == nil && rule.spans != [TimeSpan(from: .clock(0), to: .clock(1440))]
    }
    func isSeason(_ rule: HoursRule) -> Bool {
      namesSeason && !rule.days.dates.isEmpty && rule.days.weekdays == 0
    }
    let named = openings.filter { $0.rule.days.isWeekly }
      .reduce(0 as UInt8) { $0 | $1.rule.days.weekdays }
    let hasClosedWeekday = spoken.contains {
      let days = $0.rule.days
      return $0.isClosure && days.isEveryDate && days.within.isEmpty && days.weekdays != 0
    }
    let weekdaysOfDates = openings.map(\.rule.days)
      .first { !$0.dates.isEmpty && $0.weekdays != 0 }?.weekdays
    var others: [SpokenRule] = []
    var unsaid: UInt8 = 0
    for index in spoken.indices {
      let rule = spoken[index].rule
      if isTimed(spoken[index]), rule.days.isSchoolHolidaysAlone {
        var selector = rule.days
        selector.within = selector.holidays
        selector.holidays = []
        selector.weekdays = SpokenHours.workdays
        spoken[index].rule = rule.with(days: selector)
        spoken[index].lacksDays = true
        continue
      }
      if isTimed(spoken[index]), !namesSeason, rule.days.namesDatesAlone,
        let weekdays = weekdaysOfDates
      {
        // `avril à septembre : mar-dim 9h-19h ; octobre à mars : 9h-17h`: on Mondays too?
        var selector = rule.days
        selector.weekdays = weekdays
        spoken[index].rule = rule.with(days: selector)
        selector.weekdays = SpokenHours.everyWeekday & ~weekdays
        if selector.weekdays != 0 {
          others.append(
            SpokenRule(
              HoursRule(joint: .normal, days: selector, spans: [], state: .unknown, comment: nil)))
        }
        continue
      }
      guard isTimed(spoken[index]), rule.days.namesNoDay || isSeason(rule) else { continue }
      if hasClosedWeekday, named == 0 { continue }
      let days = (hasClosedWeekday ? SpokenHours.everyWeekday : SpokenHours.workdays) & ~named
      guard days != 0 else { continue }
      var selector = rule.days
      selector.weekdays = days
      spoken[index].rule = rule.with(days: selector)
      if !isSeason(rule), !hasClosedWeekday {
        unsaid = SpokenHours.everyWeekday & ~SpokenHours.workdays & ~named
      }
    }
    spoken += others
    guard unsaid != 0 else { return }
    let last = spoken.lastIndex { !$0.isClosure } ?? spoken.endIndex - 1
    spoken.insert(
      SpokenRule(
        HoursRule(
          joint: .normal, days: DaySelector(weekdays: unsaid), spans: [], state: .unknown,
          comment: nil)), at: last + 1)
  }

  /// `période scolaire : lun-ven 8h-18h`: in the holidays only what is said of them.
  private mutating func leaveHolidaysUnsaid() {
    guard namesSchoolTerm else { return }
    var days = DaySelector()
    days.holidays = [HolidaySelector(kind: .school)]
    let first = spoken.firstIndex { !$0.isClosure && $0.rule.days.names(.school) }
    let rule = HoursRule(
      joint: .normal, days: days, spans: [], state: first == nil ? .unknown : .closed, comment: nil)
    spoken.insert(SpokenRule(rule), at: first ?? spoken.endIndex)
  }

  /// Whether nothing is said of most days: only closures, only holidays or single days, only
  /// remarks without hours, or a summer and a winter whose ends nobody names.
  private var saysPartOnly: Bool {
    if openings.isEmpty {
      return !isInCodes && !spoken.contains { $0.rule.days.isEveryDay && $0.rule.spans.isEmpty }
    }
    if namesSeason { return true }
    return openings.allSatisfy { one in
      let days = one.rule.days
      if one.lacksTimes { return true }
      if !days.within.isEmpty
        || days.weekdays == 0 && days.nthWeekdays.isEmpty && !days.holidays.isEmpty
      {
        return true
      }
      if !days.dates.isEmpty, days.weekdays == 0, days.isListable { return true }
      let isByAppointment = one.rule.comment.map(HoursWord.byAppointment.contains) ?? false
      return isByAppointment && !days.isEveryDay && one.rule.spans.isEmpty
    }
  }

  /// The rules over a ground of unknown.
  private var overUnsaid: [HoursRule] {
    var rules: [HoursRule] = [.unsaid]
    let isOfSchool = openings.contains { $0.rule.days.names(.school) && !$0.rule.spans.isEmpty }
    if isOfSchool, !namesSchoolTerm, !spoken.contains(where: \.lacksDays) {
      var days = DaySelector()
      days.holidays = [HolidaySelector(kind: .school)]
      rules.append(
        HoursRule(joint: .normal, days: days, spans: [], state: .closed, comment: nil))
    }
    if let common = hoursOfBothSeasons { rules.append(common) }
    for one in spoken where !one.lacksTimes {
      if namesSeason, !one.isClosure, !one.rule.days.dates.isEmpty {
        // On the other days of a season whose weekdays are named it is closed.
        var season = DaySelector()
        season.dates = one.rule.days.dates
        let isNamed = one.rule.days.weekdays & ~SpokenHours.workdays != 0
        let closed = HoursRule(
          joint: .normal, days: season, spans: [], state: .closed, comment: nil)
        if isNamed, !rules.contains(closed) { rules.append(closed) }
      }
      rules.append(one.rule.joint == .additional ? one.rule.with(joint: .normal) : one.rule)
    }
    return rules
  }

  /// What summer and winter have in common holds between them too.
  private var hoursOfBothSeasons: HoursRule? {
    let seasons = openings.map(\.rule).filter { namesSeason && !$0.days.dates.isEmpty }
    guard seasons.count == 2, seasons.allSatisfy({ $0.state == .open }),
      seasons[0].days.weekdays == seasons[1].days.weekdays
    else { return nil }
    let common = seasons[0].spans.flatMap { one in
      seasons[1].spans.compactMap { other -> TimeSpan? in
        guard !one.followsSun, !other.followsSun, let end = one.to, let otherEnd = other.to else {
          return nil
        }
        let from = max(one.from.minute, other.from.minute)
        let to = min(end.minute, otherEnd.minute)
        return from < to ? TimeSpan(from: .clock(from), to: .clock(to)) : nil
      }
    }
    guard !common.isEmpty else { return nil }
    return HoursRule(
      joint: .additional, days: DaySelector(weekdays: seasons[0].days.weekdays), spans: common,
      state: .open, comment: nil)
  }
}
