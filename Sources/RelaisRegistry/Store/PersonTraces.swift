import CoverageEngine
import Foundation
import RelaisGeo

/// What a person can be known by in texts, and how to find and take it out.
struct PersonTraces: Sendable {
  /// What stands where something was taken out.
  static let mark = "[…]"

  /// Whose a text is, which decides how little of a name is enough to mean the person.
  enum Scope {
    /// What was written about the person's own establishment: a part of the name.
    case own
    /// What people wrote elsewhere: two words of the name in any order, or all of a one-word name.
    case free
    /// The name or address of another establishment: two words, for « Paul » may be a saint there.
    case fixed
  }

  private let emails: [String]
  /// Folded words of each name, without those that distinguish nobody.
  private let names: [Set<String>]
  /// The last nine digits, which French numbers share with and without zero or country code.
  private let phones: [[Character]]

  private static let commonWords: Set<String> = [
    "m", "mr", "mme", "mlle", "mm", "madame", "monsieur", "mademoiselle", "dr", "docteur", "me",
    "maitre", "mrs", "ms", "miss", "de", "du", "des", "d", "la", "le", "les", "l", "von", "van",
    "der", "den", "et", "ou", "and", "or",
  ]

  init(_ contacts: [Contact]) {
    emails = contacts.compactMap(\.email).flatMap { $0.split { " ;,/".contains($0) } }
      .map(String.init).filter { $0.contains("@") }
    names = contacts.compactMap(\.name).map(PersonTraces.telling).filter { !$0.isEmpty }
    phones = contacts.compactMap(\.phone).flatMap { text in
      let whole = text.filter(PersonTraces.isDigit)
      // « 06 … / 03 … » are two numbers, 06/98/76/54/32 is one.
      let numbers = text.split { ",/".contains($0) || !PersonTraces.isPartOfNumber($0) }
        .map { $0.filter(PersonTraces.isDigit) }.filter { $0.count >= 9 }
      return (numbers.isEmpty ? [whole] : numbers).map { Array($0.suffix(9)) }
    }.filter { $0.count >= 6 }
  }

  /// The words of a name that distinguish people, folded; all of them where none does.
  private static func telling(_ name: String) -> Set<String> {
    let words = Set(words(name).map(\.folded))
    let telling = words.subtracting(commonWords)
    return telling.isEmpty ? words : telling
  }

  /// Whether two names are one, their words in any order, with a title or without. One word alone is
  /// no such name: « M. Martin » and « Mme Martin » are two people.
  static func isSameName(_ a: String, _ b: String) -> Bool {
    let words = telling(a)
    return words.count >= 2 && words == telling(b)
  }

  /// What a text names by itself: an address of mail, a number, or a name of two words at least.
  init(text: String) {
    let isMail = text.contains("@")
    let isNumber = !isMail && text.filter(PersonTraces.isDigit).count >= 9
    var one = Contact(establishment: "")
    if isMail { one.email = text } else if isNumber { one.phone = text } else { one.name = text }
    let traces = PersonTraces([one])
    self.init(isMail || isNumber || traces.names.allSatisfy { $0.count >= 2 } ? [one] : [])
  }

  var isEmpty: Bool { emails.isEmpty && names.isEmpty && phones.isEmpty }

  /// The text without them; `nil` if there was nothing to take out.
  func removed(from text: String, _ scope: Scope) -> String? {
    var result = text
    for email in emails {
      result = result.replacingOccurrences(
        of: email, with: PersonTraces.mark, options: .caseInsensitive)
    }
    for name in names { result = without(name, in: result, scope) }
    for phone in phones { result = without(phone, in: result) }
    return result == text ? nil : result
  }

  /// Whether bytes that are no text hold a trace as it was first written.
  func appear(inBytes bytes: Data) -> Bool {
    // Files that were attached hold texts in one of these, between what is no text.
    [String.Encoding.isoLatin1, .utf16LittleEndian, .utf16BigEndian].contains { encoding in
      String(data: bytes, encoding: encoding).map { removed(from: $0, .free) != nil } ?? false
    } || removed(from: String(decoding: bytes, as: UTF8.self), .free) != nil
  }

  private func without(_ name: Set<String>, in text: String, _ scope: Scope) -> String {
    let needed =
      switch scope {
      case .own: 1
      case .free: min(2, name.count)
      case .fixed: 2
      }
    var ranges: [Range<String.Index>] = []
    var run: (range: Range<String.Index>, found: Set<String>)?
    func finish() {
      if let run, run.found.count >= needed { ranges.append(run.range) }
      run = nil
    }
    for word in PersonTraces.words(text) {
      // In one's own texts, one short word alone is too common to mean anybody.
      let counts =
        name.contains(word.folded) && (needed > 1 || name.count == 1 || word.folded.count >= 3)
      if counts {
        let start = run?.range.lowerBound ?? word.range.lowerBound
        run = (start..<word.range.upperBound, (run?.found ?? []).union([word.folded]))
      } else if !PersonTraces.commonWords.contains(word.folded) {
        finish()
      }
    }
    finish()
    return PersonTraces.replacing(ranges, in: text)
  }

  /// A number, whatever separates its digits, with the zero or country code before it.
  private func without(_ phone: [Character], in text: String) -> String {
    var ranges: [Range<String.Index>] = []
    var run: [String.Index] = []
    func finish() {
      let digits = run.map { text[$0] }
      var at = 0
      while at + phone.count <= digits.count {
        guard digits[at..<at + phone.count].elementsEqual(phone) else {
          at += 1
          continue
        }
        let before = String(digits[..<at])
        let prefix = ["00330", "0033", "330", "33", "0", ""].first { before.hasSuffix($0) } ?? ""
        var start = run[at - prefix.count]
        let last = run[at + phone.count - 1]
        at += phone.count
        // Digits that touch are of a longer number, such as a SIRET, and not of this one.
        let touches =
          start > text.startIndex && PersonTraces.isDigit(text[text.index(before: start)])
          || at < run.count && run[at] == text.index(after: last)
        if touches { continue }
        while start > text.startIndex, "+(".contains(text[text.index(before: start)]) {
          start = text.index(before: start)
        }
        ranges.append(start..<text.index(after: last))
      }
      run = []
    }
    for index in text.indices {
      if PersonTraces.isDigit(text[index]) {
        run.append(index)
      } else if !PersonTraces.isSeparator(text[index]) {
        finish()
      }
    }
    finish()
    return PersonTraces.replacing(ranges, in: text)
  }

  private static func replacing(_ ranges: [Range<String.Index>], in text: String) -> String {
    var result = text
    // From the end, so that earlier ranges stay where they are.
    for range in ranges.reversed() { result.replaceSubrange(range, with: mark) }
    return result
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }

  /// What people put between the digits of one number.
  private static func isSeparator(_ character: Character) -> Bool {
    " .-/()+_,\t\u{A0}\u{202F}\u{2009}\u{2010}\u{2011}–·".contains(character)
  }

  private static func isPartOfNumber(_ character: Character) -> Bool {
    isDigit(character) || isSeparator(character)
  }

  private static func words(_ text: String) -> [(range: Range<String.Index>, folded: String)] {
    var words: [(range: Range<String.Index>, folded: String)] = []
    var start: String.Index?
    for index in text.indices + [text.endIndex] {
      let isPart = index < text.endIndex && (text[index].isLetter || text[index].isNumber)
      if isPart, start == nil { start = index }
      if !isPart, let from = start {
        words.append((from..<index, Establishment.folded(String(text[from..<index]))))
        start = nil
      }
    }
    return words
  }
}
