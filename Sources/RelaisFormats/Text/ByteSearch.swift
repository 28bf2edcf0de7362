import Foundation

extension UnsafeBufferPointer<UInt8> {
  /// The first place of a byte in a range of this buffer.
  ///
  /// - Complexity: O(length); many bytes a step.
  func first(_ byte: UInt8, from start: Int, to end: Int) -> Int? {
    guard let baseAddress, start < end else { return nil }
    // memchr: NULL where the byte is not there.
    return memchr(baseAddress + start, Int32(byte), end - start).map {
      UnsafeRawPointer($0) - UnsafeRawPointer(baseAddress)
    }
  }

  /// Whether some bytes occur one after another.
  func holds(_ word: [UInt8]) -> Bool {
    guard let baseAddress, let head = word.first else { return word.isEmpty }
    var at = 0
    while let hit = first(head, from: at, to: count - word.count + 1) {
      if memcmp(baseAddress + hit, word, word.count) == 0 { return true }
      at = hit + 1
    }
    return false
  }
}
