/// Turns a text into rules: as the specification has it, else as people write it.
enum HoursReading {
  /// Longer than any opening hours; OpenStreetMap allows 255.
  private static let longest = 2000

  static func rules(of text: String) throws(OpeningHoursError) -> [HoursRule] {
    guard text.count <= longest else {
      throw OpeningHoursError(offset: longest, expected: .shorterText)
    }
    if isAlways(text) { return [.always] }
    if isBlank(text) { return [.unsaid] }
    let tokens = HoursLexer.tokens(of: text)
    guard tokens.count > 1 else { throw OpeningHoursError(offset: 0, expected: .hours) }
    if let open = tokens.first(where: { $0.kind == .openComment }) {
      throw OpeningHoursError(offset: open.offset, expected: .endOfComment)
    }
    var standardProblem: OpeningHoursError?
    if tokens.allSatisfy(\.isStandard) {
      do {
        return try HoursParser.rules(of: tokens)
      } catch {
        standardProblem = error
      }
    }
    do {
      return try HoursParser.spokenRules(of: HoursVocabulary.resolved(tokens))
    } catch {
      // The reading that went farther knows better what is wrong.
      if let standardProblem, standardProblem.offset > error.offset, error.expected != .oneMeaning {
        throw standardProblem
      }
      throw error
    }
  }

  /// `?`, `-`, `…`: what people put where they know nothing.
  private static func isBlank(_ text: String) -> Bool {
    var hasMark = false
    for character in text where !character.isWhitespace {
      guard "?-–—…./".contains(character) else { return false }
      hasMark = true
    }
    return hasMark
  }

  /// `24h/24 7j/7` and its kind, whatever stands between.
  private static func isAlways(_ text: String) -> Bool {
    var folded = ""
    for character in text.lowercased() where character.isLetter || character.isNumber {
      folded.append(character)
      if folded.count > 12 { return false }
    }
    guard text.contains("/") else { return false }
    return ["24h24", "24h247j7", "7j724h24", "24247j7", "2424", "24h24h", "24247", "7j72424"]
      .contains(folded)
  }
}

extension HoursRule {
  static let always = HoursRule(
    joint: .normal, days: .everyDay, spans: [], state: .open, comment: nil)
  /// Nothing is said of what later rules leave out.
  static let unsaid = HoursRule(
    joint: .normal, days: .everyDay, spans: [], state: .unknown, comment: nil)
}
