/// Text as it may stand in an element or in a quoted attribute of a page.
public enum HTMLText {
  /// The text with `& < > " '` written as references and control characters taken out.
  public static func escape(_ text: String) -> String {
    var bytes: [UInt8] = []
    escape(text, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  static func escape(_ text: String, into bytes: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
      case 0x09, 0x0A: bytes.append(0x20)
      // HTML has no way to write them.
      case 0x00..<0x20, 0x7F: continue
      default: bytes.append(byte)
      }
    }
  }
}
