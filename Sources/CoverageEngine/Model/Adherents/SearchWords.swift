/// The words of a name or of what people type to find it: without case, accents and punctuation.
package enum SearchWords {
  package static func of(_ text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map { Establishment.folded(String($0)) }
      .filter { !$0.isEmpty }
  }

  /// The same without articles, unless there is nothing else.
  package static func telling(_ text: String) -> [String] {
    let words = of(text)
    let telling = words.filter { !articles.contains($0) }
    return telling.isEmpty ? words : telling
  }

  private static let articles: Set<String> = [
    "le", "la", "les", "l", "de", "du", "des", "d", "et", "a", "au", "aux", "the", "of", "and",
  ]

  /// Whether a word is one of a name, the beginning of one, or from four letters on a part of one.
  package static func isPart(_ word: String, of name: [String]) -> Bool {
    name.contains { $0.hasPrefix(word) || word.utf8.count >= 4 && $0.contains(word) }
  }

  /// Whether a word of four letters or more is one of a name but for a letter.
  package static func isNearly(_ word: String, of name: [String]) -> Bool {
    word.utf8.count >= 4
      && name.contains { $0.utf8.count >= 4 && OneLetter.isOff(word, $0) }
  }
}

/// Whether two words differ by one letter: one more, one less, another, or two exchanged (Damerau 1964; Levenshtein 1966).
package enum OneLetter {
  /// Whether they differ by one at most.
  ///
  /// - Complexity: O(letters).
  package static func isOff(_ a: String, _ b: String) -> Bool {
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    guard abs(a.count - b.count) <= 1 else { return false }
    let head = zip(a, b).prefix { $0 == $1 }.count
    let (x, y) = (a[head...], b[head...])
    if x.count != y.count { return x.count > y.count ? x.dropFirst() == y : y.dropFirst() == x }
    if x.dropFirst() == y.dropFirst() { return true }
    return x.count >= 2 && x[head] == y[head + 1] && x[head + 1] == y[head]
      && x.dropFirst(2) == y.dropFirst(2)
  }

  /// How many single letters lie between two words (optimal string alignment).
  ///
  /// - Complexity: O(product of their letters).
  package static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(last[j + 1], row[j]) + 1
        best = min(best, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        row.append(best)
      }
      before = last
      last = row
    }
    return last[b.count]
  }
}
