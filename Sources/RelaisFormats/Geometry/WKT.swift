public import RelaisGeo

/// Well-known text of points and lines, as CSV columns hold it.
public enum WKT {
  /// The positions of `LINESTRING (x y, …)` or the one of `POINT (x y)`.
  ///
  /// Any case; `Z`, `M`, `ZM` and an `SRID=…;` in front are allowed, heights and measures dropped, `nan`
  /// among them.
  ///
  /// - Returns: `nil` for anything else: other types, `EMPTY`, a line of one position, a number that
  ///   is not finite or beyond 10⁹, text after the end.
  /// - Complexity: O(length).
  public static func positions(_ text: some StringProtocol) -> [Position]? {
    var scanner = WKTScanner(bytes: Array(text.utf8))
    return scanner.positions()
  }
}

/// The state of reading one text.
struct WKTScanner {
  let bytes: [UInt8]
  var at = 0
  /// The number after `SRID=`, once it was read.
  private(set) var code: Int?

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func positions() -> [Position]? {
    guard let (type, extra) = header(["POINT", "LINESTRING"]), let line = list(extra), isAtEnd()
    else { return nil }
    return (type == "POINT" ? line.count == 1 : line.count >= 2) ? line : nil
  }

  /// The parts of a line, or of lines.
  mutating func lines() -> [[Position]]? {
    guard let (type, extra) = header(["LINESTRING", "MULTILINESTRING"]) else { return nil }
    var parts: [[Position]] = []
    let isMultiple = type == "MULTILINESTRING"
    if isMultiple { guard take("(") else { return nil } }
    repeat {
      guard let line = list(extra), line.count >= 2 else { return nil }
      parts.append(line)
    } while isMultiple && take(",")
    if isMultiple { guard take(")") else { return nil } }
    return isAtEnd() ? parts : nil
  }

  /// The type, and how many numbers were announced after the two of a position.
  private mutating func header(_ types: [String]) -> (type: String, extra: Int?)? {
    var word = nextWord()
    if word == "SRID" {
      guard take("=") else { return nil }
      skipSpaces()
      let start = at
      while at < bytes.count, bytes[at] &- 48 < 10 { at += 1 }
      code = Int(String(decoding: bytes[start..<at], as: UTF8.self))
      guard take(";") else { return nil }
      word = nextWord()
    }
    var extra: Int?
    for (suffix, count) in [("ZM", 2), ("Z", 1), ("M", 1)]
    where word.hasSuffix(suffix) && types.contains(String(word.dropLast(suffix.utf8.count))) {
      word.removeLast(suffix.utf8.count)
      extra = count
      break
    }
    guard types.contains(word) else { return nil }
    if extra == nil {
      let start = at
      switch nextWord() {
      case "": at = start
      case "Z", "M": extra = 1
      case "ZM": extra = 2
      default: return nil
      }
    }
    return (word, extra)
  }

  private mutating func list(_ extra: Int?) -> [Position]? {
    guard take("(") else { return nil }
    var result: [Position] = []
    repeat {
      guard let position = position(extra: extra) else { return nil }
      result.append(position)
    } while take(",")
    return take(")") ? result : nil
  }

  private mutating func isAtEnd() -> Bool {
    skipSpaces()
    return at == bytes.count
  }

  /// Two numbers and those after them: as many as were announced, else up to two.
  private mutating func position(extra: Int?) -> Position? {
    var values = (0.0, 0.0)
    var count = 0
    while true {
      skipSpaces()
      let start = at
      while at < bytes.count, bytes[at] > 0x20, bytes[at] != UInt8(ascii: ","),
        bytes[at] != UInt8(ascii: ")"), bytes[at] != UInt8(ascii: "(")
      {
        at += 1
      }
      if at == start { break }
      count += 1
      // A height nobody measured.
      if count > 2, isNaN(start..<at) { continue }
      guard let value = DecimalNumber.parse(bytes, start..<at, comma: false),
        abs(value) <= GeometryRules.largestCoordinate
      else { return nil }
      if count == 1 { values.0 = value } else if count == 2 { values.1 = value }
    }
    let counts = extra.map { 2 + $0...2 + $0 } ?? 2...4
    guard counts.contains(count) else { return nil }
    return Position(x: values.0, y: values.1)
  }

  private func isNaN(_ range: Range<Int>) -> Bool {
    let word = bytes[range].map { $0 | 0x20 }
    return word == Array("nan".utf8) || word == Array("-nan".utf8)
  }

  private mutating func nextWord() -> String {
    skipSpaces()
    let start = at
    while at < bytes.count, bytes[at] | 0x20 >= UInt8(ascii: "a"),
      bytes[at] | 0x20 <= UInt8(ascii: "z")
    {
      at += 1
    }
    return String(decoding: bytes[start..<at], as: UTF8.self).uppercased()
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpaces()
    guard at < bytes.count, bytes[at] == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  private mutating func skipSpaces() {
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
  }
}
