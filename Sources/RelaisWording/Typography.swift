extension Wording {
  /// The sentence with the no-break spaces French sets before high punctuation and inside guillemets.
  ///
  /// Sentences are written with plain spaces, so that they stay readable in the source.
  package func typographic(_ text: String) -> String {
    guard language == .french else { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count + 16)
    var spaces = false
    for character in text {
      if spaces { result.append(space(after: result.last, before: character)) }
      spaces = character == " "
      if !spaces { result.append(character) }
    }
    if spaces { result.append(" ") }
    return result
  }

  private func space(after last: Character?, before next: Character) -> Character {
    switch next {
    case ";", "!", "?": "\u{202F}"
    case ":", "»", "%": "\u{A0}"
    default: last == "«" ? "\u{A0}" : " "
    }
  }
}
