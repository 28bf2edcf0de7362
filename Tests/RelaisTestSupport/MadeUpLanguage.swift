import Foundation
package import RelaisWording

/// A language nobody speaks, made of the catalogue's first column: each letter becomes one of Georgian.
///
/// What a page in it still has in Latin letters was not said by the catalogue.
package enum MadeUpLanguage {
  package static let language = Language(code: "qx", grammar: MadeUpGrammar()) { concern in
    Catalogue.embedded(concern).map(table)
  }

  /// The words in Latin letters, of two letters and more.
  package static func latinWords(_ text: String) -> [String] {
    text.split { !$0.isLetter || !isLatin($0) }.map(String.init).filter { $0.count > 1 }
  }

  private static func table(_ bytes: [UInt8]) -> [UInt8] {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let rows = lines.dropFirst().filter { !$0.hasPrefix("#") }.map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      return cells[0] + "\t" + translated(cells[1])
    }
    return Array((["key\tqx"] + rows).joined(separator: "\n").utf8)
  }

  /// The cell with its escapes and places as they are; the forms of a noun are words too.
  private static func translated(_ cell: Substring) -> String {
    var result = ""
    var rest = cell
    while let character = rest.popFirst() {
      switch character {
      case "\\":
        result.append(character)
        let escape = rest.popFirst() ?? " "
        result.append(escape)
        if escape == "u" { move(upTo: "}", from: &rest, to: &result) }
      case "{":
        result.append(character)
        let isBrace = rest.first == "{"
        var place = ""
        move(upTo: "}", from: &rest, to: &place)
        // `{{name}}` is filled in by a script of a page.
        guard !isBrace, let bar = place.firstIndex(of: "|") else {
          result += place
          continue
        }
        let isNoun = place[..<bar].hasSuffix(":count") || place[..<bar].hasSuffix(":plural")
        result += place[..<bar] + (isNoun ? translated(place[bar...]) : String(place[bar...]))
      default: result += letter(character)
      }
    }
    return result
  }

  private static func move(
    upTo end: Character, from rest: inout Substring, to result: inout String
  ) {
    while let character = rest.popFirst() {
      result.append(character)
      if character == end { return }
    }
  }

  private static func letter(_ character: Character) -> String {
    guard character.isLetter, isLatin(character) else { return String(character) }
    let plain = String(character).folding(
      options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    let ascii = plain.unicodeScalars.first { ("a"..."z").contains($0) }?.value ?? 0x6F
    return Unicode.Scalar(0x10D0 + ascii - 0x61).map { String(Character($0)) } ?? ""
  }

  private static func isLatin(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { $0.value < 0x250 } ?? false
  }
}

/// Unlike every other wherever a grammar can be.
private struct MadeUpGrammar: Grammar {
  let thousandsSeparator = "·"
  let decimalSeparator = ":"
  let tableLanguages = ["en"]

  func plural(_ number: Int) -> Int { number == 1 ? 0 : 1 }
  func ordinal(_ number: Int) -> String { "№" + String(number) }
  func of(_ name: String) -> String { name + "ს" }
  func ofStreet(_ name: String) -> String { name + "ს" }
  func typographic(_ text: String) -> String { text }
}
