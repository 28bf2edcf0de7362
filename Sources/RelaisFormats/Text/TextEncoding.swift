/// How the bytes of a text file stand for characters.
public enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "UTF-8"
  case utf8WithMark = "UTF-8 with BOM"
  case utf16LittleEndian = "UTF-16 LE"
  case utf16BigEndian = "UTF-16 BE"
  case windows1252 = "Windows-1252"

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

  /// Tells the encoding by the mark at the start, else by whether the bytes are UTF-8.
  ///
  /// Text that is not UTF-8 is Windows-1252, unless it holds so many UTF-8 characters next to a few
  /// wrong bytes that it can only be damaged UTF-8.
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
      (bytes, isValid) = DecodedText.fromUTF16(source, lowFirst: true)
    } else if head.starts(with: [0xFE, 0xFF]) {
      encoding = .utf16BigEndian
      (bytes, isValid) = DecodedText.fromUTF16(source, lowFirst: false)
    } else {
      let marked = head.starts(with: [0xEF, 0xBB, 0xBF])
      let check = UTF8Check(of: source)
      isValid = check.wrong == 0
      if isValid || marked || check.multibyte > 4 * check.wrong {
        encoding = marked ? .utf8WithMark : .utf8
        bytes = marked ? Array(source.dropFirst(3)) : source
      } else {
        encoding = .windows1252
        bytes = DecodedText.fromWindows1252(source)
        isValid = true
      }
    }
    while bytes.last == 0x1A { bytes.removeLast() }
  }

  /// Adds a character as UTF-8.
  private static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
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

  private static func fromUTF16(_ source: [UInt8], lowFirst: Bool) -> ([UInt8], Bool) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count)
    var valid = true
    func unit(_ at: Int) -> UInt32 {
      let (low, high) = lowFirst ? (source[at], source[at + 1]) : (source[at + 1], source[at])
      return UInt32(high) << 8 | UInt32(low)
    }
    var at = 2
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

  private static func fromWindows1252(_ source: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count + source.count / 8)
    for byte in source {
      switch byte {
      case 0..<0x80: bytes.append(byte)
      case 0x80..<0xA0: append(windows1252[Int(byte) - 0x80], to: &bytes)
      default: append(UInt32(byte), to: &bytes)
      }
    }
    return bytes
  }

  /// The characters of 0x80–0x9F; the five unused bytes stay the control characters they are in
  /// Latin-1, as the WHATWG Encoding Standard has it.
  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
    0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC,
    0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
  ]
}
