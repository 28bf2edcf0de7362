/// Reads what people write as an address: number, street, postcode, commune, and what is none of it.
///
/// Only the communes of the base are known here, no street. Where a text can be read in two ways (a
/// last word that is a commune, or the end of a street's name) it gives both, the likelier first.
public struct AddressParser: Sendable {
  public let communes: CommuneNames
  private let postcodes: Set<String>

  /// - Parameter postcodes: Those of the base, to know `54 000` for one.
  public init(communes: CommuneNames, postcodes: Set<String> = []) {
    self.communes = communes
    self.postcodes = postcodes
  }

  /// The ways to read an address, the likelier first; at least one.
  ///
  /// - Complexity: O(words × communes) at worst.
  public func readings(_ text: AddressInput) -> [AddressReading] {
    var words = AddressText.words(text.text)
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
      dropRepeatedCity(words, &roles, reading, after: postcodeIndex)
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

  // MARK: Postcode and commune

  /// The columns that say postcode and commune, where there are any.
  private func takeFields(_ text: AddressInput, _ reading: inout AddressReading) {
    if let postcode = text.postcode {
      let digits = postcode.filter { $0.isASCII && $0.isNumber }
      if digits.utf8.count == 5 { reading.postcode = digits }
      if digits.utf8.count == 4 { reading.postcode = "0" + digits }
      if ColumnName.folded(postcode).contains("cedex") { reading.isCedex = true }
    }
    guard let city = text.city else { return }
    var words = AddressText.words(city)
    if words.contains(where: { $0.text == "cedex" }) { reading.isCedex = true }
    var roles = [AddressReading.Role?](repeating: nil, count: words.count)
    AddressComplements.mark(words, &roles)
    words = zip(words, roles).filter { $1 == nil }.map(\.0)
    if let index = words.firstIndex(where: \.looksLikePostcode) {
      reading.postcode = reading.postcode ?? AddressParser.postcode(words[index])
      words.remove(at: index)
    }
    guard !words.isEmpty else { return }
    reading.cityText = AddressParser.text(words[...])
    let match = communes.near(words[...]) ?? withoutArrondissement(words)
    reading.city = match.map { .known($0) } ?? .unknown(reading.cityText)
  }

  /// « Nancy 54 », « Lyon 3e », « NANCY (Meurthe-et-Moselle) »: the name before what goes with it.
  private func withoutArrondissement(_ words: [AddressWord]) -> CommuneNames.Match? {
    for count in stride(from: words.count - 1, to: 0, by: -1)
    where words[count].isNumber || words[count].gap >= .slash {
      if let match = communes.near(words[..<count]) { return match }
    }
    return nil
  }

  static func postcode(_ word: AddressWord) -> String {
    String(repeating: "0", count: max(0, 5 - word.text.utf8.count)) + word.text
  }

  static func text(_ words: ArraySlice<AddressWord>) -> String {
    words.map(\.text).joined(separator: " ")
  }

  /// `54 000` is one number where the base knows it for a postcode.
  private func joinPostcodes(_ words: inout [AddressWord]) {
    guard words.count > 1 else { return }
    for at in (1..<words.count).reversed()
    where words[at].digits == 3 && words[at - 1].digits == 2 && words[at].gap == .space
      && words[at - 1].glued.isEmpty && words[at].glued.isEmpty
    {
      let value = words[at - 1].value * 1000 + words[at].value
      var joined = words[at - 1]
      joined.value = value
      joined.digits = 5
      joined.text = String(value)
      guard postcodes.contains(AddressParser.postcode(joined)) else { continue }
      words.replaceSubrange(at - 1...at, with: [joined])
    }
  }

  /// Marks postcodes; the last one counts unless a column gave one.
  private func takePostcode(
    _ words: [AddressWord], _ roles: inout [AddressReading.Role?], _ reading: inout AddressReading
  ) -> Int? {
    var found: Int?
    for (index, word) in words.enumerated() where roles[index] == nil && word.looksLikePostcode {
      roles[index] = .postcode
      found = index
      // « F-54000 »
      if index > 0, ["f", "fr"].contains(words[index - 1].text), roles[index - 1] == nil {
        roles[index - 1] = .complement
      }
    }
    if let found, reading.postcode == nil {
      reading.postcode = AddressParser.postcode(words[found])
    }
    return found
  }

  /// A commune that stands in the street's column too says nothing new.
  private func dropRepeatedCity(
    _ words: [AddressWord], _ roles: inout [AddressReading.Role?], _ reading: AddressReading,
    after postcode: Int?
  ) {
    var end = words.count
    while end > 0, roles[end - 1] == .complement { end -= 1 }
    for start in max(0, end - communes.longestName)..<max(0, end) {
      let range = start..<end
      guard range.allSatisfy({ roles[$0] == nil }), start > 0 else { continue }
      let isSame: Bool
      if case .known(let city) = reading.city, let match = communes.exact(words[range]) {
        isSame = !Set(match.communes).isDisjoint(with: city.communes)
      } else {
        isSame =
          CommuneNames.key(words[range]) == CommuneNames.key(AddressText.words(reading.cityText)[...])
      }
      // The end of a street's name may be the commune's: « rue de Nancy ».
      let isSure = postcode.map { $0 + 1 == start } ?? (words[start].gap == .segment)
      if isSame, isSure || !["de", "du", "d", "la"].contains(words[start - 1].text) {
        for index in range { roles[index] = .city }
        return
      }
    }
    // « 54000 Nancy » with another commune in its column: the column counts, the text is left over.
  }

  /// Finds the commune in the text; other ways to read it come back.
  private func takeCity(
    _ words: [AddressWord], _ roles: inout [AddressReading.Role?], _ reading: inout AddressReading,
    _ postcode: Int?
  ) -> [(roles: [AddressReading.Role?], reading: AddressReading)] {
    func assign(
      _ range: Range<Int>, _ city: AddressReading.City,
      _ roles: inout [AddressReading.Role?], _ reading: inout AddressReading
    ) {
      for index in range { roles[index] = .city }
      reading.city = city
      reading.cityText = AddressParser.text(words[range])
    }
    if let postcode {
      // Behind the postcode, up to a number, a segment or a complement.
      let limit = min(words.count, postcode + 1 + communes.longestName)
      var end = postcode + 1
      while end < limit, roles[end] == nil,
        end == postcode + 1 || words[end].gap < .segment && !words[end].isNumber
      {
        end += 1
      }
      if let (range, match) = longest(words, from: postcode + 1, upTo: end) {
        assign(range, .known(match), &roles, &reading)
        return []
      }
      if end > postcode + 1, !words[postcode + 1].isNumber {
        // Up to where a street starts.
        var last = postcode + 1
        while last < end, StreetType.named(words[last].text) == nil || last == postcode + 1 {
          last += 1
        }
        assign(
          postcode + 1..<last, .unknown(AddressParser.text(words[postcode + 1..<last])), &roles,
          &reading)
        return []
      }
      // Nothing behind: « Nancy 54000 », « Nancy (54000) ».
      if let (range, match) = longestBefore(words, roles, postcode) {
        assign(range, .known(match), &roles, &reading)
      }
      return []
    }
    var end = words.count
    while end > 0, roles[end - 1] != nil { end -= 1 }
    // « Nancy (54) », « Nancy 54 »
    var tail = end
    if tail > 1, words[tail - 1].digits == 2, words[tail - 1].glued.isEmpty,
      longestBefore(words, roles, tail - 1) != nil
    {
      tail -= 1
    }
    let without = (roles, reading)
    if let (range, match) = longestBefore(words, roles, tail) {
      for index in tail..<end { roles[index] = .complement }
      assign(range, .known(match), &roles, &reading)
      return [without]
    }
    // « Nancy, 12 rue … »
    if let second = words.indices.first(where: { words[$0].gap == .segment }), second > 0,
      let match = communes.exact(words[..<second]), roles[..<second].allSatisfy({ $0 == nil })
    {
      assign(0..<second, .known(match), &roles, &reading)
      return [without]
    }
    return []
  }

  /// The most words from a place on that are a commune.
  private func longest(
    _ words: [AddressWord], from start: Int, upTo end: Int
  ) -> (Range<Int>, CommuneNames.Match)? {
    guard start < end else { return nil }
    for last in (start + 1...end).reversed() {
      if let match = communes.exact(words[start..<last]) { return (start..<last, match) }
    }
    for last in (start + 1...end).reversed() {
      if let match = communes.near(words[start..<last]) { return (start..<last, match) }
    }
    return nil
  }

  /// The most words up to a place that are a commune, within their segment.
  private func longestBefore(
    _ words: [AddressWord], _ roles: [AddressReading.Role?], _ end: Int
  ) -> (Range<Int>, CommuneNames.Match)? {
    var start = end
    while start > 0, roles[start - 1] == nil, end - start < communes.longestName,
      !words[start - 1].isNumber
    {
      start -= 1
      if words[start].gap == .segment { break }
    }
    guard start < end else { return nil }
    for first in start..<end {
      if let match = communes.exact(words[first..<end]) { return (first..<end, match) }
    }
    for first in start..<end {
      if let match = communes.near(words[first..<end]) { return (first..<end, match) }
    }
    return nil
  }

  // MARK: Number and street

  private func finished(
    _ reading: AddressReading, _ partial: [AddressReading.Role?]
  ) -> AddressReading {
    var reading = reading
    var roles = partial
    let words = reading.words
    HouseNumberChoice.take(words, &roles, &reading)
    let rest = words.indices.filter { roles[$0] == nil }
    var start = rest.first ?? 0
    if let number = reading.numberIndex {
      if let behind = rest.first(where: { $0 > number }), hasName(words, rest.filter { $0 > number }) {
        start = behind
      }
    } else {
      start = typeStart(words, rest) ?? start
    }
    var segment: Int?
    var isCrossing = false
    for index in rest {
      isCrossing = isCrossing || index > start && isSecondStreet(words, rest, index)
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
    return words[index].gap == .slash || rest.contains(index - 1) && words[index - 1].text == "et"
  }

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
        "grande", "grand", "petite", "petit", "vieille", "vieux", "ancienne", "ancien", "haute", "haut",
        "basse", "bas", "nouvelle", "gde", "gd", "pte", "pt", "vx",
      ].contains(words[found - 1].text)
    {
      return found - 1
    }
    return found
  }
}

/// An address as a row gives it: a text, and the columns that say more.
public struct AddressInput: Hashable, Sendable {
  /// The whole address, or what of it no other column says.
  public var text: String
  public var postcode: String?
  public var city: String?
  /// The commune's INSEE code.
  public var cityCode: String?

  public init(
    _ text: String, postcode: String? = nil, city: String? = nil, cityCode: String? = nil
  ) {
    self.text = text
    self.postcode = postcode
    self.city = city
    self.cityCode = cityCode
  }
}
