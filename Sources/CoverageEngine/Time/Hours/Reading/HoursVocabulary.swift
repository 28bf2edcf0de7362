/// Gives the words of a text their meanings where people write in their own language.
///
/// `Di` is a Sunday in French and a Tuesday in German: a word of several meanings is taken only if
/// the languages all day and month words of the text have in common leave one.
struct HoursVocabulary {
  private let tokens: [HoursToken]
  private var languages = HoursWord.Languages.all
  private var resolved: [HoursToken] = []
  private var index = 0

  static func resolved(_ tokens: [HoursToken]) throws(OpeningHoursError) -> [HoursToken] {
    var vocabulary = HoursVocabulary(tokens: tokens)
    try vocabulary.run()
    return HoursTimesInPairs.resolved(vocabulary.resolved)
  }

  private init(tokens: [HoursToken]) {
    self.tokens = tokens
    for token in tokens where !token.text.isEmpty {
      if let readings = HoursWord.named[token.text] {
        languages.formIntersection(readings.reduce(into: []) { $0.formUnion($1.0) })
      }
      if HoursWord.german.contains(token.text) { languages.formIntersection(.german) }
    }
  }

  private mutating func run() throws(OpeningHoursError) {
    while index < tokens.count {
      if let (meaning, count) = phrase() ?? counted() ?? ordinal() {
        append(meaning, at: index)
        index += count
        if meaning == .filler { skipHeadingColon() }
      } else if takeSlashedDate() || takeAlternation() || takeLetters() || takeCompound() {
        continue
      } else {
        try takeOne()
      }
    }
  }

  private mutating func append(_ meaning: HoursWord, at place: Int) {
    // `9h-12h le matin` names no day.
    if meaning == .article || meaning == .filler { return }
    var token = tokens[place]
    token.kind = .word(meaning)
    token.isStandard = false
    resolved.append(token)
  }

  /// `vacances` are those of schools where the text speaks of schools; else they may be the shop's.
  private var speaksOfSchools: Bool { tokens.contains { $0.text.hasPrefix("scolaire") } }

  private var hasStandardDays: Bool {
    tokens.contains { token in
      if token.isStandard, case .word(.weekday) = token.kind { token.text != "sa" } else { false }
    }
  }

  /// `we` is the week-end of French days and the Wednesday of others; alone only `We` is one of them.
  private func weekEndOrWednesday(
    _ token: HoursToken
  ) throws(OpeningHoursError) -> HoursToken.Kind {
    let others = tokens.filter { $0.text != "we" }.compactMap { HoursWord.named[$0.text] }
    guard !others.isEmpty else {
      if token.isTitleCase { return .word(.weekday(.wednesday)) }
      throw OpeningHoursError(offset: token.offset, expected: .oneMeaning)
    }
    let languages = others.reduce(HoursWord.Languages.all) { spoken, readings in
      spoken.intersection(readings.reduce(into: []) { $0.formUnion($1.0) })
    }
    let isFrench = languages.contains(.french) && !languages.contains(.english)
    return isFrench ? .word(.weekdays(0b110_0000)) : .word(.weekday(.wednesday))
  }

  private mutating func takeOne() throws(OpeningHoursError) {
    var token = tokens[index]
    defer { index += 1 }
    switch token.kind {
    case .apostrophe: return
    // `Di + Do`
    case .plus where languages == .german && isWeekday(index - 1) && isWeekday(index + 1):
      token.kind = .word(.and)
      token.isStandard = false
    // `Sonn- und Feiertage`
    case .dash where !token.isApart && text(index + 1) == "und": return
    // `d'août`, `l'hiver`; elsewhere `L` and `D` are days.
    case .unknown where token.text.count == 1 && kind(index + 1) == .apostrophe: return
    // `(sunrise+01:00)` is a time, any other parenthesis an aside.
    case .opening where !isSun(index + 1):
      token.kind = .aside
      token.isStandard = false
    case .closing where !closesSun: return
    default: break
    }
    if token.kind == .slash, !token.isStandard, hasStandardDays {
      // `Mo-Sa 12:00-14:00 | 18:30-22:30` may be `||`.
      token.kind = .unknown
    } else if token.text == "ouverture", kind(index + 1) == .colon {
      token.kind = .word(.filler)
    } else if token.text == "we" {
      token.kind = try weekEndOrWednesday(token)
    } else if HoursWord.workdays.contains(token.text) {
      token.kind = try workdays(token)
    } else if token.text == "bis", endsWithoutStart {
      token.kind = .word(.until)
    } else if token.text == "vacances", speaksOfSchools {
      token.kind = .word(.schoolHoliday)
    } else if !token.text.isEmpty {
      token.kind = try kind(of: token)
    }
    switch token.kind {
    case .word(.article): return
    case .word(.filler):
      index += 1
      skipHeadingColon()
      index -= 1
    default: resolved.append(token)
    }
  }

