/// The grammar of opening hours, by recursive descent.
///
/// A lenient parser also takes what the specification lacks but has one meaning only.
struct HoursParser {
  let tokens: [HoursToken]
  let isLenient: Bool
  var at = 0

  static func rules(
    of tokens: [HoursToken], isLenient: Bool
  ) throws(OpeningHoursError) -> [HoursRule] {
    var parser = HoursParser(tokens: tokens, isLenient: isLenient)
    return try parser.rules()
  }

  // MARK: Tokens

  var kind: HoursToken.Kind { tokens[at].kind }

  func kind(_ ahead: Int) -> HoursToken.Kind {
    at + ahead < tokens.count ? tokens[at + ahead].kind : .end
  }

  func problem(_ expected: OpeningHoursError.Expected) -> OpeningHoursError {
    OpeningHoursError(offset: tokens[at].offset, expected: expected)
  }

  /// Goes over a token of a kind, if it is next.
  mutating func take(_ kind: HoursToken.Kind) -> Bool {
    guard self.kind == kind else { return false }
    at += 1
    return true
  }

  mutating func takeNumber() -> Int? {
    guard case .number(let value, _) = kind else { return nil }
    at += 1
    return value
  }

  /// `-`, or a word for it.
  mutating func takeRange() -> Bool { take(.dash) || isLenient && take(.word(.upTo)) }

  // MARK: Rules

  private mutating func rules() throws(OpeningHoursError) -> [HoursRule] {
    var rules: [HoursRule] = []
    var joint = HoursRule.Joint.normal
    var isBeside = false
    skipEmptyRules()
    while true {
      let start = at
      let listed = try rulesOfList(joint: joint)
      if isBeside {
        for rule in listed { try check(rule, at: start, against: rules) }
      }
      // `9h-12h; 14h-18h`: for people the one and the other, by the specification the second alone.
      if isLenient, joint == .normal, let last = rules.last, !last.spans.isEmpty,
        listed.contains(where: { $0.days.isEveryDay && !$0.spans.isEmpty && $0.state == .open })
      {
        throw OpeningHoursError(offset: tokens[start].offset, expected: .oneMeaning)
      }
      rules += listed
      switch kind {
      case .end: return rules
      case .semicolon: joint = .normal
      case .comma: joint = .additional
      case .bars: joint = .fallback
      default:
        // Without a separator the next rule must begin with its days.
        let isJoined = kind == .slash || kind == .word(.and)
        if isLenient, kind == .sentenceEnd || isJoined && beginsDays(1) { at += 1 }
        if isLenient, kind == .end { return rules }
        guard isLenient, beginsDays || beginsClosure else { throw problem(.separator) }
        joint = .normal
        isBeside = true
        continue
      }
      isBeside = false
      at += 1
      skipEmptyRules()
      if isLenient, kind == .end { return rules }
    }
  }

  private mutating func skipEmptyRules() {
    while isLenient, kind == .semicolon || kind == .comma || kind == .sentenceEnd { at += 1 }
  }

  /// Rules that merely stand side by side mean the same with `;` and with `,` only if their days
  /// differ, or if the later one closes.
  private func check(
    _ rule: HoursRule, at start: Int, against earlier: [HoursRule]
  ) throws(OpeningHoursError) {
    if rule.state == .closed { return }
    func isPlain(_ rule: HoursRule) -> Bool { rule.days.isWeekly && rule.days.weekdays != 0 }
    guard isPlain(rule),
      earlier.allSatisfy({
        $0.state == .closed || isPlain($0) && $0.days.weekdays & rule.days.weekdays == 0
      })
    else { throw OpeningHoursError(offset: tokens[start].offset, expected: .separator) }
  }

  /// A rule, or one for each of days listed before the times or the state they share: `Mo, Jan 1 off`.
  private mutating func rulesOfList(
    joint: HoursRule.Joint
  ) throws(OpeningHoursError) -> [HoursRule] {
    var listed: [DaySelector] = []
    if isLenient {
      while true {
        let start = at
        guard beginsDays, let (days, _) = try? daySelector(), kind == .comma,
          days.isListable || !listed.isEmpty
        else {
          at = start
          break
        }
        let isState = if case .word(.state) = kind(1) { true } else { false }
        guard beginsDays(1) || isState && !listed.isEmpty else {
          at = start
          break
        }
        guard days.isListable else { throw problem(.oneMeaning) }
        listed.append(days)
        at += 1
      }
    }
    let rule = try rule(joint: joint)
    guard !listed.isEmpty else { return [rule] }
    let last = rule.days.isEveryDay ? [] : [rule.days]
    guard last.allSatisfy(\.isListable) else { throw problem(.oneMeaning) }
    return (listed + last).map { days in
      HoursRule(
        joint: joint, days: days, spans: rule.spans, state: rule.state, comment: rule.comment)
    }
  }

