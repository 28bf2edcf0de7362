/// A text file of words: a thing a line, words apart by spaces or tabs, `#` before a comment.
public struct WordLine: Hashable, Sendable {
  /// From 1.
  public var number: Int
  /// At least one.
  public var words: [String]

  /// The lines of a file that hold words.
  ///
  /// - Throws: `FormatError.unsupportedEncoding`.
  /// - Complexity: O(size).
  public static func read(_ input: InputFile) throws(FormatError) -> [WordLine] {
    let text = try DecodedText(input.bytes, file: input.path)
    var lines: [WordLine] = []
    var number = 1
    var words: [String] = []
    var start: Int?
    var isComment = false
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    for index in 0...text.bytes.count {
      let byte = index < text.bytes.count ? text.bytes[index] : 0x0A
      let endsLine = byte == 0x0A || byte == 0x0D
      if endsLine || isSpace(byte) {
        if let first = start, !isComment {
          words.append(String(decoding: text.bytes[first..<index], as: UTF8.self))
        }
        start = nil
      } else if start == nil, !isComment {
        if words.isEmpty, byte == UInt8(ascii: "#") { isComment = true } else { start = index }
      }
      guard endsLine else { continue }
      if !words.isEmpty { lines.append(WordLine(number: number, words: words)) }
      words = []
      isComment = false
      // CR LF is one end.
      let isPair = byte == 0x0D && index + 1 < text.bytes.count && text.bytes[index + 1] == 0x0A
      if !isPair { number += 1 }
    }
    return lines
  }
}
