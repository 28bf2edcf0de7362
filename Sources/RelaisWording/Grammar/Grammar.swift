/// What a language does to words and numbers that no row of the catalogue can say.
package protocol Grammar: Sendable {
  /// Between groups of three digits, and before decimals.
  var thousandsSeparator: String { get }
  var decimalSeparator: String { get }

  /// Which form a noun takes after a number: the place among the forms of a row.
  func plural(_ number: Int) -> Int
  /// A day of the month, or a rank.
  func ordinal(_ number: Int) -> String
  /// A name after the word that says what belongs to it: `de Nancy`, `d’Épinal`.
  func of(_ name: String) -> String
  /// Which of two texts is read, where a table that people edit has these languages alone.
  func choice(french: String, english: String) -> String
  /// The text with the no-break spaces the language sets.
  func typographic(_ text: String) -> String
}
