/// How well an address's words say a street's name: which words match, which are missing, which are
/// left over.
struct StreetAlignment {
  /// A run of the address's words that says a run of the name's.
  struct Match {
    var written: Range<Int>
    var name: Range<Int>
    var likeness: Double
    /// What it costs to take words that stand elsewhere than a street's do.
    var cost = 0.0
  }

  /// 0 to 1: the name alone, without its type.
  var score = 0.0
  /// The type written next to it, canonical.
  var type: String?
  /// The type is misspelt.
  var isTypeMisspelt = false
  /// Which words of the address are explained, the type's too.
  var explained: Set<Int> = []
  /// Words that name something and are not explained, in the street's own part of the address.
  var leftOver: [Int] = []
  /// All that was written is in the name, which may have more.
  var isSaid = false
  /// All words are there, none is misspelt, nothing is left over.
  var isWhole = false

  /// Weight of the words the chain says, each times its likeness; less what lies in its gaps.
  private struct Link {
    var value: Double
    var before: Int
  }

  /// - Parameters:
  ///   - words: The address's words.
  ///   - weights: What a word left over weighs, by its part of the address.
  ///   - matches: Possible matches, by the end of their written run.
  ///   - nameWeights: Of the name's words.
  init(
    _ words: [AddressWord], weights: [Double], roles: [AddressReading.Role], matches: [Match],
    nameWeights: [Double]
  ) {
    let chain = StreetAlignment.best(matches, weights, nameWeights)
    guard let first = chain.first, let last = chain.last else { return }
    var said = 0.0
    var present = 0.0
    var isExact = true
    var named = Set<Int>()
    for match in chain {
      for index in match.name {
        present += nameWeights[index]
        said += nameWeights[index] * match.likeness
        named.insert(index)
      }
      if match.likeness < 0.965 { isExact = false }
      explained.formUnion(match.written)
    }
    var missing = 0.0
    let firstNamed = named.min() ?? 0
    for (index, weight) in nameWeights.enumerated() where !named.contains(index) {
      // A title or first name is left out more readily than a name, and what stands first is one.
      missing += weight == 0.5 ? 0.25 : index < firstNamed ? min(weight, 0.45) : weight
    }
    takeType(words, roles, first.written.lowerBound, last.written.upperBound)
    var extra = 0.0
    for (index, weight) in weights.enumerated() where !explained.contains(index) && weight > 0 {
      extra += weight == 0.5 ? 0.25 : weight
      if roles[index] == .street, !StreetNameWords.isArticle(words[index].text) {
        leftOver.append(index)
      }
    }
    score = said / (present + 0.9 * missing + 0.8 * extra)
    isSaid = isExact && leftOver.isEmpty
    isWhole = isSaid && missing < 0.2
  }

  /// The type before the name's first word, past articles; else behind its last.
  private mutating func takeType(
    _ words: [AddressWord], _ roles: [AddressReading.Role], _ start: Int, _ end: Int
  ) {
    var at = start - 1
    // « avenue du maréchal Foch » for Avenue Foch: the type is behind words the name lacks.
    while at >= 0, at > start - 4, roles[at] != .number, words[at].gap < .segment,
      StreetNameWords.weight(words[at].text) <= 0.5
    {
      at -= 1
    }
    for index in [at, end] where words.indices.contains(index) {
      guard [.street, .before, .after].contains(roles[index]) else { continue }
      let word = words[index].text
      if let type = StreetType.named(word) {
        self.type = type
      } else if let type = StreetType.misspelt(word), index == at {
        self.type = type
        isTypeMisspelt = true
      } else {
        continue
      }
      explained.insert(index)
      return
    }
  }

  /// The chain of matches, in order on both sides, that says most.
  private static func best(
    _ matches: [Match], _ weights: [Double], _ nameWeights: [Double]
  ) -> [Match] {
    var links: [Link] = []
    links.reserveCapacity(matches.count)
    var best = -1
    for (index, match) in matches.enumerated() {
      var own = -match.cost
      for word in match.name { own += nameWeights[word] * match.likeness }
      var link = Link(value: own, before: -1)
      for before in 0..<index {
        let other = matches[before]
        guard other.written.upperBound <= match.written.lowerBound,
          other.name.upperBound <= match.name.lowerBound,
          match.written.lowerBound - other.written.upperBound <= 3
        else { continue }
        var gap = 0.0
        for word in other.written.upperBound..<match.written.lowerBound { gap += weights[word] }
        // Words side by side on both sides win over the same words apart.
        let isTight =
          other.written.upperBound == match.written.lowerBound
          && other.name.upperBound == match.name.lowerBound
        let value = links[before].value + own - 0.6 * gap + (isTight ? 0.01 : 0)
        if value > link.value { link = Link(value: value, before: before) }
      }
      links.append(link)
      if best < 0 || link.value > links[best].value + 1e-9 { best = index }
    }
    var chain: [Match] = []
    while best >= 0 {
      chain.append(matches[best])
      best = links[best].before
    }
    return chain.reversed()
  }
}
