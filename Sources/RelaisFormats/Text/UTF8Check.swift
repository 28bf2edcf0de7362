/// How much of some bytes is UTF-8 (RFC 3629).
struct UTF8Check {
  /// Characters of two bytes and more.
  var multibyte = 0
  /// Bytes that belong to no character.
  var wrong = 0
  /// « Â » and « Ã », which stand in text that was encoded twice.
  var suspects = 0

  init(of bytes: [UInt8]) { self.init(of: bytes, in: 0..<bytes.count) }

  /// - Complexity: O(length); eight bytes a step where they are ASCII.
  init(of bytes: [UInt8], in range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    var at = range.lowerBound
    let end = range.upperBound
    while at < end {
      if bytes[at] < 0x80 {
        at = UTF8Check.endOfASCII(bytes, from: at, to: end)
        continue
      }
      let length = UTF8Check.length(bytes, at: at, end: end)
      if length == 0 {
        wrong += 1
        at += 1
      } else {
        multibyte += 1
        if bytes[at] == 0xC3, bytes[at + 1] & 0xFE == 0x82 { suspects += 1 }
        at += length
      }
    }
  }

  /// The bytes of the character of two bytes or more at `at`; 0 without one.
  @inline(__always)
  static func length(_ bytes: [UInt8], at: Int, end: Int) -> Int {
    func follows(_ offset: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
      at + offset < end && bytes[at + offset] >= low && bytes[at + offset] <= high
    }
    switch bytes[at] {
    case 0xC2...0xDF: return follows(1) ? 2 : 0
    case 0xE0: return follows(1, 0xA0) && follows(2) ? 3 : 0
    case 0xED: return follows(1, 0x80, 0x9F) && follows(2) ? 3 : 0
    case 0xE1...0xEF: return follows(1) && follows(2) ? 3 : 0
    case 0xF0: return follows(1, 0x90) && follows(2) && follows(3) ? 4 : 0
    case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : 0
    case 0xF4: return follows(1, 0x80, 0x8F) && follows(2) && follows(3) ? 4 : 0
    default: return 0
    }
  }

  private static func endOfASCII(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
    bytes.withUnsafeBytes { source in
      var at = start
      while at + 8 <= end,
        source.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        at += 8
      }
      while at < end, source[at] < 0x80 { at += 1 }
      return at
    }
  }
}
