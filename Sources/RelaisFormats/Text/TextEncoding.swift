/// How the bytes of a text file stand for characters.
public enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "UTF-8"
  case utf8WithMark = "UTF-8 with BOM"
  case utf16LittleEndian = "UTF-16 LE"
  case utf16BigEndian = "UTF-16 BE"
  case windows1252 = "Windows-1252"
  case codePage850 = "CP850"
  case macRoman = "Mac OS Roman"

  /// As the standards write it, in every language.
  public var name: String { rawValue }
}

/// A text file as UTF-8, whatever it was, without the end-of-file mark of DOS (0x1A) after it.
///
/// Bytes that stand for no character become 0xFF, which UTF-8 never uses: the reader meets them
/// where they are, and refuses that row instead of the file.
struct DecodedText {
  var bytes: [UInt8]
  var encoding: TextEncoding
  /// Whether every byte was understood.
  var isValid: Bool
  /// Lines that were encoded otherwise than the file, or twice, and were read as what they are.
  var mendedLines = 0

  /// Tells the encoding by the mark at the start, by the zeros of UTF-16, else by whether the bytes are UTF-8.
  ///
  /// Text that is not UTF-8 is in the encoding of one byte per character in which it reads best as French; single lines
  /// may differ from the file (``MendedLines``).
  ///
  /// - Throws: `FormatError.unsupportedEncoding` for UTF-32.
  /// - Complexity: O(size).
  init(_ source: [UInt8], file: String) throws(FormatError) {
    let head = Array(source.prefix(4))
    if head == [0xFF, 0xFE, 0, 0] || head == [0, 0, 0xFE, 0xFF] {
      throw .unsupportedEncoding(file: file, detail: "UTF-32")
    }
    if head.starts(with: [0xFF, 0xFE]) {
      encoding = .utf16LittleEndian
      (bytes, isValid) = DecodedText.fromUTF16(source, from: 2, lowFirst: true)
    } else if head.starts(with: [0xFE, 0xFF]) {
      encoding = .utf16BigEndian
      (bytes, isValid) = DecodedText.fromUTF16(source, from: 2, lowFirst: false)
    } else if let lowFirst = DecodedText.isUnmarkedUTF16(source) {
      encoding = lowFirst ? .utf16LittleEndian : .utf16BigEndian
      (bytes, isValid) = DecodedText.fromUTF16(source, from: 0, lowFirst: lowFirst)
    } else {
      let marked = head.starts(with: [0xEF, 0xBB, 0xBF])
      let check = UTF8Check(of: source)
      let text = marked ? source.dropFirst(3) : source[...]
      isValid = check.wrong == 0
      encoding = marked ? .utf8WithMark : .utf8
      if !isValid {
        let mended = MendedLines(of: text, isMarked: marked)
        (bytes, isValid, mendedLines) = (mended.bytes, mended.isValid, mended.count)
        if !marked { encoding = mended.encoding }
      } else if check.suspects > 0 {
        let mended = MendedLines(encodedTwice: Array(text))
        (bytes, mendedLines) = (mended.bytes, mended.count)
      } else {
        bytes = marked ? Array(text) : source
      }
    }
    while bytes.last == 0x1A { bytes.removeLast() }
  }

  /// Whether text without a mark is UTF-16, and then whether the low byte of each unit comes first: one byte of nearly
  /// every unit is zero, always the same one.
  private static func isUnmarkedUTF16(_ source: [UInt8]) -> Bool? {
    let sample = source.prefix(4096)
    guard sample.count >= 4 else { return nil }
    var zeros = (even: 0, odd: 0)
    for (index, byte) in sample.enumerated() where byte == 0 {
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let units = sample.count / 2
    if zeros.even == 0, zeros.odd * 10 >= units * 7 { return true }
    if zeros.odd == 0, zeros.even * 10 >= units * 7 { return false }
    return nil
  }

  /// Adds a character as UTF-8.
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    switch scalar {
    case 0..<0x80:
      bytes.append(UInt8(scalar))
    case 0x80..<0x800:
      bytes.append(0xC0 | UInt8(scalar >> 6))
      bytes.append(0x80 | UInt8(scalar & 0x3F))
    case 0x800..<0x1_0000:
      bytes.append(0xE0 | UInt8(scalar >> 12))
      bytes.append(0x80 | UInt8(scalar >> 6 & 0x3F))
      bytes.append(0x80 | UInt8(scalar & 0x3F))
    default:
      bytes.append(0xF0 | UInt8(scalar >> 18 & 7))
      bytes.append(0x80 | UInt8(scalar >> 12 & 0x3F))
      bytes.append(0x80 | UInt8(scalar >> 6 & 0x3F))
      bytes.append(0x80 | UInt8(scalar & 0x3F))
    }
  }

  private static func fromUTF16(
    _ source: [UInt8], from start: Int, lowFirst: Bool
  ) -> ([UInt8], Bool) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count)
    var valid = true
    func unit(_ at: Int) -> UInt32 {
      let (low, high) = lowFirst ? (source[at], source[at + 1]) : (source[at + 1], source[at])
      return UInt32(high) << 8 | UInt32(low)
    }
    var at = start
    while at + 1 < source.count {
      let first = unit(at)
      at += 2
      if first & 0xF800 != 0xD800 {
        append(first, to: &bytes)
      } else if first < 0xDC00, at + 1 < source.count, unit(at) & 0xFC00 == 0xDC00 {
        append(0x1_0000 + (first & 0x3FF) << 10 + (unit(at) & 0x3FF), to: &bytes)
        at += 2
      } else {
        valid = false
        bytes.append(0xFF)
      }
    }
    if at < source.count {
      valid = false
      bytes.append(0xFF)
    }
    return (bytes, valid)
  }
}
