import Foundation

/// Cuts a text of opening hours into tokens; it never fails, what it does not know is a token too.
struct HoursLexer {
  private let characters: [Character]
  private var at = 0
  private var tokens: [HoursToken] = []

  /// - Complexity: O(n) in the characters.
  static func tokens(of text: String) -> [HoursToken] {
    var lexer = HoursLexer(characters: Array(text))
    lexer.run()
    return lexer.tokens
  }

  private init(characters: [Character]) { self.characters = characters }

  private mutating func run() {
    var isApart = false
    while let character = peek() {
      if character.isNewline {
        append(.sentenceEnd, from: at, isStandard: false, isApart)
        at += 1
      } else if character.isWhitespace {
        isApart = true
        at += 1
        continue
      } else if character.isASCII, character.isNumber {
        lexNumber(isApart)
      } else if character.isLetter {
        lexWord(isApart)
      } else if HoursLexer.quotes.keys.contains(character) {
        lexComment(isApart)
      } else {
        lexSymbol(character, isApart)
      }
      isApart = false
    }
    tokens.append(HoursToken(kind: .end, offset: at))
  }

  private func peek(_ ahead: Int = 0) -> Character? {
    at + ahead < characters.count ? characters[at + ahead] : nil
  }

  private mutating func append(
    _ kind: HoursToken.Kind, from start: Int, isStandard: Bool, _ isApart: Bool
  ) {
    tokens.append(
      HoursToken(kind: kind, offset: start, isStandard: isStandard, isApart: isApart))
  }

  // MARK: Numbers and times

  /// Digits from here, as a number of at most four of them.
  private func digits(_ ahead: Int) -> (value: Int, count: Int) {
    var value = 0
    var count = 0
    while let digit = peek(ahead + count), digit.isASCII, let one = digit.wholeNumberValue {
      if count < 6 { value = value * 10 + one }
      count += 1
    }
    return (value, count)
  }

  private mutating func lexNumber(_ isApart: Bool) {
    let start = at
    let (value, count) = digits(0)
    if value == 24, count == 2, peek(2) == "/", peek(3) == "7", digits(3).count == 1 {
      at += 4
      append(.always, from: start, isStandard: true, isApart)
      return
    }
    guard count <= 2, let time = clockTime(hour: value, digitsOfHour: count) else {
      if count <= 2, lexGermanDate(day: value, digits: count, isApart) { return }
      at += count
      append(
        count <= 4 ? .number(value, digits: count) : .unknown, from: start, isStandard: true,
        isApart)
      return
    }
    at += time.length
    tokens.append(
      HoursToken(
        kind: .time(time.minute), offset: start, isStandard: time.isStandard, isApart: isApart,
        isHalfDay: time.isHalfDay, text: time.isGerman ? "uhr" : ""))
  }

  /// `24.12.`, `1. Mai`, `1.–15. August`, `1. Mittwoch`: a number whose full stop ends no sentence.
  private mutating func lexGermanDate(day: Int, digits count: Int, _ isApart: Bool) -> Bool {
    guard peek(count) == "." else { return false }
    let start = at
    if case (let month, let places) = digits(count + 1), (1...2).contains(places),
      (1...12).contains(month), peek(count + 1 + places) == ".",
      digits(count + 2 + places).count == 0, day >= 1,
      day <= CalendarDay.length(ofMonth: month, 2024)
    {
      append(.number(day, digits: count), from: start, isStandard: false, isApart)
      append(.word(.month(month)), from: start + count + 1, isStandard: false, false)
      at += count + 2 + places
      return true
    }
    guard let meaning = ordinalled(by: count) else { return false }
    append(.number(day, digits: count), from: start, isStandard: false, isApart)
    if case .weekday = meaning {
      guard count == 1, (1...5).contains(day) else {
        tokens.removeLast()
        return false
      }
      tokens.append(
        HoursToken(kind: .unknown, offset: start + count, isStandard: false, text: "te"))
    }
    at += count + 1
    return true
  }

  /// The month or weekday that a number with a full stop belongs to, another such number perhaps between.
  private func ordinalled(by stop: Int) -> HoursWord? {
    guard peek(stop) == "." else { return nil }
    var here = stop + 1
    while peek(here) == " " || peek(here) == "\u{A0}" { here += 1 }
    if let word = word(after: here), peek(here)?.isLetter == true {
      let text = word.text.folding(options: .diacriticInsensitive, locale: nil)
      if let reading = HoursWord.named[text]?.first(where: { $0.0.contains(.german) }) {
        return reading.1
      }
      guard ["bis", "und"].contains(text) else { return nil }
      here = word.end
    } else if let sign = peek(here),
      [.dash, .comma].contains(HoursLexer.symbols[sign] ?? HoursLexer.furtherSymbols[sign])
    {
      here += 1
    } else {
      return nil
    }
    while peek(here) == " " || peek(here) == "\u{A0}" { here += 1 }
    let count = digits(here).count
    return (1...2).contains(count) ? ordinalled(by: here + count) : nil
  }

