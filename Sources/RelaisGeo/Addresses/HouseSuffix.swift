/// What follows a house number: `bis`, `ter`, a letter.
enum HouseSuffix {
  private static let words: [String: String] = [
    "bis": "bis", "b": "b", "ter": "ter", "t": "t", "quater": "quater", "quat": "quater",
    "qua": "quater", "quinquies": "quinquies", "quinq": "quinquies", "sexies": "sexies",
    "septies": "septies", "octies": "octies", "biss": "bis", "tter": "ter",
  ]

  /// The canonical suffix a folded word stands for; `nil` if it is not a suffix.
  static func named(_ word: String) -> String? {
    if let known = words[word] { return known }
    guard word.utf8.count == 1, let letter = word.utf8.first, letter >= 0x61, letter <= 0x7A else {
      return nil
    }
    return word
  }

  /// A suffix of more than one letter that is a word: `bis`.
  static func isWord(_ suffix: String) -> Bool { suffix.utf8.count > 1 && words[suffix] != nil }

  /// A suffix of two parts in one word, `abis`, `bisa`, as `a bis`, `bis a`; `nil` for another word.
  static func pair(_ word: String) -> String? {
    let count = word.utf8.count
    guard count > 3, count < 12 else { return nil }
    for (first, rest) in [(word.prefix(1), word.dropFirst()), (word.dropLast(), word.suffix(1))] {
      guard let first = named(String(first)), let second = named(String(rest)),
        isWord(first) != isWord(second)
      else { continue }
      return first + " " + second
    }
    return nil
  }

  /// A suffix as a source writes it, folded: `BIS`, `B`, `bis A`, `ABIS`, `A1`; empty for none.
  static func canonical(_ text: String) -> String {
    AddressText.words(text).map { named($0.text) ?? pair($0.text) ?? $0.text }
      .joined(separator: " ")
  }

  /// Suffixes that may mean the same, the asked one first: B is often bis, T ter, Q quater.
  static func readings(_ suffix: String) -> [String] {
    switch suffix {
    case "b": ["b", "bis"]
    case "t": ["t", "ter"]
    case "q": ["q", "quater"]
    case "c": ["c", "ter"]
    case "bis": ["bis", "b"]
    case "ter": ["ter", "t"]
    case "quater": ["quater", "q"]
    default: [suffix]
    }
  }
}
