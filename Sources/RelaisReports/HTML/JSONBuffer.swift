/// JSON being written for a `<script type="application/json">`: compact, and without any `<`, `>`
/// or `&`, so that nothing in it can end the element.
struct JSONBuffer {
  private(set) var bytes: [UInt8] = []
  /// Whether the next value of the present array or object needs a comma before it.
  private var follows = false

  mutating func object(_ content: (inout JSONBuffer) -> Void) { enclose("{", "}", content) }

  mutating func array(_ content: (inout JSONBuffer) -> Void) { enclose("[", "]", content) }

  mutating func key(_ name: StaticString) {
    separate()
    string(String(describing: name))
    bytes.append(UInt8(ascii: ":"))
    follows = false
  }

  mutating func number(_ value: Int) {
    separate()
    DecimalDigits.append(value, to: &bytes)
    follows = true
  }

  mutating func text(_ value: String) {
    separate()
    string(value)
    follows = true
  }

  private mutating func separate() {
    if follows { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func enclose(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ content: (inout JSONBuffer) -> Void
  ) {
    separate()
    bytes.append(UInt8(ascii: open))
    follows = false
    content(&self)
    bytes.append(UInt8(ascii: close))
    follows = true
  }

  private mutating func string(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(UInt8(ascii: scalar))
      // U+2028 and U+2029 end lines in older scripts; the rest could end the element or is control.
      case "<", ">", "&", "\u{0}"..<" ", "\u{7F}", "\u{2028}", "\u{2029}":
        escaped(scalar.value)
      default: bytes.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escaped(_ code: UInt32) {
    let digits = Array("0123456789abcdef".utf8)
    bytes.append(contentsOf: "\\u".utf8)
    for shift: UInt32 in [12, 8, 4, 0] { bytes.append(digits[Int(code >> shift & 15)]) }
  }
}
