import Foundation

/// The streets of a base by the words of their names, to find them from words people write.
///
/// A word leads to the names that have it (postings, in the order of streets, so that those of a
/// commune are one run). A misspelt word is looked for in the vocabulary: letters it shares first, then
/// the edit distance. Made from an ``AddressBase`` in some hundredths of a second; kept in memory.
struct AddressIndex: Sendable {
  /// One name of a street; a street may have several.
  struct Name: Sendable {
    var street: Int32
    var words: Range<Int32>
    /// `nil` for a name without a type.
    var type: String?
    /// The sum of its words' weights.
    var weight: Float
  }

  let base: AddressBase
  let communeNames: CommuneNames
  /// Communes of each postcode, increasing.
  let communesByPostcode: [String: [Int]]
  let communeByCode: [String: Int]

  private(set) var names: [Name] = []
  /// Word identifiers of all names, name after name.
  private(set) var nameWords: [Int32] = []
  /// Names of each commune.
  private(set) var communeNamesRange: [Range<Int>] = []

  private(set) var vocabulary: [String] = []
  private(set) var weights: [Double] = []
  /// How distinctive a word is here: the fewer names have it, the more.
  private(set) var rarity: [Float] = []
  private var identifiers: [String: Int32] = [:]
  /// Words that are short for another: `mal` under `marechal`.
  private var shortened: [String: [Int32]] = [:]
  /// Two following words of a name written as one.
  private var joined: [String: [(first: Int32, second: Int32)]] = [:]
  private var letters: [[UInt8]] = []
  private var signatures: [UInt32] = []
  private var postingStart: [Int32] = []
  private var postings: [Int32] = []

  init(_ base: AddressBase) {
    self.base = base
    communeNames = CommuneNames(
      base.communes.map { [$0.name] + $0.formerNames }, others: base.communes.map(\.otherNames))
    var byPostcode: [String: [Int]] = [:]
    var byCode: [String: Int] = [:]
    for (index, commune) in base.communes.enumerated() {
      for postcode in commune.postcodes { byPostcode[postcode, default: []].append(index) }
      if !commune.code.isEmpty { byCode[commune.code] = index }
    }
    communesByPostcode = byPostcode
    communeByCode = byCode
    for commune in base.communes {
      let start = names.count
      for street in commune.streets {
        let own = base.streets[street]
        for text in [own.name] + own.otherNames { add(base.texts[Int(text)], Int32(street)) }
      }
      communeNamesRange.append(start..<names.count)
    }
    makePostings()
  }

  private mutating func add(_ text: String, _ street: Int32) {
    var name = StreetName(text)
    if let open = text.firstIndex(of: "("), case let own = StreetName(String(text[..<open])),
      !own.words.isEmpty
    {
      name = own
    }
    let start = Int32(nameWords.count)
    var weight = 0.0
    for word in name.words {
      let id = identifier(word)
      nameWords.append(id)
      weight += weights[Int(id)]
    }
    for (first, second) in zip(name.words, name.words.dropFirst()) {
      let pair = (identifier(first), identifier(second))
      let key = first + second
      if joined[key]?.contains(where: { $0 == pair }) != true {
        joined[key, default: []].append(pair)
      }
    }
    names.append(
      Name(
        street: street, words: start..<Int32(nameWords.count), type: name.type,
        weight: Float(weight)))
  }

  private mutating func identifier(_ word: String) -> Int32 {
    if let known = identifiers[word] { return known }
    let id = Int32(vocabulary.count)
    identifiers[word] = id
    vocabulary.append(word)
    weights.append(StreetNameWords.weight(word))
    let bytes = Array(word.utf8)
    letters.append(bytes)
    signatures.append(AddressIndex.signature(bytes))
    for reading in AddressAbbreviations.readings[word] ?? [] {
      shortened[reading, default: []].append(id)
    }
    return id
  }

  private mutating func makePostings() {
    var counts = [Int32](repeating: 0, count: vocabulary.count + 1)
    func unique(_ name: Name) -> Set<Int32> {
      Set(nameWords[Int(name.words.lowerBound)..<Int(name.words.upperBound)])
    }
    for name in names { for word in unique(name) { counts[Int(word) + 1] += 1 } }
    rarity = (0..<vocabulary.count).map {
      let share = Float(counts[$0 + 1]) / Float(max(1, names.count))
      return Float(weights[$0]) * (0.3 + max(0, -log(share + 1e-4)) / 9)
    }
    for word in 0..<vocabulary.count { counts[word + 1] += counts[word] }
    postingStart = counts
    postings = [Int32](repeating: 0, count: Int(counts[vocabulary.count]))
    var next = counts
    for (index, name) in names.enumerated() {
      for word in unique(name) {
        postings[Int(next[Int(word)])] = Int32(index)
        next[Int(word)] += 1
      }
    }
  }

