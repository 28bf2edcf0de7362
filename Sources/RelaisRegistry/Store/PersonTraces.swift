import CoverageEngine
import Foundation
import RelaisGeo

/// What a person can be known by in texts, and how to find and take it out.
struct PersonTraces: Sendable {
  /// What stands where something was taken out.
  static let mark = "[…]"

  private let exact: [String]
  /// Names as folded words.
  private let names: [[String]]
  /// The last nine digits, which French numbers share with and without zero or country code.
  private let phones: [String]

  init(_ contacts: [Contact]) {
    exact = contacts.flatMap { [$0.name, $0.phone, $0.email] }.compactMap { $0 }
      .filter { !$0.isEmpty }
    names = contacts.compactMap(\.name).map { PersonTraces.words($0).map(\.folded) }
      .filter { !$0.isEmpty }
    phones = contacts.compactMap(\.phone).map { String($0.filter(PersonTraces.isDigit).suffix(9)) }
      .filter { $0.count >= 6 }
  }

  /// The text without them; `nil` if there was nothing to take out.
  ///
  /// - Parameter isOwn: Whether the text is about the person's own establishment, where a part of
  ///   the name alone means the person too.
  func removed(from text: String, isOwn: Bool = false) -> String? {
    var result = text
    for trace in exact {
      result = result.replacingOccurrences(
        of: trace, with: PersonTraces.mark, options: .caseInsensitive)
    }
    for name in names { result = without(name, in: result, alone: isOwn) }
    for phone in phones { result = without(phone, in: result) }
    return result == text ? nil : result
  }

  private func without(_ name: [String], in text: String, alone: Bool) -> String {
    var ranges: [Range<String.Index>] = []
    let words = PersonTraces.words(text)
    var at = 0
    while at < words.count {
      let end = at + name.count
      if end <= words.count, words[at..<end].map(\.folded) == name {
        ranges.append(words[at].range.lowerBound..<words[end - 1].range.upperBound)
        at = end
      } else {
        let word = words[at].folded
        if alone, word.count >= 4, name.contains(word), word != "madame", word != "monsieur" {
          ranges.append(words[at].range)
        }
        at += 1
      }
    }
    return PersonTraces.replacing(ranges, in: text)
  }

  /// Runs of digits, whatever separates them, that hold a number.
  private func without(_ phone: String, in text: String) -> String {
    var ranges: [Range<String.Index>] = []
    var start: String.Index?
    var end = text.startIndex
    var digits = ""
    func finish() {
      if let start, digits.contains(phone) { ranges.append(start..<end) }
      start = nil
      digits = ""
    }
    for index in text.indices {
      let character = text[index]
      if PersonTraces.isDigit(character) {
        if start == nil { start = index }
        digits.append(character)
        end = text.index(after: index)
      } else if !" .-/()+\u{A0}\u{202F}".contains(character) {
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
