/// What a language does to words and numbers that no row of the catalogue can say.
package protocol Grammar: Sendable {
  /// Between groups of three digits, and before decimals.
  var thousandsSeparator: String { get }
  var decimalSeparator: String { get }
  /// The codes of the languages whose names are read in a table that people edit, the first it has.
  var tableLanguages: [String] { get }

  /// Which form a noun takes after a number: the place among the forms of a row.
  func plural(_ number: Int) -> Int
  /// A day of the month, or a rank.
  func ordinal(_ number: Int) -> String
  /// A name after the word that says what belongs to it: `de Nancy`, `d’Épinal`.
  func of(_ name: String) -> String
  /// The same of a street: `de la rue X`, `de l’avenue X`, `du quai X`.
  func ofStreet(_ name: String) -> String
  /// The text with the no-break spaces the language sets.
  func typographic(_ text: String) -> String
}
