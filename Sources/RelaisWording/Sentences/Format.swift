/// How a value is written in a sentence. The names are those of the catalogue's places.
package enum Format: Hashable, Sendable {
  /// Whole numbers: in groups of three; bare digits, for years and ranks of a list; two digits at least.
  case integer, digits, padded
  /// `1er`, `2`; in English the number alone.
  case ordinal
  /// A whole number with its noun, and the word alone that agrees with it; a form for each plural of the grammar.
  case count([String])
  case plural([String])
  /// `340 m`, `12,4 km`; whole metres; metres with all decimals, without their unit; kilometres and
  /// whole metres without their unit.
  case distance, metres, exact, kilometres, wholeMetres
  /// How far a relay may be, with its unit.
  case budget
  /// A share of 0…1 as a percentage; a number with so many decimals; minutes rounded up; an amount of money in cents.
  case share
  case decimal(places: Int)
  case minutes, money
  case date
  /// Minutes since midnight: `8 h 05`, `08:05`.
  case clock
  /// A text as it is, between quotes, after « de », the name of a street after « de » with its article, with a capital.
  case text, quoted, of, ofStreet, capitalised
  /// Texts with what stands between them.
  case list(separator: String)

  /// - Parameter words: What follows the name, apart by bars.
  init?(_ name: String, _ words: [String]) {
    switch name {
    case "integer": self = .integer
    case "digits": self = .digits
    case "padded": self = .padded
    case "ordinal": self = .ordinal
    case "count": self = .count(words)
    case "plural": self = .plural(words)
    case "distance": self = .distance
    case "metres": self = .metres
    case "exact": self = .exact
    case "budget": self = .budget
    case "kilometres": self = .kilometres
    case "wholeMetres": self = .wholeMetres
    case "share": self = .share
    case "decimal": self = .decimal(places: words.first.flatMap { Int($0) } ?? 0)
    case "minutes": self = .minutes
    case "money": self = .money
    case "date": self = .date
    case "clock": self = .clock
    case "text": self = .text
    case "quoted": self = .quoted
    case "of": self = .of
    case "ofStreet": self = .ofStreet
    case "capitalised": self = .capitalised
    case "list": self = .list(separator: words.first ?? ", ")
    default: return nil
    }
  }

  /// What a place of this format may be filled with.
  package var kind: Value.Kind {
    switch self {
    case .integer, .digits, .padded, .ordinal, .count, .plural, .clock, .money: .integer
    case .distance, .metres, .exact, .kilometres, .wholeMetres: .length
    case .budget: .budget
    case .share, .decimal, .minutes: .number
    case .date: .date
    case .text, .quoted, .of, .ofStreet, .capitalised: .text
    case .list: .list
    }
  }
}