  /// `werktags 9–18 Uhr, Sa 9–13 Uhr`: what is said of Saturdays says that they are no working days here.
  private func workdays(_ token: HoursToken) throws(OpeningHoursError) -> HoursToken.Kind {
    let isSettled = tokens.indices.contains { place in
      let isApart = HoursWord.named[text(place)]?.contains { $0.1 == .weekday(.saturday) } ?? false
      let isRangeEnd = kind(place - 1) == .dash || text(place - 1) == "bis"
      return isApart && !isRangeEnd || text(place).hasPrefix("wochenende")
    }
    guard isSettled else { throw OpeningHoursError(offset: token.offset, expected: .oneMeaning) }
    return .word(.weekdays(0b001_1111))
  }

  /// `Freitag bis 13 Uhr`, and neither `9 bis 13 Uhr` nor `Mo bis Fr`.
  private var endsWithoutStart: Bool {
    guard case .time = kind(index + 1) else { return false }
    switch kind(index - 1) {
    case .time, .number, .word(.sun): return false
    default: return !["mittag", "mitternacht"].contains(text(index - 1))
    }
  }

  private mutating func takeCompound() -> Bool {
    guard let kinds = HoursWord.compounds[text(index)] else { return false }
    for kind in kinds {
      var token = tokens[index]
      token.kind = kind
      token.isStandard = false
      token.text = ""
      resolved.append(token)
    }
    index += 1
    return true
  }

  /// `Horaires : lun-ven 9h-17h`
  private mutating func skipHeadingColon() {
    if resolved.isEmpty, kind(index) == .colon { index += 1 }
  }

  // MARK: Tokens

  private func kind(_ place: Int) -> HoursToken.Kind {
    tokens.indices.contains(place) ? tokens[place].kind : .end
  }

  private func text(_ place: Int) -> String {
    tokens.indices.contains(place) ? tokens[place].text : ""
  }

  private func isSun(_ place: Int) -> Bool {
    if case .word(.sun) = kind(place) { true } else { false }
  }

  /// `sunset-01:00)`
  private var closesSun: Bool {
    (1...4).contains { kind(index - $0) == .opening && isSun(index - $0 + 1) }
  }

  // MARK: Words of several meanings

  private func kind(of token: HoursToken) throws(OpeningHoursError) -> HoursToken.Kind {
    guard let readings = HoursWord.named[token.text] else {
      if let meaning = HoursWord.further[token.text] { return .word(meaning) }
      return token.kind
    }
    var meanings = Set(readings.map(\.1))
    if meanings.count > 1 {
      let spoken = Set(readings.filter { !$0.0.isDisjoint(with: languages) }.map(\.1))
      let months = meanings.filter { if case .month = $0 { true } else { false } }
      meanings = spoken.count != 1 && isBesideMonth && !months.isEmpty ? months : spoken
    }
    guard meanings.count == 1, let meaning = meanings.first else {
      throw OpeningHoursError(offset: token.offset, expected: .oneMeaning)
    }
    return .word(meaning)
  }

  /// `Mar-Oct`, `Mar 7-Nov 15`: a range with a month at its other end.
  private var isBesideMonth: Bool {
    func isMonth(_ place: Int) -> Bool {
      guard let readings = HoursWord.named[text(place)] else { return false }
      return readings.allSatisfy { if case .month = $0.1 { true } else { false } }
    }
    func isNumber(_ place: Int) -> Bool {
      if case .number = kind(place) { true } else { false }
    }
    let next = isNumber(index + 1) ? index + 2 : index + 1
    if kind(next) == .dash, isMonth(next + 1) { return true }
    return kind(index - 1) == .dash && isMonth(isNumber(index - 2) ? index - 3 : index - 2)
  }

  // MARK: Several words

  private func phrase() -> (HoursWord, count: Int)? {
    guard let phrases = HoursWord.phrases[text(index)] else { return nil }
    for (words, meaning) in phrases {
      var here = index
      var isThere = true
      for word in words {
        // `rendez-vous`, `d'ouverture`
        if here > index, kind(here) == .dash || kind(here) == .apostrophe { here += 1 }
        guard text(here) == word else {
          isThere = false
          break
        }
        here += 1
      }
      if isThere { return (meaning, here - index) }
    }
    return nil
  }

  /// `7j/7`, `7 jours sur 7`, `24h/24`, `24h sur 24`, `24 Stunden`.
  private func counted() -> (HoursWord, count: Int)? {
    func isDay(_ place: Int) -> Bool { ["j", "jour", "jours"].contains(text(place)) }
    func isOf(_ place: Int) -> Bool { kind(place) == .slash || text(place) == "sur" }
    // `7 Tage die Woche`
    if kind(index) == .number(7, digits: 1), ["tage", "tagen"].contains(text(index + 1)) {
      let ends = ["die", "in", "pro", "der"].contains(text(index + 2))
      return (.everyDay, ends && text(index + 3) == "woche" ? 4 : 2)
    }
    if kind(index) == .number(7, digits: 1) {
      var here = index + 1
      let hasWord = isDay(here)
      if hasWord { here += 1 }
      let isCounted = isOf(here)
      if isCounted { here += 1 }
      guard hasWord || isCounted, kind(here) == .number(7, digits: 1) else { return nil }
      return (.everyDay, here + 1 - index + (isDay(here + 1) ? 1 : 0))
    }
    func isWhole(_ place: Int) -> Bool {
      kind(place) == .time(1440) || kind(place) == .number(24, digits: 2)
    }
    if isWhole(index), ["stunden", "std"].contains(text(index + 1)) { return (.allDay, 2) }
    guard isWhole(index), isOf(index + 1), isWhole(index + 2) else { return nil }
    return (.allDay, 3)
  }

