/// Numbers written in words or Roman numerals, as digits: `huit`, `VIII` and `8` are one, so are
/// `dix-neuf mars` and `19 mars`.
///
/// What becomes a number here is still no house number: those are typed in digits.
enum AddressNumerals {
  private static let units: [String: Int] = [
    "deux": 2, "trois": 3, "quatre": 4, "quatres": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
    "neuf": 9,
    "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
  ]
  private static let tens: [String: Int] = [
    "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
  ]
  private static let ordinals: [String: Int] = [
    "premier": 1, "premiere": 1, "deuxieme": 2, "troisieme": 3, "quatrieme": 4, "cinquieme": 5,
    "sixieme": 6, "septieme": 7, "huitieme": 8, "neuvieme": 9, "dixieme": 10, "onzieme": 11,
    "douzieme": 12, "treizieme": 13, "quatorzieme": 14, "quinzieme": 15, "seizieme": 16,
    "vingtieme": 20, "trentieme": 30, "unieme": 1,
  ]

  static func merged(_ words: [AddressWord]) -> [AddressWord] {
    guard words.contains(where: { value($0.text) != nil }) else { return words }
    var result: [AddressWord] = []
    result.reserveCapacity(words.count)
    var at = 0
    while at < words.count {
      let (number, count) = reading(words, at)
      var word = words[at]
      if let number { word.text = String(number) }
      result.append(word)
      at += count
    }
    return result
  }

  /// The number that starts at a word, and how many words say it.
  private static func reading(_ words: [AddressWord], _ at: Int) -> (Int?, Int) {
    guard !words[at].isNumber else { return (nil, 1) }
    let text = words[at].text
    // « 4 sept. »: the month.
    if text == "sept", words[at].isDotted || at > 0 && words[at - 1].isNumber { return (nil, 1) }
    func next(_ offset: Int) -> String? {
      let index = at + offset
      return index < words.count && words[index].segment == words[at].segment
        ? words[index].text : nil
    }
    func digit(_ word: String?) -> Int? {
      guard let word, let number = units[word] ?? ordinals[word], number < 10 else { return nil }
      return number
    }
    if text == "quatre", let second = next(1), ["vingt", "vingts"].contains(second) {
      if let unit = digit(next(2)) { return (80 + unit, 3) }
      return (80, 2)
    }
    if text == "dix", let unit = digit(next(1)), unit >= 7 { return (10 + unit, 2) }
    if let ten = tens[text] {
      if next(1) == "et", next(2) == "un" || next(2) == "unieme" { return (ten + 1, 3) }
      if let unit = digit(next(1)), next(1) != "premier" { return (ten + unit, 2) }
      return (ten, 1)
    }
    return (value(text), 1)
  }

  /// The number a misspelt word says: `qautre`.
  static func misspelt(_ word: [UInt8]) -> Int? {
    guard word.count >= 4 else { return nil }
    return spellings.first { EditDistance.within(1, word, $0.letters) != nil }?.value
  }

  private static let spellings: [(letters: [UInt8], value: Int)] = (Array(units) + Array(tens))
    .filter { $0.key.utf8.count >= 4 }.map { (Array($0.key.utf8), $0.value) }
    .sorted { $0.letters.lexicographicallyPrecedes($1.letters) }

  /// The number one word says.
  private static func value(_ word: String) -> Int? {
    units[word] ?? tens[word] ?? ordinals[word] ?? roman(word)
  }

  /// Roman numerals from 2 to 39, with an ordinal ending or without; single letters are initials.
  private static func roman(_ word: String) -> Int? {
    guard let first = word.utf8.first, first == 0x69 || first == 0x76 || first == 0x78,
      word.utf8.count >= 2, word.utf8.count <= 9, word != "vie"
    else { return nil }
    if word == "ier" { return 1 }
    var digits = Substring(word)
    for ending in ["ieme", "eme", "e"] where digits.hasSuffix(ending) {
      digits = digits.dropLast(ending.utf8.count)
      break
    }
    guard !digits.isEmpty else { return nil }
    return romans[String(digits)]
  }

  private static let romans: [String: Int] = {
    let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
    var values: [String: Int] = [:]
    for ten in 0...3 {
      for one in 0...9 where ten + one > 0 {
        values[String(repeating: "x", count: ten) + ones[one]] = 10 * ten + one
      }
    }
    values["xxxx"] = nil
    return values
  }()
}
