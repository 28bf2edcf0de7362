/// Bits nobody can guess, as a text that may stand in an address or a cookie.
package enum Secret {
  /// 256 bits of the system's generator, 64 lower-case hexadecimal digits.
  package static func make() -> String {
    hexadecimal(bytes(32))
  }

  /// Bytes of the system's generator.
  package static func bytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// What is kept of a secret: whoever reads it cannot use it.
  package static func fingerprint(of secret: String) -> String {
    Fingerprint.of(Array(secret.utf8))
  }

  /// Whether two byte strings are the same, in a time that does not depend on where they differ.
  package static func areSame(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.count == b.count else { return false }
    return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  package static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
