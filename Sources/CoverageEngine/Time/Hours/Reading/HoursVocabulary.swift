/// Gives the words of a text their meanings where people write in their own language.
///
/// `Di` is a Sunday in French and a Tuesday in German: a word of several meanings is taken only if
/// the languages all day and month words of the text have in common leave one.
enum HoursVocabulary {
  static func resolved(_ tokens: [HoursToken]) throws(OpeningHoursError) -> [HoursToken] {
    var languages = HoursWord.Languages.all
    for token in tokens where !token.text.isEmpty {
      if let readings = HoursWord.named[token.text] {
        languages.formIntersection(readings.reduce(into: []) { $0.formUnion($1.0) })
      }
    }
    var resolved: [HoursToken] = []
    var index = 0
    while index < tokens.count {
      var token = tokens[index]
      if let (meaning, count) = phrase(at: index, in: tokens) {
        token.kind = .word(meaning)
        index += count
      } else {
        if !token.text.isEmpty { token.kind = try kind(of: token, in: languages) }
        index += 1
      }
      if token.kind != .word(.article) { resolved.append(token) }
    }
    return resolved
  }

  private static func kind(
    of token: HoursToken, in languages: HoursWord.Languages
  ) throws(OpeningHoursError) -> HoursToken.Kind {
    guard let readings = HoursWord.named[token.text] else {
      if let meaning = HoursWord.further[token.text] { return .word(meaning) }
      return token.kind
    }
    var meanings = Set(readings.map(\.1))
    if meanings.count > 1 {
      meanings = Set(readings.filter { !$0.0.isDisjoint(with: languages) }.map(\.1))
    }
    guard meanings.count == 1, let meaning = meanings.first else {
      throw OpeningHoursError(offset: token.offset, expected: .oneMeaning)
    }
    return .word(meaning)
  }

  private static func phrase(
    at index: Int, in tokens: [HoursToken]
  ) -> (HoursWord, count: Int)? {
    guard !tokens[index].text.isEmpty else { return nil }
    for (words, meaning) in HoursWord.phrases {
      var here = index
      var isThere = true
      for word in words {
        // `rendez-vous`
        if here > index, here < tokens.count, tokens[here].kind == .dash { here += 1 }
        guard here < tokens.count, tokens[here].text == word else {
          isThere = false
          break
        }
        here += 1
      }
      if isThere { return (meaning, here - index) }
    }
    return nil
  }
}
