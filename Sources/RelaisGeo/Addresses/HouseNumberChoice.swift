/// Which of an address's numbers is the house's: `12` in `12 rue du 8 mai 1945`, none in `place du
/// 11 Novembre`.
enum HouseNumberChoice {
  private static let months: Set<String> = [
    "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre",
    "novembre", "decembre", "janv", "fev", "fevr", "avr", "juil", "sept", "oct", "nov", "dec",
  ]
  /// Years of their century that streets are called after.
  private static let years = Set([
    14, 15, 16, 17, 18, 36, 39, 40, 41, 42, 43, 44, 45, 54, 58, 62, 70,
  ])
  private static let labels: Set<String> = ["n", "no", "num", "numero", "nr", "nos"]

  /// Marks the number, its suffix and the rest of its range.
  static func take(
    _ words: [AddressWord], _ roles: inout [AddressReading.Role?], _ reading: inout AddressReading
  ) {
    var best: (points: Int, index: Int)?
    for (index, word) in words.enumerated()
    where roles[index] == nil && word.isNumber && word.digits <= 5 && !word.isOrdinal {
      let points = points(words, roles, index)
      if points >= 0, points > best?.points ?? -1 { best = (points, index) }
    }
    guard let chosen = best?.index ?? AddressNearness.number(words, roles) else { return }
    let index = firstOfList(words, roles, chosen)
    reading.isNear = AddressNearness.isNear(words, roles, index)
    reading.number = words[index].value
    reading.numberIndex = index
    roles[index] = .number
    if index > 0, labels.contains(words[index - 1].text), roles[index - 1] == nil {
      roles[index - 1] = .complement
    }
    if reading.isNear { AddressNearness.mark(words, &roles, before: index) }
    var next = index + 1
    if let (suffix, end) = pair(words, roles, index) {
      reading.suffix = suffix
      for at in next..<end { roles[at] = .number }
      next = end
    } else {
      reading.suffix = HouseSuffix.named(words[index].glued) ?? ""
      if reading.suffix.isEmpty { takeSuffix(words, &roles, &reading, &next) }
    }
    takeRange(words, &roles, &reading, &next)
  }

  private static func points(
    _ words: [AddressWord], _ roles: [AddressReading.Role?], _ index: Int
  ) -> Int {
    let word = words[index]
    func isFree(_ at: Int) -> Bool { words.indices.contains(at) && roles[at] == nil }
    var points = 0
    let before = isFree(index - 1) ? words[index - 1] : nil
    let at = behind(words, roles, index)
    let next = isFree(at) ? words[at] : nil
    let isBeforeType = isFree(at) && startsStreet(words, at)
    if isBeforeType { points += 8 }
    if index == words.indices.first(where: { roles[$0] == nil }) { points += 4 }
    if word.gap == .segment { points += 3 }
    if let before, labels.contains(before.text) { points += 8 }
    if let before, StreetNameWords.isArticle(before.text), word.gap < .segment, before.text != "et",
      before.text != "au" || !isBeforeType
    {
      points -= isBeforeType ? 5 : 10
    }
    if let before, isType(before), before.text.utf8.count > 1, word.gap < .segment, next != nil {
      // « avenue 14 juillet »
      points -= 3
    }
    let following = isFree(index + 1) ? words[index + 1] : nil
    if let following, months.contains(following.text) { points -= 9 }
    if let before, months.contains(before.text), word.digits >= 2,
      following == nil || before.gap < .segment
    {
      let isLast = isLastOfStreet(words, roles, index)
      // « rue du 8 Mai 45 » and « rue du 4 Septembre 10 ».
      let mayBeYear = word.value >= 1000 || years.contains(word.value) || !word.glued.isEmpty
      points -= word.value >= 1000 || !isLast ? 12 : mayBeYear ? 3 : 0
    }
    if word.glued == "e" { points -= isBeforeType ? 0 : 4 }
    if word.digits == 5 { points -= 8 }
    // Behind the street.
    if following == nil || following?.gap == .segment { points += 1 }
    return points
  }

  /// Words that may stand between a list's last word, « et », « au », and its next number: « du 3 au n° 5 ».
  private static let linkers: Set<String> = labels.union(["le", "les", "du", "de"])

