import RelaisTestSupport
import Testing

@testable import RelaisFormats
@testable import RelaisGeo

@Suite struct FingerprintTests {
  /// The examples NIST publishes beside FIPS 180-4.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqr"
        + "lmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func matchesThePublishedExamples(text: String, digest: String) {
    #expect(Fingerprint.of(bytes(text)) == digest)
  }

  @Test func aMillionLettersInPieces() {
    var hash = SHA256()
    var left = 1_000_000
    var size = 1
    while left > 0 {
      let count = min(size, left)
      hash.update([UInt8](repeating: UInt8(ascii: "a"), count: count))
      left -= count
      size = size * 3 % 1009 + 1
    }
    let digest = hash.hexadecimal()
    #expect(
      digest == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func aFileIsHashedAsItIs() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(bytes("abc"), "é à.txt")
    #expect(try Fingerprint.ofFile(at: path) == Fingerprint.of(bytes("abc")))
    #expect(throws: FormatError.notFound(file: "absent")) { try Fingerprint.ofFile(at: "absent") }
  }
}
