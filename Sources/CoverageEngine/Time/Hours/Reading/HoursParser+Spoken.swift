/// What people write beside days and times: closures, exceptions, halves of days, remarks.
extension HoursParser {
  // MARK: Halves of days

  mutating func takeHalf() -> HalfDay? {
    guard isLenient, case .word(.half(let half)) = kind else { return nil }
    at += 1
    _ = take(.colon)
    return half
  }

  /// `après-midi sur rendez-vous`, `après-midi fermé`
  var beginsHalf: Bool {
    guard isLenient, case .word(.half) = kind else { return false }
    switch kind(1) {
    case .word(.appointment), .word(.state(.closed)): return true
    case .colon:
      switch kind(2) {
      case .word(.appointment), .word(.state(.closed)): return true
      default: return false
      }
    default: return false
    }
  }

  func check(
    _ half: HalfDay?, at start: Int, against spans: [TimeSpan]
  ) throws(OpeningHoursError) {
    guard let half, let first = spans.first, !half.holds(first) else { return }
    throw OpeningHoursError(offset: tokens[start].offset, expected: .oneMeaning)
  }

  /// `Mittwochnachmittag geschlossen`; of several days it is the half of each, or of the last?
  mutating func closedHalf(
    _ half: HalfDay, of days: DaySelector, joint: HoursRule.Joint
  ) throws(OpeningHoursError) -> SpokenRule {
    guard days.isWeekly, days.weekdays.nonzeroBitCount == 1 else { throw problem(.oneMeaning) }
    at += 1
    return SpokenRule(
      HoursRule(joint: joint, days: days, spans: [], state: .closed, comment: nil), half: half)
  }

  // MARK: Around times

  /// `lundi - 9h-12h`, a line break between days and their times.
  mutating func skipBeforeTimes() {
    if take(.colon) { return }
    // `7j/7 et 24h/24`
    if isLenient, kind == .comma || kind == .word(.and), kind(1) == .word(.allDay) { at += 1 }
    guard isLenient,
      kind == .sentenceEnd || kind == .dash && tokens[at].isApart || kind == .aside, beginsTime(1)
    else { return }
    at += 1
  }

  /// `9h-19h du mardi au samedi`, `mardi 9h-12h (semaines impaires)`: days said after their hours.
  ///
  /// What goes on with hours of its own is the next rule; `9h-12h mardi 14h-18h` is either.
  /// - Returns: Whether there were any.
  mutating func takeDaysAfterTimes(
    into days: inout DaySelector, hasDays: Bool, after spans: [TimeSpan] = []
  ) throws(OpeningHoursError) -> Bool {
    let start = at
    let half = takeHalf()
    if let half, let last = spans.last, !half.holds(last) {
      throw OpeningHoursError(offset: tokens[start].offset, expected: .oneMeaning)
    }
    _ = take(.aside)
    // `24h/24 et 7j/7`
    if kind == .comma || kind == .word(.and), kind(1) == .word(.everyDay) { at += 1 }
    guard beginsDays, let (later, _) = try? daySelector() else {
      if half == nil { at = start }
      return false
    }
    let goesOn: Bool =
      switch kind {
      case .colon, .word(.state), .word(.appointment), .word(.half): true
      default: beginsTime(0)
      }
    if goesOn {
      guard hasDays || kind == .word(.state(.closed)) else {
        throw OpeningHoursError(offset: tokens[start].offset, expected: .oneMeaning)
      }
      at = start
      return false
    }
    guard let merged = days.narrowed(by: later) else {
      at = start
      return false
    }
    days = merged
    return true
  }

  // MARK: Closures

