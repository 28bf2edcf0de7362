/// One word or number of an address, folded, and how it stood in the text.
public struct AddressWord: Hashable, Sendable {
  /// What stands between a word and the one before it.
  public enum Gap: UInt8, Comparable, Sendable {
    /// Nothing: digits against letters, or the start.
    case none
    case space
    case apostrophe
    case hyphen
    case slash
    /// Comma, semicolon, bar, line end, bracket, a hyphen between spaces: a new ``segment``.
    case segment

    public static func < (a: Gap, b: Gap) -> Bool { a.rawValue < b.rawValue }
  }

  /// Lower case without accents; canonical, so that `IV`, `quatre` and `4` are one.
  public var text: String
  /// The number typed in digits; -1 for a word.
  public var value = -1
  /// How many digits were typed, zeros in front too.
  public var digits = 0
  /// Letters against the digits: `bis` of `12bis`, `er` of `1er`.
  public var glued = ""
  /// Counted from 0; commas, line ends and brackets part segments.
  public var segment = 0
  public var gap = Gap.none
  /// A full stop follows: an abbreviation or an initial.
  public var isDotted = false

  /// Typed in digits.
  public var isNumber: Bool { value >= 0 }
  /// A number that says a rank, never a house: `1er`, `2ème`.
  var isOrdinal: Bool { isNumber && AddressWord.ordinals.contains(glued) }
  /// Five digits typed together, as postcodes are.
  var looksLikePostcode: Bool { digits == 5 && glued.isEmpty && value >= 1000 && value < 98_999 }
  /// One letter: an initial, a suffix or what is left of a word.
  var isInitial: Bool { !isNumber && text.utf8.count == 1 }

  static let ordinals: Set<String> = [
    "er", "ere", "re", "eme", "ieme", "nd", "nde", "me",
  ]
}
