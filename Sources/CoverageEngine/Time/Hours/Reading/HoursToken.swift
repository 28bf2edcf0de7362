/// A piece of a text of opening hours, with its place.
struct HoursToken {
  enum Kind: Hashable {
    case number(Int, digits: Int)
    /// Minutes since midnight, of a time that cannot be anything else: `09:00`, `9h30`, `9 pm`.
    case time(Int)
    case word(HoursWord)
    case comment(String)
    /// A quotation mark that nothing closes, and all after it.
    case openComment
    case dash
    case comma
    case semicolon
    /// `||`.
    case bars
    case plus
    case slash
    case colon
    case opening
    case closing
    case openingBracket
    case closingBracket
    /// `24/7`.
    case always
    /// An apostrophe between words: `d'août`.
    case apostrophe
    /// A parenthesis before words: `(fermé le mercredi)`.
    case aside
    /// The end of a line or of a sentence.
    case sentenceEnd
    /// A word the specification lacks, or a character that means nothing.
    case unknown
    case end
  }

  var kind: Kind
  /// Characters before it in the text as it was given.
  var offset: Int
  /// The specification has it so; case apart.
  var isStandard = true
  /// Blanks stand before it.
  var isApart = false
  /// A time with `am` or `pm`.
  var isHalfDay = false
  /// Of a word: a capital and small letters after it, as the specification writes days.
  var isTitleCase = false
  /// Of a word: itself, folded, without accents; of a time its `uhr`.
  var text = ""
}
