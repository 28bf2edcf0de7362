public import RelaisGeo

/// Writes JSON (RFC 8259) into bytes, piece by piece, in the order it is called.
///
/// The caller nests objects and arrays; commas come by themselves. The same calls give the same
/// bytes.
public struct JSONWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  private let htmlSafe: Bool
  private var needsComma = false
  private var breaksLine = false
  private var depth = 0

  /// - Parameters:
  ///   - htmlSafe: Whether `<`, `>`, `&`, U+2028 and U+2029 are escaped in strings, so that the text
  ///     may stand inside a `script` element.
  ///   - capacity: Bytes expected.
  public init(htmlSafe: Bool = false, capacity: Int = 4096) {
    self.htmlSafe = htmlSafe
    bytes.reserveCapacity(max(0, capacity))
  }

  public mutating func beginObject() { open(UInt8(ascii: "{")) }
  public mutating func endObject() { close(UInt8(ascii: "}")) }
  public mutating func beginArray() { open(UInt8(ascii: "[")) }
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Starts the next member or element on a line of its own.
  public mutating func breakLine() { breaksLine = true }

  /// The name of the next member of an object.
  public mutating func key(_ name: String) {
    separate()
    append(quoted: name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  public mutating func string(_ value: String) {
    separate()
    append(quoted: value)
  }

  public mutating func integer(_ value: some BinaryInteger) {
    separate()
    if let small = Int64(exactly: value) {
      FixedDecimal.append(small, decimals: 0, to: &bytes)
    } else {
      bytes.append(contentsOf: String(value).utf8)
    }
  }

  /// A length in metres, with just the decimals it needs: `12.34`, `300`, `0.001`.
  public mutating func metres(_ value: Length) {
    separate()
    FixedDecimal.append(value.millimetres, decimals: 3, trimming: true, to: &bytes)
  }

  /// A whole count of units of the last of some decimals, without zeros at its end.
  ///
  /// - Precondition: `decimals` is 0 to 18.
  public mutating func fixed(_ units: Int64, decimals: Int) {
    separate()
    FixedDecimal.append(units, decimals: decimals, trimming: true, to: &bytes)
  }

  /// A number rounded to some decimals, without zeros at its end; `null` when not finite or beyond
  /// ±9 × 10¹⁸ units of the last decimal.
  public mutating func decimal(_ value: Double, decimals: Int) {
    separate()
    if let units = FixedDecimal.units(of: value, decimals: decimals) {
      FixedDecimal.append(units, decimals: decimals, trimming: true, to: &bytes)
    } else {
      bytes.append(contentsOf: "null".utf8)
    }
  }

  /// The shortest digits that read back as the same number; `null` when not finite.
  public mutating func number(_ value: Double) {
    separate()
    guard value.isFinite else {
      bytes.append(contentsOf: "null".utf8)
      return
    }
    if value == value.rounded(.towardZero), abs(value) < 1e15 {
      FixedDecimal.append(Int64(value), decimals: 0, to: &bytes)
    } else {
      bytes.append(contentsOf: value.description.utf8)
    }
  }

  public mutating func bool(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  public mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  public mutating func attribute(_ value: AttributeValue) {
    switch value {
    case .null: null()
    case .bool(let value): bool(value)
    case .integer(let value): integer(value)
    case .real(let value): number(value)
    case .text(let value): string(value)
    }
  }

  /// Ends the text with a line end and gives its bytes.
  ///
  /// - Precondition: Every object and array was ended.
  public consuming func finish() -> [UInt8] {
    precondition(depth == 0, "an object or array is open")
    bytes.append(0x0A)
    return bytes
  }

  private mutating func open(_ byte: UInt8) {
    separate()
    bytes.append(byte)
    needsComma = false
    depth += 1
  }

  private mutating func close(_ byte: UInt8) {
    precondition(depth > 0, "nothing is open")
    depth -= 1
    if breaksLine {
      bytes.append(0x0A)
      breaksLine = false
    }
    bytes.append(byte)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    if breaksLine {
      bytes.append(0x0A)
      breaksLine = false
    }
    needsComma = true
  }

  private mutating func append(quoted text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { source in
      var start = 0
      for at in 0..<source.count {
        let byte = source[at]
        guard
          byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xC2
            || byte == 0xE2 || htmlSafe
        else { continue }
        guard let escape = escape(source, at) else { continue }
        bytes.append(contentsOf: source[start..<at])
        bytes.append(contentsOf: escape.text)
        start = at + escape.length
      }
      bytes.append(contentsOf: source[start...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// What stands for the character at `at`, and how many bytes it takes; `nil` if it may stay.
  private func escape(
    _ source: UnsafeBufferPointer<UInt8>, _ at: Int
  ) -> (text: [UInt8], length: Int)? {
    let byte = source[at]
    switch byte {
    case 0x22: return (Array("\\\"".utf8), 1)
    case 0x5C: return (Array("\\\\".utf8), 1)
    case 0x0A: return (Array("\\n".utf8), 1)
    case 0x0D: return (Array("\\r".utf8), 1)
    case 0x09: return (Array("\\t".utf8), 1)
    case 0..<0x20, 0x7F: break
    case 0x3C where htmlSafe, 0x3E where htmlSafe, 0x26 where htmlSafe: break
    case 0xC2:
      // Controls of the second set, U+0080…U+009F: some terminals obey them.
      guard at + 1 < source.count, source[at + 1] < 0xA0 else { return nil }
      return (JSONWriter.escaped(UInt32(source[at + 1])), 2)
    case 0xE2:
      guard at + 2 < source.count else { return nil }
      let code = 0x2000 | UInt32(source[at + 1] & 0x3F) << 6 | UInt32(source[at + 2] & 0x3F)
      switch code {
      // What turns the direction of writing can hide what a line says.
      case 0x202A...0x202E, 0x2066...0x2069: return (JSONWriter.escaped(code), 3)
      case 0x2028...0x2029 where htmlSafe: return (JSONWriter.escaped(code), 3)
      default: return nil
      }
    default: return nil
    }
    return (JSONWriter.escaped(UInt32(byte)), 1)
  }

  private static func escaped(_ code: UInt32) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return Array("\\u".utf8) + [12, 8, 4, 0].map { digits[Int(code >> $0 & 15)] }
  }
}
