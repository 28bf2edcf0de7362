import Testing

@testable import RelaisFormats

@Suite struct JSONScannerTests {
  func accepts(_ bytes: [UInt8]) -> Bool {
    var scanner = JSONScanner(bytes)
    do {
      try scanner.skipValue()
      try scanner.end()
      return true
    } catch {
      return false
    }
  }

  @Test(arguments: [
    "{}", "[]", "0", "-0.5e+10", "\"\"", " [1 , 2]\r\n", "{\"a\":{\"b\":[null,true,false]}}",
    "\"\\u00e9\\ud83d\\ude00\\/\\b\"", "\u{FEFF}[]", "\"\u{7F}\u{2028}\"",
  ])
  func takesJSON(text: String) { #expect(accepts(bytes(text))) }

  @Test(arguments: [
    "", " ", "{", "[1,]", "{\"a\":1,}", "[1 2]", "{a:1}", "{\"a\" 1}", "01", "1.", ".5", "+1", "1e",
    "-", "nul", "True", "NaN", "Infinity", "\"\\x\"", "\"\\u12g4\"", "\"\\ud800\"",
    "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"a\nb\"", "\"\u{1}\"", "[] []", "'a'", "[1]//c",
    "{\"a\":}",
    "[,1]", "{,}", "1 2", "\0", "[1]\0",
  ])
  func refusesWhatIsNot(text: String) { #expect(!accepts(bytes(text))) }

  @Test func refusesBytesThatAreNotUTF8() {
    for bad: [UInt8] in [
      [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE9], [0xC3],
      [0xF0, 0x80, 0x80, 0x80], [0x80],
    ] {
      #expect(!accepts([0x22] + bad + [0x22]))
    }
  }

  @Test func nestingHasALimit() {
    let fits = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(accepts(bytes(fits)))
    #expect(!accepts(bytes("[" + fits + "]")))
    #expect(!accepts([UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)))
  }

  @Test func readsEscapes() throws {
    var scanner = JSONScanner(bytes("\"a\\u00e9\\ud83d\\ude00\\n\\\"\\\\z\""))
    #expect(try scanner.string() == "aé😀\n\"\\z")
  }

  @Test func compactTextKeepsSpacesInStrings() throws {
    var scanner = JSONScanner(bytes("{ \"a b\" : [ 1 , \"c \\\" d\" ] }"))
    let range = try scanner.skipValue()
    #expect(scanner.compact(range) == "{\"a b\":[1,\"c \\\" d\"]}")
  }
}