  /// `1er`, `3e`, `premier`, before a weekday, others perhaps between.
  private func ordinal() -> (HoursWord, count: Int)? {
    func at(_ place: Int) -> (value: Int, count: Int)? {
      if case .number(let value, digits: 1) = kind(place), (1...5).contains(value) {
        return HoursWord.ordinals[text(place + 1)] == 0 ? (value, 2) : nil
      }
      guard let value = HoursWord.ordinals[text(place)], value != 0 else { return nil }
      return (value, 1)
    }
    guard let (value, count) = at(index) else { return nil }
    var here = index + count
    while true {
      if let next = at(here) {
        here += next.count
      } else if kind(here) == .comma || ["et", "le", "les"].contains(text(here))
        || kind(here) == .word(.and)
      {
        here += 1
      } else {
        break
      }
    }
    return isWeekday(here) ? (.ordinal(value), count) : nil
  }

  private func isWeekday(_ place: Int) -> Bool {
    HoursWord.named[text(place)]?.contains { if case .weekday = $0.1 { true } else { false } }
      ?? false
  }

  /// `un mercredi sur deux`: the day, marked.
  private mutating func takeAlternation() -> Bool {
    guard text(index) == "un" || kind(index) == .number(1, digits: 1), isWeekday(index + 1),
      text(index + 2) == "sur",
      text(index + 3) == "deux" || kind(index + 3) == .number(2, digits: 1),
      let day = try? kind(of: tokens[index + 1])
    else { return false }
    append(.everyOther, at: index)
    var token = tokens[index + 1]
    token.kind = day
    resolved.append(token)
    index += 4
    return true
  }

  /// `fermé le 24/12`, `du 1/8 au 15/8`, `sauf 25/12`: a day and its month.
  ///
  /// `8/12` may be hours, from eight to twelve: taken is what stands after an article or another such date, and what can be
  /// no hours, for a day begins at 24 at the latest. The day comes first in every language but that of some who write in English.
  private mutating func takeSlashedDate() -> Bool {
    guard case .number(let day, let digits) = kind(index), digits <= 2,
      kind(index + 1) == .slash, case .number(let month, let places) = kind(index + 2),
      places <= 2, (1...12).contains(month), day >= 1,
      day <= CalendarDay.length(ofMonth: month, 2024), kind(index + 3) != .slash
    else { return false }
    let isOneWay = day > 12 || languages != .all && !languages.contains(.english) || speaksFrench
    let isNamed = ["le", "les", "du", "au"].contains(text(index - 1)) || goesOnWithDates
    guard isOneWay, isNamed || day >= 24 else { return false }
    var number = tokens[index]
    number.isStandard = false
    var name = tokens[index + 2]
    name.kind = .word(.month(month))
    name.isStandard = false
    resolved += [number, name]
    index += 3
    return true
  }

  /// Whether a date with a slash stands before, joined to what follows.
  private var goesOnWithDates: Bool {
    var place = index - 1
    guard kind(place) == .comma || kind(place) == .dash || ["et", "a", "au"].contains(text(place))
    else { return false }
    place -= 1
    if case .number = kind(place), kind(place - 1) == .slash, case .number = kind(place - 2) {
      if case .word(.month)? = resolved.dropLast().last?.kind { return true }
    }
    return false
  }

  /// Whether a word of the text is French and no other language's, days and months aside.
  private var speaksFrench: Bool {
    tokens.contains { HoursVocabulary.frenchWords.contains($0.text) }
  }

  private static let frenchWords: Set<String> = [
    "ferme", "fermee", "fermes", "fermees", "fermeture", "ouvert", "ouverte", "sauf", "hors",
    "excepte", "conges", "jours", "tous", "et", "les",
  ]

  /// `L-V`, `L à S`: single letters are days at both ends of a range only, and only those that
  /// begin one day; `M` begins two.
  private mutating func takeLetters() -> Bool {
    func day(_ place: Int) -> Weekday? {
      switch text(place) {
      case "l": .monday
      case "j": .thursday
      case "v": .friday
      case "s": .saturday
      case "d": .sunday
      default: nil
      }
    }
    guard let from = day(index), kind(index + 1) == .dash || ["a", "au"].contains(text(index + 1)),
      let to = day(index + 2), from < to
    else { return false }
    let bits = (from.rawValue...to.rawValue).reduce(0 as UInt8) { $0 | 1 << UInt8($1) }
    append(.weekdays(bits), at: index)
    index += 3
    return true
  }
}
