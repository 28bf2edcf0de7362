import CoverageEngine
import RelaisGeo

/// The words by which a person is told from others, in any order, folded.
struct PersonName: Hashable, Sendable {
  let words: Set<String>

  /// First name and surname: one word alone may be anybody.
  var isWhole: Bool { words.count >= 2 }

  /// Words that distinguish nobody.
  static let commonWords: Set<String> = [
    "m", "mr", "mme", "mlle", "mm", "madame", "monsieur", "mademoiselle", "dr", "docteur", "me",
    "maitre", "mrs", "ms", "miss", "de", "du", "des", "d", "la", "le", "les", "l", "von", "van",
    "der", "den", "et", "ou", "and", "or",
  ]
  /// What people are in a shop, written after their names.
  private static let roles: Set<String> = [
    "gerant", "gerante", "patron", "patronne", "responsable", "directeur", "directrice",
    "president", "presidente", "proprietaire", "vendeur", "vendeuse", "employe", "employee",
    "associe", "associee", "adjoint", "adjointe", "manager", "owner",
  ]
  private static let conjunctions: Set<String> = ["et", "ou", "and", "or"]

  /// The people a cell names: « Jean Martin et Sophie Durand », « CANARI, Zélie (gérante) ».
  static func people(_ text: String) -> [PersonName] {
    var pieces: [(words: Set<String>, followsComma: Bool)] = [([], false)]
    var end = text.startIndex
    for word in words(text) {
      let between = text[end..<word.range.lowerBound]
      end = word.range.upperBound
      if conjunctions.contains(word.folded) || between.contains(where: { "();/&+\n".contains($0) })
      {
        pieces.append(([], false))
      } else if between.contains(",") {
        pieces.append(([], true))
      }
      if !commonWords.contains(word.folded), !roles.contains(word.folded) {
        pieces[pieces.count - 1].words.insert(word.folded)
      }
    }
    var people: [Set<String>] = []
    for piece in pieces where !piece.words.isEmpty {
      // « Canari, Zélie » is one name.
      if piece.followsComma, piece.words.count == 1, let last = people.popLast() {
        people.append(last.union(piece.words))
      } else {
        people.append(piece.words)
      }
    }
    let whole = people.filter { $0.count >= 2 }
    return (whole.isEmpty ? [telling(text)].filter { !$0.isEmpty } : whole).map(PersonName.init)
  }

  /// The words of a text that distinguish people; all of them where none does.
  static func telling(_ text: String) -> Set<String> {
    let words = Set(words(text).map(\.folded))
    let telling = words.subtracting(commonWords).subtracting(roles)
    return telling.isEmpty ? words : telling
  }

  /// The words of a text, folded, where they stand.
  static func words(_ text: String) -> [(range: Range<String.Index>, folded: String)] {
    var words: [(range: Range<String.Index>, folded: String)] = []
    var start: String.Index?
    for index in text.indices + [text.endIndex] {
      let isPart = index < text.endIndex && (text[index].isLetter || text[index].isNumber)
      if isPart, start == nil { start = index }
      if !isPart, let from = start {
        words.append((from..<index, Establishment.folded(String(text[from..<index]))))
        start = nil
      }
    }
    return words
  }
}