  /// Where the list or range starts that a number ends: the 3 of « du 3 au 5 rue », of « rue …, 3-5 ».
  private static func firstOfList(
    _ words: [AddressWord], _ roles: [AddressReading.Role?], _ index: Int
  ) -> Int {
    var first = index
    while true {
      let isTied = words[first].gap == .hyphen || words[first].gap == .slash
      var isJoined = false
      var at = first - 1
      func isFree(_ at: Int) -> Bool {
        at >= 0 && roles[at] == nil && words[at + 1].gap < .segment
      }
      while isFree(at), !words[at].isNumber, linkers.contains(words[at].text) || isJoint(words[at])
      {
        isJoined = isJoined || isJoint(words[at])
        at -= 1
      }
      if isFree(at), HouseSuffix.isWord(words[at].text) { at -= 1 }
      guard isFree(at), isJoined || isTied && at == first - 1, words[at].isNumber,
        words[at].digits <= 4, !words[at].isOrdinal, words[at].glued != "e"
      else { return first }
      let step = words[first].value - words[at].value
      guard isTied ? isStep(step) : (1...60).contains(step) else { return first }
      first = at
    }
  }

  private static func isJoint(_ word: AddressWord) -> Bool { joints.contains(word.text) }

  /// Whether a range may go so far: `12-8` may be a range with a slip, `2000-7` is not a range.
  private static func isStep(_ step: Int) -> Bool { step > -10 && step < 200 && step != 0 }

  private static func isLastOfStreet(
    _ words: [AddressWord], _ roles: [AddressReading.Role?], _ index: Int
  ) -> Bool {
    index + 1 >= words.count || roles[index + 1] != nil || words[index + 1].gap == .segment
  }

  private static func isType(_ word: AddressWord) -> Bool {
    StreetType.named(word.text) != nil && (word.text.utf8.count > 1 || word.text == "r")
      || word.text.utf8.count > 4 && StreetType.misspelt(word.text) != nil
  }

  private static let bigness: Set<String> = [
    "grande", "grand", "petite", "petit", "vieille", "vieux", "ancienne", "ancien",
  ]

  /// « rue », « Grande Rue ».
  private static func startsStreet(_ words: [AddressWord], _ at: Int) -> Bool {
    isType(words[at])
      || bigness.contains(words[at].text) && at + 1 < words.count && isType(words[at + 1])
  }

  /// The first word past a number's suffix and the rest of its list or range.
  private static func behind(
    _ words: [AddressWord], _ roles: [AddressReading.Role?], _ index: Int
  ) -> Int {
    var at = pastSuffix(words, roles, index)
    for _ in 0..<8 {
      guard let next = furtherNumber(words, roles, at, after: words[index].value) else { return at }
      at = pastSuffix(words, roles, next)
    }
    return at
  }

  private static func pastSuffix(
    _ words: [AddressWord], _ roles: [AddressReading.Role?], _ index: Int
  ) -> Int {
    var at = index + 1
    if let (_, next) = pair(words, roles, index) { return next }
    if at < words.count, roles[at] == nil, words[index].glued.isEmpty, words[at].gap < .segment,
      HouseSuffix.isWord(words[at].text)
        || words[at].isInitial && at + 1 < words.count && roles[at + 1] == nil
          && startsStreet(words, at + 1)
    {
      at += 1
    }
    return at
  }

  /// Where the next number of a list or range stands: of « , 4 », « et 6 », « au 6 », « -6 », « /4 », « 6 ».
  private static func furtherNumber(
    _ words: [AddressWord], _ roles: [AddressReading.Role?], _ at: Int, after first: Int
  ) -> Int? {
    var at = at
    func isFree(_ at: Int) -> Bool { words.indices.contains(at) && roles[at] == nil }
    if isFree(at), joints.contains(words[at].text) {
      at += 1
      while isFree(at), linkers.contains(words[at].text) { at += 1 }
    }
    guard isFree(at), words[at].isNumber, words[at].digits <= 4, !words[at].isOrdinal,
      words[at].glued != "e"
    else { return nil }
    let step = words[at].value - first
    let isTied = words[at].gap == .hyphen || words[at].gap == .slash
    return isTied ? (isStep(step) ? at : nil) : (1...60).contains(step) ? at : nil
  }

  private static let joints: Set<String> = ["a", "et", "au"]

