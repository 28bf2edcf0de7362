import RelaisGeo

/// Keys of establishments: UUIDs in lower case (RFC 9562).
public enum RegistryUUID {
  /// A key that content alone decides (version 8), so that the same file gives the same keys.
  public static func derived(from parts: [String]) -> String {
    // A byte that text does not hold separates the parts.
    var bytes: [UInt8] = []
    for part in parts {
      bytes.append(contentsOf: part.utf8)
      bytes.append(0xFF)
    }
    return text(Array(Fingerprint.of(bytes).utf8.prefix(32)), version: "8")
  }

  /// A key nothing decides (version 4).
  public static func random(using generator: inout some RandomNumberGenerator) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return text(
      (0..<32).map { _ in digits[Int.random(in: 0..<16, using: &generator)] }, version: "4")
  }

  private static func text(_ digits: [UInt8], version: Character) -> String {
    var characters = digits.map { Character(UnicodeScalar($0)) }
    characters[12] = version
    // The variant: the two high bits are 10.
    let variant = Int(String(characters[16]), radix: 16) ?? 0
    characters[16] = Array("89ab")[variant & 3]
    let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(characters[$0]) }
    return parts.joined(separator: "-")
  }
}
