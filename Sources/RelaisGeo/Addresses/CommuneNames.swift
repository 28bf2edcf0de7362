/// The communes of an address base by name, present and former, as people write them.
public struct CommuneNames: Sendable {
  /// What a name was found to mean.
  public struct Match: Hashable, Sendable {
    /// Indices of communes, increasing.
    public var communes: [Int]
    /// 1 for the whole name, less for the beginning of one or a misspelt one.
    public var quality: Double
  }

  private struct Name: Sendable {
    var key: [UInt8]
    var communes: [Int]
  }

  private let whole: [String: [Int]]
  /// Names that go with a commune's addresses and are not its own.
  private let others: [String: [Int]]
  /// Sorted by key, so that nothing depends on a dictionary's order.
  private let names: [Name]
  private let longest: Int

  /// - Parameters:
  ///   - names: Each commune's names.
  ///   - others: Names that go with each commune's addresses: those of post offices. They count where no
  ///     commune bears them itself.
  public init(_ names: [[String]], others: [[String]] = []) {
    var longest = 1
    func index(_ names: [[String]]) -> [String: [Int]] {
      var communes: [String: [Int]] = [:]
      for (commune, spellings) in names.enumerated() {
        for spelling in spellings {
          let words = AddressText.words(spelling)
          let key = CommuneNames.key(words[...])
          guard !key.isEmpty, communes[key]?.last != commune else { continue }
          communes[key, default: []].append(commune)
          longest = max(longest, words.count)
        }
      }
      return communes
    }
    let whole = index(names)
    self.others = index(others)
    self.whole = whole
    self.longest = longest + 1
    self.names = whole.map { Name(key: Array($0.key.utf8), communes: $0.value) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
  }

  /// The most words a name may have.
  var longestName: Int { longest }

  /// A name's words without articles, abbreviations written out.
  static func key(_ words: ArraySlice<AddressWord>) -> String {
    var parts: [String] = []
    for word in words {
      switch word.text {
      case "st": parts.append("saint")
      case "ste": parts.append("sainte")
      case "de", "du", "des", "d", "la", "le", "les", "l", "lez", "lès", "sur", "s", "sous", "en",
        "aux", "au", "a", "et", "ls":
        continue
      default: parts.append(word.text)
      }
    }
    return parts.joined(separator: " ")
  }

  /// A name written whole: articles, accents, `St` do not count.
  public func exact(_ words: ArraySlice<AddressWord>) -> Match? {
    guard words.count <= longest else { return nil }
    let key = CommuneNames.key(words)
    return (whole[key] ?? others[key]).map { Match(communes: $0, quality: 1) }
  }

  /// The communes whose addresses bear a name that is not their own.
  func communes(naming text: String) -> [Int] {
    others[CommuneNames.key(AddressText.words(text)[...])] ?? []
  }

  /// A name written whole, begun (`Vandœuvre` for Vandœuvre-lès-Nancy) or misspelt by a letter or two.
  ///
  /// - Complexity: O(names).
  public func near(_ words: ArraySlice<AddressWord>) -> Match? {
    if let match = exact(words) { return match }
    let key = CommuneNames.key(words)
    let bytes = Array(key.utf8)
    guard bytes.count >= 3 else { return nil }
    var begun: [Int] = []
    for name in names
    where name.key.count > bytes.count + 1 && name.key[bytes.count] == 0x20
      && name.key.starts(with: bytes)
    {
      begun += name.communes
    }
    if bytes.count >= 4, !begun.isEmpty {
      return Match(communes: Array(Set(begun)).sorted(), quality: 0.97)
    }
    guard bytes.count >= 5 else { return nil }
    let limit = bytes.count >= 8 ? 2 : 1
    var best: (distance: Int, communes: [Int]) = (.max, [])
    for name in names {
      guard let distance = EditDistance.within(limit, bytes, name.key) else { continue }
      if distance < best.distance {
        best = (distance, name.communes)
      } else if distance == best.distance {
        best.communes += name.communes
      }
    }
    if best.distance == .max, let joined = unspaced(bytes) { best = joined }
    guard best.distance != .max else { return nil }
    return Match(
      communes: Array(Set(best.communes)).sorted(),
      quality: 1 - 0.4 * Double(best.distance) / Double(bytes.count))
  }

  /// A name written in one word, or cut into more than it has.
  private func unspaced(_ bytes: [UInt8]) -> (Int, [Int])? {
    let letters = bytes.filter { $0 != 0x20 }
    guard letters.count >= 6 else { return nil }
    for name in names where name.key.filter({ $0 != 0x20 }) == letters {
      return (1, name.communes)
    }
    return nil
  }
}
