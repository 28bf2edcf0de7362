public import RelaisGeo

/// Well-known text of points and lines, as CSV columns hold it.
public enum WKT {
  /// The positions of `LINESTRING (x y, …)` or the one of `POINT (x y)`.
  ///
  /// Any case; `Z`, `M`, `ZM` and an `SRID=…;` in front are allowed, heights and measures dropped.
  ///
  /// - Returns: `nil` for anything else: other types, `EMPTY`, a line of one position, a number that
  ///   is not finite or beyond 10⁹, text after the end.
  /// - Complexity: O(length).
  public static func positions(_ text: some StringProtocol) -> [Position]? {
    var scanner = WKTScanner(bytes: Array(text.utf8))
    return scanner.positions()
  }
}

private struct WKTScanner {
  let bytes: [UInt8]
  var at = 0

  mutating func positions() -> [Position]? {
    var word = nextWord()
    if word == "SRID" {
      guard take("=") else { return nil }
      skipSpaces()
      while at < bytes.count, bytes[at] &- 48 < 10 { at += 1 }
      guard take(";") else { return nil }
      word = nextWord()
    }
    var extra: Int?
    for (suffix, count) in [("ZM", 2), ("Z", 1), ("M", 1)] {
      if word == "LINESTRING\(suffix)" || word == "POINT\(suffix)" {
        word.removeLast(suffix.utf8.count)
        extra = count
      }
    }
    let isPoint = word == "POINT"
    guard isPoint || word == "LINESTRING" else { return nil }
    if extra == nil {
      let start = at
      switch nextWord() {
      case "": at = start
      case "Z", "M": extra = 1
      case "ZM": extra = 2
      default: return nil
      }
    }
    guard take("(") else { return nil }
    var result: [Position] = []
    repeat {
      guard let position = position(extra: extra) else { return nil }
      result.append(position)
    } while take(",")
    guard take(")") else { return nil }
    skipSpaces()
    guard at == bytes.count, isPoint ? result.count == 1 : result.count >= 2 else { return nil }
    return result
  }

  /// Two numbers and those after them: as many as were announced, else up to two.
  private mutating func position(extra: Int?) -> Position? {
    var values: [Double] = []
    while true {
      skipSpaces()
      let start = at
      while at < bytes.count, bytes[at] > 0x20, bytes[at] != UInt8(ascii: ","),
        bytes[at] != UInt8(ascii: ")"), bytes[at] != UInt8(ascii: "(")
      {
        at += 1
      }
      if at == start { break }
      guard let value = DecimalNumber.parse(bytes, start..<at, comma: false),
        abs(value) <= GeometryRules.largestCoordinate
      else { return nil }
      values.append(value)
    }
    let counts = extra.map { 2 + $0...2 + $0 } ?? 2...4
    guard counts.contains(values.count) else { return nil }
    return Position(x: values[0], y: values[1])
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
