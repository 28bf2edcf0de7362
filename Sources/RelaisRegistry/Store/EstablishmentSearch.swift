public import CoverageEngine
import Foundation
import RelaisGeo

/// Finds the establishment people mean by what they type: on the command line, at a desk.
///
/// What names it exactly comes first; what may mean others, too, only where nothing does.
public struct EstablishmentSearch: Sendable {
  /// How a text names an establishment, the surest first.
  enum Level: Int, CaseIterable, Comparable {
    /// Its whole identifier, or that of the candidate it was.
    case identifier
    /// Its number in a list.
    case number
    /// The digits of its number alone: `1` for `PR-001`.
    case digits
    /// The eight characters that lists show.
    case code
    case siret
    case name
    /// The start of an identifier, four characters or more.
    case start
    case phone
    case sticker
    /// Words of the name, or their beginnings.
    case words
    /// Some of the name, others of the address.
    case wordsAndPlace
    /// As before, but for one letter of a word.
    case guess

    static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
  }

  private struct Entry: Sendable {
    var history: EstablishmentHistory
    var one: Establishment
    /// Words are taken apart where they are asked for: most texts name an establishment by its code or its whole name.
    var name: [String] { SearchWords.of(one.name) }
    var place: [String] {
      [one.address.line, one.address.city, one.address.postcode].compactMap { $0 }
        .flatMap(SearchWords.of)
    }
  }

  private let histories: [String: EstablishmentHistory]
  private let entries: [Entry]
  private let phones: [String: [String]]
  private let numbers: [String: String]
  /// The establishments whose number has some digits.
  private let digits: [String: [String]]

