/// Years, weeks, weekdays and holidays.
extension HoursParser {
  /// - Parameter mayLackCommas: Whether weekdays side by side are a list.
  /// - Returns: The days, and whether any were named.
  mutating func daySelector(
    mayLackCommas: Bool = true
  ) throws(OpeningHoursError) -> (DaySelector, isNamed: Bool) {
    var days = DaySelector()
    var hasWeekdays = false
    let start = at
    while true {
      switch kind {
      case .number(let value, let digits) where digits == 4:
        if beginsDate {
          guard days.dates.isEmpty else { throw problem(.oneMeaning) }
          days.dates = try dates()
          continue
        }
        guard (1900...2999).contains(value) else { throw problem(.year) }
        guard days.years.isEmpty else { throw problem(.oneMeaning) }
        days.years = try years()
      case .word(.month), .word(.easter):
        guard days.dates.isEmpty else { throw problem(.oneMeaning) }
        days.dates = try dates()
      case .number where isLenient && days.dates.isEmpty && beginsDayMonth(0):
        days.dates = try dates()
      case .word(.week):
        guard days.weeks.isEmpty else { throw problem(.oneMeaning) }
        at += 1
        days.weeks = try weeks()
      case .word(.weeks(let isEven)):
        guard days.weeks.isEmpty else { throw problem(.oneMeaning) }
        at += 1
        days.weeks = [WeekRange(from: isEven ? 2 : 1, to: isEven ? 52 : 53, step: 2)]
      case .word(.schoolTerm):
        at += 1
        namesSchoolTerm = true
      case .word(.season(let isSummer)):
        guard days.dates.isEmpty else { throw problem(.oneMeaning) }
        at += 1
        namesSeason = true
        days.dates = [.season(isSummer: isSummer)]
      case .word(.weekday), .word(.publicHoliday), .word(.schoolHoliday), .word(.everyDay),
        .word(.weekdays), .word(.ordinal):
        if days.within.isEmpty, !hasWeekdays, isHolidayAlone {
          try takeHolidaysAlone(into: &days)
        } else {
          guard !hasWeekdays else { throw problem(.oneMeaning) }
          try takeWeekdays(into: &days, mayLackCommas: mayLackCommas)
          hasWeekdays = true
        }
      case .colon where at > start && !hasWeekdays && beginsSelector(1):
        at += 1
      case .comma where isLenient && at > start && hasWeekdays:
        return (days, true)
      default:
        return (days, at > start)
      }
    }
  }

  private func beginsSelector(_ ahead: Int) -> Bool {
    switch kind(ahead) {
    case .word(.weekday), .word(.publicHoliday), .word(.schoolHoliday), .word(.everyDay),
      .word(.week), .word(.weekdays), .word(.ordinal):
      true
    default: false
    }
  }

  // MARK: Years and weeks

  private mutating func years() throws(OpeningHoursError) -> [YearRange] {
    var years: [YearRange] = []
    repeat {
      let from = try year()
      if take(.plus) {
        years.append(YearRange(from: from, to: nil))
        continue
      }
      var range = YearRange(from: from, to: from)
      if case .number(_, digits: 4) = kind(1), take(.dash) {
        let to = try year()
        guard to >= from else { throw problem(.year) }
        range.to = to
      }
      if take(.slash) {
        guard let step = takeNumber(), step > 0 else { throw problem(.number) }
        if range.to == from { range.to = nil }
        range.step = step
      }
      years.append(range)
    } while takeComma { if case .number(_, digits: 4) = $0.kind(1) { true } else { false } }
    return years
  }

  private mutating func year() throws(OpeningHoursError) -> Int {
    guard case .number(let value, digits: 4) = kind, (1900...2999).contains(value) else {
      throw problem(.year)
    }
    at += 1
    return value
  }

  private mutating func weeks() throws(OpeningHoursError) -> [WeekRange] {
    var weeks: [WeekRange] = []
    repeat {
      let from = try week()
      var range = WeekRange(from: from, to: from)
      if take(.dash) { range.to = try week() }
      if take(.slash) {
        guard let step = takeNumber(), step > 0 else { throw problem(.number) }
        range.step = step
      }
      weeks.append(range)
    } while takeComma { parser in
      switch parser.kind(1) {
      case .number(let value, _): value <= 53
      case .word(.week): true
      default: false
      }
    }
    return weeks
  }

  private mutating func week() throws(OpeningHoursError) -> Int {
    // `week 40-53, week 1-10`
    _ = take(.word(.week))
    guard case .number(let value, _) = kind, (1...53).contains(value) else {
      throw problem(.week)
    }
    at += 1
    return value
  }

  // MARK: Weekdays and holidays

  /// `SH Mo-Fr`: holidays that the weekdays after them narrow, or that stand by themselves.
  private var isHolidayAlone: Bool {
    var ahead = 0
    while true {
      switch kind(ahead) {
      case .word(.publicHoliday), .word(.schoolHoliday): ahead += 1
      default: return false
      }
      if kind(ahead) == .plus || kind(ahead) == .dash, case .number = kind(ahead + 1),
        kind(ahead + 2) == .word(.day)
      {
        ahead += 3
      }
      guard kind(ahead) == .comma else { break }
      ahead += 1
    }
    if isLenient, kind(ahead) == .colon { ahead += 1 }
    switch kind(ahead) {
    case .word(.weekday), .word(.weekdays): return true
    default: return false
    }
  }

