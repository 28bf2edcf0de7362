import Testing

@testable import RelaisFormats
@testable import RelaisGeo

@Suite struct JSONWriterTests {
  @Test func nestsWithCommasWhereTheyBelong() {
    var json = JSONWriter()
    json.beginObject()
    json.key("a")
    json.beginArray()
    json.integer(1)
    json.bool(true)
    json.null()
    json.beginObject()
    json.endObject()
    json.endArray()
    json.breakLine()
    json.key("b")
    json.string("x")
    json.endObject()
    #expect(text(json.finish()) == "{\"a\":[1,true,null,{}],\n\"b\":\"x\"}\n")
  }

  func written(_ write: (inout JSONWriter) -> Void, htmlSafe: Bool = false) -> String {
    var json = JSONWriter(htmlSafe: htmlSafe)
    write(&json)
    return String(text(json.finish()).dropLast())
  }

  @Test(arguments: [
    (Int64(12_340), "12.34"), (300_000, "300"), (1, "0.001"), (-1_500, "-1.5"), (0, "0"),
    (Int64.min, "-9223372036854775.808"), (100, "0.1"), (10, "0.01"),
  ])
  func metresHaveTheDecimalsTheyNeed(millimetres: Int64, expected: String) {
    #expect(written { $0.metres(Length(millimetres: millimetres)) } == expected)
  }

  @Test(
    arguments: [
      (0.1, "0.1"), (5, "5"), (-2.5, "-2.5"), (1e21, "1e+21"), (.nan, "null"),
      (.infinity, "null"), (-0.0, "0"), (123_456_789.125, "123456789.125"),
    ] as [(Double, String)])
  func numbersAreTheShortestThatReadBack(value: Double, expected: String) {
    #expect(written { $0.number(value) } == expected)
  }

  @Test func stringsAreEscaped() {
    let hard = "\"\\\n\r\t\u{0}\u{1F}\u{7F}é😀<&>\u{2028}\u{2029}\u{20AC}"
    #expect(
      written { $0.string(hard) }
        == "\"\\\"\\\\\\n\\r\\t\\u0000\\u001f\\u007fé😀<&>\u{2028}\u{2029}€\"")
    #expect(
      written({ $0.string(hard) }, htmlSafe: true)
        == "\"\\\"\\\\\\n\\r\\t\\u0000\\u001f\\u007fé😀\\u003c\\u0026\\u003e\\u2028\\u2029€\"")
  }

  @Test func decimalsAreRoundedAndTrimmed() {
    #expect(written { $0.decimal(6.18327049, decimals: 7) } == "6.1832705")
    #expect(written { $0.decimal(-0.00000001, decimals: 7) } == "0")
    #expect(written { $0.decimal(48.5, decimals: 7) } == "48.5")
    #expect(written { $0.integer(UInt64.max) } == "18446744073709551615")
  }
}
