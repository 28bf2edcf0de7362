import RelaisTestSupport
import Testing

@testable import RelaisFormats

@Suite struct JSONValueTests {
  private func value(_ text: String, count: Int = 100) throws(JSONValue.Mistake) -> JSONValue {
    try JSONValue(Array(text.utf8), size: 1000, count: count)
  }

  @Test func everyKindOfValueIsReadAsItIs() throws {
    let text = #" {"a": [1, -2.5e1, true, false, null, "é\n\u00e9"], "b": {}} "#
    #expect(
      try value(text)
        == .object([
          "a": .array([
            .number(1), .number(-25), .bool(true), .bool(false), .null, .string("é\né"),
          ]), "b": .object([:]),
        ]))
  }

  @Test func whatIsNoJSONIsRefusedWithItsPlace() {
    for (text, offset) in [
      ("", 0), ("{", 1), (#"{"a":1,}"#, 7), ("[1 2]", 3), ("nul", 0), ("01", 0),
      (#"{"a":1,"a":2}"#, 11), ("1e999", 5), ("{} x", 3),
    ] {
      #expect(throws: JSONValue.Mistake(offset: offset), "\(text)") { try value(text) }
    }
  }

  @Test func sizeDepthAndNumberOfValuesAreBounded() throws {
    #expect(try value("[1,2]", count: 3) == .array([.number(1), .number(2)]))
    #expect(throws: JSONValue.Mistake.self) { try value("[1,2]", count: 2) }
    #expect(throws: JSONValue.Mistake.self) { try value(String(repeating: "[", count: 70)) }
    let long = "\"" + String(repeating: "a", count: 1000) + "\""
    #expect(throws: JSONValue.Mistake(offset: 1000)) { try value(long) }
  }
}
