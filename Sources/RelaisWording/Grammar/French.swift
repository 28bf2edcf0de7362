/// French.
struct French: Grammar {
  /// A narrow no-break space.
  let thousandsSeparator = "\u{202F}"
  let decimalSeparator = ","

  /// The plural begins with two.
  func plural(_ number: Int) -> Int { number.magnitude < 2 ? 0 : 1 }

  func ordinal(_ number: Int) -> String { number == 1 ? "1er" : String(number) }

  /// `de Nancy`, `d’Épinal`, `du Mans`, `des Lilas`.
  func of(_ name: String) -> String {
    if name.hasPrefix("Le ") { return "du " + name.dropFirst(3) }
    if name.hasPrefix("Les ") { return "des " + name.dropFirst(4) }
    // H is left alone: it is mute in some names and not in others.
    let vowels = "AEIOUYÀÂÄÉÈÊËÎÏÔÖÙÛÜŒÆaeiouyàâäéèêëîïôöùûüœæ"
    if let first = name.first, vowels.contains(first) { return "d’" + name }
    return "de " + name
  }

  /// No-break spaces before high punctuation and inside guillemets; sentences are written with plain ones.
  func typographic(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count + 16)
    var spaces = false
    for character in text {
      if spaces { result.append(space(after: result.last, before: character)) }
      spaces = character == " "
      if !spaces { result.append(character) }
    }
    if spaces { result.append(space(after: result.last, before: nil)) }
    return result
  }

  private func space(after last: Character?, before next: Character?) -> Character {
    switch next {
    case ";", "!", "?": "\u{202F}"
    case ":", "»", "%": "\u{A0}"
    default: last == "«" ? "\u{A0}" : " "
    }
  }
}
