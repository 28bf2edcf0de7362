/// The grammar of opening hours, by recursive descent.
///
/// A lenient parser also takes what the specification lacks but has one meaning only.
struct HoursParser {
  let tokens: [HoursToken]
  let isLenient: Bool
  var at = 0

  /// What the days of the last rule with times were, for those that follow and name none.
  var lastDays: DaySelector?
  /// When the last rule with times begins.
  var lastStart: Int?
  /// Where the words of the last rule's days are people's, not the specification's.
  var hasSpokenDays = false
  /// The last rule named its days after its times: `8h-20h du lundi au samedi et 9h-13h le dimanche`.
  var followsDays = false
  /// Closures within a rule: `tous les jours sauf le mercredi 9h-12h`.
  var pending: [SpokenRule] = []
  /// `période scolaire` was said.
  var namesSchoolTerm = false
  /// `été` or `hiver` was said.
  var namesSeason = false

  static func rules(of tokens: [HoursToken]) throws(OpeningHoursError) -> [HoursRule] {
    var parser = HoursParser(tokens: tokens, isLenient: false)
    return try parser.rules().map(\.rule)
  }

  /// What people wrote, and what they left unsaid.
  static func spokenRules(of tokens: [HoursToken]) throws(OpeningHoursError) -> [HoursRule] {
    var parser = HoursParser(tokens: tokens, isLenient: true)
    let spoken = try parser.rules()
    return SpokenHours(
      spoken, isInCodes: tokens.allSatisfy(\.isStandard), namesSchoolTerm: parser.namesSchoolTerm,
      namesSeason: parser.namesSeason
    ).rules
  }

