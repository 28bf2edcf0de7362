/// Spaces around a cell, the no-break and typographic ones too.
enum Blank {
  /// The range without the spaces at its ends: space, tab, line ends, U+00A0, U+2007, U+2009,
  /// U+202F.
  static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      if isBlank(bytes[low]) {
        low += 1
      } else if low + 1 < high, bytes[low] == 0xC2, bytes[low + 1] == 0xA0 {
        low += 2
      } else if low + 2 < high, isWide(bytes[low], bytes[low + 1], bytes[low + 2]) {
        low += 3
      } else {
        break
      }
    }
    while low < high {
      if isBlank(bytes[high - 1]) {
        high -= 1
      } else if high - low >= 2, bytes[high - 2] == 0xC2, bytes[high - 1] == 0xA0 {
        high -= 2
      } else if high - low >= 3, isWide(bytes[high - 3], bytes[high - 2], bytes[high - 1]) {
        high -= 3
      } else {
        break
      }
    }
    return low..<high
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
  }

  private static func isWide(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    a == 0xE2 && b == 0x80 && (c == 0x87 || c == 0x89 || c == 0xAF)
  }
}
