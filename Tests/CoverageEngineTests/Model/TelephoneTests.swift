import CoverageEngine
import Testing

/// Numbers as maps and lists write them.
@Suite struct TelephoneTests {
  @Test(arguments: [
    ("+33 3 83 00 00 00", "+33383000000"), ("03.83.00.00.00", "0383000000"),
    ("+33 (0)3 83 00 00 00", "+33383000000"), ("03 83 00 00 00; 06 00 00 00 00", "0383000000"),
    ("+41-22-700.00.00", "+41227000000"), ("3646", "3646"),
  ])
  func aNumberIsDialled(text: String, dialled: String) {
    #expect(Telephone(text)?.dialled == dialled)
  }

  @Test(arguments: ["", "appeler Léa", "112", "+", "0383000000 x12", "1234567890123456", "j@x.fr"])
  func whatIsNoNumberIsNotDialled(text: String) { #expect(Telephone(text) == nil) }
}
