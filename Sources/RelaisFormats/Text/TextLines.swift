/// The lines of a text file, whatever its encoding and line ends.
public enum TextLines {
  /// - Returns: Every line up to the last line end, and what stands after it; blank lines too, so
  ///   that a line's place is its number. Bytes that stand for no character become U+FFFD.
  /// - Throws: `FormatError.unsupportedEncoding` for UTF-32.
  /// - Complexity: O(size).
  public static func read(_ input: InputFile) throws(FormatError) -> [String] {
    let text = try DecodedText(input.bytes, file: input.path)
    var lines: [String] = []
    var start = 0
    var at = 0
    let bytes = text.bytes
    while at < bytes.count {
      guard bytes[at] == 0x0A || bytes[at] == 0x0D else {
        at += 1
        continue
      }
      lines.append(String(decoding: bytes[start..<at], as: UTF8.self))
      if bytes[at] == 0x0D, at + 1 < bytes.count, bytes[at + 1] == 0x0A { at += 1 }
      at += 1
      start = at
    }
    if start < bytes.count { lines.append(String(decoding: bytes[start...], as: UTF8.self)) }
    return lines
  }
}
