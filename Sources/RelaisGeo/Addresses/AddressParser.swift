/// Reads what people write as an address: number, street, postcode, commune, and the rest.
///
/// Only the communes of the base are known here, no street. Where a text can be read in two ways (a
/// last word that is a commune, or the end of a street's name) it gives both, the likelier first.
public struct AddressParser: Sendable {
  public let communes: CommuneNames
  let postcodes: Set<String>

  /// - Parameter postcodes: Those of the base, to know `54 000` for one.
  public init(communes: CommuneNames, postcodes: Set<String> = []) {
    self.communes = communes
    self.postcodes = postcodes
  }

  /// A text of more words is no address.
  private static let mostWords = 80

  /// The ways to read an address, the likelier first; at least one.
  ///
  /// - Complexity: O(words × communes) at worst.
  public func readings(_ text: AddressInput) -> [AddressReading] {
    var words = AddressText.words(text.text)
    // No address; aligning it with every street would take its time.
    if words.count > AddressParser.mostWords { words = [] }
    joinPostcodes(&words)
    var roles = [AddressReading.Role?](repeating: nil, count: words.count)
    AddressComplements.mark(words, &roles)
    dropCountry(words, &roles)
    var reading = AddressReading(words: words, roles: [])
    reading.isCedex = words.contains { $0.text == "cedex" }
    reading.cityCode = text.cityCode
    takeFields(text, &reading)
    let hasCityField = reading.city != .notGiven
    let postcodeIndex = takePostcode(words, &roles, &reading)
    var others: [(roles: [AddressReading.Role?], reading: AddressReading)] = []
    if hasCityField {
      dropRepeatedCity(words, &roles, &reading, after: postcodeIndex)
    } else {
      others = takeCity(words, &roles, &reading, postcodeIndex)
    }
    return ([(roles, reading)] + others).map { finished($1, $0) }
  }

  /// « Nancy, France », « 54000 NANCY FRANCE », not « avenue Anatole France ».
  private func dropCountry(_ words: [AddressWord], _ roles: inout [AddressReading.Role?]) {
    guard let last = words.indices.last(where: { roles[$0] == nil }), last > 0,
      words[last].text == "france"
    else { return }
    let isAfterTown =
      roles[last - 1] != nil || words[last - 1].looksLikePostcode
      || (max(0, last - communes.longestName)..<last).contains {
        communes.exact(words[$0..<last]) != nil
          && ($0 > 0 && words[$0 - 1].looksLikePostcode || words[last].gap == .segment || $0 > 1)
      }
    if isAfterTown || words[last].gap == .segment { roles[last] = .complement }
  }

  // MARK: Number and street

  private func finished(
    _ reading: AddressReading, _ partial: [AddressReading.Role?]
  ) -> AddressReading {
    var reading = reading
    var roles = partial
    let words = reading.words
    // « 54000 Nancy (54) »
    if let department = reading.postcode?.prefix(2), let town = roles.lastIndex(of: .city) {
      for index in words.indices.dropFirst(town + 1)
      where roles[index] == nil && words[index].digits == 2 && words[index].text == department {
        roles[index] = .complement
      }
    }
    HouseNumberChoice.take(words, &roles, &reading)
    let rest = words.indices.filter { roles[$0] == nil }
    var start = rest.first ?? 0
    if let number = reading.numberIndex {
      if let behind = rest.first(where: { $0 > number }),
        hasName(words, rest.filter { $0 > number })
      {
        start = behind
      }
    } else {
      start = typeStart(words, rest) ?? start
    }
    var segment: Int?
    var isCrossing = false
    // Behind « 54000 Nancy » there is no street, if there was one before.
    let town = words.indices.last { roles[$0] == .postcode || roles[$0] == .city }
    let firstTown = words.indices.first { roles[$0] == .postcode || roles[$0] == .city }
    let hasStreetBefore =
      firstTown.map { first in rest.contains { $0 < first && $0 >= start } } ?? false
    for index in rest {
      if hasStreetBefore, let town, index > town {
        roles[index] = .after
        continue
      }
      if !isCrossing, index > start, isSecondStreet(words, rest, index) {
        isCrossing = true
        // « et de la rue B »
        var at = index - 1
        while at > start, roles[at] == .street, StreetNameWords.isArticle(words[at].text) {
          roles[at] = .after
          at -= 1
        }
      }
      if index < start {
        roles[index] = .before
      } else if let current = segment,
        isCrossing || words[index].segment > current && !isContinued(words, rest, index)
      {
        roles[index] = .after
      } else {
        roles[index] = .street
        segment = words[index].segment
      }
    }
    reading.roles = roles.map { $0 ?? .street }
    return reading
  }

  /// Whether words hold more than articles: a number behind the street has nothing behind.
  private func hasName(_ words: [AddressWord], _ indices: [Int]) -> Bool {
    indices.contains { !StreetNameWords.isArticle(words[$0].text) && !words[$0].isInitial }
  }

  /// « rue A et rue B », « rue A / rue B »: the second is another street's.
  private func isSecondStreet(_ words: [AddressWord], _ rest: [Int], _ index: Int) -> Bool {
    guard StreetType.named(words[index].text) != nil, words[index].text.utf8.count > 1 else {
      return false
    }
    // « angle de la rue B », « et de la rue B »
    var at = index - 1
    while at > 0, words[at].gap < .segment, rest.contains(at),
      StreetNameWords.isArticle(words[at].text), words[at].text != "et"
    {
      at -= 1
    }
    guard at >= 0 else { return false }
    return words[index].gap == .slash || rest.contains(at) && words[at].text == "et"
      || AddressParser.corners.contains(words[at].text) && at > (rest.first ?? at)
  }

  private static let corners: Set<String> = ["angle", "croisement", "intersection", "coin"]

  /// A segment of a type alone goes on in the next: « rue, Carnot ».
  private func isContinued(_ words: [AddressWord], _ rest: [Int], _ index: Int) -> Bool {
    let before = rest.filter { $0 < index && words[$0].segment == words[index].segment - 1 }
    return before.allSatisfy {
      StreetType.named(words[$0].text) != nil || StreetNameWords.isArticle(words[$0].text)
    }
  }

  /// Where a street without a number starts: its type, or the adjective before it (« Grande Rue »).
  private func typeStart(_ words: [AddressWord], _ rest: [Int]) -> Int? {
    guard
      let found = rest.first(where: {
        words[$0].text.utf8.count > 1 && StreetType.named(words[$0].text) != nil
      })
    else { return nil }
    if found > 0, rest.contains(found - 1),
      [
        "grande", "grand", "petite", "petit", "vieille", "vieux", "ancienne", "ancien", "haute",
        "haut",
        "basse", "bas", "nouvelle", "gde", "gd", "pte", "pt", "vx",
      ].contains(words[found - 1].text)
    {
      return found - 1
    }
    return found
  }
}
