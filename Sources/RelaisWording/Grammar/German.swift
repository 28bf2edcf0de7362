/// German.
struct German: Grammar {
  let thousandsSeparator = "."
  let decimalSeparator = ","
  let tableLanguages = ["de", "en", "fr"]

  func plural(_ number: Int) -> Int { number == 1 ? 0 : 1 }
  func ordinal(_ number: Int) -> String { String(number) + "." }
  func of(_ name: String) -> String { "von " + name }
  func ofStreet(_ name: String) -> String { "von " + name }

  /// No-break spaces before a sign of percent or of money and before a dash, and after `Nr.`.
  func typographic(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 8)
    for (index, byte) in bytes.enumerated() {
      let rest = bytes[(index + 1)...]
      let stays =
        byte == UInt8(ascii: " ")
        && (German.closing.contains { rest.starts(with: $0) }
          || bytes[..<index].suffix(German.number.count).elementsEqual(German.number))
      result += stays ? German.noBreak : [byte]
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let noBreak = Array("\u{A0}".utf8)
  private static let number = Array("Nr.".utf8)
  private static let closing = ["%", "€", "– "].map { Array($0.utf8) }
}