  /// - Parameters:
  ///   - histories: All the registry has.
  ///   - contacts: Whom to call, by establishment; without them nobody is found by telephone.
  ///   - numbers: The establishments that lists gave numbers, by number.
  public init(
    _ histories: [EstablishmentHistory], contacts: [String: [Contact]] = [:],
    numbers: [String: String] = [:]
  ) {
    self.numbers = numbers
    digits = Dictionary(
      numbers.compactMap { number, id in ListNumber.digits(in: number).map { ($0, [id]) } },
      uniquingKeysWith: +)
    self.histories = Dictionary(histories.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    entries = histories.compactMap { history in
      history.establishment().map { Entry(history: history, one: $0) }
    }
    phones = contacts.mapValues { $0.compactMap(\.phone) }
  }

  /// What a text names: those of the surest level at which it names any, by name.
  ///
  /// - Parameter level: The last level to be tried.
  func found(_ text: String, upTo level: Level = .guess) -> (Level, [EstablishmentHistory])? {
    for one in Level.allCases where one <= level {
      let found = at(one, text)
      if !found.isEmpty { return (one, found) }
    }
    return nil
  }

  /// The identifiers of those a text names, and whether a letter had to be wrong; `nil` where it names none.
  package func identifiers(_ text: String) -> (Set<String>, isGuess: Bool)? {
    found(text).map { level, histories in (Set(histories.map(\.id)), level == .guess) }
  }

  /// Whether a text is a number that a list gave some establishment, or the digits of one.
  package func isNumber(_ text: String) -> Bool {
    [.number, .digits].contains { !at($0, text).isEmpty }
  }

  /// The establishments a text may mean, the likeliest first.
  public func ranked(_ text: String, limit: Int = 12) -> [Establishment] {
    var result: [Establishment] = []
    var seen = Set<String>()
    for level in Level.allCases where result.count < limit {
      for history in at(level, text) where seen.insert(history.id).inserted {
        if let one = history.establishment() { result.append(one) }
      }
    }
    for one in nearest(text, limit: limit) where seen.insert(one.id).inserted {
      result.append(one)
    }
    return Array(result.prefix(limit))
  }

  /// Those whose names are most like a text that names none of them.
  func nearest(_ text: String, limit: Int = 5) -> [Establishment] {
    let words = SearchWords.telling(text).filter { $0.count >= 3 }
    let scored = entries.compactMap { entry -> (score: Int, one: Establishment)? in
      let name = entry.name
      let score = words.reduce(0) { sum, word in
        sum
          + (name.map { other in
            if other == word { return 4 }
            let distance = OneLetter.distance(word, other)
            if distance <= 1 { return 3 }
            let longer = max(word.count, other.count)
            if distance == 2, longer >= 5 { return 2 }
            return word.count >= 4 && (other.hasPrefix(word.prefix(4)) || other.contains(word))
              ? 1 : 0
          }.max() ?? 0)
      }
      return score > 0 ? (score, entry.one) : nil
    }
    return scored.sorted { a, b in
      (b.score, a.one.foldedName, a.one.id) < (a.score, b.one.foldedName, b.one.id)
    }.prefix(limit).map(\.one)
  }

  /// The establishment known by an identifier now: it, or the one it became.
  static func present(
    _ id: String, in histories: [String: EstablishmentHistory]
  ) -> EstablishmentHistory? {
    var history = histories[id]
    var seen: Set<String> = [id]
    while let other = history?.mergedInto {
      guard seen.insert(other).inserted else { return nil }
      history = histories[other]
    }
    return history?.isPresent == true ? history : nil
  }

  private func present(_ ids: [String]) -> [EstablishmentHistory] {
    var seen = Set<String>()
    return ids.compactMap { EstablishmentSearch.present($0, in: histories) }
      .filter { seen.insert($0.id).inserted }
  }

  private func at(_ level: Level, _ text: String) -> [EstablishmentHistory] {
    let code = text.lowercased()
    switch level {
    case .identifier:
      return Array(present([code, CandidateKey.establishment(of: text)]).prefix(1))
    case .number:
      let typed = code.trimmingCharacters(in: .whitespaces)
      let listed = present(numbers[typed].map { [$0] } ?? [])
      return listed.isEmpty ? present(ListNumber.keys(ofTyped: typed)) : listed
    case .digits:
      return sorted(present(ListNumber.digits(of: code).flatMap { digits[$0] } ?? []))
    case .code: return code.count == 8 ? starting(with: code) : []
    case .start: return code.count >= 4 ? starting(with: code) : []
    case .siret:
      guard let siret = SIRET.digits(of: text) else { return [] }
      return everySelf { $0.siret == siret }
    case .name:
      let folded = Establishment.folded(text)
      return folded.isEmpty ? [] : everySelf { $0.foldedName == folded }
    case .phone:
      let digits = text.filter { $0.isASCII && $0.isNumber }
      guard digits.count >= 9, !text.contains(where: \.isLetter) else { return [] }
      let ids = phones.filter { _, numbers in
        numbers.contains { $0.filter(\.isNumber).contains(digits.suffix(9)) }
      }
      return sorted(present(ids.keys.sorted()))
    case .sticker:
      let number = Establishment(id: "", facts: [.sticker: .text(text)]).stickerNumber
      guard let number, text.contains(where: \.isNumber), text.filter(\.isLetter).count <= 2
      else { return [] }
      return matching { $0.one.stickerNumber == number }
    case .words, .wordsAndPlace, .guess:
      let words = SearchWords.telling(text)
      guard !words.isEmpty else { return [] }
      let joined = words.joined()
      return matching { entry in
        let name = entry.name
        switch level {
        case .words: return words.allSatisfy { SearchWords.isPart($0, of: name) }
        case .wordsAndPlace:
          guard words.contains(where: { SearchWords.isPart($0, of: name) }) else { return false }
          let all = name + entry.place
          return words.allSatisfy { SearchWords.isPart($0, of: all) }
        default:
          if joined.utf8.count >= 4, OneLetter.isOff(joined, name.joined()) { return true }
          guard words.contains(where: { SearchWords.isNearly($0, of: name) }) else { return false }
          let all = name + entry.place
          return words.allSatisfy {
            SearchWords.isPart($0, of: all) || SearchWords.isNearly($0, of: name)
          }
        }
      }
    }
  }

  private func starting(with code: String) -> [EstablishmentHistory] {
    sorted(present(histories.keys.filter { $0.hasPrefix(code) }.sorted()))
  }

  private func matching(_ holds: (Entry) -> Bool) -> [EstablishmentHistory] {
    sorted(entries.filter(holds).map(\.history))
  }

  /// Those that are so, or of which one that became them was.
  private func everySelf(_ holds: (Establishment) -> Bool) -> [EstablishmentHistory] {
    let now = matching { holds($0.one) }
    if !now.isEmpty { return now }
    return matching { entry in
      entry.history.allAbsorbed.contains { $0.unmerged.map(holds) ?? false }
    }
  }

  private func sorted(_ histories: [EstablishmentHistory]) -> [EstablishmentHistory] {
    histories.map { ($0.establishment()?.foldedName ?? "", $0) }
      .sorted { ($0.0, $0.1.id) < ($1.0, $1.1.id) }.map(\.1)
  }
}
