import CCrypto

/// The password-based key derivation of RFC 7914, by libcrypto.
package enum Scrypt {
  /// What one derivation costs. The figures are stored with each hash, so that they can rise.
  package struct Cost: Hashable, Sendable {
    package var n: UInt64
    package var r: UInt64
    package var p: UInt64

    package init(n: UInt64, r: UInt64, p: UInt64) {
      (self.n, self.r, self.p) = (n, r, p)
    }

    /// 64 MiB and about 0.4 s of a processor.
    package static let standard = Cost(n: 1 << 16, r: 8, p: 2)

    /// Bytes a derivation needs.
    var memory: UInt64 { 128 * r * (n + p + 2) }
  }

  /// 32 bytes made of a password.
  ///
  /// - Returns: `nil` where libcrypto refuses the cost or there is no memory.
  package static func key(of password: [UInt8], salt: [UInt8], _ cost: Cost) -> [UInt8]? {
    var key = [UInt8](repeating: 0, count: 32)
    let count = key.count
    let made = password.withUnsafeBytes { password in
      EVP_PBE_scrypt(
        password.baseAddress?.assumingMemoryBound(to: CChar.self), password.count, salt,
        salt.count, cost.n, cost.r, cost.p, cost.memory + 1 << 20, &key, count)
    }
    return made == 1 ? key : nil  // 0: failure
  }
}