  init(tokens: [HoursToken], isLenient: Bool) {
    self.tokens = tokens
    self.isLenient = isLenient
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
  mutating func takeRange() -> Bool {
    take(.dash) || isLenient && take(.word(.upTo))
  }

  // MARK: Rules

  private mutating func rules() throws(OpeningHoursError) -> [SpokenRule] {
    var rules: [SpokenRule] = []
    var joint = HoursRule.Joint.normal
    var isBeside = false
    skipEmptyRules()
    while true {
      let start = at
      let isAside = start > 0 && tokens[start - 1].kind == .aside
      let listed = try rulesOfList(joint: joint)
      if isBeside {
        for rule in listed { try check(rule.rule, at: start, against: rules) }
      }
      // `9h-12h; 14h-18h`: for people the one and the other, by the specification the second alone.
      if isLenient, joint != .fallback, let last = rules.last?.rule, !last.spans.isEmpty,
        last.state == .open,
        listed.contains(where: {
          $0.rule.days.isEveryDay && !$0.rule.spans.isEmpty && $0.rule.state == .open
        })
      {
        throw OpeningHoursError(offset: tokens[start].offset, expected: .oneMeaning)
      }
      for var rule in listed + pending {
        rule.isAside = rule.isAside || isAside
        rule.hasSpokenDays = hasSpokenDays
        rules.append(rule)
      }
      pending = []
      try goOnAfterSemicolon(&rules)
      switch kind {
      case .end: return rules
      case .semicolon: joint = .normal
      case .comma: joint = .additional
      case .bars: joint = .fallback
      default:
        // Without a separator the next rule must begin with its days.
        joint = .normal
        isBeside = true
        let isBroken = skipBreaks()
        if isLenient, kind == .end { return rules }
        guard
          isLenient,
          beginsDays || beginsClosure || beginsHalf
            || isBroken && beginsTime(0)
              && (followsDays || rules.allSatisfy { $0.rule.state == .closed })
        else { throw problem(.separator) }
        continue
      }
      isBeside = false
      at += 1
      skipEmptyRules()
      if isLenient, kind == .end { return rules }
    }
  }

  /// `lun-ven : 9:00-12:00 ; 14:00-18:00`: where days are said in words, hours that name no days
  /// and come later go on with them.
  private mutating func goOnAfterSemicolon(
    _ rules: inout [SpokenRule]
  ) throws(OpeningHoursError) {
    while isLenient, hasSpokenDays, kind == .semicolon, beginsTime(1), let last = rules.last?.rule,
      last.state == .open, let before = last.spans.last?.to, before.event == nil
    {
      let start = at
      at += 1
      let spans = try timeSelector()
      guard let first = spans.first?.from, first.event == nil, first.minute >= before.minute,
        !beginsDays
      else {
        at = start
        return
      }
      rules[rules.count - 1].rule = last.with(spans: last.spans + spans)
    }
  }

  /// Goes over what ends a sentence, and over `/`, `et`, `-` before the next days.
  private mutating func skipBreaks() -> Bool {
    guard isLenient else { return false }
    let start = at
    while kind == .sentenceEnd || kind == .aside
      || [.slash, .word(.and), .dash, .plus].contains(kind)
        && (beginsDays(1) || beginsClosure(1) || followsDays && beginsTime(1))
    {
      at += 1
    }
    return at > start
  }

  private mutating func skipEmptyRules() {
    while isLenient, kind == .semicolon || kind == .comma || kind == .sentenceEnd || kind == .aside
    {
      at += 1
    }
  }

  /// Rules that merely stand side by side mean the same with `;` and with `,` only if their days
  /// differ, or if the later one closes.
  private func check(
    _ rule: HoursRule, at start: Int, against earlier: [SpokenRule]
  ) throws(OpeningHoursError) {
    if rule.state != .open || hasSpokenDays && rule.days.isWeekly && rule.days.weekdays != 0
      || earlier.allSatisfy({ $0.rule.state == .closed })
    {
      return
    }
    func isPlain(_ rule: HoursRule) -> Bool { rule.days.isWeekly && rule.days.weekdays != 0 }
    guard isPlain(rule),
      earlier.allSatisfy({
        $0.rule.state == .closed
          || isPlain($0.rule) && $0.rule.days.weekdays & rule.days.weekdays == 0
      })
    else { throw OpeningHoursError(offset: tokens[start].offset, expected: .separator) }
  }

  /// A rule, or one for each of days listed before the times or the state they share: `Mo, Jan 1 off`.
  private mutating func rulesOfList(
    joint: HoursRule.Joint
  ) throws(OpeningHoursError) -> [SpokenRule] {
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
        let isState = if case .word(.state) = kind(1) { !beginsClosure(1) } else { false }
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
    let last = rule.rule.days.isEveryDay ? [] : [rule.rule.days]
    guard last.allSatisfy(\.isListable), rule.half == nil else { throw problem(.oneMeaning) }
    return (listed + last).map { days in
      var one = rule
      one.rule = one.rule.with(days: days)
      return one
    }
  }

  private mutating func rule(joint: HoursRule.Joint) throws(OpeningHoursError) -> SpokenRule {
    let start = at
    if take(.always) {
      let modifier = modifier()
      return SpokenRule(
        HoursRule(
          joint: joint, days: .everyDay, spans: [], state: modifier.state, comment: modifier.comment
        ))
    }
    if isLenient, let remark = try remark(joint: joint) { return remark }
    var label: String?
    if case .comment(let text) = kind, kind(1) == .colon {
      label = text
      at += 2
    }
    var leadingState: OpeningState?
    if isLenient, case .word(.state(let state)) = kind, !tokens[at].isStandard || beginsDays(1) {
      // `ouvert de 9h à 12h`
      if state != .open || !beginsTime(1) { leadingState = state }
      if beginsDays(1) || beginsTime(1) || kind(1) == .colon && beginsDays(2) || state == .open {
        at += 1
        _ = take(.colon)
      } else {
        leadingState = nil
      }
    }
    if leadingState == .closed, beginsDays { return try closure(joint: joint) }
    let isAlternate = isLenient && take(.word(.everyOther))
    var (days, hasDays) = try daySelector(mayLackCommas: leadingState == nil)
    if hasDays || label != nil { skipBeforeTimes() }
    // `Mo-Fr, 9h-12h`, `Dec 31, off`
    if isLenient, hasDays, kind == .comma, beginsTime(1) || beginsState(1) { at += 1 }
    let endOfDays = at
    followsDays = false
    hasSpokenDays = hasDays && tokens[start..<endOfDays].contains { !$0.isStandard }
    try takeExceptions()
    let half = isLenient ? takeHalf() : nil
    if let half, hasDays, leadingState == nil, kind == .word(.state(.closed)), !beginsClosure {
      return try closedHalf(half, of: days, joint: joint)
    }
    var spans: [TimeSpan] = []
    var lacksStart = false
    if let end = takeUntil() {
      // `jusqu'à 8h du soir` is none of eight in the morning.
      let last = TimeSpan(from: .clock(end - 1), to: .clock(end))
      hasDays = try takeDaysAfterTimes(into: &days, hasDays: hasDays, after: [last]) || hasDays
      // `vendredi jusqu'à 16h30`: from when the days before open.
      let start = hasDays ? lastStart.flatMap { $0 < end ? $0 : nil } : nil
      spans = [TimeSpan(from: .clock(start ?? 0), to: .clock(end))]
      lacksStart = start == nil
    } else if beginsTime(0) {
      spans = try timeSelector()
      try check(half, at: start, against: spans)
      if isLenient {
        followsDays = try takeDaysAfterTimes(into: &days, hasDays: hasDays, after: spans)
        hasDays = hasDays || followsDays
      }
    }
    var state = leadingState ?? .open
    var comment: String?
    let saysOpen = isLenient && kind == .word(.state(.open)) && !tokens[at].isStandard
    if leadingState == nil || leadingState == .open {
      // `lundi fermé mardi 9h-19h`
      let isLone = isLenient && hasDays && spans.isEmpty && kind == .word(.state(.closed))
      (state, comment) = modifier(mayClose: isLone)
    }
    guard at > start else { throw problem(.rule) }
    if isLenient, spans.isEmpty, comment == nil,
      leadingState == .open || saysOpen || !pending.isEmpty
    {
      // `ouvert le dimanche`, `tous les jours sauf le mercredi`: nobody says at what hours.
      return SpokenRule(
        HoursRule(joint: joint, days: days, spans: [], state: .unknown, comment: nil),
        half: half ?? takeHalf(), lacksTimes: true)
    }
    // `Sa,Dec 25 off`: open all Saturday, or one list of days? And a bare `vendredi` says no hours.
    if spans.isEmpty, at == endOfDays, hasDays, leadingState == nil, isLenient || kind == .comma {
      throw problem(.time)
    }
    if half != nil, spans.isEmpty {
      throw OpeningHoursError(offset: tokens[endOfDays].offset, expected: .time)
    }
    if isAlternate || lacksStart { state = .unknown }
    if let first = spans.first {
      lastDays = days
      lastStart = first.from.event == nil && state == .open ? first.from.minute : nil
    }
    return SpokenRule(
      HoursRule(
        joint: joint, days: days, spans: spans, state: state, comment: comment, label: label))
  }

  /// `off "works"`, `"by appointment"`; a comment alone leaves the state unknown.
  ///
  /// - Parameter mayClose: Whether a closure before days is that of the days before it.
  private mutating func modifier(
    mayClose: Bool = false
  ) -> (state: OpeningState, comment: String?) {
    var state: OpeningState?
    // `9h-18h fermé le dimanche`: the closure belongs to the days after it.
    if case .word(.state(let named)) = kind, mayClose || !beginsClosure {
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
  var beginsClosure: Bool { beginsClosure(0) }

  func beginsClosure(_ ahead: Int) -> Bool {
    guard isLenient else { return false }
    if kind(ahead) == .word(.except) { return beginsDays(ahead + 1) }
    guard kind(ahead) == .word(.state(.closed)), !tokens[at + ahead].isStandard else {
      return false
    }
    return beginsDays(ahead + 1) || kind(ahead + 1) == .colon && beginsDays(ahead + 2)
      || beginsTime(ahead + 1)
  }

  private func beginsState(_ ahead: Int) -> Bool {
    if case .word(.state) = kind(ahead) { !beginsDays(ahead + 1) } else { false }
  }

  var beginsDays: Bool { beginsDays(0) }

  func beginsDays(_ ahead: Int) -> Bool {
    switch kind(ahead) {
    case .word(let word):
      switch word {
      case .weekday, .month, .publicHoliday, .schoolHoliday, .everyDay, .week, .easter: true
      case .weekdays, .ordinal, .everyOther, .weeks, .schoolTerm, .season: true
      default: false
      }
    case .number(_, let digits): digits == 4 || isLenient && beginsDayMonth(ahead)
    default: false
    }
  }
}
