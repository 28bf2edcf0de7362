/// A source file taken apart: its code without comments and texts, and the texts.
struct SourceText {
  private(set) var code = ""
  /// String literals, interpolations left in.
  private(set) var texts: [String] = []

  init(_ source: String) {
    var scanner = Scanner(rest: Substring(source))
    while let next = scanner.next() {
      switch next {
      case .code(let character): code.append(character)
      case .text(let text):
        texts.append(text)
        code += "\"\""
      }
    }
  }

  private enum Token {
    case code(Character)
    case text(String)
  }

  private struct Scanner {
    var rest: Substring

    mutating func next() -> Token? {
      while true {
        if rest.hasPrefix("//") {
          rest = rest.drop { $0 != "\n" }
        } else if rest.hasPrefix("/*") {
          while !rest.isEmpty, !rest.hasPrefix("*/") { rest.removeFirst() }
          rest = rest.dropFirst(2)
        } else if rest.hasPrefix("\"\"\"") {
          rest = rest.dropFirst(3)
          return .text(text(until: "\"\"\"", overLines: true))
        } else if rest.hasPrefix("\"") {
          rest = rest.dropFirst()
          return .text(text(until: "\"", overLines: false))
        } else {
          return rest.popFirst().map { .code($0) }
        }
      }
    }

    /// A text ends with its line at the latest, so that a slip spoils no more than that.
    private mutating func text(until end: String, overLines: Bool) -> String {
      var text = ""
      while !rest.isEmpty, !rest.hasPrefix(end) {
        if !overLines, rest.first == "\n" { return text }
        if rest.first == "\\" { text.append(rest.removeFirst()) }
        if let character = rest.popFirst() { text.append(character) }
      }
      rest = rest.dropFirst(end.count)
      return text
    }
  }

  /// The modules imported, in order.
  var imports: [String] {
    let modifiers: Set = ["public", "package", "internal", "fileprivate", "private"]
    let kinds: Set = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
    return code.split(separator: "\n").compactMap { line in
      var words = line.split(separator: " ").map(String.init)
      while let first = words.first, first.hasPrefix("@") || modifiers.contains(first) {
        words.removeFirst()
      }
      guard words.first == "import", words.count > 1 else { return nil }
      let named = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
      return named.split(separator: ".").first.map(String.init)
    }
  }
}
