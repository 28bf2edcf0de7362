/// « face au 5 », « à côté du 12 », « entre le 3 et le 5 »: the house is near a number, and has none that is known.
enum AddressNearness {
  /// Words that say near by themselves, in front of a number.
  private static let plain: Set<String> = [
    "face", "devant", "derriere", "entre", "vers", "apres", "avant", "proche", "proximite",
    "jouxtant",
    "attenant", "attenante", "mitoyen", "mitoyenne", "environs", "abords", "opposite", "contre",
  ]
  /// Words that also are parts of names (« rue de la Côte 12 », « rue des Prés 5 »): an article follows them.
  private static let withArticle: Set<String> = [
    "cote", "pres", "vis", "niveau", "hauteur", "dessus", "dessous", "loin",
  ]
  private static let articles: Set<String> = [
    "au", "aux", "du", "de", "des", "le", "les", "la", "l", "a", "d",
  ]
  private static let labels: Set<String> = ["n", "no", "num", "numero", "numeros", "nr", "nos"]

  /// Whether a number is one the house is near.
  static func isNear(
    _ words: [AddressWord], _ roles: [AddressReading.Role?], _ index: Int
  ) -> Bool {
    start(words, roles, before: index) != nil
  }

  /// A number that says where the house is near, where the address has no other: « rue X face au 5 ».
  static func number(_ words: [AddressWord], _ roles: [AddressReading.Role?]) -> Int? {
    words.indices.last { index in
      guard roles[index] == nil, words[index].isNumber, words[index].digits <= 4,
        !words[index].isOrdinal, index > 0, articles.contains(words[index - 1].text)
      else { return false }
      return isNear(words, roles, index)
    }
  }

  /// Takes the words of nearness out of the street's name.
  static func mark(
    _ words: [AddressWord], _ roles: inout [AddressReading.Role?], before index: Int
  ) {
    guard let start = start(words, roles, before: index) else { return }
    for at in start..<index where roles[at] == nil { roles[at] = .complement }
  }

  /// The first of the words of nearness before a number.
  private static func start(
    _ words: [AddressWord], _ roles: [AddressReading.Role?], before index: Int
  ) -> Int? {
    var at = index - 1
    var hasArticle = false
    // The label of the number is marked already.
    func isFree(_ at: Int) -> Bool {
      at >= 0 && words[at + 1].gap < .segment
        && (roles[at] == nil || labels.contains(words[at].text) || words[at].text == "face")
    }
    while isFree(at), articles.contains(words[at].text) || labels.contains(words[at].text) {
      hasArticle = hasArticle || articles.contains(words[at].text)
      at -= 1
    }
    guard isFree(at),
      plain.contains(words[at].text) || hasArticle && withArticle.contains(words[at].text)
    else { return nil }
    // « en face », « à côté », « tout près », « vis à vis ».
    while at > 0, isFree(at - 1),
      ["en", "a", "tout", "juste", "vis", "au", "non", "aux", "l"].contains(words[at - 1].text)
    {
      at -= 1
    }
    return at
  }
}
