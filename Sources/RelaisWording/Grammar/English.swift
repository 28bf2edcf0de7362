/// English.
struct English: Grammar {
  let thousandsSeparator = ","
  let decimalSeparator = "."
  let tableLanguages = ["en", "fr"]

  func plural(_ number: Int) -> Int { number == 1 ? 0 : 1 }
  func ordinal(_ number: Int) -> String { String(number) }
  func of(_ name: String) -> String { "of " + name }
  func ofStreet(_ name: String) -> String { "of " + name }
  func typographic(_ text: String) -> String { text }
}
