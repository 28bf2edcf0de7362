/// The SHA-256 hash of FIPS 180-4, fed piece by piece.
struct SHA256 {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  private var waiting: [UInt8] = []
  private var length: UInt64 = 0

  /// Adds bytes to what is hashed.
  mutating func update(_ bytes: [UInt8]) {
    length &+= UInt64(bytes.count)
    var at = 0
    if !waiting.isEmpty {
      at = min(64 - waiting.count, bytes.count)
      waiting.append(contentsOf: bytes[0..<at])
      guard waiting.count == 64 else { return }
      absorb(waiting, from: 0, blocks: 1)
      waiting.removeAll(keepingCapacity: true)
    }
    let blocks = (bytes.count - at) / 64
    absorb(bytes, from: at, blocks: blocks)
    waiting.append(contentsOf: bytes[(at + blocks * 64)...])
  }

  /// The hash of all that was added, 64 lower-case digits.
  consuming func hexadecimal() -> String {
    let bits = length &* 8
    var tail: [UInt8] = [0x80]
    tail.append(contentsOf: repeatElement(0, count: (119 - waiting.count) % 64))
    for shift in stride(from: 56, through: 0, by: -8) {
      tail.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    update(tail)
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for word in state {
      for shift in stride(from: 28, through: 0, by: -4) {
        text.append(digits[Int(word >> UInt32(shift)) & 15])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Takes whole blocks of 64 bytes into the state.
  private mutating func absorb(_ bytes: [UInt8], from start: Int, blocks: Int) {
    guard blocks > 0 else { return }
    precondition(start >= 0 && start + blocks * 64 <= bytes.count)
    bytes.withUnsafeBytes { source in
      SHA256.constants.withUnsafeBufferPointer { constant in
        state.withUnsafeMutableBufferPointer { state in
          // The 64 words of one block; every index below is masked or below 64.
          withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { word in
            for block in 0..<blocks {
              let base = start + block * 64
              for i in 0..<16 {
                word.initializeElement(
                  at: i,
                  to: UInt32(
                    bigEndian: source.loadUnaligned(fromByteOffset: base + i * 4, as: UInt32.self)))
              }
              for i in 16..<64 {
                let a = word[i - 15]
                let b = word[i - 2]
                let low = SHA256.right(a, 7) ^ SHA256.right(a, 18) ^ (a >> 3)
                let high = SHA256.right(b, 17) ^ SHA256.right(b, 19) ^ (b >> 10)
                word.initializeElement(at: i, to: word[i - 16] &+ low &+ word[i - 7] &+ high)
              }
              SHA256.mix(state, word, constant)
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private static func mix(
    _ state: UnsafeMutableBufferPointer<UInt32>, _ word: UnsafeMutableBufferPointer<UInt32>,
    _ constant: UnsafeBufferPointer<UInt32>
  ) {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for i in 0..<64 {
      let one = right(e, 6) ^ right(e, 11) ^ right(e, 25)
      let choice = (e & f) ^ (~e & g)
      let first = h &+ one &+ choice &+ constant[i] &+ word[i]
      let zero = right(a, 2) ^ right(a, 13) ^ right(a, 22)
      let majority = (a & b) ^ (a & c) ^ (b & c)
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ zero &+ majority)
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }

  @inline(__always)
  private static func right(_ word: UInt32, _ count: UInt32) -> UInt32 {
    (word &>> count) | (word &<< (32 &- count))
  }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}
