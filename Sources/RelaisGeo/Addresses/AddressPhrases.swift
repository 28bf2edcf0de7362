/// Groups of words that are written in one word elsewhere, brought to one writing.
enum AddressPhrases {
  /// Data: a writing, folded, and what stands for it. `_` stands for nothing.
  private static let table: [(from: [String], to: [String])] = """
    rond point = rondpoint
    rd point = rondpoint
    rd pt = rondpoint
    zone artisanale = zone
    zone industrielle = zone
    zone commerciale = zone
    zone d activites economiques = zone
    zone d activite economique = zone
    zone d activites = zone
    zone d activite = zone
    zone activites = zone
    zone activite = zone
    zone d amenagement concerte = zone
    parc d activites = zone
    parc d activite = zone
    z a c = zone
    z i = zone
    z a = zone
    centre commercial = centrecommercial
    ctre commercial = centrecommercial
    ctre cial = centrecommercial
    centre cial = centrecommercial
    cc = centrecommercial
    c cial = centrecommercial
    lieu dit = _
    lieudit = _
    ld = _
    regiment d infanterie = ri
    rgt d infanterie = ri
    regiment infanterie = ri
    r i = ri
    regiment d artillerie = ra
    r a = ra
    division blindee = db
    d b = db
    notre dame = notredame
    n dame = notredame
    nd = notredame
    n d = notredame
    hotel de ville = hoteldeville
    boite postale = bp
    b p = bp
    c s = cs
    t s a = tsa
    rez de chaussee = rdc
    r d c = rdc
    code postal = _
    """.split(separator: "\n").map { line in
      let sides = line.split(separator: "=").map { $0.split(separator: " ").map(String.init) }
      return (sides[0], sides[1])
    }

  private static let byFirst: [String: [(from: [String], to: [String])]] =
    Dictionary(grouping: table) { $0.from[0] }
    .mapValues { $0.sorted { ($0.from.count, $1.from[0]) > ($1.from.count, $0.from[0]) } }

  private static let units: [[String]] = [["r", "i"], ["r", "a"], ["d", "b"]]

  static func merged(_ words: [AddressWord]) -> [AddressWord] {
    guard words.contains(where: { byFirst[$0.text] != nil }) else { return words }
    var result: [AddressWord] = []
    result.reserveCapacity(words.count)
    var at = 0
    while at < words.count {
      guard let rule = byFirst[words[at].text]?.first(where: { matches($0.from, words, at) }) else {
        result.append(words[at])
        at += 1
        continue
      }
      let first = words[at]
      let last = words[at + rule.from.count - 1]
      for text in rule.to where text != "_" {
        var word = AddressWord(text: text, segment: first.segment, gap: first.gap)
        word.isDotted = last.isDotted && rule.from.count == 1
        result.append(word)
      }
      at += rule.from.count
    }
    return result
  }

  /// Single letters are an acronym only with full stops or against one another.
  private static func matches(_ rule: [String], _ words: [AddressWord], _ at: Int) -> Bool {
    guard at + rule.count <= words.count else { return false }
    // « 26e R I », not « 26 r. I. Joliot ».
    let isUnit = at > 0 && (words[at - 1].isOrdinal || words[at - 1].glued == "e")
    if !isUnit, units.contains(rule) { return false }
    let isAcronym = rule.count > 1 && rule.allSatisfy { $0.utf8.count == 1 }
    for (offset, text) in rule.enumerated() {
      let word = words[at + offset]
      guard word.text == text, !word.isNumber else { return false }
      if offset > 0, word.segment != words[at].segment { return false }
      if isAcronym, offset + 1 < rule.count, !word.isDotted, !isUnit { return false }
    }
    return true
  }
}
