import RelaisFormats
import Testing

/// Bytes kept small come back as they were, or not at all.
@Suite struct DeflatedTests {
  @Test(arguments: [0, 1, 300, 100_000])
  func bytesComeBackAsTheyWere(count: Int) {
    let content = (0..<count).map { UInt8(truncatingIfNeeded: $0 * $0 / 7) }
    let small = Deflated.bytes(of: content)
    #expect(Deflated.content(of: small) == content)
    #expect(count < 1000 || small.count < count)
  }

  @Test func damagedBytesGiveNothing() {
    let small = Deflated.bytes(of: Array("rue des Rouges-Gorges".utf8))
    for index in small.indices {
      var damaged = small
      damaged[index] ^= 0x41
      #expect(Deflated.content(of: damaged) == nil, "byte \(index)")
      #expect(Deflated.content(of: Array(small[..<index])) == nil, "cut at \(index)")
    }
    // A size that no such stream has is not even tried.
    #expect(Deflated.content(of: [UInt8](repeating: 0xff, count: 40)) == nil)
  }
}