  /// A suffix of two parts behind a number, « 42 A bis », « 12bis A rue », « 5 A1 », and the first word past it.
  private static func pair(
    _ words: [AddressWord], _ roles: [AddressReading.Role?], _ index: Int
  ) -> (suffix: String, next: Int)? {
    func isFree(_ at: Int) -> Bool {
      words.indices.contains(at) && roles[at] == nil && words[at].gap < .segment
    }
    var at = index + 1
    var first = HouseSuffix.named(words[index].glued)
    if first == nil {
      guard words[index].glued.isEmpty, isFree(at), !words[at].isNumber else { return nil }
      if let both = HouseSuffix.pair(words[at].text) { return (both, at + 1) }
      first = HouseSuffix.named(words[at].text)
      at += 1
    }
    guard let first, isFree(at) else { return nil }
    if words[at].isNumber {
      // The digit stands against its letter.
      guard !HouseSuffix.isWord(first), words[at].gap == .none, words[at].digits <= 2,
        words[at].glued.isEmpty
      else { return nil }
      return (first + " " + words[at].text, at + 1)
    }
    guard let second = HouseSuffix.named(words[at].text),
      HouseSuffix.isWord(first) != HouseSuffix.isWord(second)
    else { return nil }
    // A letter alone may begin the street's name.
    if !HouseSuffix.isWord(second), words[at].gap < .hyphen {
      let next = at + 1
      guard !isFree(next) || startsStreet(words, next), words[at].text != "r" || isFree(next) else {
        return nil
      }
    }
    return (first + " " + second, at + 1)
  }

  /// « 12 bis », « 12 B rue … », « rue … 12 B ».
  private static func takeSuffix(
    _ words: [AddressWord], _ roles: inout [AddressReading.Role?], _ reading: inout AddressReading,
    _ next: inout Int
  ) {
    guard next < words.count, roles[next] == nil, words[next].gap < .segment,
      let suffix = HouseSuffix.named(words[next].text)
    else { return }
    let word = words[next]
    if word.text.utf8.count == 1 {
      let following = next + 1 < words.count && roles[next + 1] == nil ? words[next + 1] : nil
      let isSlashed = word.gap >= .hyphen
      let endsStreet = following == nil || following?.gap == .segment
      let isBeforeType = following.map(isType) ?? false
      // « 12 r. Carnot », « 12 à 14 »
      let isRange = word.text == "a" && following?.isNumber == true
      guard !isRange, isSlashed || endsStreet || isBeforeType,
        !(word.text == "r" && !isBeforeType)
      else { return }
    }
    reading.suffix = suffix
    roles[next] = .number
    next += 1
  }

  /// « 12-14 », « 12/14 », « 12 à 14 », « 12 et 14 », « 12 14 rue … ».
  private static func takeRange(
    _ words: [AddressWord], _ roles: inout [AddressReading.Role?], _ reading: inout AddressReading,
    _ next: inout Int
  ) {
    while next < words.count, roles[next] == nil {
      var at = next
      let isJoined = joints.contains(words[at].text)
      if isJoined {
        at += 1
        while at < words.count, roles[at] == nil, linkers.contains(words[at].text) { at += 1 }
      }
      guard at < words.count, roles[at] == nil, words[at].isNumber, words[at].digits <= 4,
        !words[at].isOrdinal, words[at].glued != "e"
      else { return }
      let last = reading.furtherNumbers.last ?? reading.number ?? 0
      let step = words[at].value - last
      let end = behind(words, roles, at)
      let isBeforeType = end < words.count && roles[end] == nil && startsStreet(words, end)
      let isTied = words[at].gap == .hyphen || words[at].gap == .slash
      // « rue … 3 et 5 »
      let isAtEnd = end >= words.count || roles[end] != nil || words[end].gap == .segment
      guard
        isTied && isStep(step)
          || (isJoined || words[at].gap == .segment || isBeforeType) && step > 0 && step <= 60
            && (isBeforeType || isJoined && isAtEnd)
      else { return }
      reading.furtherNumbers.append(words[at].value)
      for index in next...at { roles[index] = .number }
      next = at + 1
      // « 12-14 bis »
      if next < words.count, roles[next] == nil, ["bis", "ter"].contains(words[next].text) {
        roles[next] = .number
        next += 1
      }
    }
  }
}