  /// `fermé le dimanche et lundi matin`, `sauf jours fériés`: the days of a closure. A half of a
  /// day belongs to the last of them only.
  ///
  /// - Parameter mayHaveTimes: Whether times after the days are those of the closure.
  mutating func closure(
    joint: HoursRule.Joint, mayHaveTimes: Bool = true
  ) throws(OpeningHoursError) -> SpokenRule {
    let start = at
    let (days, _) = try daySelector(mayLackCommas: false)
    var closure = SpokenRule(
      HoursRule(joint: joint, days: days, spans: [], state: .closed, comment: nil))
    let last = at - 1
    if let half = takeHalf() {
      guard days.isWeekly, case .word(let word) = tokens[last].kind else {
        throw problem(.oneMeaning)
      }
      let lone: UInt8? =
        switch word {
        case .weekday(let weekday) where !isRangeEnd(last, after: start):
          1 << UInt8(weekday.rawValue)
        case .weekdays(let bits): bits
        default: nil
        }
      if let lone, lone != days.weekdays {
        closure.rule = closure.rule.with(days: DaySelector(weekdays: lone))
        pending.append(
          SpokenRule(
            HoursRule(
              joint: joint, days: DaySelector(weekdays: days.weekdays & ~lone), spans: [],
              state: .closed, comment: nil)))
      }
      closure.half = half
      try goOnClosing(joint: joint)
    } else if mayHaveTimes, beginsTime(0) {
      // `fermé le lundi 10h-19h`: open then on the other days, or closed then?
      guard lastDays != nil else { throw problem(.oneMeaning) }
      closure.rule = closure.rule.with(spans: try timeSelector())
    } else {
      try goOnClosingDates(joint: joint)
    }
    return closure
  }

  /// `sauf jours fériés et août`, `fermé le lundi et du 1er au 15 août`: days of another kind are closed, too, unless
  /// something is said of them.
  private mutating func goOnClosingDates(joint: HoursRule.Joint) throws(OpeningHoursError) {
    let start = at
    guard isLenient, kind == .word(.and), beginsDays(1) else { return }
    at += 1
    let before = pending
    if let further = try? closure(joint: joint, mayHaveTimes: false) {
      switch kind {
      case .end, .semicolon, .comma, .sentenceEnd, .aside:
        pending.append(further)
        return
      default: break
      }
    }
    at = start
    pending = before
  }

  /// `fermé samedi après-midi et dimanche`
  private mutating func goOnClosing(joint: HoursRule.Joint) throws(OpeningHoursError) {
    let start = at
    guard kind == .word(.and) || kind == .comma, beginsDays(1) else { return }
    at += 1
    let before = pending
    if let further = try? closure(joint: joint, mayHaveTimes: false), !beginsTime(0),
      kind != .colon,
      kind != .dash
    {
      pending.append(further)
    } else {
      at = start
      pending = before
    }
  }

  private func isRangeEnd(_ place: Int, after start: Int) -> Bool {
    place > start
      && (tokens[place - 1].kind == .dash || tokens[place - 1].kind == .word(.upTo))
  }

  /// `tous les jours sauf le mercredi 7h-13h`: the exception between days and hours.
  mutating func takeExceptions() throws(OpeningHoursError) {
    guard isLenient else { return }
    if kind == .comma, kind(1) == .word(.except), beginsDays(2) { at += 1 }
    guard kind == .word(.except), beginsDays(1) else { return }
    at += 1
    pending.append(try closure(joint: .normal, mayHaveTimes: false))
    skipBeforeTimes()
    _ = take(.comma)
  }

  // MARK: Remarks

  /// Rules that begin neither with days nor with times: exceptions, appointments, what is said of
  /// a half of the days named before.
  mutating func remark(joint: HoursRule.Joint) throws(OpeningHoursError) -> SpokenRule? {
    switch kind {
    case .word(.except) where beginsDays(1):
      at += 1
      let before = lastDays
      lastDays = nil
      defer { lastDays = before }
      let start = at
      let earlier = pending.count
      do {
        var exception = try closure(joint: .normal)
        exception.isException = true
        for further in pending.indices.dropFirst(earlier) { pending[further].isException = true }
        return exception
      } catch {
        // `sauf samedi 9h-12h`: open then instead, or closed then?
        guard beginsTime(0), error.expected == .oneMeaning else { throw error }
        at = start
        let (days, _) = try daySelector(mayLackCommas: false)
        _ = try timeSelector()
        return SpokenRule(
          HoursRule(joint: .normal, days: days, spans: [], state: .unknown, comment: nil))
      }
    case .word(.appointment(let comment)):
      at += 1
      var days = DaySelector.everyDay
      if beginsDays { days = try daySelector().0 }
      return SpokenRule(
        HoursRule(joint: joint, days: days, spans: [], state: .unknown, comment: comment))
    case .word(.half(let half)):
      let start = at
      at += 1
      _ = take(.colon)
      switch kind {
      case .word(.appointment(let comment)):
        at += 1
        return SpokenRule(
          HoursRule(
            joint: .additional, days: lastDays ?? .everyDay, spans: [half.span], state: .unknown,
            comment: comment))
      case .word(.state(.closed)) where !beginsDays(1):
        at += 1
        return SpokenRule(
          HoursRule(
            joint: joint, days: lastDays ?? .everyDay, spans: [], state: .closed, comment: nil),
          half: half)
      default:
        at = start
        return nil
      }
    case .word(.state(.closed)) where !tokens[at].isStandard:
      guard case .word(.half(let half)) = kind(1) else { return try closedTimes(joint: joint) }
      at += 2
      return SpokenRule(
        HoursRule(
          joint: joint, days: lastDays ?? .everyDay, spans: [], state: .closed, comment: nil),
        half: half)
    default: return nil
    }
  }

