/// Times of day.
extension HoursParser {
  func beginsTime(_ ahead: Int) -> Bool {
    switch kind(ahead) {
    case .time, .word(.sun), .opening: true
    case .word(.noon), .word(.midnight), .word(.allDay): isLenient
    case .word(.since): isLenient && isHour(ahead + 1)
    case .number: isLenient && beginsSpan(ahead)
    default: false
    }
  }

  /// An hour without minutes, and what makes a span of it: `9-12`.
  func beginsSpan(_ ahead: Int) -> Bool {
    guard case .number(let hour, let digits) = kind(ahead), digits <= 2, hour <= 24 else {
      return false
    }
    if kind(ahead + 1) == .plus, case .number = kind(ahead + 2) {
      return false
    } else if kind(ahead + 1) == .plus {
      return true
    }
    guard [.dash, .word(.upTo), .word(.until)].contains(kind(ahead + 1)) else { return false }
    switch kind(ahead + 2) {
    case .time, .word(.noon), .word(.midnight), .word(.sun): return true
    case .number(let hour, let digits):
      if case .word(.month) = kind(ahead + 3) { return false }
      return digits <= 2 && hour <= 24
    default: return false
    }
  }

  private func isHour(_ ahead: Int) -> Bool {
    switch kind(ahead) {
    case .time, .word(.noon), .word(.midnight): true
    default: false
    }
  }

  mutating func timeSelector() throws(OpeningHoursError) -> [TimeSpan] {
    var spans = [try span()]
    while goesOnWithSpan(after: spans) {
      spans.append(try span())
    }
    return spans
  }

  /// Goes over what joins one span to the next.
  private mutating func goesOnWithSpan(after spans: [TimeSpan]) -> Bool {
    if kind == .comma, beginsTime(1) {
      at += 1
      return true
    }
    guard isLenient else { return false }
    if kind == .slash || kind == .word(.and) || kind == .plus, beginsTime(1) {
      at += 1
      return true
    }
    let start = at
    // `9h-12h le matin, l'après-midi 14h-18h`
    var halves: [HalfDay] = []
    while true {
      if let half = takeHalf() {
        halves.append(half)
      } else if kind == .sentenceEnd || !halves.isEmpty || isHalf(1),
        [.sentenceEnd, .comma, .semicolon, .slash, .word(.and)].contains(kind),
        beginsTime(1) || isHalf(1)
      {
        at += 1
      } else {
        break
      }
    }
    // Side by side, if the order leaves no doubt: `08:00-12:00 14:00-18:00`.
    guard let next = timeAhead, let last = spans.last, let end = last.to, end.event == nil,
      end.minute <= next,
      halves.allSatisfy({ $0.holds(last) || $0.mayBegin(at: next) })
    else {
      at = start
      return false
    }
    return true
  }

  /// A time that begins a span here.
  private var timeAhead: Int? {
    switch kind {
    case .time(let minute): minute
    case .number(let hour, _) where beginsSpan(0): hour * 60
    default: nil
    }
  }

  private func isHalf(_ ahead: Int) -> Bool {
    if case .word(.half) = kind(ahead) { true } else { false }
  }

  private mutating func span() throws(OpeningHoursError) -> TimeSpan {
    let start = at
    if take(.word(.allDay)) { return TimeSpan(from: .clock(0), to: .clock(1440)) }
    if take(.word(.since)) {
      return TimeSpan(from: try time(isEnd: false), to: nil, hasOpenEnd: true)
    }
    let from = try time(isEnd: false)
    if takeOpenEnd() { return TimeSpan(from: from, to: nil, hasOpenEnd: true) }
    guard takeRange() || isLenient && take(.word(.until)) else { throw problem(.span) }
    if take(.plus) { return TimeSpan(from: from, to: nil, hasOpenEnd: true) }
    let to = try time(isEnd: true)
    guard
      tokens[start].isHalfDay == tokens[at - 1].isHalfDay || from.event != nil || to.event != nil
    else {
      // `7-10 pm`: is it 7 in the morning?
      throw OpeningHoursError(offset: tokens[start].offset, expected: .oneMeaning)
    }
    if isLenient, from.event == nil, to.event == nil, to.minute <= from.minute, from.minute <= 720,
      hasBareHour(start..<at)
    {
      // `9-5`: in the afternoon, or in the morning after?
      throw OpeningHoursError(offset: tokens[start].offset, expected: .oneMeaning)
    }
    if isLenient, from.event == nil, to.event == nil, to.minute < from.minute,
      !tokens[start].isHalfDay, !tokens[start..<at].allSatisfy(\.isStandard),
      to.minute > 360 || from.minute <= 720 && to.minute > 180
    {
      // `14h-9h`, `9h-5h`: until the morning after, or a slip?
      throw OpeningHoursError(offset: tokens[start].offset, expected: .oneMeaning)
    }
    // `10:00-16:00/30` names moments, not opening hours.
    if kind == .slash, !isLenient || !beginsTime(1) && !beginsDays(1) { throw problem(.separator) }
    return TimeSpan(from: from, to: to, hasOpenEnd: takeOpenEnd())
  }

  /// `+`, unless people mean *and* by it.
  private mutating func takeOpenEnd() -> Bool {
    guard kind == .plus,
      !isLenient || !beginsTime(1) && !(tokens[at].isApart && beginsDays(1))
    else { return false }
    at += 1
    return true
  }

  private func hasBareHour(_ range: Range<Int>) -> Bool {
    range.contains { if case .number = tokens[$0].kind { true } else { false } }
  }

  private mutating func time(isEnd: Bool) throws(OpeningHoursError) -> ClockTime {
    switch kind {
    case .time(let minute):
      guard minute <= (isEnd ? 2880 : 1440) else { throw problem(.timeWithinDay) }
      at += 1
      return .clock(minute)
    case .number(let hour, let digits) where isLenient && digits <= 2:
      guard hour <= 24 else { throw problem(.timeWithinDay) }
      at += 1
      return .clock(hour * 60)
    case .word(.noon) where isLenient:
      at += 1
      return .clock(720)
    case .word(.midnight) where isLenient:
      at += 1
      return .clock(isEnd ? 1440 : 0)
    case .word(.sun(let event)):
      at += 1
      return ClockTime(event: event, minute: 0)
    case .opening:
      at += 1
      guard case .word(.sun(let event)) = kind else { throw problem(.time) }
      at += 1
      let isLater = kind == .plus
      guard take(.plus) || take(.dash), case .time(let minutes) = kind, minutes <= 1440 else {
        throw problem(.time)
      }
      at += 1
      guard take(.closing) else { throw problem(.time) }
      return ClockTime(event: event, minute: isLater ? minutes : -minutes)
    default: throw problem(.time)
    }
  }
}
