/// A street's name as its base writes it, in a type and words that can be compared.
struct StreetName {
  /// `rue`, `avenue`; `nil` for a name without one.
  var type: String?
  /// Without the type; articles kept.
  var words: [String]

  init(_ name: String) {
    let all = AddressText.words(name)
    var words = all.map(\.text)[...]
    if let first = words.first, let type = StreetType.named(first),
      words.dropFirst().contains(where: { !StreetNameWords.isArticle($0) })
    {
      self.type = type
      words = words.dropFirst()
    }
    self.words = Array(words)
  }

  /// The same for names that differ in writing only.
  var key: String { (type ?? "") + "|" + words.joined(separator: " ") }
}
