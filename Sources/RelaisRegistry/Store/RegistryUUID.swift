import RelaisGeo

/// Keys of establishments: UUIDs in lower case (RFC 9562).
package enum RegistryUUID {
  /// A key that content alone decides (version 8), so that the same file gives the same keys.
  package static func derived(from parts: [String]) -> String {
    // A byte that text does not hold separates the parts.
    var bytes: [UInt8] = []
    for part in parts {
      bytes.append(contentsOf: part.utf8)
      bytes.append(0xFF)
    }
    return text(Array(Fingerprint.of(bytes).utf8.prefix(32)), version: "8")
  }

  /// A key nothing decides (version 4).
  package static func random(using generator: inout some RandomNumberGenerator) -> String {
    text((0..<32).map { _ in digits[Int.random(in: 0..<16, using: &generator)] }, version: "4")
  }

  /// A UUID as somebody else wrote it, in lower case; `nil` for another text.
  static func read(_ text: String) -> String? {
    let lower = text.lowercased()
    let parts = lower.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [8, 4, 4, 4, 12],
      parts.allSatisfy({ $0.utf8.allSatisfy(digits.contains) })
    else { return nil }
    return lower
  }

  private static let digits = Array("0123456789abcdef".utf8)

  private static func text(_ free: [UInt8], version: Unicode.Scalar) -> String {
    var free = free
    free[12] = UInt8(ascii: version)
    // The variant: the two high bits are 10.
    free[16] = digits[8 | (digits.firstIndex(of: free[16]) ?? 0) & 3]
    var text: [UInt8] = []
    text.reserveCapacity(36)
    for (place, digit) in free.enumerated() {
      if place >= 8, place <= 20, place % 4 == 0 { text.append(UInt8(ascii: "-")) }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
