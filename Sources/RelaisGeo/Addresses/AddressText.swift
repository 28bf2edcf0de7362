/// What people write, cut into words: the first step of reading an address.
///
/// Digits part from letters (`93140Bondy`, `rue Carnot12`), save for a suffix or rank behind a number
/// (`12bis`, `2ème`). Single letters with full stops stay single (`J.F.`).
public enum AddressText {
  /// - Complexity: O(length).
  public static func words(_ text: String) -> [AddressWord] {
    var scanner = Scanner()
    for scalar in text.unicodeScalars { scanner.take(AddressFolding.kind(scalar)) }
    scanner.endWord()
    return AddressNumerals.merged(AddressPhrases.merged(scanner.words))
  }

  private struct Scanner {
    var words: [AddressWord] = []
    private var letters: [UInt8] = []
    private var isDigits = false
    private var segment = 0
    /// The strongest gap since the last word.
    private var gap = AddressWord.Gap.none
    private var isSpacedHyphen = false

    mutating func take(_ kind: AddressFolding.Kind) {
      switch kind {
      case .letters(let first, let second):
        if isDigits { endWord() }
        letters.append(first)
        if second != 0 { letters.append(second) }
      case .digit(let digit):
        if !isDigits { endWord() }
        isDigits = true
        letters.append(digit)
      case .gap(let kind):
        endWord()
        if kind == .hyphen, gap == .space { isSpacedHyphen = true }
        gap = max(gap, kind)
      case .stop:
        let isWord = !letters.isEmpty && !isDigits
        endWord()
        if isWord { words[words.count - 1].isDotted = true }
        gap = max(gap, .space)
      case .degree:
        // « n° 12 », « 1° »: says nothing the letters do not.
        endWord()
        gap = max(gap, .space)
      case .ignored: break
      }
    }

    mutating func endWord() {
      guard !letters.isEmpty else { return }
      let text = String(decoding: letters, as: UTF8.self)
      let wasDigits = isDigits
      letters.removeAll(keepingCapacity: true)
      isDigits = false
      defer {
        gap = .none
        isSpacedHyphen = false
      }
      if gap == .hyphen, isSpacedHyphen, !(wasDigits && words.last?.isNumber == true) {
        gap = .segment
      }
      if gap == .segment, !words.isEmpty { segment += 1 }
      if wasDigits {
        // Beyond nine digits it is no number of a house or place.
        words.append(
          AddressWord(
            text: canonical(digits: text), value: text.utf8.count <= 9 ? Int(text) ?? -1 : -1,
            digits: text.utf8.count, segment: segment, gap: gap))
      } else if gap != .none || !glue(text) {
        words.append(AddressWord(text: text, segment: segment, gap: gap))
      }
    }

    /// Puts a suffix or rank to the number it stands against.
    private mutating func glue(_ text: String) -> Bool {
      guard let last = words.last, last.isNumber, last.glued.isEmpty else { return false }
      if HouseSuffix.named(text) != nil || AddressWord.ordinals.contains(text) {
        words[words.count - 1].glued = text
        return true
      }
      // « 12bisrue »
      for suffix in ["bis", "ter"] where text.hasPrefix(suffix) {
        let rest = String(text.dropFirst(3))
        guard rest.utf8.count > 2, StreetType.named(rest) != nil else { continue }
        words[words.count - 1].glued = suffix
        words.append(AddressWord(text: rest, segment: segment, gap: .none))
        return true
      }
      return false
    }

    /// Without zeros in front: `08` is `8`.
    private func canonical(digits text: String) -> String {
      let rest = text.drop { $0 == "0" }
      return rest.isEmpty ? "0" : String(rest)
    }
  }
}
