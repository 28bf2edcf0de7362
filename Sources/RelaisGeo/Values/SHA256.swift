import CCrypto

/// The SHA-256 hash of FIPS 180-4, fed piece by piece: libcrypto's, which uses what the processor
/// has for it.
///
/// libcrypto fails at nothing here but for want of memory, or where the machine's configuration of
/// OpenSSL takes SHA-256 away; both end the program.
package struct SHA256: ~Copyable {
  private let context: OpaquePointer

  package init() {
    // NULL: no memory.
    guard let context = EVP_MD_CTX_new() else { fatalError("libcrypto: no memory") }
    // 0: no such digest.
    guard EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
      fatalError("libcrypto has no SHA-256: see OPENSSL_CONF")
    }
    self.context = context
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Adds bytes to what is hashed.
  package mutating func update(_ bytes: [UInt8]) {
    // 0: failure.
    let added = bytes.withUnsafeBytes { EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
    guard added == 1 else { fatalError("libcrypto cannot hash") }
  }

  /// The hash of all that was added, 64 lower-case digits.
  package consuming func hexadecimal() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    // 0: failure.
    guard EVP_DigestFinal_ex(context, &digest, nil) == 1 else {
      fatalError("libcrypto cannot hash")
    }
    return Secret.hexadecimal(digest)
  }
}