  /// `09:00`, `9:00 Uhr`, `9.30`, `9h`, `9 h 30`, `9pm`, `9:30 a.m.`
  private func clockTime(hour: Int, digitsOfHour: Int) -> ClockTimeText? {
    var length = digitsOfHour
    var minutes = 0
    var isStandard = false
    var hasHourMark = false
    var isGerman = false
    if let separator = peek(length), separator == ":" || separator == "：" || separator == ".",
      case (let value, let count) = digits(length + 1), count == 2, value < 60,
      separator != "." || (hour <= 24 && peek(length + 3) != ".")
    {
      minutes = value
      length += 3
      isStandard = separator == ":"
    } else if let mark = word(after: length),
      ["h", "u", "uhr", "heures", "heure"].contains(mark.text)
    {
      guard hour <= 24 else { return nil }
      hasHourMark = true
      isGerman = mark.text == "uhr"
      length = mark.end
      let isSpaced = mark.isApart
      var gap = 0
      if isSpaced, peek(length) == " " { gap = 1 }
      if mark.text == "h" || mark.text == "u", case (let value, let count) = digits(length + gap),
        count == 2, value < 60, word(after: length + gap + 2).map({ $0.text != "h" }) ?? true,
        peek(length + gap + 2) != ":"
      {
        minutes = value
        length += gap + 2
      }
    }
    guard hour <= 48 else { return nil }
    let hasMinutes = length > digitsOfHour
    if let mark = word(after: length) {
      switch mark.text {
      // `9 Uhr am Samstag`
      case "am" where isGerman: break
      case "am", "pm":
        guard hour <= 12, hour > 0, !hasHourMark else { return nil }
        return ClockTimeText(
          minute: hour % 12 * 60 + minutes + (mark.text == "pm" ? 720 : 0), length: mark.end,
          isHalfDay: true)
      case "h", "uhr", "hrs", "u":
        if hasMinutes, !hasHourMark {
          return ClockTimeText(
            minute: hour * 60 + minutes, length: mark.end, isGerman: mark.text == "uhr")
        }
      default: break
      }
    }
    return hasMinutes
      ? ClockTimeText(
        minute: hour * 60 + minutes, length: length, isStandard: isStandard, isGerman: isGerman)
      : nil
  }

  private struct ClockTimeText {
    var minute: Int
    /// Characters it takes.
    var length: Int
    var isStandard = false
    var isHalfDay = false
    /// With `Uhr`.
    var isGerman = false
  }

  /// The letters from here, blanks before them and full stops inside them left out.
  private func word(after ahead: Int) -> (text: String, end: Int, isApart: Bool)? {
    var here = ahead
    while let blank = peek(here), blank.isWhitespace, !blank.isNewline { here += 1 }
    let isApart = here > ahead
    var text = ""
    while let letter = peek(here), letter.isLetter {
      text += letter.lowercased()
      here += 1
      // `a.m.`
      if text == "a" || text == "p", peek(here) == ".", peek(here + 1)?.lowercased() == "m" {
        here += 1
      }
    }
    if text == "am" || text == "pm", characters[at + here - 2] == ".", peek(here) == "." {
      here += 1
    }
    return text.isEmpty ? nil : (text, here, isApart)
  }

  // MARK: Words, comments, symbols

  private mutating func lexWord(_ isApart: Bool) {
    let start = at
    var raw = ""
    while let letter = peek(), letter.isLetter {
      raw.append(letter)
      at += 1
    }
    let meaning = HoursWord.standard[raw.lowercased()]
    // `lun.`, and not the end of a sentence.
    let hasStop = peek() == "." && !(peek(1)?.isNumber ?? false) && raw.count <= 4
    if hasStop { at += 1 }
    tokens.append(
      HoursToken(
        kind: meaning.map { .word($0) } ?? .unknown, offset: start,
        isStandard: meaning != nil && !hasStop, isApart: isApart,
        isTitleCase: raw.first?.isUppercase == true
          && !raw.dropFirst().contains(where: \.isUppercase),
        text: raw.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)))
  }

  private mutating func lexComment(_ isApart: Bool) {
    let start = at
    guard let closing = HoursLexer.quotes[characters[at]],
      let end = characters[(at + 1)...].firstIndex(where: { closing.contains($0) })
    else {
      at = characters.count
      append(.openComment, from: start, isStandard: false, isApart)
      return
    }
    let text = String(characters[(at + 1)..<end])
    let isStandard = characters[at] == "\""
    at = end + 1
    append(.comment(text), from: start, isStandard: isStandard, isApart)
  }

  private static let quotes: [Character: String] = [
    "\"": "\"", "“": "”\"", "„": "“”\"", "«": "»",
  ]

  private mutating func lexSymbol(_ character: Character, _ isApart: Bool) {
    let start = at
    at += 1
    if character == "|", peek() == "|" {
      at += 1
      append(.bars, from: start, isStandard: true, isApart)
      return
    }
    if character == "/", peek() == "/" {
      at += 1
      append(.slash, from: start, isStandard: false, isApart)
      return
    }
    if character == ".", peek()?.isWhitespace ?? true {
      append(.sentenceEnd, from: start, isStandard: false, isApart)
    } else if let kind = HoursLexer.symbols[character] {
      append(kind, from: start, isStandard: true, isApart)
    } else if let kind = HoursLexer.furtherSymbols[character] {
      append(kind, from: start, isStandard: false, isApart)
    } else {
      append(.unknown, from: start, isStandard: false, isApart)
    }
  }

  private static let symbols: [Character: HoursToken.Kind] = [
    "-": .dash, ",": .comma, ";": .semicolon, "+": .plus, "/": .slash, ":": .colon,
    "(": .opening, ")": .closing, "[": .openingBracket, "]": .closingBracket,
  ]

  /// Dashes of all kinds, and signs of other keyboards.
  private static let furtherSymbols: [Character: HoursToken.Kind] = {
    var symbols: [Character: HoursToken.Kind] = [
      "，": .comma, "；": .semicolon, "：": .colon, "&": .word(.and), "|": .slash, "=": .colon,
      "'": .apostrophe, "’": .apostrophe, "ʼ": .apostrophe, "`": .apostrophe, "•": .sentenceEnd,
      "·": .sentenceEnd, ">": .dash, "→": .dash,
    ]
    for dash in "‐‑‒–—―−﹘﹣－~～〜" { symbols[dash] = .dash }
    return symbols
  }()
}
