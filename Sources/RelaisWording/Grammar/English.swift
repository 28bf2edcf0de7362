/// English.
struct English: Grammar {
  let thousandsSeparator = ","
  let decimalSeparator = "."

  func plural(_ number: Int) -> Int { number == 1 ? 0 : 1 }
  func ordinal(_ number: Int) -> String { String(number) }
  func of(_ name: String) -> String { "of " + name }
  func choice(french: String, english: String) -> String { english }
  func typographic(_ text: String) -> String { text }
}
