/// Walks through JSON text (RFC 8259, strictly) value by value, without building a tree.
///
/// Every method leaves the scanner after what it read, or throws `JSONProblem.syntax`.
struct JSONScanner {
  let bytes: [UInt8]
  /// The byte that is read next; may be set back to a place it was at.
  var at = 0
  private var depth = 0
  /// Whether `NaN`, `Infinity` and `-Infinity` are values, as Python writes what it has no number for.
  var takesNotANumber = false

  /// Objects and arrays within one another, at most.
  static let maximumDepth = 64

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  /// The first byte of the next token; 0, which starts none, at the end.
  mutating func peek() -> UInt8 {
    while at < bytes.count {
      let byte = bytes[at]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
      at += 1
    }
    return 0
  }

  /// Goes past the record separators of a sequence of texts (RFC 7464), and the space around them.
  mutating func skipSeparators() {
    while peek() == 0x1E { at += 1 }
  }

  func failure(_ detail: String) -> JSONProblem { .syntax(offset: at, detail: detail) }

  /// Reads the end of the text, which an end-of-file mark of DOS may follow.
  mutating func end() throws(JSONProblem) {
    while peek() == 0x1A { at += 1 }
    guard at == bytes.count else { throw failure("text after its end") }
  }

  // MARK: Objects and arrays

  /// Goes into an object or array.
  mutating func enter(_ opening: UInt8) throws(JSONProblem) {
    guard peek() == opening else { throw failure("\(UnicodeScalar(opening)) expected") }
    guard depth < JSONScanner.maximumDepth else { throw failure("nested too deeply") }
    depth += 1
    at += 1
  }

  /// Goes to the next element of the array it is in.
  ///
  /// - Parameter first: True before the first call; kept by the scanner.
  /// - Returns: False past the last one, and the array is then behind.
  mutating func nextElement(_ first: inout Bool) throws(JSONProblem) -> Bool {
    try next(&first, closing: UInt8(ascii: "]"))
  }

  /// Goes to the value of the next member of the object it is in; its name, quotes included, is
  /// where it says. Used like ``nextElement(_:)``.
  mutating func nextMember(_ first: inout Bool) throws(JSONProblem) -> Range<Int>? {
    guard try next(&first, closing: UInt8(ascii: "}")) else { return nil }
    guard peek() == UInt8(ascii: "\"") else { throw failure("a member's name expected") }
    let start = at
    _ = try skipString()
    let end = at
    guard peek() == UInt8(ascii: ":") else { throw failure(": expected") }
    at += 1
    return start..<end
  }

  private mutating func next(_ first: inout Bool, closing: UInt8) throws(JSONProblem) -> Bool {
    let byte = peek()
    if byte == closing {
      at += 1
      depth -= 1
      return false
    }
    if first {
      first = false
      return true
    }
    guard byte == UInt8(ascii: ",") else {
      throw failure(at == bytes.count ? "cut short" : ", or \(UnicodeScalar(closing)) expected")
    }
    at += 1
    if peek() == closing { throw failure("a value expected") }
    return true
  }

  /// Sets the scanner back to a place and the depth it had there.
  mutating func rewind(to place: Int, depth: Int) {
    at = place
    self.depth = depth
  }

  var currentDepth: Int { depth }

  // MARK: Values

  /// Goes past one value of any kind.
  ///
  /// - Returns: The bytes it takes.
  @discardableResult
  mutating func skipValue() throws(JSONProblem) -> Range<Int> {
    let byte = peek()
    let start = at
    switch byte {
    case UInt8(ascii: "\""): _ = try skipString()
    case UInt8(ascii: "{"):
      try enter(byte)
      var first = true
      while try nextMember(&first) != nil { try skipValue() }
    case UInt8(ascii: "["):
      try enter(byte)
      var first = true
      while try nextElement(&first) { try skipValue() }
    case UInt8(ascii: "t"): try skip("true")
    case UInt8(ascii: "f"): try skip("false")
    case UInt8(ascii: "n"): try skip("null")
    case _ where isNotANumber:
      if byte == UInt8(ascii: "-") { at += 1 }
      try skip(byte == UInt8(ascii: "N") ? "NaN" : "Infinity")
    default: _ = try skipNumber()
    }
    return start..<at
  }