  /// `fermé de 12h à 14h`
  private mutating func closedTimes(
    joint: HoursRule.Joint
  ) throws(OpeningHoursError) -> SpokenRule? {
    guard beginsTime(1), lastDays != nil else { return nil }
    at += 1
    return SpokenRule(
      HoursRule(
        joint: .normal, days: .everyDay, spans: try timeSelector(), state: .closed, comment: nil))
  }

  /// `jusqu'à 20h`: until when, where nobody says since when.
  mutating func takeUntil() -> Int? {
    guard isLenient, kind == .word(.until), case .time(let minute) = kind(1), minute > 0,
      minute <= 1440
    else { return nil }
    at += 2
    return minute
  }
}

extension HalfDay {
  /// From midnight to noon, from noon on, or from six in the evening on.
  var span: TimeSpan {
    switch self {
    case .morning: TimeSpan(from: .clock(0), to: .clock(720))
    case .afternoon: TimeSpan(from: .clock(720), to: .clock(1440))
    case .evening: TimeSpan(from: .clock(1080), to: .clock(1440))
    }
  }

  /// Whether hours that begin then may be meant by it.
  func mayBegin(at minute: Int) -> Bool {
    switch self {
    case .morning: minute < 720
    case .afternoon: minute >= 720
    case .evening: minute >= 1020
    }
  }

  /// Whether hours may be meant by it: `18h-2h du matin`, `14h-18h l'après-midi`.
  func holds(_ span: TimeSpan) -> Bool {
    guard span.from.event == nil, span.to?.event == nil else { return true }
    // `à partir de 7h du soir`
    guard let to = span.to else { return mayBegin(at: span.from.minute) }
    switch self {
    case .morning: return span.from.minute < 720 || to.minute > 1440 && to.minute <= 2160
    // `13h-5h de l'après-midi` ends at five in the afternoon, `17h-8h du soir` at eight in the evening: what is meant is
    // not what is written.
    case .afternoon: return (721...1440).contains(to.minute) && span.from.minute >= 660
    case .evening: return (1081..<1740).contains(to.minute) && span.from.minute >= 1020
    }
  }
}

extension DaySelector {
  init(weekdays: UInt8) {
    self.init()
    self.weekdays = weekdays
  }

  /// Days said in two places, of which each says another thing: weekdays and dates, a parity, school
  /// holidays; `nil` if both say the same kind of thing.
  func narrowed(by other: DaySelector) -> DaySelector? {
    var merged = self
    guard other.within.isEmpty || within.isEmpty, dates.isEmpty || other.dates.isEmpty,
      weeks.isEmpty || other.weeks.isEmpty, years.isEmpty || other.years.isEmpty
    else { return nil }
    merged.dates += other.dates
    merged.weeks += other.weeks
    merged.years += other.years
    merged.within += other.within
    if hasWeekdays {
      // `lun-ven 10h-16h pendant les vacances scolaires`
      guard other.weekdays == 0, other.nthWeekdays.isEmpty,
        other.holidays.allSatisfy({ $0.kind == .school }), within.isEmpty || other.holidays.isEmpty
      else { return nil }
      merged.within += other.holidays
    } else {
      merged.weekdays = other.weekdays
      merged.nthWeekdays = other.nthWeekdays
      merged.holidays = other.holidays
    }
    return merged
  }
}
