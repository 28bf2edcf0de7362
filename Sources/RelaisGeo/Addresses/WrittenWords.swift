/// The words of a reading as a search looks at them: which may be part of a street's name, what each
/// may mean, what each weighs when it is left over.
struct WrittenWords {
  private let reading: AddressReading
  /// Whether a word may say a street's name.
  private(set) var isSearched: [Bool]
  /// What a word left over weighs.
  private(set) var weights: [Double]
  /// By word; what the vocabulary has of it.
  var likeness: [[AddressIndex.Likeness]]

  init(_ reading: AddressReading) {
    self.reading = reading
    isSearched = reading.roles.map { [.street, .before, .after, .number].contains($0) }
    likeness = [[AddressIndex.Likeness]](repeating: [], count: reading.words.count)
    weights = zip(reading.words, reading.roles).map { word, role in
      switch role {
      case .street: StreetNameWords.weight(word.text)
      case .before, .after: StreetNameWords.isArticle(word.text) ? 0 : 0.04
      case .number, .postcode, .city, .complement: 0
      }
    }
  }

  /// Words of the vocabulary that two following words make when joined.
  func joined(_ index: AddressIndex) -> [(at: Int, word: Int32)] {
    pairs.compactMap { at in
      index.identifier(of: reading.words[at].text + reading.words[at + 1].text).map { (at, $0) }
    }
  }

  /// Pairs of words of the vocabulary that were written as one.
  func split(_ index: AddressIndex) -> [(at: Int, first: Int32, second: Int32)] {
    reading.words.indices.filter { isSearched[$0] && reading.words[$0].text.utf8.count > 3 }
      .flatMap { at in
        index.pairs(reading.words[at].text).map { (at, $0.first, $0.second) }
      }
  }

  /// Where two searched words follow each other in a segment.
  private var pairs: [Int] {
    reading.words.indices.dropLast().filter {
      isSearched[$0] && isSearched[$0 + 1] && reading.words[$0 + 1].gap < .segment
        && !reading.words[$0].isNumber && !reading.words[$0 + 1].isNumber
    }
  }

  /// All ways words match those of a name, by the end of the written run.
  func matches(_ name: [Int32], _ index: AddressIndex) -> [StreetAlignment.Match] {
    var result: [StreetAlignment.Match] = []
    for at in reading.words.indices where isSearched[at] {
      let word = reading.words[at]
      let share = reading.roles[at] == .number ? 0.9 : 1
      for (place, id) in name.enumerated() {
        if let like = likeness[at].first(where: { $0.word == id }) {
          result.append(
            .init(
              written: at..<at + 1, name: place..<place + 1, likeness: like.value * share))
          continue
        }
        let other = index.vocabulary[Int(id)]
        guard place + 1 < name.count || other.utf8.count == 1 else { continue }
        // « J. Jaurès », « Rue G Péri »: an initial on either side.
        if word.isInitial || (other.utf8.count == 1 && !word.isNumber && word.text.utf8.count > 1),
          word.text.utf8.first == other.utf8.first, !StreetNameWords.isArticle(other),
          !StreetNameWords.isArticle(word.text) || word.isDotted
        {
          result.append(
            .init(written: at..<at + 1, name: place..<place + 1, likeness: 0.8))
        }
      }
      initials(word, at, name, index, &result)
    }
    for (at, id) in joined(index) {
      for (place, own) in name.enumerated() where own == id {
        result.append(.init(written: at..<at + 2, name: place..<place + 1, likeness: 0.98))
      }
    }
    for (at, first, second) in split(index) {
      for place in name.indices.dropLast() where name[place] == first && name[place + 1] == second {
        result.append(.init(written: at..<at + 1, name: place..<place + 2, likeness: 0.97))
      }
    }
    for at in result.indices
    where result[at].written.contains(where: { reading.roles[$0] != .street }) {
      result[at].cost = 0.05
    }
    return result.sorted {
      ($0.written.upperBound, $0.name.lowerBound, $0.name.upperBound)
        < ($1.written.upperBound, $1.name.lowerBound, $1.name.upperBound)
    }
  }

  /// « JJ Rousseau », « JF Kennedy ».
  private func initials(
    _ word: AddressWord, _ at: Int, _ name: [Int32], _ index: AddressIndex,
    _ result: inout [StreetAlignment.Match]
  ) {
    guard word.text.utf8.count == 2, likeness[at].isEmpty, !word.isNumber, name.count > 2 else {
      return
    }
    let bytes = Array(word.text.utf8)
    for place in 0..<name.count - 2
    where index.vocabulary[Int(name[place])].utf8.first == bytes[0]
      && index.vocabulary[Int(name[place + 1])].utf8.first == bytes[1]
    {
      result.append(.init(written: at..<at + 1, name: place..<place + 2, likeness: 0.8))
    }
  }
}
