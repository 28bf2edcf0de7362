/// Numbers in bytes that come from outside: what lies beyond them is 0.
struct LittleEndian {
  private let bytes: [UInt8]
  var count: Int { bytes.count }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The number in `count` bytes; one that is no `Int` is the largest.
  subscript(at: Int, count: Int) -> Int {
    guard at >= 0, at <= bytes.count - count else { return 0 }
    return Int(
      clamping: bytes[at..<at + count].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }

  func starts(with mark: [UInt8], at: Int) -> Bool {
    at >= 0 && at < bytes.count && bytes[at...].starts(with: mark)
  }

  func text(_ at: Int, _ count: Int) -> String {
    String(decoding: bytes[min(at, bytes.count)..<min(at + count, bytes.count)], as: UTF8.self)
  }
}
