/// A source file taken apart: its code without comments and texts, and the texts.
struct SourceText {
  /// Texts are empty in it, each followed by the code of its interpolations in brackets.
  let code: String
  /// String literals, interpolations left in.
  let texts: [String]

  init(_ source: String) {
    var scanner = Scanner(bytes: Array(source.utf8))
    scanner.scan(untilBracket: false)
    code = String(decoding: scanner.code, as: UTF8.self)
    texts = scanner.texts
  }

  /// Bytes, not characters: all sources are read in a fraction of a second so.
  private struct Scanner {
    let bytes: [UInt8]
    var at = 0
    var code: [UInt8] = []
    var texts: [String] = []

    init(bytes: [UInt8]) {
      self.bytes = bytes
      code.reserveCapacity(bytes.count)
    }

    private func has(_ text: StaticString) -> Bool {
      let count = text.utf8CodeUnitCount
      guard at + count <= bytes.count else { return false }
      for index in 0..<count where bytes[at + index] != text.utf8Start[index] { return false }
      return true
    }

    /// - Parameter untilBracket: Whether it ends with the bracket that closes an interpolation.
    mutating func scan(untilBracket: Bool) {
      var depth = 0
      while at < bytes.count {
        let byte = bytes[at]
        if byte == UInt8(ascii: "/"), has("//") {
          while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
          continue
        }
        if byte == UInt8(ascii: "/"), has("/*") {
          while at < bytes.count, !has("*/") { at += 1 }
          at = min(at + 2, bytes.count)
          continue
        }
        if byte == UInt8(ascii: "\"") {
          code += Array("\"\"".utf8)
          let overLines = has("\"\"\"")
          at += overLines ? 3 : 1
          text(until: overLines ? "\"\"\"" : "\"", overLines: overLines)
          continue
        }
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") {
          if untilBracket, depth == 0 { return }
          depth -= 1
        }
        code.append(byte)
        at += 1
      }
    }

    /// A text ends with its line at the latest, so that a slip spoils no more than that.
    private mutating func text(until end: StaticString, overLines: Bool) {
      let start = at
      defer {
        let stop = min(at, bytes.count)
        texts.append(String(decoding: bytes[min(start, stop)..<stop], as: UTF8.self))
        if has(end) { at += end.utf8CodeUnitCount }
      }
      while at < bytes.count, !has(end) {
        if !overLines, bytes[at] == UInt8(ascii: "\n") { return }
        guard bytes[at] == UInt8(ascii: "\\") else {
          at += 1
          continue
        }
        if has("\\(") {
          at += 2
          code.append(UInt8(ascii: "("))
          scan(untilBracket: true)
          code.append(UInt8(ascii: ")"))
          at += 1
        } else {
          at += 2
        }
      }
    }
  }

  /// The modules imported, in order.
  var imports: [String] {
    let modifiers: Set = ["public", "package", "internal", "fileprivate", "private"]
    let kinds: Set = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
    return code.split(separator: "\n").compactMap { line in
      guard line.contains("import ") else { return nil }
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
