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
        if !token.text.isEmpty {
          token.kind = try kind(of: token, in: languages, besideMonth: isBesideMonth(index, tokens))
        }
        index += 1
      }
      if token.kind != .word(.article) { resolved.append(token) }
    }
    return resolved
  }

  private static func kind(
    of token: HoursToken, in languages: HoursWord.Languages, besideMonth: Bool
  ) throws(OpeningHoursError) -> HoursToken.Kind {
    guard let readings = HoursWord.named[token.text] else {
      if let meaning = HoursWord.further[token.text] { return .word(meaning) }
      return token.kind
    }
    var meanings = Set(readings.map(\.1))
    if meanings.count > 1 {
      let spoken = Set(readings.filter { !$0.0.isDisjoint(with: languages) }.map(\.1))
      let months = meanings.filter { if case .month = $0 { true } else { false } }
      meanings = spoken.count != 1 && besideMonth && !months.isEmpty ? months : spoken
    }
    guard meanings.count == 1, let meaning = meanings.first else {
      throw OpeningHoursError(offset: token.offset, expected: .oneMeaning)
    }
    return .word(meaning)
  }

  /// `Mar-Oct`, `Mar 7-Nov 15`: a range with a month at its other end.
  private static func isBesideMonth(_ index: Int, _ tokens: [HoursToken]) -> Bool {
    func isMonth(_ index: Int) -> Bool {
      guard tokens.indices.contains(index), let readings = HoursWord.named[tokens[index].text]
      else { return false }
      return readings.allSatisfy { if case .month = $0.1 { true } else { false } }
    }
    func isNumber(_ index: Int) -> Bool {
      guard tokens.indices.contains(index), case .number = tokens[index].kind else { return false }
      return true
    }
    func isDash(_ index: Int) -> Bool {
      tokens.indices.contains(index) && tokens[index].kind == .dash
    }
    let next = isNumber(index + 1) ? index + 2 : index + 1
    if isDash(next), isMonth(next + 1) { return true }
    return isDash(index - 1) && isMonth(isNumber(index - 2) ? index - 3 : index - 2)
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