  // MARK: Words

  /// The word of the vocabulary, if it has it.
  func identifier(of word: String) -> Int32? { identifiers[word] }

  /// A word of the vocabulary and how near it is to one written.
  struct Likeness: Sendable {
    var word: Int32
    /// 1 for the same.
    var value: Double
  }

  /// Words one may have meant without a slip: the same, short for it, what it is short for.
  func sameWords(_ word: AddressWord) -> [Likeness] {
    var result: [Likeness] = []
    func add(_ id: Int32, _ value: Double) {
      if let known = result.firstIndex(where: { $0.word == id }) {
        result[known].value = max(result[known].value, value)
      } else {
        result.append(Likeness(word: id, value: value))
      }
    }
    if let id = identifiers[word.text] { add(id, 1) }
    for id in shortened[word.text] ?? [] { add(id, 0.99) }
    for reading in AddressAbbreviations.readings[word.text] ?? [] {
      if let id = identifiers[reading] { add(id, 0.98) }
      for id in shortened[reading] ?? [] { add(id, 0.97) }
    }
    // « 8 mai 45 »
    if word.digits == 2, word.value > 12, let id = identifiers["19\(word.text)"] { add(id, 0.9) }
    if word.value > 1900, word.value < 2000, let id = identifiers[String(word.value - 1900)] {
      add(id, 0.9)
    }
    return result
  }

  /// Words that are a slip or two away, or begin with a dotted one.
  ///
  /// - Complexity: O(vocabulary), a few nanoseconds a word.
  func nearWords(_ word: AddressWord) -> [Likeness] {
    let bytes = Array(word.text.utf8)
    guard bytes.count >= 3, word.digits == 0 else { return [] }
    if let first = bytes.first, first <= 0x39 { return [] }
    var result: [Likeness] = []
    if let number = AddressNumerals.misspelt(bytes), let id = identifiers[String(number)] {
      result.append(Likeness(word: id, value: 0.85))
    }
    let signature = AddressIndex.signature(bytes)
    for id in letters.indices {
      let other = letters[id]
      let difference = other.count - bytes.count
      if word.isDotted, difference > 0, other.starts(with: bytes) {
        result.append(Likeness(word: Int32(id), value: 0.85))
        continue
      }
      guard abs(difference) <= 2, (signature ^ signatures[id]).nonzeroBitCount <= 4 else {
        continue
      }
      let longest = max(other.count, bytes.count)
      let limit = longest >= 6 ? 2 : longest >= 3 ? 1 : 0
      guard other[0] > 0x39, let distance = EditDistance.within(limit, bytes, other), distance > 0
      else { continue }
      result.append(
        Likeness(word: Int32(id), value: AddressIndex.likeness(distance, bytes, other)))
    }
    return result
  }

  private static func likeness(_ distance: Int, _ a: [UInt8], _ b: [UInt8]) -> Double {
    let longest = Double(max(a.count, b.count))
    var value = 1 - 0.9 * Double(distance) / longest
    // Plurals and final letters are the lightest slips, first letters the heaviest.
    if distance == 1, a.count != b.count, a.starts(with: b) || b.starts(with: a) {
      value = max(value, 0.93)
    }
    if a[0] != b[0] { value -= 0.04 }
    return value
  }

  /// One bit a letter.
  private static func signature(_ bytes: [UInt8]) -> UInt32 {
    var bits: UInt32 = 0
    for byte in bytes { bits |= 1 << UInt32(byte & 31) }
    return bits
  }

  /// Two words of some name that are written as this one.
  func pairs(_ text: String) -> [(first: Int32, second: Int32)] { joined[text] ?? [] }

  /// The names with a word, within a run of names; increasing.
  func names(with word: Int32, in range: Range<Int>) -> ArraySlice<Int32> {
    let low = Int(postingStart[Int(word)])
    let high = Int(postingStart[Int(word) + 1])
    let start = lowerBound(Int32(range.lowerBound), low, high)
    return postings[start..<lowerBound(Int32(range.upperBound), start, high)]
  }

  private func lowerBound(_ name: Int32, _ low: Int, _ high: Int) -> Int {
    var (low, high) = (low, high)
    while low < high {
      let middle = (low + high) / 2
      if postings[middle] < name { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