  /// Whether one of the words for no number is at hand.
  var isNotANumber: Bool {
    guard takesNotANumber, at < bytes.count else { return false }
    let byte = bytes[at]
    return byte == UInt8(ascii: "N") || byte == UInt8(ascii: "I")
      || (byte == UInt8(ascii: "-") && at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "I"))
  }

  private mutating func skip(_ word: StaticString) throws(JSONProblem) {
    let length = word.utf8CodeUnitCount
    guard at + length <= bytes.count else { throw failure("cut short") }
    for index in 0..<length where bytes[at + index] != word.utf8Start[index] {
      throw failure("a value expected")
    }
    at += length
  }

  /// Goes past a number.
  ///
  /// - Returns: Whether it is whole: neither decimals nor exponent.
  mutating func skipNumber() throws(JSONProblem) -> Bool {
    let start = at
    func isDigit(_ at: Int) -> Bool { at < bytes.count && bytes[at] &- 48 < 10 }
    var here = at
    if here < bytes.count, bytes[here] == UInt8(ascii: "-") { here += 1 }
    guard isDigit(here) else {
      throw failure(here >= bytes.count ? "cut short" : "a value expected")
    }
    if bytes[here] == UInt8(ascii: "0") {
      here += 1
      guard !isDigit(here) else { throw failure("a number starts with 0") }
    } else {
      while isDigit(here) { here += 1 }
    }
    var whole = true
    if here < bytes.count, bytes[here] == UInt8(ascii: ".") {
      whole = false
      here += 1
      guard isDigit(here) else { throw failure("a digit expected") }
      while isDigit(here) { here += 1 }
    }
    if here < bytes.count, bytes[here] | 0x20 == UInt8(ascii: "e") {
      whole = false
      here += 1
      if here < bytes.count, bytes[here] == UInt8(ascii: "+") || bytes[here] == UInt8(ascii: "-") {
        here += 1
      }
      guard isDigit(here) else { throw failure("a digit expected") }
      while isDigit(here) { here += 1 }
    }
    precondition(here > start)
    at = here
    return whole
  }

  /// Goes past a string, of which every byte is checked.
  ///
  /// - Returns: Whether it has escapes.
  mutating func skipString() throws(JSONProblem) -> Bool {
    var escapes = false
    at += 1
    let end = bytes.count
    while at < end {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "\""):
        at += 1
        return escapes
      case UInt8(ascii: "\\"):
        escapes = true
        _ = try escaped()
      case 0..<0x20:
        throw failure("a control character inside a string")
      case 0x20..<0x80:
        at += 1
      default:
        let length = UTF8Check.length(bytes, at: at, end: end)
        guard length > 0 else { throw failure("bytes that are not UTF-8") }
        at += length
      }
    }
    throw failure("cut short")
  }

  /// Reads a string.
  mutating func string() throws(JSONProblem) -> String {
    guard peek() == UInt8(ascii: "\"") else { throw failure("a string expected") }
    let start = at
    if try skipString() { return try unescaped(start..<at) }
    return String(decoding: bytes[start + 1..<at - 1], as: UTF8.self)
  }

  /// A string that was gone past, quotes included in the range.
  func string(at range: Range<Int>) -> String {
    let inside = range.lowerBound + 1..<range.upperBound - 1
    guard bytes[inside].contains(UInt8(ascii: "\\")) else {
      return String(decoding: bytes[inside], as: UTF8.self)
    }
    return (try? unescaped(range)) ?? ""
  }

  private func unescaped(_ range: Range<Int>) throws(JSONProblem) -> String {
    var scanner = self
    scanner.at = range.lowerBound + 1
    var text = String.UnicodeScalarView()
    var start = scanner.at
    let end = range.upperBound - 1
    while scanner.at < end {
      guard bytes[scanner.at] == UInt8(ascii: "\\") else {
        scanner.at += 1
        continue
      }
      text.append(
        contentsOf: String(decoding: bytes[start..<scanner.at], as: UTF8.self).unicodeScalars)
      text.append(try scanner.escaped())
      start = scanner.at
    }
    text.append(contentsOf: String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars)
    return String(text)
  }

  /// Reads one escape, a surrogate pair as one character.
  private mutating func escaped() throws(JSONProblem) -> UnicodeScalar {
    guard at + 1 < bytes.count else { throw failure("cut short") }
    let letter = bytes[at + 1]
    let simple: UnicodeScalar? =
      switch letter {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): UnicodeScalar(letter)
      case UInt8(ascii: "b"): "\u{8}"
      case UInt8(ascii: "f"): "\u{C}"
      case UInt8(ascii: "n"): "\n"
      case UInt8(ascii: "r"): "\r"
      case UInt8(ascii: "t"): "\t"
      default: nil
      }
    if let simple {
      at += 2
      return simple
    }
    guard letter == UInt8(ascii: "u") else { throw failure("an escape that does not exist") }
    let first = try fourDigits(from: at + 2)
    if let scalar = UnicodeScalar(first) {
      at += 6
      return scalar
    }
    guard first < 0xDC00, at + 7 < bytes.count, bytes[at + 6] == UInt8(ascii: "\\"),
      bytes[at + 7] == UInt8(ascii: "u")
    else { throw failure("half a surrogate pair") }
    let second = try fourDigits(from: at + 8)
    guard second & 0xFC00 == 0xDC00,
      let scalar = UnicodeScalar(0x1_0000 + (first & 0x3FF) << 10 + (second & 0x3FF))
    else { throw failure("half a surrogate pair") }
    at += 12
    return scalar
  }

  private func fourDigits(from start: Int) throws(JSONProblem) -> UInt32 {
    guard start + 4 <= bytes.count else { throw failure("cut short") }
    var value: UInt32 = 0
    for byte in bytes[start..<start + 4] {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - 48
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - 87
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - 55
      default: throw failure("four hexadecimal digits expected")
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  /// A value that was gone past, without the spaces between its tokens.
  func compact(_ range: Range<Int>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var quoted = false
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = bytes[at]
      if quoted {
        result.append(byte)
        if byte == UInt8(ascii: "\\"), at + 1 < range.upperBound {
          at += 1
          result.append(bytes[at])
        } else if byte == UInt8(ascii: "\"") {
          quoted = false
        }
      } else if byte > 0x20 {
        quoted = byte == UInt8(ascii: "\"")
        result.append(byte)
      }
      at += 1
    }
    return String(decoding: result, as: UTF8.self)
  }
}
