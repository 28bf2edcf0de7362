/// Streets an address may mean, by score. Keeps what it allocates and what it learnt of words: one for
/// each task.
struct StreetSearch {
  /// A street and how well the words say it.
  struct Candidate {
    var street: Int
    var score: Double
    var alignment: StreetAlignment
    /// The street's type differs from the one written.
    var hasOtherType = false
  }

  private let index: AddressIndex
  /// By name; zero except for names met in the search under way.
  private var points: [Float]
  private var met: [Int32] = []
  /// The street's part has articles and types only.
  private var isBare = false
  private var known: [String: [AddressIndex.Likeness]] = [:]
  private var near: [String: [AddressIndex.Likeness]] = [:]

  init(_ index: AddressIndex) {
    self.index = index
    points = [Float](repeating: 0, count: index.names.count)
  }

  /// The best candidates among the streets of some communes, best first; of equal ones, the first in
  /// the base.
  ///
  /// - Parameter communes: `nil` for all.
  mutating func candidates(
    _ reading: AddressReading, communes: [Int]?
  ) -> [Candidate] {
    let ranges = communes?.map { index.communeNamesRange[$0] } ?? [0..<index.names.count]
    isBare = !zip(reading.words, reading.roles).contains { word, role in
      role == .street && !StreetNameWords.isArticle(word.text)
        && StreetType.named(word.text) == nil
    }
    var words = WrittenWords(reading)
    for at in reading.words.indices where words.isSearched[at] {
      words.likeness[at] = sameWords(reading.words[at])
      // A word no street here has is a slip, or none of the street's.
      if !isArticle(reading.words[at]), !occurs(words.likeness[at], ranges) {
        words.likeness[at] += nearWords(reading.words[at])
      }
    }
    var found = ranked(words, reading, ranges)
    if found.first?.score ?? 0 < 0.93 {
      // A slip may have made a word that other streets have.
      var isNew = false
      for at in reading.words.indices
      where words.isSearched[at] && reading.roles[at] == .street && !isArticle(reading.words[at])
        && occurs(words.likeness[at], ranges) && !words.likeness[at].isEmpty
      {
        let more = nearWords(reading.words[at]).filter { new in
          !words.likeness[at].contains { $0.word == new.word }
        }
        if !more.isEmpty {
          words.likeness[at] += more
          isNew = true
        }
      }
      if isNew { found = ranked(words, reading, ranges) }
    }
    return found
  }

  /// Whether a word is left out of the search; « rue A » has no other.
  private func isArticle(_ word: AddressWord) -> Bool {
    !isBare && StreetNameWords.isArticle(word.text)
  }

  private func occurs(_ likeness: [AddressIndex.Likeness], _ ranges: [Range<Int>]) -> Bool {
    likeness.contains { like in
      ranges.contains { !index.names(with: like.word, in: $0).isEmpty }
    }
  }

  private mutating func sameWords(_ word: AddressWord) -> [AddressIndex.Likeness] {
    let key = word.text + (word.digits > 0 ? "#" : "")
    if let known = known[key] { return known }
    let found = index.sameWords(word)
    if known.count > 50_000 { known.removeAll(keepingCapacity: true) }
    known[key] = found
    return found
  }

  private mutating func nearWords(_ word: AddressWord) -> [AddressIndex.Likeness] {
    let key = word.text + (word.digits > 0 ? "#" : word.isDotted ? "." : "")
    if let known = near[key] { return known }
    let found = index.nearWords(word)
    if near.count > 50_000 { near.removeAll(keepingCapacity: true) }
    near[key] = found
    return found
  }

  // MARK: Ranking

  /// How many names are aligned word by word.
  private static let width = 40

  private mutating func ranked(
    _ words: WrittenWords, _ reading: AddressReading, _ ranges: [Range<Int>]
  ) -> [Candidate] {
    met.removeAll(keepingCapacity: true)
    func meet(
      _ likeness: [AddressIndex.Likeness], _ share: Float, _ points: inout [Float],
      _ met: inout [Int32]
    ) {
      for like in likeness {
        let gain = index.rarity[Int(like.word)] * Float(like.value * like.value) * share
        for range in ranges {
          for name in index.names(with: like.word, in: range) {
            if points[Int(name)] == 0 { met.append(name) }
            points[Int(name)] += gain
          }
        }
      }
    }
    for at in reading.words.indices where words.isSearched[at] && !isArticle(reading.words[at]) {
      meet(words.likeness[at], reading.roles[at] == .street ? 1 : 0.4, &points, &met)
    }
    for pair in words.joined(index) {
      meet([AddressIndex.Likeness(word: pair.word, value: 1)], 1, &points, &met)
    }
    for split in words.split(index) {
      for word in [split.first, split.second] where index.weights[Int(word)] > 0.1 {
        meet([AddressIndex.Likeness(word: word, value: 1)], 0.7, &points, &met)
      }
    }
    let types = Set(reading.words.compactMap { StreetType.named($0.text) })
    var order = met.map { name -> (Float, Int32) in
      let own = index.names[Int(name)]
      let bonus: Float = own.type.map { types.contains($0) ? 0.25 : 0 } ?? 0
      return (points[Int(name)] + bonus - 0.15 * own.weight, name)
    }
    for name in met { points[Int(name)] = 0 }
    if order.count > StreetSearch.width {
      order.sort { ($1.0, $0.1) < ($0.0, $1.1) }
      order.removeLast(order.count - StreetSearch.width)
    }
    var best: [Int: Candidate] = [:]
    for (_, name) in order {
      guard let candidate = align(words, reading, Int(name)), candidate.score >= 0.3 else {
        continue
      }
      if candidate.score > best[candidate.street]?.score ?? 0 { best[candidate.street] = candidate }
    }
    return best.values.sorted { ($1.score, $0.street) < ($0.score, $1.street) }
  }

  private func align(
    _ words: WrittenWords, _ reading: AddressReading, _ name: Int
  ) -> Candidate? {
    let own = index.names[name]
    let ids = Array(index.nameWords[Int(own.words.lowerBound)..<Int(own.words.upperBound)])
    let matches = words.matches(ids, index)
    guard !matches.isEmpty else { return nil }
    var alignment = StreetAlignment(
      reading.words, weights: words.weights, roles: reading.roles, matches: matches,
      nameWeights: ids.map { index.weights[Int($0)] })
    var candidate = Candidate(street: Int(own.street), score: alignment.score, alignment: alignment)
    switch (own.type, alignment.type) {
    case (let a?, let b?) where a == b:
      if alignment.isTypeMisspelt { candidate.score *= 0.99 }
    case (_?, _?):
      candidate.score *= 0.8
      candidate.hasOtherType = true
      alignment.isWhole = false
    case (_?, nil):
      candidate.score *= 0.95
      alignment.isWhole = false
    case (nil, _?): candidate.score *= 0.93
    case (nil, nil): break
    }
    candidate.alignment = alignment
    return candidate
  }
}
