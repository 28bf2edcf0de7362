/// Finds what is in an address and is no part of where it is: floors, buildings, postal boxes,
/// telephones.
enum AddressComplements {
  /// Words that a number or a letter follows: `bât A`, `appt 12`.
  private static let labels: Set<String> = [
    "bat", "batiment", "bt", "batim", "bloc", "esc", "escalier", "escal", "etage", "etg", "etag",
    "apt",
    "appt", "app", "appart", "appartement", "porte", "pte", "hall", "entree", "entr", "lot", "cage",
    "bureau", "bur", "local", "cellule", "boite", "bte", "bal", "niveau", "niv", "interphone",
    "digicode",
    "logement", "log", "logt", "studio", "chambre", "chbre", "immeuble", "imm", "tour", "kiosque",
    "stand", "box", "sas", "aile", "code",
  ]
  /// Postal boxes: numbers follow.
  private static let boxes: Set<String> = ["bp", "cs", "tsa", "cidex", "cdx"]
  private static let ranks: Set<String> = ["etage", "etg", "etag", "et"]
  static func mark(_ words: [AddressWord], _ roles: inout [AddressReading.Role?]) {
    var at = 0
    while at < words.count {
      let count = length(words, at)
      for index in at..<at + count { roles[index] = .complement }
      at += max(1, count)
    }
  }

  /// How many words of a complement start here.
  private static func length(_ words: [AddressWord], _ at: Int) -> Int {
    let word = words[at]
    func next(_ offset: Int) -> AddressWord? {
      let index = at + offset
      return index < words.count ? words[index] : nil
    }
    if word.isNumber { return phone(words, at) ?? floor(words, at) ?? 0 }
    if word.digits > 9 { return 1 }
    switch word.text {
    case "cedex":
      // « CEDEX 03 »
      if let number = next(1), number.isNumber, number.digits <= 2, number.gap <= .space {
        return 2
      }
      return 1
    case "rdc", "entresol": return 1
    case "angle", "croisement", "intersection": return 1
    case "tel", "telephone", "fax", "siret", "mobile":
      return 1
    case "sous" where next(1)?.text == "sol": return 2
    case "c" where next(1)?.text == "o" && next(1)?.gap == .slash: return 2
    case "droite", "gauche", "face":
      return at > 0 && ranks.contains(words[at - 1].text) ? 1 : 0
    default: break
    }
    if boxes.contains(word.text) { return box(words, at) }
    if labels.contains(word.text), let value = next(1), value.gap <= .hyphen {
      return label(words, at, value)
    }
    if word.text == "1" || word.text == "2" || word.text == "3",
      let rank = next(1), ranks.contains(rank.text), rank.text != "et"
    {
      return 2
    }
    return 0
  }

  /// « BP 12 », « CS 60 036 », « BP n° 8 »; the house number behind stays.
  private static func box(_ words: [AddressWord], _ at: Int) -> Int {
    var count = 1
    if at + 1 < words.count, ["n", "no"].contains(words[at + 1].text) { count = 2 }
    var digits = 0
    while at + count < words.count, words[at + count].isNumber,
      words[at + count].gap <= .space, digits + words[at + count].digits <= 5
    {
      if digits > 0, at + count + 1 < words.count,
        words[at + count].digits < 3
          || StreetType.named(words[at + count + 1].text) != nil
      {
        break
      }
      digits += words[at + count].digits
      count += 1
    }
    return digits > 0 ? count : 0
  }

  /// « bât A », « porte 4 », « hall 2B », not « porte de Metz »; nor the number of the street behind.
  private static func label(_ words: [AddressWord], _ at: Int, _ value: AddressWord) -> Int {
    // « Porte 12 rue … » would take the house number.
    func isStreet(_ index: Int) -> Bool {
      index < words.count && (StreetType.named(words[index].text) != nil)
        && words[index].text.utf8.count > 1
    }
    if at > 0, ["de", "du", "des", "la", "l", "le", "les", "d"].contains(words[at - 1].text) {
      return 0
    }
    if value.text == "n" || value.text == "no", at + 2 < words.count, words[at + 2].isNumber {
      return isStreet(at + 3) ? 0 : 3
    }
    if value.isNumber {
      if value.digits > 4 || isStreet(at + 2) { return 0 }
      return 2
    }
    guard value.text.utf8.count == 1 else { return 0 }
    // « bât A1 », « esc B 2 »
    if at + 2 < words.count, words[at + 2].isNumber, words[at + 2].gap <= .hyphen,
      words[at + 2].gap == .none
    {
      return 3
    }
    return 2
  }

  /// « 2e étage », « 3ème ét. gauche »
  private static func floor(_ words: [AddressWord], _ at: Int) -> Int? {
    guard at + 1 < words.count, ranks.contains(words[at + 1].text),
      words[at + 1].text != "et" || !words[at].glued.isEmpty && words[at + 1].isDotted
    else { return nil }
    return 2
  }

  /// Four or more pairs of digits, or ten digits.
  private static func phone(_ words: [AddressWord], _ at: Int) -> Int? {
    var count = 0
    while at + count < words.count, words[at + count].isNumber, words[at + count].digits == 2,
      words[at + count].glued.isEmpty
    {
      count += 1
    }
    return count >= 5 ? count : nil
  }
}
