/// A page being written, as bytes: markup from the program, text from anywhere.
///
/// Markup is a `StaticString`, so that no text from a file can be one.
package struct HTMLBuffer: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init(capacity: Int = 1 << 20) {
    bytes.reserveCapacity(capacity)
  }

  /// Markup of the program's own.
  package mutating func markup(_ markup: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// Text of any origin, in an element or a quoted attribute.
  package mutating func text(_ text: String) {
    HTMLText.escape(text, into: &bytes)
  }

  /// Text of any origin whose lines stay lines: in a text area.
  package mutating func text(lines text: String) {
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      if index > 0 { markup("\n") }
      HTMLText.escape(String(line), into: &bytes)
    }
  }

  package mutating func number(_ value: Int) {
    DecimalDigits.append(value, to: &bytes)
  }

  /// ` name="value"`, the value escaped.
  package mutating func attribute(_ name: StaticString, _ value: String) {
    markup(" ")
    markup(name)
    markup("=\"")
    text(value)
    markup("\"")
  }

  /// A style sheet or a script of the program's own.
  mutating func file(_ file: WebFile) {
    bytes.append(contentsOf: file.bytes)
  }

  /// Bytes that are already safe where they are put: path data, JSON.
  package mutating func verbatim(_ content: [UInt8]) {
    bytes.append(contentsOf: content)
  }

  /// `<tag>text</tag>` on a line of its own.
  package mutating func element(
    _ tag: StaticString, class name: StaticString? = nil, _ content: String
  ) {
    markup("<")
    markup(tag)
    if let name {
      markup(" class=\"")
      markup(name)
      markup("\"")
    }
    markup(">")
    text(content)
    markup("</")
    markup(tag)
    markup(">\n")
  }
}
