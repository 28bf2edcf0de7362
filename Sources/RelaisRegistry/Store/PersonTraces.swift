import CoverageEngine
import Foundation
import RelaisGeo

/// What a person can be known by in texts, and how to find and take it out.
package struct PersonTraces: Sendable {
  /// What stands where something was taken out.
  static let mark = "[…]"

  /// Whose a text is, which decides how little of a name is enough to mean the person.
  enum Scope {
    /// What was written about the person's own establishment: a part of the name.
    case own
    /// What people wrote elsewhere: the whole name, its words in any order. « Paul » or « Martin » alone may be anybody.
    case free
    /// Names and addresses of establishments: no name, for streets and shops are named after people.
    case fixed
  }

  let emails: [String]
  /// The names of people, each of two words at least.
  let names: [PersonName]
  /// All words of the names, which in one's own texts mean the person.
  private let parts: Set<String>
  /// The last nine digits, which French numbers share with and without zero or country code.
  let phones: [[Character]]

  init(_ contacts: [Contact]) {
    emails = contacts.compactMap(\.email).flatMap(PersonTraces.emails)
    let people = contacts.compactMap(\.name).flatMap(PersonName.people)
    names = people.filter(\.isWhole)
    parts = Set(contacts.compactMap(\.name).flatMap { PersonName.telling($0) })
    phones = contacts.compactMap(\.phone).flatMap { text in
      let whole = text.filter(PersonTraces.isDigit)
      // « 06 … / 03 … » are two numbers, 06/98/76/54/32 is one.
      let numbers = text.split { ",/".contains($0) || !PersonTraces.isPartOfNumber($0) }
        .map { $0.filter(PersonTraces.isDigit) }.filter { $0.count >= 9 }
      return (numbers.isEmpty ? [whole] : numbers).map { Array($0.suffix(9)) }
    }.filter { $0.count >= 6 }
  }

  /// The addresses in a cell, which may hold several.
  static func emails(_ text: String) -> [String] {
    text.split { " ;,/".contains($0) }.map(String.init).filter { $0.contains("@") }
  }

  /// What a text names by itself: an address of mail, a number, or a name of two words at least.
  init(text: String) {
    let isMail = text.contains("@")
    let isNumber = !isMail && text.filter(PersonTraces.isDigit).count >= 9
    var one = Contact(establishment: "")
    if isMail { one.email = text } else if isNumber { one.phone = text } else { one.name = text }
    let isEnough = isMail || isNumber || PersonName.people(text).contains(where: \.isWhole)
    self.init(isEnough ? [one] : [])
  }

  var isEmpty: Bool { emails.isEmpty && names.isEmpty && phones.isEmpty }

  /// The text without them; `nil` if there was nothing to take out.
  func removed(from text: String, _ scope: Scope) -> String? {
    var result = text
    for email in emails { result = without(email: email, in: result) }
    switch scope {
    case .own: result = without(parts, in: result, least: 1)
    case .free:
      for name in names { result = without(name.words, in: result, least: name.words.count) }
    case .fixed: break
    }
    for phone in phones { result = without(phone, in: result) }
    return result == text ? nil : result
  }

  /// Whether a word of the name stands in a text, which is not enough to mean the person.
  func appearInPart(of text: String) -> Bool {
    PersonName.words(text).contains { parts.contains($0.folded) && $0.folded.count >= 3 }
  }

  /// Whether a text is a name of these, or a part of one: « Mme Martin » of « Sophie Martin ».
  func include(_ name: String) -> Bool {
    PersonName.people(name).allSatisfy { person in
      names.isEmpty
        ? person.words.isSubset(of: parts)
        : names.contains { person.words.isSubset(of: $0.words) }
    }
  }

  /// Whether one of the people a text names is whole among these.
  func share(_ name: String) -> Bool { PersonName.people(name).contains(where: names.contains) }

  /// Whether bytes that are no text hold a trace as it was first written.
  func appear(inBytes bytes: Data) -> Bool {
    // Files that were attached hold texts in one of these, between what is no text.
    [String.Encoding.isoLatin1, .utf16LittleEndian, .utf16BigEndian].contains { encoding in
      String(data: bytes, encoding: encoding).map { removed(from: $0, .free) != nil } ?? false
    } || removed(from: String(decoding: bytes, as: UTF8.self), .free) != nil
  }

  /// An address of mail that is no part of a longer one.
  private func without(email: String, in text: String) -> String {
    var ranges: [Range<String.Index>] = []
    var from = text.startIndex
    while let found = text.range(of: email, options: .caseInsensitive, range: from..<text.endIndex)
    {
      from = found.upperBound
      let before = text[..<found.lowerBound].last
      let after = text[found.upperBound...].prefix(2)
      let isPart =
        before.map { $0.isLetter || $0.isNumber || "._%+-".contains($0) } ?? false
        || after.first.map { $0.isLetter || $0.isNumber } ?? false
        || after.count == 2 && ".-".contains(after.first ?? " ")
          && (after.last.map { $0.isLetter || $0.isNumber } ?? false)
      if !isPart { ranges.append(found) }
    }
    return PersonTraces.replacing(ranges, in: text)
  }

  /// - Parameter least: How many different words of the name must stand together.
  private func without(_ name: Set<String>, in text: String, least: Int) -> String {
    var ranges: [Range<String.Index>] = []
    var run: (range: Range<String.Index>, found: Set<String>)?
    func finish() {
      if let run, run.found.count >= least { ranges.append(run.range) }
      run = nil
    }
    for word in PersonName.words(text) {
      // In one's own texts, one short word alone is too common to mean anybody.
      let counts =
        name.contains(word.folded) && (least > 1 || name.count == 1 || word.folded.count >= 3)
      if counts {
        let start = run?.range.lowerBound ?? word.range.lowerBound
        run = (start..<word.range.upperBound, (run?.found ?? []).union([word.folded]))
      } else if !PersonName.commonWords.contains(word.folded) {
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
}
