/// What bytes are, in 64 hexadecimal digits: SHA-256 (FIPS 180-4).
public enum Fingerprint {
  /// The fingerprint of bytes in memory.
  public static func of(_ bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.hexadecimal()
  }
}
