/// Which words are the postcode and the commune.
extension AddressParser {
  /// The columns that say postcode and commune, where there are any.
  func takeFields(_ text: AddressInput, _ reading: inout AddressReading) {
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
    // « 54 - Nancy », « Ville de Nancy »
    while words.count > 1,
      words[0].isNumber || ["ville", "mairie", "commune", "de"].contains(words[0].text),
      communes.exact(words[...]) == nil
    {
      words.removeFirst()
    }
    guard !words.isEmpty else { return }
    reading.cityText = AddressParser.text(words[...])
    let match = communes.near(words[...]) ?? withoutArrondissement(words)
    reading.city = match.map { .known($0) } ?? .unknown(reading.cityText)
  }

  /// « Nancy 54 », « Lyon 3e », « NANCY (Meurthe-et-Moselle) »: the name before what goes with it.
  func withoutArrondissement(_ words: [AddressWord]) -> CommuneNames.Match? {
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
  func joinPostcodes(_ words: inout [AddressWord]) {
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
  func takePostcode(
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
  func dropRepeatedCity(
    _ words: [AddressWord], _ roles: inout [AddressReading.Role?],
    _ reading: inout AddressReading, after postcode: Int?
  ) {
    var end = words.count
    while end > 0, roles[end - 1] == .complement { end -= 1 }
    for start in max(0, end - communes.longestName)..<max(0, end) {
      let range = start..<end
      guard range.allSatisfy({ roles[$0] == nil }), start > 0,
        !AddressParser.joins(words[start].text)
      else { continue }
      let isSame: Bool
      if case .known(let city) = reading.city, let match = communes.near(words[range]) {
        isSame = !Set(match.communes).isDisjoint(with: city.communes)
      } else {
        isSame =
          CommuneNames.key(words[range])
          == CommuneNames.key(AddressText.words(reading.cityText)[...])
      }
      // The end of a street's name may be the commune's: « rue de Nancy ».
      let isSure = postcode.map { $0 + 1 == start } ?? (words[start].gap == .segment)
      if isSame, isSure || !StreetNameWords.isArticle(words[start - 1].text) {
        for index in range { roles[index] = .city }
        reading.partText = AddressParser.text(words[range])
        return
      }
    }
    // « 54000 Nancy » with another commune in its column: the column counts, the text is left over.
  }

  /// Finds the commune in the text; other ways to read it come back.
  func takeCity(
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
      guard let (range, match) = longestBefore(words, roles, postcode) else { return [] }
      let without = (roles, reading)
      let isLikely = leavesName(words, roles, before: range.lowerBound)
      assign(range, .known(match), &roles, &reading)
      if isLikely { return [without] }
      // « 150 rue de Nancy 54390 »
      let other = (roles, reading)
      (roles, reading) = without
      return [other]
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
      // « rue de Villers-lès-Nancy »: the last words alone are a commune too.
      var others: [(roles: [AddressReading.Role?], reading: AddressReading)] = []
      for start in range.dropFirst() where !AddressParser.joins(words[start].text) {
        guard let shorter = communes.exact(words[start..<range.upperBound]) else { continue }
        var other = without
        assign(start..<range.upperBound, .known(shorter), &other.0, &other.1)
        others.append((other.0, other.1))
      }
      let isLikely = leavesName(words, roles, before: range.lowerBound)
      for index in tail..<end { roles[index] = .complement }
      assign(range, .known(match), &roles, &reading)
      if isLikely { return others + [without] }
      // « 12 rue de Nancy »: a street before it is a commune.
      others.append((roles, reading))
      (roles, reading) = without
      return others
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
  func longest(
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
  func longestBefore(
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
    // « Nancy » of « Villers-lès-Nancy » is another commune's.
    let firsts = (start..<end).filter {
      !AddressParser.joins(words[$0].text)
        && ($0 == 0
          || words[$0].gap != .hyphen && words[$0].gap != .apostrophe
            && !["les", "lez", "ls", "sur", "sous", "en"].contains(words[$0 - 1].text))
    }
    for first in firsts {
      if let match = communes.exact(words[first..<end]) { return (first..<end, match) }
    }
    for first in firsts {
      if let match = communes.near(words[first..<end]) { return (first..<end, match) }
    }
    return nil
  }

  /// Whether the words before a commune may be a street by themselves.
  func leavesName(
    _ words: [AddressWord], _ roles: [AddressReading.Role?], before end: Int
  ) -> Bool {
    let free = words[..<end].indices.filter { roles[$0] == nil }
    guard let last = free.last else { return true }
    if StreetNameWords.isArticle(words[last].text), words[last + 1].gap < .segment { return false }
    // A number alone is one: « 80 Amanvillers ».
    let named = free.filter { !words[$0].isNumber && !StreetNameWords.isArticle(words[$0].text) }
    guard let first = named.first else { return true }
    return named.count > 1 || StreetType.named(words[first].text) == nil
  }

  /// Words that tie a name to what is before it: no commune starts with one.
  static func joins(_ word: String) -> Bool {
    ["de", "du", "des", "d", "a", "au", "aux", "et", "sur", "sous", "en"].contains(word)
  }
}
