/// A sentence with named places for values: `{gap:distance} of street lie in no district.`
///
/// A place is `{name:format}`; some formats take more: `{doors:count|door|doors}` is a number with its
/// noun, `{doors:plural|is|are}` only the word that agrees with it, `{names:list|; }` names with what
/// stands between them. `{{` and `}}` are braces.
package struct Template: Sendable {
  package enum Part: Hashable, Sendable {
    case text(String)
    case place(name: String, Format)
  }

  package private(set) var parts: [Part] = []

  /// - Parameter typographic: Applied to what stands between the places.
  package init(_ text: String, _ typographic: (String) -> String) {
    let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
    var literal: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == open, rest.first != open {
        let inside = rest.prefix { $0 != close }
        rest = rest[inside.endIndex...].dropFirst()
        append(literal, typographic)
        literal = []
        parts.append(Template.place(String(decoding: inside, as: UTF8.self)[...]))
        continue
      }
      if byte == open || byte == close, rest.first == byte { rest.removeFirst() }
      literal.append(byte)
    }
    append(literal, typographic)
  }

  private mutating func append(_ literal: [UInt8], _ typographic: (String) -> String) {
    guard !literal.isEmpty else { return }
    parts.append(.text(typographic(String(decoding: literal, as: UTF8.self))))
  }

  private static func place(_ inside: Substring) -> Part {
    let name = inside.prefix { $0 != ":" }
    let words = inside.dropFirst(name.count + 1)
      .split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard let format = Format(words[0], Array(words.dropFirst())) else {
      preconditionFailure("no format \(inside)")
    }
    return .place(name: String(name), format)
  }
}
