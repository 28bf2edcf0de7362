import Testing

@testable import RelaisFormats

@Suite struct DecimalNumberTests {
  @Test(arguments: [
    ("1", 1.0), ("-1,5", -1.5), ("+2.25", 2.25), (" 48,693524\u{A0}", 48.693524), ("1e3", 1000),
    ("1,5E-2", 0.015), (".5", 0.5), ("5.", 5), ("0", 0), ("-0", 0), ("007", 7),
    ("2.4803419999999997", 2.4803419999999997),
    ("123456789012345678901234567890", 1.2345678901234568e29),
    ("1e-400", 0), ("9007199254740993", 9_007_199_254_740_992),
    ("0.000000000000000000000000000001", 1e-30), ("1e22", 1e22), ("1e23", 1e23),
    ("0000000000000000000000001", 1),
  ])
  func readsDecimals(text: String, value: Double) {
    #expect(Double(csv: text) == value)
  }

  @Test(arguments: [
    "", " ", "-", "+", ".", ",", "e5", "1e", "1e+", "1 234", "1 234,5", "1.234,5", "1,234,567",
    "nan", "NaN", "inf", "-Infinity", "0x10", "1e999", "12a", "--1", "١", "−1", "1\u{A0}234",
  ])
  func refusesTheRest(text: String) {
    #expect(Double(csv: text) == nil)
  }

  @Test func agreesWithTheStandardLibrary() throws {
    let seed: UInt64 = 54_395
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20_000 {
      let digits = Int.random(in: 1...21, using: &generator)
      var text = String(
        (0..<digits).map { _ in "0123456789".randomElement(using: &generator) ?? "0" })
      let at = Int.random(in: 0...digits, using: &generator)
      text.insert(".", at: text.index(text.startIndex, offsetBy: at))
      if Bool.random(using: &generator) {
        text += "e\(Int.random(in: -30...30, using: &generator))"
      }
      let standard = try #require(Double(text.hasPrefix(".") ? "0" + text : text.replacingDot))
      #expect(Double(csv: text) == standard, "\(text), seed \(seed)")
    }
  }
}

extension String {
  /// `5.` as `5.0`, which the standard library reads.
  fileprivate var replacingDot: String {
    var result = ""
    for character in self {
      if character == "e", result.hasSuffix(".") { result += "0" }
      result.append(character)
    }
    return result.hasSuffix(".") ? result + "0" : result
  }
}