  private mutating func rule(joint: HoursRule.Joint) throws(OpeningHoursError) -> HoursRule {
    let start = at
    if take(.always) {
      let modifier = modifier()
      return HoursRule(
        joint: joint, days: .everyDay, spans: [], state: modifier.state, comment: modifier.comment)
    }
    var label: String?
    if case .comment(let text) = kind, kind(1) == .colon {
      label = text
      at += 2
    }
    // `fermé le dimanche`
    var leadingState: OpeningState?
    if isLenient, case .word(.state(let state)) = kind, beginsDays(1) {
      leadingState = state
      at += 1
    }
    let (days, hasDays) = try daySelector(mayLackCommas: leadingState == nil)
    if hasDays || label != nil { _ = take(.colon) }
    // `Mo-Fr, 9h-12h`, `Dec 31, off`
    if isLenient, hasDays, kind == .comma, beginsTime(1) || beginsState(1) { at += 1 }
    let endOfDays = at
    let spans = beginsTime(0) ? try timeSelector() : []
    var state = leadingState ?? .open
    var comment: String?
    if leadingState == nil {
      (state, comment) = modifier()
    }
    guard at > start else { throw problem(.rule) }
    // `Sa,Dec 25 off`: open all Saturday, or one list of days? And a bare `vendredi` says no hours.
    if spans.isEmpty, at == endOfDays, hasDays, leadingState == nil, isLenient || kind == .comma {
      throw problem(.time)
    }
    return HoursRule(
      joint: joint, days: days, spans: spans, state: state, comment: comment, label: label)
  }

  /// `off "works"`, `"by appointment"`; a comment alone leaves the state unknown.
  private mutating func modifier() -> (state: OpeningState, comment: String?) {
    var state: OpeningState?
    // `9h-18h fermé le dimanche`: the closure belongs to the days after it.
    if case .word(.state(let named)) = kind, !beginsClosure {
      state = named
      at += 1
    }
    if case .comment(let text) = kind, kind(1) != .colon {
      at += 1
      return (state ?? .unknown, text)
    }
    if isLenient, case .word(.appointment(let comment)) = kind {
      at += 1
      return (.unknown, comment)
    }
    return (state ?? .open, nil)
  }

  /// A word that closes, in a language of people, before days.
  private var beginsClosure: Bool {
    isLenient && kind == .word(.state(.closed)) && !tokens[at].isStandard && beginsDays(1)
  }

  private func beginsState(_ ahead: Int) -> Bool {
    if case .word(.state) = kind(ahead) { !beginsDays(ahead + 1) } else { false }
  }

  private var beginsDays: Bool { beginsDays(0) }

  func beginsDays(_ ahead: Int) -> Bool {
    switch kind(ahead) {
    case .word(let word):
      switch word {
      case .weekday, .month, .publicHoliday, .schoolHoliday, .everyDay, .week, .easter: true
      default: false
      }
    case .number(_, let digits): digits == 4
    default: false
    }
  }
}

extension DaySelector {
  /// In a list its days can only be meant beside the others: weekdays, holidays, dates and runs of a
  /// few days. A longer season might narrow its neighbours instead.
  fileprivate var isListable: Bool {
    guard years.isEmpty, weeks.isEmpty, within.isEmpty else { return false }
    if dates.isEmpty { return true }
    return dates.allSatisfy { range in
      switch range {
      case .days(let from, let to): from.lasts(to: to, atMost: 14)
      case .months: nthWeekdays.count == 1 && weekdays == 0
      case .onward: false
      }
    }
  }
}

extension DatePoint {
  fileprivate func lasts(to end: DatePoint, atMost days: Int) -> Bool {
    guard let first = number(in: 2024), var last = end.number(in: 2024) else { return false }
    if last < first { last = end.number(in: 2025) ?? last }
    return (0..<days).contains(last - first)
  }
}