  private mutating func takeHolidaysAlone(into days: inout DaySelector) throws(OpeningHoursError) {
    repeat {
      guard let holiday = try holiday() else { throw problem(.weekday) }
      days.within.append(holiday)
    } while take(.comma)
    if isLenient { _ = take(.colon) }
  }

  private mutating func holiday() throws(OpeningHoursError) -> HolidaySelector? {
    let kind: HolidaySelector.Kind
    switch self.kind {
    case .word(.publicHoliday): kind = .public
    case .word(.schoolHoliday): kind = .school
    default: return nil
    }
    at += 1
    return HolidaySelector(kind: kind, offset: try dayOffset())
  }

  private mutating func takeWeekdays(
    into days: inout DaySelector, mayLackCommas: Bool
  ) throws(OpeningHoursError) {
    while true {
      if let holiday = try holiday() {
        days.holidays.append(holiday)
      } else if take(.word(.everyDay)) {
        days.weekdays = 0b111_1111
      } else if case .word(.weekdays(let bits)) = kind {
        days.weekdays |= bits
        at += 1
      } else if case .word(.ordinal) = kind {
        try takeOrdinals(into: &days)
      } else {
        try takeWeekdayRange(into: &days)
      }
      let isListed =
        takeComma {
          switch $0.kind(1) {
          case .word(.weekday), .word(.publicHoliday), .word(.schoolHoliday): true
          case .word(.weekdays), .word(.ordinal): true
          default: false
          }
        } || isLenient && takeJoiningWord(mayLackCommas: mayLackCommas)
      if !isListed { break }
    }
    // `Mo-Fr PH`: both, or only what is both?
    switch kind {
    case .word(.publicHoliday), .word(.schoolHoliday): throw problem(.oneMeaning)
    default: break
    }
  }

  /// `et` between days, or nothing between single days in their order: `Lu Ma Je Ve`.
  private mutating func takeJoiningWord(mayLackCommas: Bool) -> Bool {
    if mayLackCommas, case .word(.weekday(let next)) = kind, kind(1) != .dash,
      kind(1) != .word(.upTo), at > 0, case .word(.weekday(let last)) = tokens[at - 1].kind,
      last < next, at < 2 || tokens[at - 2].kind != .dash && tokens[at - 2].kind != .word(.upTo)
    {
      return true
    }
    guard kind == .word(.and) || kind == .slash else { return false }
    switch kind(1) {
    case .word(.weekday), .word(.publicHoliday), .word(.schoolHoliday), .word(.weekdays),
      .word(.ordinal):
      at += 1
      return true
    default: return false
    }
  }

  private mutating func takeWeekdayRange(into days: inout DaySelector) throws(OpeningHoursError) {
    guard case .word(.weekday(let from)) = kind else { throw problem(.weekday) }
    at += 1
    if take(.openingBracket) {
      let places = try places()
      days.nthWeekdays.append(
        NthWeekday(weekday: from, places: places, offset: try dayOffset()))
      return
    }
    var to = from
    if takeRange() {
      guard case .word(.weekday(let end)) = kind else { throw problem(.weekday) }
      at += 1
      to = end
    }
    var day = from.rawValue
    while true {
      days.weekdays |= 1 << UInt8(day)
      if day == to.rawValue { break }
      day = (day + 1) % 7
    }
  }

  /// `1er et 3e mercredi`.
  private mutating func takeOrdinals(into days: inout DaySelector) throws(OpeningHoursError) {
    var places: UInt16 = 0
    while true {
      if case .word(.ordinal(let place)) = kind {
        places |= 1 << UInt16(place > 0 ? place : 5 - place)
      } else if kind != .comma, kind != .word(.and) {
        break
      }
      at += 1
    }
    guard case .word(.weekday(let weekday)) = kind else { throw problem(.weekday) }
    at += 1
    days.nthWeekdays.append(NthWeekday(weekday: weekday, places: places))
  }

  /// `1,3]`, `-1]`, `1-2]`, as bits.
  private mutating func places() throws(OpeningHoursError) -> UInt16 {
    var places: UInt16 = 0
    repeat {
      let isFromEnd = take(.dash)
      let first = try place()
      var last = first
      if !isFromEnd, take(.dash) {
        last = try place()
        guard last >= first else { throw problem(.number) }
      }
      for place in first...last { places |= 1 << UInt16(isFromEnd ? 5 + place : place) }
    } while take(.comma)
    guard take(.closingBracket) else { throw problem(.number) }
    return places
  }

  /// Which of a weekday's days in a month.
  mutating func place() throws(OpeningHoursError) -> Int {
    guard case .number(let place, _) = kind, (1...5).contains(place) else {
      throw problem(.number)
    }
    at += 1
    return place
  }

  /// ` +1 day`, ` -2 days`; 0 without one.
  mutating func dayOffset() throws(OpeningHoursError) -> Int {
    guard kind == .plus || kind == .dash, case .number(let days, let digits) = kind(1),
      kind(2) == .word(.day)
    else { return 0 }
    guard digits <= 3 else { throw problem(.number) }
    let isBack = kind == .dash
    at += 3
    return isBack ? -days : days
  }

  /// Goes over a comma, if what follows it goes on with the list.
  ///
  /// - Parameter orWord: Whether people may write `et` or `/` instead.
  mutating func takeComma(orWord: Bool = false, _ goesOn: (HoursParser) -> Bool) -> Bool {
    let isJoint = kind == .comma || isLenient && orWord && (kind == .word(.and) || kind == .slash)
    guard isJoint, goesOn(self) else { return false }
    at += 1
    return true
  }
}
