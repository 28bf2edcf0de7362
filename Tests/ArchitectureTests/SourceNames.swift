/// The names a source file declares and uses, told by its words alone.
struct SourceNames {
  /// Types declared outside any other, for the whole target to use.
  private(set) var types: [String] = []
  /// Types declared anywhere in the file.
  private(set) var allTypes: Set<String> = []
  /// What extensions add, for the whole target to use.
  private(set) var extensionMembers: [String] = []
  /// Functions, variables and cases declared anywhere in the file.
  private(set) var members: Set<String> = []
  /// Words that begin with a capital letter and stand for themselves: types, mostly.
  private(set) var typesUsed: Set<String> = []
  /// Words after a full stop.
  private(set) var membersUsed: Set<String> = []

  private static let typeKinds: Set = ["struct", "enum", "class", "protocol", "actor", "typealias"]
  private static let memberKinds: Set = ["func", "var", "let", "case"]
  private static let modifiers: Set = [
    "public", "package", "internal", "private", "fileprivate", "final", "indirect", "static",
    "mutating", "nonisolated", "override", "lazy", "weak", "borrowing", "consuming", "prefix",
  ]

  init(_ text: SourceText) {
    let words = SourceNames.words(text.code)
    /// What opened each bracket that is still open: an extension, or anything else.
    var scopes: [Bool] = []
    var opensExtension = false
    var isPrivate = false
    for (index, word) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1] : ""
      let isAfterStop = index > 0 && words[index - 1] == "."
      let isName = SourceNames.isName(word)
      if isName, isAfterStop {
        membersUsed.insert(word)
      } else if isName, word.first?.isUppercase ?? false {
        typesUsed.insert(word)
      }
      if word == "{" {
        scopes.append(opensExtension)
        opensExtension = false
      } else if word == "}" {
        _ = scopes.popLast()
      } else if !isAfterStop, SourceNames.typeKinds.contains(word), SourceNames.isName(next),
        !SourceNames.memberKinds.contains(next)
      {
        if scopes.isEmpty, !isPrivate { types.append(next) }
        allTypes.insert(next)
        opensExtension = false
      } else if !isAfterStop, word == "extension", SourceNames.isName(next) {
        opensExtension = true
      } else if !isAfterStop, SourceNames.memberKinds.contains(word), SourceNames.isName(next) {
        let names = word == "case" ? SourceNames.cases(words, after: index) : [next]
        members.formUnion(names)
        if scopes == [true], !isPrivate { extensionMembers += names }
      }
      if word == "private" || word == "fileprivate" {
        isPrivate = true
      } else if !SourceNames.modifiers.contains(word) {
        isPrivate = false
      }
    }
  }

  /// The names of `case a, b(Int), c = 1`, their brackets and values left out.
  private static func cases(_ words: [String], after index: Int) -> [String] {
    var names: [String] = []
    var at = index + 1
    while at < words.count, isName(words[at]) {
      names.append(words[at])
      at += 1
      var depth = 0
      while at < words.count, words[at] == "(" || words[at] == "=" || depth > 0 {
        if words[at] == "(" { depth += 1 }
        if words[at] == ")" { depth -= 1 }
        at += words[at] == "=" ? 2 : 1
      }
      guard at < words.count, words[at] == "," else { break }
      at += 1
    }
    return names
  }

  private static func isName(_ word: String) -> Bool {
    guard let first = word.utf8.first else { return false }
    return isLetter(first)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
      || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  /// Words and numbers, and every other sign that is no space by itself.
  private static func words(_ code: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    for byte in code.utf8 {
      if isLetter(byte) || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") {
        word.append(byte)
        continue
      }
      if !word.isEmpty {
        words.append(String(decoding: word, as: UTF8.self))
        word.removeAll(keepingCapacity: true)
      }
      if byte > 0x20 { words.append(String(UnicodeScalar(byte))) }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }
}
